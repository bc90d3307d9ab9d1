package org.baoxiu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayOfMonthTextTest {

    @ParameterizedTest
    @CsvSource({"每月 25 日, 25", "每月25日, 25", "每月２５日, 25", "每月 5, 5", "每月 05 日, 5", "每月 28 日, 28", "---25, 25", "---01, 1"
    })
    void aDay(String text, int day) {
        assertThat(DayOfMonthText.parse(text)).hasValue(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "每月 29 日", "每月 31 日", "每月 0 日", "每月底", "25", "25 日", "---", "--25", "P25D", "每月 125 日"})
    void none(String text) {
        assertThat(DayOfMonthText.parse(text)).isEmpty();
    }
}
