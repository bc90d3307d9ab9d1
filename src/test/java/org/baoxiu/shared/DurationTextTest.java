package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("规则表里的时间")
class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "15 分钟, PT15M",
        "15分钟, PT15M",
        "１５ 分钟, PT15M",
        "15 分, PT15M",
        "2 小时, PT2H",
        "2个小时, PT2H",
        "半小时, PT30M",
        "半个小时, PT30M",
        "1 小时 30 分钟, PT1H30M",
        "2 天, PT48H",
        "1 天 12 小时, PT36H",
        "1 分 40 秒, PT1M40S",
        "0 分钟, PT0S",
        "PT15M, PT15M",
        "P2D, PT48H"
    })
    void words(String text, Duration duration) {
        assertThat(DurationText.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "15",
                "分钟",
                "十五分钟",
                "15 min",
                "15 分钟左右",
                "30 分钟 1 小时",
                "-15 分钟",
                "1.5 小时",
                "PT2OM",
                "P20M",
                "20 个分钟",
                "999999999 天",
                "半天"
            })
    void anythingElse(String text) {
        assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> DurationText.parse(text));
    }
}
