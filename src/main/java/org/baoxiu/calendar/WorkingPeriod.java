package org.baoxiu.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * One stretch of working hours of a day, by the clock on the wall.
 *
 * @param from  inclusive
 * @param until a limit may still end here; midnight is the end of the day, 24:00
 * @throws IllegalArgumentException when it does not end after it begins: what goes on past midnight is two periods
 */
public record WorkingPeriod(LocalTime from, LocalTime until) {

    public WorkingPeriod {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "working period " + from + "-" + until + " does not end after it begins; "
                            + "hours past midnight are two periods, such as 22:00-24:00 and, on the next day, 00:00-06:00");
        }
    }

    /**
     * Reads {@code 08:30-12:00}; {@code 24:00} is the end of the day. Spring Boot binds settings through this method.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static WorkingPeriod of(String text) {
        String[] ends = text.trim().split("\\s*-\\s*", -1);
        if (ends.length != 2 || ends[1].equals("00:00")) {
            throw unreadable(text);
        }
        try {
            return new WorkingPeriod(
                    LocalTime.parse(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
        } catch (DateTimeException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "not a working period: \"" + text + "\"; write it like 08:30-12:00 or 13:30-24:00");
    }

    boolean overlaps(WorkingPeriod later) {
        return until.equals(LocalTime.MIDNIGHT) || later.from.isBefore(until);
    }

    /** Empty on a day on which the wall clock skips the whole period. */
    Optional<Span> on(LocalDate date, ZoneId zone) {
        LocalDateTime end = until.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(until);
        Span span = new Span(LocalTimeLine.instant(date.atTime(from), zone), LocalTimeLine.instant(end, zone));
        return span.from().isBefore(span.to()) ? Optional.of(span) : Optional.empty();
    }

    @Override
    public String toString() {
        return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until);
    }
}
