package org.baoxiu.commitment;

import java.time.Duration;

/**
 * What the decision table of service commitments says about one promise.
 *
 * @param time         how long it may take; zero where an agreed time is itself the limit, and where it is due on a day of the month
 * @param dayOfMonth   the day, 1 to 28, that it may take until the end of: the next such day from the start on, that day itself
 *                     included (4.5.1); zero where time counts
 * @param warning      how long before the due time somebody is warned; zero for not at all
 * @param again        how long after a miss it is told again, and again; zero for once only
 * @param serviceHours whether only service hours count, or the time runs around the clock
 */
public record Limit(
        Duration time, int dayOfMonth, Duration warning, Duration again, boolean serviceHours, String clause) {

    public Limit {
        boolean byTime = dayOfMonth == 0 && !time.isNegative() && (warning.isZero() || warning.compareTo(time) < 0);
        boolean byDay = dayOfMonth > 0 && dayOfMonth <= 28 && time.isZero() && !serviceHours;
        if (!byTime && !byDay || warning.isNegative() || again.isNegative()) {
            throw new IllegalArgumentException(
                    "limit " + time + ", day " + dayOfMonth + ", warning " + warning + ", again " + again);
        }
    }

    public Limit(Duration time, Duration warning, Duration again, boolean serviceHours, String clause) {
        this(time, 0, warning, again, serviceHours, clause);
    }
}
