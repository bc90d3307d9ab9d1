package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 不到 1 分钟",
        "PT59S, 不到 1 分钟",
        "PT1M, 1 分钟",
        "PT1M59S, 1 分钟",
        "PT1H59M59S, 119 分钟",
        "PT2H, 2 小时",
        "PT47H59M, 47 小时",
        "PT48H, 2 天",
        "PT335H59M, 13 天",
        "-PT59S, 不到 1 分钟",
        "-PT61S, 1 分钟",
        "-PT2H1M, 2 小时",
        "-PT240H, 10 天"
    })
    void oneUnitIsEnough(Duration time, String text) {
        assertThat(TimeText.of(time)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT59S, 已迟不到 1 分钟", "PT1M, 已迟 1 分钟", "PT48H, 已迟 2 天"})
    void onlyANumberIsSetOff(Duration time, String text) {
        assertThat(TimeText.after("已迟", time)).isEqualTo(text);
    }
}
