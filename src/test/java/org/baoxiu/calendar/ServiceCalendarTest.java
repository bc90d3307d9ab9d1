package org.baoxiu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("服务日历")
class ServiceCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WeeklyHours OFFICE = WeeklyHours.mondayToFriday(hours("08:30-12:00"), hours("13:30-17:30"));

    @Nested
    @DisplayName("an office open from 08:30 to 12:00 and from 13:30 to 17:30, Monday to Friday")
    class OfficeHours {

        private final ServiceCalendar calendar = new ServiceCalendar(SHANGHAI, OFFICE, Holidays.NONE);

        @ParameterizedTest(name = "{0} + {1} minutes = {2}: {3}")
        @CsvSource({
            "2026-11-23T09:00,  15, 2026-11-23T09:15, inside a period",
            "2026-11-23T11:50,  10, 2026-11-23T12:00, used up at noon sharp is due at noon",
            "2026-11-23T11:50,  11, 2026-11-23T13:31, a minute more is due after the break",
            "2026-11-23T08:30, 210, 2026-11-23T12:00, a whole morning",
            "2026-11-23T08:30, 450, 2026-11-23T17:30, a whole day is due at closing time",
            "2026-11-23T08:30, 451, 2026-11-24T08:31, and not before the next morning with a minute more",
            "2026-11-23T12:15,  15, 2026-11-23T13:45, a start in the break counts from its end",
            "2026-11-23T12:00,  15, 2026-11-23T13:45, so does a start at noon sharp",
            "2026-11-23T13:30,  15, 2026-11-23T13:45, a start at the very opening",
            "2026-11-23T06:00,  30, 2026-11-23T09:00, a start before opening",
            "2026-11-23T20:00,  30, 2026-11-24T09:00, a start after closing",
            "2026-11-23T17:20,  30, 2026-11-24T08:50, over night",
            "2026-11-27T17:20,  30, 2026-11-30T08:50, over a weekend",
            "2026-11-28T10:00,  30, 2026-11-30T09:00, a start on a Saturday",
            "2026-12-31T17:00,  60, 2027-01-01T09:00, into a new year",
            "2026-11-23T12:15,   0, 2026-11-23T13:30, no time at all from a break on",
            "2026-11-23T12:00,   0, 2026-11-23T12:00, no time at all at noon sharp",
        })
        void due(LocalDateTime start, long minutes, LocalDateTime due, String why) {
            assertThat(calendar.plus(at(start), Duration.ofMinutes(minutes))).isEqualTo(at(due));
        }

        @ParameterizedTest(name = "{0} to {1}: {2} minutes")
        @CsvSource({
            "2026-11-23T09:00, 2026-11-23T09:15,   15",
            "2026-11-23T11:00, 2026-11-23T14:00,   90",
            "2026-11-23T12:00, 2026-11-23T13:30,    0",
            "2026-11-23T09:00, 2026-11-24T09:00,  450",
            "2026-11-27T17:00, 2026-11-30T09:00,   60",
            "2026-11-28T00:00, 2026-11-29T23:59,    0",
            "2026-11-23T00:00, 2026-11-30T00:00, 2250",
            "2026-11-23T14:00, 2026-11-23T11:00,  -90",
        })
        void elapsed(LocalDateTime from, LocalDateTime to, long minutes) {
            assertThat(calendar.between(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
        }

        @Test
        @DisplayName("counts to the nanosecond")
        void exact() {
            Instant start = at("2026-11-23T11:59:59.999999999");
            assertThat(calendar.plus(start, Duration.ofNanos(2))).isEqualTo(at("2026-11-23T13:30:00.000000001"));
            assertThat(calendar.between(start, at("2026-11-23T13:30:00.000000001")))
                    .isEqualTo(Duration.ofNanos(2));
        }

        @Test
        @DisplayName("a two-week limit and 10,000 working hours are found without walking minute by minute")
        void longLimits() {
            Instant start = at("2026-11-23T08:30");
            assertThat(calendar.plus(start, Duration.ofDays(14))).isEqualTo(at("2027-01-22T16:00"));
            assertThat(calendar.between(start, calendar.plus(start, Duration.ofHours(10_000))))
                    .isEqualTo(Duration.ofHours(10_000));
        }

        @Test
        @DisplayName("limits of negative length or without an end are refused")
        @Timeout(30)
        void nonsense() {
            Instant start = at("2026-11-23T08:30");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calendar.plus(start, Duration.ofMinutes(-1)))
                    .withMessageContaining("-1M");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calendar.plus(start, Duration.ofSeconds(Long.MAX_VALUE)))
                    .withMessageContaining("100 years");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> calendar.between(start, start.plus(Duration.ofDays(40_000))))
                    .withMessageContaining("100 years");
        }

        private Instant at(String time) {
            return at(LocalDateTime.parse(time));
        }

        private Instant at(LocalDateTime time) {
            return time.atZone(SHANGHAI).toInstant();
        }
    }

    @Nested
    @DisplayName("around midnight")
    class Midnight {

        private final ServiceCalendar nights = new ServiceCalendar(
                SHANGHAI, WeeklyHours.everyDay(hours("00:00-06:00"), hours("22:00-24:00")), Holidays.NONE);

        @Test
        @DisplayName("a night shift goes on past midnight")
        void nightShift() {
            assertThat(nights.plus(at("2026-11-23T23:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-24T00:30"));
            assertThat(nights.between(at("2026-11-23T12:00"), at("2026-11-24T12:00")))
                    .isEqualTo(Duration.ofHours(8));
        }

        @Test
        @DisplayName("a limit used up at 24:00 before a free day is due at that midnight, and stays there")
        void dueAtMidnight() {
            ServiceCalendar late =
                    new ServiceCalendar(SHANGHAI, WeeklyHours.mondayToFriday(hours("18:00-24:00")), Holidays.NONE);
            Instant midnight = at("2026-11-28T00:00");
            assertThat(late.plus(at("2026-11-27T22:00"), Duration.ofHours(2))).isEqualTo(midnight);
            assertThat(late.plus(midnight, Duration.ZERO)).isEqualTo(midnight);
            assertThat(late.plus(midnight, Duration.ofMinutes(1))).isEqualTo(at("2026-11-30T18:01"));
        }

        private Instant at(String time) {
            return LocalDateTime.parse(time).atZone(SHANGHAI).toInstant();
        }
    }

    @Nested
    @DisplayName("around the clock")
    class AroundTheClock {

        private final ServiceCalendar calendar = ServiceCalendar.aroundTheClock(BERLIN);

        @ParameterizedTest
        @CsvSource({"2026-02-17T01:00:00Z", "2026-03-28T23:30:00Z", "2026-10-24T23:30:00Z", "2026-12-31T23:59:59.999Z"})
        @DisplayName("service time is time")
        void plain(Instant start) {
            for (Duration limit :
                    List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofHours(24), Duration.ofDays(14))) {
                assertThat(calendar.plus(start, limit)).isEqualTo(start.plus(limit));
                assertThat(calendar.between(start, start.plus(limit))).isEqualTo(limit);
            }
        }

        @Test
        @DisplayName("a calendar that is open all day and walks from day to day says the same")
        void walked() {
            ServiceCalendar walking = new ServiceCalendar(BERLIN, WeeklyHours.AROUND_THE_CLOCK, closed("1999-12-31"));
            Instant start = Instant.parse("2026-03-28T10:00:00Z");
            assertThat(walking.plus(start, Duration.ofDays(300))).isEqualTo(calendar.plus(start, Duration.ofDays(300)));
            assertThat(walking.between(start, start.plus(Duration.ofDays(300)))).isEqualTo(Duration.ofDays(300));
        }
    }

    @Nested
    @DisplayName("when the clocks change")
    class DaylightSaving {

        private final ServiceCalendar nights =
                new ServiceCalendar(BERLIN, WeeklyHours.everyDay(hours("00:00-06:00")), Holidays.NONE);

        @Test
        @DisplayName("a night in spring has five hours, in autumn seven")
        void realLength() {
            assertThat(nights.between(berlin("2026-03-29T00:00"), berlin("2026-03-29T06:00")))
                    .isEqualTo(Duration.ofHours(5));
            assertThat(nights.between(berlin("2026-10-25T00:00"), berlin("2026-10-25T06:00")))
                    .isEqualTo(Duration.ofHours(7));
            assertThat(nights.plus(berlin("2026-03-29T01:30"), Duration.ofHours(1)))
                    .isEqualTo(berlin("2026-03-29T03:30"));
            assertThat(nights.plus(berlin("2026-10-25T01:30"), Duration.ofHours(4)))
                    .isEqualTo(berlin("2026-10-25T04:30"));
        }

        @Test
        @DisplayName("office hours before and after the change are what the wall clock shows")
        void acrossTheChange() {
            ServiceCalendar office = new ServiceCalendar(BERLIN, OFFICE, Holidays.NONE);
            assertThat(office.plus(berlin("2026-03-27T17:00"), Duration.ofHours(1)))
                    .isEqualTo(berlin("2026-03-30T09:00"));
            assertThat(office.plus(berlin("2026-10-23T17:00"), Duration.ofHours(1)))
                    .isEqualTo(berlin("2026-10-26T09:00"));
        }

        @Test
        @DisplayName("a period that the clock skips is no working time; one that it skips into begins at the skip")
        void skipped() {
            ServiceCalendar skipped =
                    new ServiceCalendar(BERLIN, WeeklyHours.everyDay(hours("02:00-03:00")), Holidays.NONE);
            assertThat(skipped.plus(berlin("2026-03-28T12:00"), Duration.ZERO)).isEqualTo(berlin("2026-03-30T02:00"));
            ServiceCalendar halfSkipped =
                    new ServiceCalendar(BERLIN, WeeklyHours.everyDay(hours("02:30-03:30")), Holidays.NONE);
            assertThat(halfSkipped.plus(berlin("2026-03-28T12:00"), Duration.ofMinutes(10)))
                    .isEqualTo(berlin("2026-03-29T03:10"));
            assertThat(halfSkipped.between(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                    .isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        @DisplayName("of an hour shown twice the first showing opens and closes, and touching periods stay apart")
        void shownTwice() {
            ServiceCalendar touching = new ServiceCalendar(
                    BERLIN, WeeklyHours.everyDay(hours("02:00-02:30"), hours("02:30-04:00")), Holidays.NONE);
            assertThat(touching.between(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
                    .isEqualTo(Duration.ofHours(3));
            ServiceCalendar brief =
                    new ServiceCalendar(BERLIN, WeeklyHours.everyDay(hours("02:00-02:30")), Holidays.NONE);
            assertThat(brief.between(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
                    .isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        @DisplayName("Shanghai had summer time from 1986 to 1991")
        void shanghai() {
            ServiceCalendar allNight =
                    new ServiceCalendar(SHANGHAI, WeeklyHours.everyDay(hours("00:00-06:00")), Holidays.NONE);
            for (int year = 1986; year <= 1991; year++) {
                Instant newYear =
                        LocalDate.of(year, 1, 1).atStartOfDay(SHANGHAI).toInstant();
                ZoneOffsetTransition begins = SHANGHAI.getRules().nextTransition(newYear);
                ZoneOffsetTransition ends = SHANGHAI.getRules().nextTransition(begins.getInstant());
                assertThat(nightOf(allNight, begins.getDateTimeBefore().toLocalDate()))
                        .as("spring %d", year)
                        .isEqualTo(Duration.ofHours(5));
                assertThat(nightOf(allNight, ends.getDateTimeBefore().toLocalDate()))
                        .as("autumn %d", year)
                        .isEqualTo(Duration.ofHours(7));
            }
            assertThat(nightOf(allNight, LocalDate.of(1992, 4, 12))).isEqualTo(Duration.ofHours(6));
        }

        @Test
        @DisplayName("where summer time ends at midnight, the hour before belongs to the day before, twice")
        void endsAtMidnight() {
            ZoneId asuncion = ZoneId.of("America/Asuncion");
            ServiceCalendar evenings =
                    new ServiceCalendar(asuncion, WeeklyHours.everyDay(hours("20:00-24:00")), Holidays.NONE);
            // 2024-03-24 00:00 -03 became 2024-03-23 23:00 -04
            Instant opening = Instant.parse("2024-03-23T23:00:00Z");
            assertThat(evenings.plus(opening, Duration.ofHours(5))).isEqualTo(Instant.parse("2024-03-24T04:00:00Z"));
            assertThat(evenings.between(opening, opening.plus(Duration.ofDays(1))))
                    .isEqualTo(Duration.ofHours(5));
            assertThat(evenings.between(Instant.parse("2024-03-24T02:59:00Z"), Instant.parse("2024-03-24T03:01:00Z")))
                    .isEqualTo(Duration.ofMinutes(2));
        }

        @Test
        @DisplayName("where it ends just after midnight, the wall clock goes back to a day that is over")
        void endsAfterMidnight() {
            // 2010-11-07 00:01 -02:30 became 2010-11-06 23:01 -03:30
            ServiceCalendar allDay = new ServiceCalendar(
                    ZoneId.of("America/St_Johns"), WeeklyHours.AROUND_THE_CLOCK, closed("1999-12-31"));
            Instant shownSunday = Instant.parse("2010-11-07T02:30:30Z");
            Instant shownSaturday = Instant.parse("2010-11-07T03:00:00Z");
            assertThat(allDay.between(shownSunday, shownSaturday)).isEqualTo(Duration.ofSeconds(29 * 60 + 30));
            assertThat(allDay.plus(shownSunday, Duration.ofMinutes(29).plusSeconds(30)))
                    .isEqualTo(shownSaturday);
            assertThat(allDay.plus(shownSaturday, Duration.ofMinutes(10))).isEqualTo(shownSaturday.plusSeconds(600));
        }

        @Test
        @DisplayName("a day that a country skipped has no working time")
        void skippedDay() {
            ServiceCalendar apia = new ServiceCalendar(ZoneId.of("Pacific/Apia"), OFFICE, Holidays.NONE);
            Instant thursdayAtFive =
                    LocalDateTime.parse("2011-12-29T17:00").atZone(apia.zone()).toInstant();
            assertThat(apia.plus(thursdayAtFive, Duration.ofHours(1)))
                    .isEqualTo(LocalDateTime.parse("2012-01-02T09:00")
                            .atZone(apia.zone())
                            .toInstant());
        }

        private static Duration nightOf(ServiceCalendar calendar, LocalDate date) {
            return calendar.between(
                    date.atStartOfDay(calendar.zone()).toInstant(),
                    date.atTime(12, 0).atZone(calendar.zone()).toInstant());
        }

        private static Instant berlin(String time) {
            return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
        }
    }

    @Nested
    @DisplayName("settings that cannot be")
    class Settings {

        @Test
        @DisplayName("overlapping periods name the day")
        void overlap() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeeklyHours.mondayToFriday(hours("13:00-17:30"), hours("08:30-13:01")))
                    .withMessage("baoxiu.calendar.hours.monday: 08:30-13:01 and 13:00-17:30 overlap");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeeklyHours.everyDay(hours("08:00-24:00"), hours("22:00-23:00")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WeeklyHours.everyDay(hours("08:00-12:00"), hours("08:00-12:00")));
            assertThat(WeeklyHours.everyDay(hours("12:00-13:00"), hours("08:00-12:00"))
                            .on(DayOfWeek.SUNDAY))
                    .hasSize(2);
        }

        @Test
        @DisplayName("a week without working time would never end")
        void noWorkingTime() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WeeklyHours(Map.of()))
                    .withMessageContaining("baoxiu.calendar.hours");
            assertThatIllegalArgumentException().isThrownBy(() -> new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of())));
        }

        @ParameterizedTest
        @CsvSource({
            "12:00-08:30",
            "08:30-08:30",
            "22:00-06:00",
            "08:30",
            "08:30-",
            "8-12",
            "08:30-12:00-13:00",
            "08:30-25:00",
            "24:00-24:00",
            "06:00-00:00",
            "''"
        })
        @DisplayName("a period ends after it begins, on the same day")
        void period(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> WorkingPeriod.of(text))
                    .withMessageContaining("working period");
        }

        @Test
        @DisplayName("a period is written the way it is read")
        void written() {
            assertThat(WorkingPeriod.of(" 13:30 - 24:00 "))
                    .isEqualTo(new WorkingPeriod(LocalTime.of(13, 30), LocalTime.MIDNIGHT))
                    .hasToString("13:30-24:00");
            assertThat(WorkingPeriod.of("00:00-12:00")).hasToString("00:00-12:00");
        }

        @Test
        @DisplayName("what was given cannot be changed later")
        void immutable() {
            Map<DayOfWeek, List<WorkingPeriod>> week =
                    new EnumMap<>(Map.of(DayOfWeek.MONDAY, List.of(hours("08:00-12:00"))));
            WeeklyHours hours = new WeeklyHours(week);
            week.clear();
            assertThat(hours.on(DayOfWeek.MONDAY)).hasSize(1);
            assertThat(new ServiceCalendar(SHANGHAI, hours, Holidays.NONE))
                    .isEqualTo(new ServiceCalendar(
                            SHANGHAI,
                            new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of(hours("08:00-12:00")))),
                            Holidays.NONE));
        }
    }

    private static WorkingPeriod hours(String text) {
        return WorkingPeriod.of(text);
    }

    private static Holidays closed(String date) {
        return new Holidays(Map.of(LocalDate.parse(date), new SpecialDay(false, "放假")), Set.of());
    }
}
