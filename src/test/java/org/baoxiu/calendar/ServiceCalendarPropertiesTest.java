package org.baoxiu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for every calendar in every zone, whenever a limit begins and however long it is. */
class ServiceCalendarPropertiesTest {

    private static final Duration TICK = Duration.ofNanos(1);
    /** With none, with one of an hour or half an hour, at night, at midnight or just after it, and one that skipped a day. */
    private static final List<ZoneId> ZONES = Stream.of(
                    "Asia/Shanghai",
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "America/Asuncion",
                    "America/St_Johns",
                    "Pacific/Apia")
            .map(ZoneId::of)
            .toList();

    /** A calendar, and the time that its special days lie around. */
    record Situation(ServiceCalendar calendar, Instant start) {}

    @Property
    void theServiceTimeUntilItIsDueIsTheLimit(
            @ForAll("situations") Situation office, @ForAll("limits") Duration limit) {
        Instant due = office.calendar().plus(office.start(), limit);
        assertThat(due).isAfterOrEqualTo(office.start());
        assertThat(office.calendar().between(office.start(), due)).isEqualTo(limit);
    }

    @Property
    void itIsDueAsSoonAsTheLimitIsUsedUp(@ForAll("situations") Situation office, @ForAll("limits") Duration limit) {
        Assume.that(!limit.isZero());
        Instant due = office.calendar().plus(office.start(), limit);
        assertThat(office.calendar().between(office.start(), due.minus(TICK))).isEqualTo(limit.minus(TICK));
    }

    @Property
    void moreWorkingTimeIsNeverEarlier(
            @ForAll("situations") Situation office, @ForAll("limits") Duration limit, @ForAll("limits") Duration more) {
        Instant due = office.calendar().plus(office.start(), limit);
        Instant later = office.calendar().plus(office.start(), limit.plus(more));
        assertThat(Duration.between(due, later)).isGreaterThanOrEqualTo(more);
    }

    @Property
    void aLaterStartIsNeverDueEarlier(
            @ForAll("situations") Situation office,
            @ForAll("limits") Duration limit,
            @ForAll("limits") Duration later) {
        assertThat(office.calendar().plus(office.start().plus(later), limit))
                .isAfterOrEqualTo(office.calendar().plus(office.start(), limit));
    }

    @Property
    void aLimitInTwoPartsIsDueWhenTheWholeIs(
            @ForAll("situations") Situation office,
            @ForAll("limits") Duration first,
            @ForAll("limits") Duration second) {
        ServiceCalendar calendar = office.calendar();
        assertThat(calendar.plus(calendar.plus(office.start(), first), second))
                .isEqualTo(calendar.plus(office.start(), first.plus(second)));
    }

    @Property
    void aPauseNeverBringsTheDueTimeForward(
            @ForAll("situations") Situation office,
            @ForAll("limits") Duration limit,
            @ForAll("limits") Duration untilPaused,
            @ForAll("limits") Duration pause) {
        ServiceCalendar calendar = office.calendar();
        Instant due = calendar.plus(office.start(), limit);
        Instant paused = office.start().plus(untilPaused);
        Assume.that(!paused.isAfter(due));
        Duration left = limit.minus(calendar.between(office.start(), paused));
        assertThat(left).isBetween(Duration.ZERO, limit);
        assertThat(calendar.plus(paused.plus(pause), left)).isAfterOrEqualTo(due);
    }

    @Property
    void serviceTimeAddsUpAndIsNoMoreThanTime(
            @ForAll("situations") Situation office,
            @ForAll("limits") Duration first,
            @ForAll("limits") Duration second) {
        ServiceCalendar calendar = office.calendar();
        Instant middle = office.start().plus(first);
        Instant end = middle.plus(second);
        Duration one = calendar.between(office.start(), middle);
        assertThat(one).isBetween(Duration.ZERO, first);
        assertThat(calendar.between(office.start(), end)).isEqualTo(one.plus(calendar.between(middle, end)));
        assertThat(calendar.between(end, office.start()))
                .isEqualTo(calendar.between(office.start(), end).negated());
    }

    @Property
    void itIsDueWhileTheOfficeIsOpenOrAsItCloses(
            @ForAll("situations") Situation office, @ForAll("limits") Duration limit) {
        Assume.that(!limit.isZero());
        Instant due = office.calendar().plus(office.start(), limit);
        Assume.that(!clocksChangeAround(due, office.calendar().zone()));
        assertThat(openByTheWallClock(office.calendar(), due.minus(TICK))).isTrue();
    }

