package org.baoxiu.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The working hours of an ordinary week, as in {@code baoxiu.calendar.hours}.
 *
 * @param periods the hours of each day, in any order; a day that is missing is free
 * @throws IllegalArgumentException when periods of a day overlap or no day has any
 */
public record WeeklyHours(Map<DayOfWeek, List<WorkingPeriod>> periods) {

    private static final String SETTING = "baoxiu.calendar.hours";
    private static final WorkingPeriod WHOLE_DAY = new WorkingPeriod(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Every day from 00:00 to 24:00. */
    public static final WeeklyHours AROUND_THE_CLOCK = everyDay(WHOLE_DAY);

    public WeeklyHours {
        Map<DayOfWeek, List<WorkingPeriod>> sorted = new EnumMap<>(DayOfWeek.class);
        periods.forEach((day, hours) -> sorted.put(day, inOrder(day, hours)));
        sorted.values().removeIf(List::isEmpty);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException(SETTING + " has no working time on any day of the week");
        }
        periods = Map.copyOf(sorted);
    }

    /** The same hours on all seven days. */
    public static WeeklyHours everyDay(WorkingPeriod... hours) {
        return onDays(List.of(DayOfWeek.values()), hours);
    }

    /** The same hours from Monday to Friday. */
    public static WeeklyHours mondayToFriday(WorkingPeriod... hours) {
        return onDays(List.of(DayOfWeek.values()).subList(0, 5), hours);
    }

    private static WeeklyHours onDays(List<DayOfWeek> days, WorkingPeriod... hours) {
        Map<DayOfWeek, List<WorkingPeriod>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(hours)));
        return new WeeklyHours(week);
    }

    private static List<WorkingPeriod> inOrder(DayOfWeek day, List<WorkingPeriod> hours) {
        List<WorkingPeriod> sorted =
                hours.stream().sorted(Comparator.comparing(WorkingPeriod::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new IllegalArgumentException(SETTING + "." + day.name().toLowerCase() + ": " + sorted.get(i - 1)
                        + " and " + sorted.get(i) + " overlap");
            }
        }
        return sorted;
    }

    boolean aroundTheClock() {
        return equals(AROUND_THE_CLOCK);
    }

    /** In order; empty on a free day. */
    List<WorkingPeriod> on(DayOfWeek day) {
        return periods.getOrDefault(day, List.of());
    }

    /**
     * The hours of a make-up workday: those of the first day from Monday on that is worked at all. The State Council's notices
     * do not say which weekday a make-up workday stands for.
     */
    List<WorkingPeriod> onMakeUpWorkday() {
        return Stream.of(DayOfWeek.values())
                .map(this::on)
                .filter(hours -> !hours.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
