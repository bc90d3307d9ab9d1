package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.baoxiu.slip.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Monday, 23 November 2026. */
@DisplayName("手写的值班表")
class RosterTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @Tag("3.3")
    @Tag("found:D2")
    @CsvSource(
            delimiter = '|',
            value = {
                "12-01 08:30-20:00 张三",
                "12-01 0830-2000 张三",
                "12-01 8点半-20点 张三",
                "12-01 8：30－20：00 张三",
                "１２－０１ ０８：３０－２０：００ 张三",
                "12月1日 上午8点半至晚上8点 张三",
                "2026/12/1，8.30~20.00，张三",
                "20261201 8:30到20:00 张三",
                "2026年12月01号(周二) 8点30分—20:00 张三",
                "12.1　8时30分～20时 张三",
                "12-1\u200B 08:30 - 20:00  张三"
            })
    @DisplayName("days and hours are written as in every field")
    void asEverywhere(String line) {
        assertThat(RosterText.read(line, TODAY)).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo(LocalDate.of(2026, 12, 1));
            assertThat(day.start()).isEqualTo(LocalTime.of(8, 30));
            assertThat(day.end()).isEqualTo(LocalTime.of(20, 0));
            assertThat(day.people()).containsExactly("张三");
        });
    }

    @ParameterizedTest
    @Tag("3.3")
    @ValueSource(
            strings = {
                "12-01 20:00-24:00 张三",
                "12-01 2000-2400 张三",
                "12-01 20点到24点 张三",
                "12-01 20：00-24：00 张三",
                "12-01 晚上8点-0点 张三"
            })
    @DisplayName("24:00 is the end of the day")
    void endOfDay(String line) {
        assertThat(RosterText.read(line, TODAY)).singleElement().satisfies(day -> assertThat(day.endsAt())
                .isEqualTo(LocalDate.of(2026, 12, 2).atStartOfDay()));
    }

    @ParameterizedTest
    @Tag("3.3")
    @CsvSource({
        "11-20, 2026-11-20",
        "12-31, 2026-12-31",
        "1-5, 2027-01-05",
        "2027年1月5日, 2027-01-05",
        "今天, 2026-11-23",
        "明天, 2026-11-24"
    })
    @DisplayName("a day without a year is the nearest one of that name, before or after")
    void withoutAYear(String day, LocalDate date) {
        assertThat(RosterText.read(day + " 清空", TODAY))
                .extracting(RosterText.Day::date)
                .containsExactly(date);
    }

    @Test
    @Tag("3.3")
    @DisplayName("several days in a row reach over the end of the year")
    void overTheEndOfTheYear() {
        assertThat(RosterText.read("12-30～1月2日 20点至8点 王五", TODAY))
                .hasSize(4)
                .last()
                .satisfies(day -> assertThat(day.endsAt())
                        .isEqualTo(LocalDate.of(2027, 1, 3).atTime(8, 0)));
    }

    @ParameterizedTest
    @Tag("3.3")
    @CsvSource({"明天~后天, 2026-11-24, 2026-11-25", "今天至明天, 2026-11-23, 2026-11-24", "11-22到后天, 2026-11-22, 2026-11-25"})
    @DisplayName("tomorrow is tomorrow, also where it ends a row of days")
    void rowsOfDaysInWords(String days, LocalDate first, LocalDate last) {
        assertThat(RosterText.read(days + " 08:00-20:00 张三", TODAY))
                .extracting(RosterText.Day::date)
                .containsExactlyElementsOf(first.datesUntil(last.plusDays(1)).toList());
    }

    @ParameterizedTest
    @Tag("3.3")
    @ValueSource(
            strings = {
                "12-01 8-20 张三",
                "12-01 上午15点-20:00 张三",
                "12-01 08:60-20:00 张三",
                "11-31 08:00-20:00 张三",
                "12-01 25:00-26:00 张三",
                "12-01 24:00-08:00 张三"
            })
    @DisplayName("what can be read in two ways, or not at all, is said with its line")
    void unreadable(String line) {
        Refusal.of(() -> RosterText.read(line, TODAY)).says("值班表的“" + line + "”看不懂");
    }
}