    /** The same sum, minute by minute, by what the clock on the wall shows. */
    @Property(tries = 300)
    void serviceTimeIsTheMinutesInWhichTheOfficeIsOpen(
            @ForAll("situations") Situation office, @ForAll("limits") Duration length) {
        ServiceCalendar calendar = office.calendar();
        Instant end = office.start().plus(length);
        ZoneOffsetTransition change =
                calendar.zone().getRules().nextTransition(office.start().minus(Duration.ofHours(3)));
        Assume.that(change == null || change.getInstant().isAfter(end.plus(Duration.ofHours(3))));
        long minutes = Stream.iterate(office.start(), end::isAfter, time -> time.plusSeconds(60))
                .filter(time -> openByTheWallClock(calendar, time))
                .count();
        assertThat(calendar.between(office.start(), end)).isEqualTo(Duration.ofMinutes(minutes));
    }

    private static boolean openByTheWallClock(ServiceCalendar calendar, Instant time) {
        LocalDateTime shown = LocalDateTime.ofInstant(time, calendar.zone());
        SpecialDay special = calendar.holidays().days().get(shown.toLocalDate());
        if (special != null && !special.worked()) {
            return false;
        }
        List<WorkingPeriod> hours = special != null
                ? calendar.hours().onMakeUpWorkday()
                : calendar.hours().periods().getOrDefault(shown.getDayOfWeek(), List.of());
        return hours.stream()
                .anyMatch(period -> !shown.toLocalTime().isBefore(period.from())
                        && (period.until().equals(LocalTime.MIDNIGHT)
                                || shown.toLocalTime().isBefore(period.until())));
    }

    /** Where an hour is shown twice the wall clock alone cannot tell which one it is. */
    private static boolean clocksChangeAround(Instant time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(time.minus(Duration.ofHours(3)));
        return change != null && change.getInstant().isBefore(time.plus(Duration.ofHours(3)));
    }

    @Provide
    Arbitrary<Duration> limits() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Duration.ZERO)),
                Tuple.of(4, Arbitraries.longs().between(1, 24 * 60).map(Duration::ofMinutes)),
                Tuple.of(2, Arbitraries.longs().between(1, 14 * 24 * 60).map(Duration::ofMinutes)));
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(Arbitraries.of(ZONES), weeks(), starts(), specialDays())
                .as((zone, week, start, special) -> {
                    Instant instant = start.atZone(zone).toInstant();
                    return new Situation(
                            new ServiceCalendar(zone, week, around(start.toLocalDate(), special)), instant);
                });
    }

    /** Any minute, and the days around which the zones change their clocks more often. */
    private static Arbitrary<LocalDateTime> starts() {
        Arbitrary<LocalDate> anyDay = Arbitraries.longs().between(0, 50 * 365).map(LocalDate.of(1985, 1, 1)::plusDays);
        Arbitrary<LocalDate> changes = Arbitraries.of(
                        "1986-05-03",
                        "1986-09-13",
                        "1991-04-13",
                        "2010-11-06",
                        "2024-03-23",
                        "2024-10-05",
                        "2026-03-08",
                        "2026-03-28",
                        "2026-04-04",
                        "2026-10-03",
                        "2026-10-24",
                        "2026-10-31",
                        "2011-12-29")
                .map(LocalDate::parse);
        return Combinators.combine(
                        Arbitraries.oneOf(anyDay, changes),
                        Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((day, minute) -> day.atStartOfDay().plusMinutes(minute));
    }

    private static Arbitrary<WeeklyHours> weeks() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), days())
                .ofMinSize(1)
                .map(WeeklyHours::new);
    }

    /** Up to three periods, some touching, some until 24:00. */
    private static Arbitrary<List<WorkingPeriod>> days() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 96);
        Arbitrary<List<WorkingPeriod>> apart =
                quarters.set().ofMinSize(2).ofMaxSize(6).map(ends -> periods(ends, 2));
        Arbitrary<List<WorkingPeriod>> touching =
                quarters.set().ofMinSize(2).ofMaxSize(4).map(ends -> periods(ends, 1));
        return Arbitraries.oneOf(apart, touching);
    }

    private static List<WorkingPeriod> periods(Set<Integer> ends, int step) {
        List<LocalTime> times = ends.stream()
                .sorted()
                .map(quarter -> LocalTime.MIDNIGHT.plusMinutes(quarter * 15L))
                .toList();
        List<WorkingPeriod> periods = new ArrayList<>();
        for (int i = 0; i + 1 < times.size(); i += step) {
            periods.add(new WorkingPeriod(times.get(i), times.get(i + 1)));
        }
        return periods;
    }

    /** Days from the start on, or none at all. */
    private static Arbitrary<Map<Integer, Boolean>> specialDays() {
        return Arbitraries.maps(Arbitraries.integers().between(-3, 30), Arbitraries.of(true, false))
                .ofMaxSize(12);
    }

    private static Holidays around(LocalDate start, Map<Integer, Boolean> days) {
        Map<LocalDate, SpecialDay> special = new HashMap<>();
        days.forEach((day, worked) -> special.put(start.plusDays(day), new SpecialDay(worked, "节")));
        return new Holidays(special, Set.of());
    }
}
