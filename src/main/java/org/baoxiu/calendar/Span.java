package org.baoxiu.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of real time, not empty.
 *
 * @param from inclusive
 * @param to   a limit may still end here
 */
record Span(Instant from, Instant to) {

    /** How much of the span lies between two instants; zero when they do not meet. */
    Duration within(Instant earliest, Instant latest) {
        Instant first = from.isAfter(earliest) ? from : earliest;
        Instant last = to.isBefore(latest) ? to : latest;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }
}
