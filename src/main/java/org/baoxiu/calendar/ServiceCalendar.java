package org.baoxiu.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts service time: the real time that passes while the office is open. Limits run around the clock unless the office
 * gives working hours (procedure, before 4.7).
 *
 * @param hours    of an ordinary week, by the wall clock of the zone
 * @param holidays closed days, and make-up workdays that are worked like a workday
 */
public record ServiceCalendar(ZoneId zone, WeeklyHours hours, Holidays holidays) {

    /** No limit reaches further, and a walk over days has an end whatever the calendar. */
    private static final int FURTHEST_DAYS = 36_525;
    /** The State Council publishes the next year's arrangement in November. */
    private static final int NOVEMBER = 11;

    /** Every hour of every day counts, holidays too. */
    public static ServiceCalendar aroundTheClock(ZoneId zone) {
        return new ServiceCalendar(zone, WeeklyHours.AROUND_THE_CLOCK, Holidays.NONE);
    }

    /**
     * The year whose public holidays somebody has to see to: the present one, from November on the next one too. Due times in
     * it may be wrong while its table is missing or not confirmed. Empty where all is well, or where holidays do not count.
     */
    public Optional<Integer> yearToConfirm(LocalDate today) {
        if (neverCloses() || holidays.equals(Holidays.NONE)) {
            return Optional.empty();
        }
        int last = today.getMonthValue() >= NOVEMBER ? today.getYear() + 1 : today.getYear();
        return IntStream.rangeClosed(today.getYear(), last)
                .filter(year -> !holidays.confirmed(year))
                .boxed()
                .findFirst();
    }

    /**
     * When a limit that begins at {@code start} is used up: the earliest instant, not before {@code start} and not in a break,
     * with this much service time between. A limit that is used up at 12:00 sharp is due at 12:00, not after the lunch break;
     * one that begins in a break counts from the end of the break.
     *
     * @param workingTime not negative
     * @throws IllegalArgumentException when it is negative, or with working hours does not end within 100 years
     */
    public Instant plus(Instant start, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("working time is negative: " + workingTime);
        }
        if (neverCloses()) {
            return start.plus(workingTime);
        }
        // the day before too: its hours may have ended at this very midnight, where a limit may end as well
        LocalDate firstDay = LocalDate.ofInstant(start, zone).minusDays(1);
        Duration left = workingTime;
        for (int day = 0; day < FURTHEST_DAYS; day++) {
            for (Span open : openOn(firstDay.plusDays(day))) {
                if (open.to().isBefore(start)) {
                    continue;
                }
                Instant from = open.from().isAfter(start) ? open.from() : start;
                Duration available = Duration.between(from, open.to());
                if (available.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(available);
            }
        }
        throw new IllegalArgumentException(
                workingTime + " of working time from " + start + " does not end within 100 years");
    }

    /**
     * The service time from one instant to another; negative when {@code to} comes first, as with {@link Duration#between}.
     *
     * @throws IllegalArgumentException when they are more than 100 years apart and the calendar has working hours
     */
    public Duration between(Instant from, Instant to) {
        if (neverCloses()) {
            return Duration.between(from, to);
        }
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        // a day more: where summer time ends just after midnight the wall clock goes back to the day before, and that
        // day's hours
        // are over by then
        LocalDate firstDay = LocalDate.ofInstant(from, zone);
        LocalDate lastDay = LocalDate.ofInstant(to, zone).plusDays(1);
        if (ChronoUnit.DAYS.between(firstDay, lastDay) > FURTHEST_DAYS) {
            throw new IllegalArgumentException(from + " and " + to + " are more than 100 years apart");
        }
        Duration sum = Duration.ZERO;
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            for (Span open : openOn(day)) {
                sum = sum.plus(open.within(from, to));
            }
        }
        return sum;
    }

    /**
     * The last moment, to the millisecond, of the next such day from {@code start} on; that day itself is the next one until it
     * is over.
     *
     * @param dayOfMonth 1 to 28, a day that every month has
     */
    public Instant endOfDay(int dayOfMonth, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, zone).withDayOfMonth(dayOfMonth);
        Instant over = endOf(day);
        return (over.isAfter(start) ? over : endOf(day.plusMonths(1))).minusMillis(1);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private boolean neverCloses() {
        return hours.aroundTheClock() && holidays.days().isEmpty();
    }

    private List<Span> openOn(LocalDate date) {
        List<WorkingPeriod> periods = holidays.on(date)
                .map(day -> day.worked() ? hours.onMakeUpWorkday() : List.<WorkingPeriod>of())
                .orElseGet(() -> hours.on(date.getDayOfWeek()));
        return periods.stream()
                .map(period -> period.on(date, zone))
                .flatMap(Optional::stream)
                .toList();
    }
}
