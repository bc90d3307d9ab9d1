package org.baoxiu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("节假日和调休")
class HolidaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WeeklyHours OFFICE =
            WeeklyHours.mondayToFriday(WorkingPeriod.of("08:30-12:00"), WorkingPeriod.of("13:30-17:30"));

    private static Holidays packed;
    private static ServiceCalendar calendar;

    @BeforeAll
    static void load() throws IOException {
        packed = HolidayFiles.load("");
        calendar = new ServiceCalendar(SHANGHAI, OFFICE, packed);
    }

    @ParameterizedTest(name = "{0} + {1} minutes = {2}: {3}")
    @CsvSource({
        "2026-02-13T17:00,  60, 2026-02-14T09:00, Friday evening: Saturday 14 February is worked",
        "2026-02-14T17:00,  60, 2026-02-24T09:00, Saturday evening: the Spring Festival lasts until the 23rd",
        "2026-02-14T17:00,  30, 2026-02-14T17:30, used up when the Spring Festival begins",
        "2026-02-17T10:00,  15, 2026-02-24T08:45, a start on New Year's Day of the lunar calendar",
        "2026-02-27T17:20,  30, 2026-02-28T08:50, the second make-up Saturday",
        "2026-02-28T17:20,  30, 2026-03-02T08:50, and the Sunday after it is free",
        "2026-01-03T23:00,  15, 2026-01-04T08:45, the make-up Sunday after New Year",
        "2026-09-19T10:00,  15, 2026-09-20T08:45, the make-up Sunday before the Mid-Autumn Festival",
        "2026-09-30T17:20,  30, 2026-10-08T08:50, over the National Day",
    })
    void theNoticeFor2026(LocalDateTime start, long minutes, LocalDateTime due, String why) {
        assertThat(calendar.plus(at(start), Duration.ofMinutes(minutes))).isEqualTo(at(due));
    }

    @Test
    @DisplayName("2026 has 33 closed days and 6 make-up workdays, all of them on weekends")
    void daysOf2026() {
        assertThat(names(2026, false)).hasSize(33).containsOnly("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节");
        assertThat(names(2026, true)).hasSize(6);
        assertThat(packed.confirmed(2026)).isTrue();
        Duration year = calendar.between(
                at(LocalDateTime.parse("2026-01-01T00:00")), at(LocalDateTime.parse("2027-01-01T00:00")));
        // by law: 365 days less 104 of weekends less 13 holidays; the notice only moves them
        assertThat(year).isEqualTo(Duration.ofMinutes(450).multipliedBy(365 - 104 - 13));
    }

    @Test
    @DisplayName("2027 has the 13 days of the law, which is not the whole arrangement")
    void daysOf2027() {
        assertThat(names(2027, false)).hasSize(13);
        assertThat(names(2027, true)).isEmpty();
        assertThat(packed.confirmed(2027)).isFalse();
        assertThat(packed.confirmed(2031)).isFalse();
    }

    @Test
    @DisplayName("a make-up workday has the hours of the first working day of the week, even where Saturdays are short")
    void makeUpHours() {
        ServiceCalendar shortSaturdays = new ServiceCalendar(
                SHANGHAI,
                new WeeklyHours(Map.of(
                        DayOfWeek.TUESDAY,
                        List.of(WorkingPeriod.of("09:00-18:00")),
                        DayOfWeek.SATURDAY,
                        List.of(WorkingPeriod.of("09:00-10:00")))),
                packed);
        assertThat(onDay(shortSaturdays, "2026-02-14")).isEqualTo(Duration.ofHours(9));
        assertThat(onDay(shortSaturdays, "2026-03-07")).isEqualTo(Duration.ofHours(1));
        assertThat(onDay(shortSaturdays, "2026-02-17")).isEqualTo(Duration.ZERO);
    }

    @Test
    @DisplayName("an office that is open all day closes on holidays from midnight to midnight")
    void openAllDay() {
        ServiceCalendar allDay = new ServiceCalendar(SHANGHAI, WeeklyHours.AROUND_THE_CLOCK, packed);
        assertThat(allDay.plus(at(LocalDateTime.parse("2026-02-14T23:00")), Duration.ofHours(2)))
                .isEqualTo(at(LocalDateTime.parse("2026-02-24T01:00")));
    }

    @Test
    @DisplayName("a notice may close the last days of the year before")
    void yearBefore() {
        Holidays holidays = Holidays.of(List.of(
                table("year,2024\nconfirmed,false\n2023-12-30,workday,元旦\n"),
                table("year,2023\nconfirmed,true\n2022-12-31,closed,元旦\n2023-12-30,closed,元旦\n")));
        assertThat(holidays.on(LocalDate.parse("2022-12-31"))).contains(new SpecialDay(false, "元旦"));
        assertThat(holidays.on(LocalDate.parse("2023-12-30")))
                .as("the later notice counts")
                .contains(new SpecialDay(true, "元旦"));
        assertThat(holidays.confirmedYears()).containsExactly(2023);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "year,2026",
                "confirmed,true",
                "year,2026\nconfirmed,yes",
                "year,MMXXVI\nconfirmed,true",
                "year,2026\nconfirmed,true\n2026-02-30,closed,春节",
                "year,2026\nconfirmed,true\n2026-02-17,free,春节",
                "year,2026\nconfirmed,true\n2026-02-17,closed,",
                "year,2026\nconfirmed,true\n2026-02-17,closed",
                "year,2026\nconfirmed,true\n2026-02-17,closed,春节\n2026-02-17,closed,春节",
                "year,2026\nconfirmed,true\n2027-02-17,closed,春节",
                "year,2026\nconfirmed,true\n2025-11-30,closed,春节",
                "year,2026\nconfirmed,true\n2026-02-13,workday,春节"
            })
    @DisplayName("a table that cannot be names its file")
    void badTable(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> table(content)).withMessageStartingWith("2026.csv");
    }

    @ParameterizedTest
    @Tag("found:B6")
    @ValueSource(strings = {"GBK", "GB18030", "UTF-16LE"})
    @DisplayName(
            "a table that a spreadsheet saved in another encoding is refused with its line, in one sentence at the start")
    void notUtf8(String encoding) {
        byte[] content = "year,2027\nconfirmed,true\n\n2027-01-01,closed,元旦\n".getBytes(Charset.forName(encoding));
        assertThatExceptionOfType(HolidayTableException.class)
                .isThrownBy(() -> HolidayFile.read("2027.csv", new ByteArrayInputStream(content)))
                .withMessageStartingWith("2027.csv, line ")
                .withMessageMatching("(?s)2027.csv, line [14]: .*")
                .satisfies(refused -> assertThat(new HolidayTableAnalyzer()
                                .analyze(refused, refused)
                                .getDescription())
                        .contains("2027.csv, line")
                        .doesNotContain("\n"));
    }

    @ParameterizedTest
    @Tag("found:B6")
    @CsvSource({"2026-10-31, 0", "2026-11-01, 2027", "2026-12-31, 2027", "2027-01-01, 2027"})
    @DisplayName("from November on the next year has to be seen to, and a year that has begun all the time")
    void yearToConfirm(String today, int year) {
        assertThat(ServiceCalendar.aroundTheClock(SHANGHAI).yearToConfirm(LocalDate.parse(today)))
                .as("around the clock")
                .isEmpty();
        ServiceCalendar withHours = new ServiceCalendar(
                SHANGHAI,
                WeeklyHours.mondayToFriday(new WorkingPeriod(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                packed2026());
        assertThat(withHours.yearToConfirm(LocalDate.parse(today)).orElse(0)).isEqualTo(year);
    }

    private static Holidays packed2026() {
        return new Holidays(packed.days(), Set.of(2026));
    }

    @Test
    @DisplayName("comments, blank lines, spaces and a byte order mark do no harm")
    void lenient() {
        assertThat(table("\uFEFFyear, 2026\r\n\r\n# 春节\r\nconfirmed,true\r\n2026-02-17 , closed , 春节\r\n")
                        .days())
                .containsExactly(Map.entry(LocalDate.parse("2026-02-17"), new SpecialDay(false, "春节")));
    }

    @Test
    @DisplayName("a table of the office replaces the packed one of the same year and leaves the others")
    void ownTable(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("2027.csv"), "year,2027\nconfirmed,true\n2027-02-05,closed,春节\n");
        Holidays holidays = HolidayFiles.load(directory.toString());
        assertThat(holidays.confirmedYears()).containsExactlyInAnyOrder(2026, 2027);
        assertThat(holidays.on(LocalDate.parse("2027-02-08"))).isEmpty();
        assertThat(holidays.on(LocalDate.parse("2026-02-17"))).isPresent();
    }

    @Test
    @DisplayName("a directory without tables is a mistake")
    void emptyDirectory(@TempDir Path directory) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayFiles.load(directory.toString()))
                .withMessageContaining("baoxiu.calendar.holiday-tables");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolidayFiles.load(directory.resolve("absent").toString()));
    }

    private static List<String> names(int year, boolean worked) {
        return packed.days().entrySet().stream()
                .filter(day -> day.getKey().getYear() == year && day.getValue().worked() == worked)
                .map(day -> day.getValue().name())
                .toList();
    }

    private static HolidayTable table(String content) {
        try {
            return HolidayFile.read("2026.csv", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Duration onDay(ServiceCalendar calendar, String date) {
        LocalDateTime midnight = LocalDate.parse(date).atStartOfDay();
        return calendar.between(at(midnight), at(midnight.plusDays(1)));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(SHANGHAI).toInstant();
    }
}
