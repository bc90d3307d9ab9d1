package org.baoxiu.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.baoxiu.calendar.ServiceCalendar;

/**
 * The time of a promise as far as it counts: from its start, without its pauses. What lies in two pauses is left out once; an open pause
 * counts as if it ended at once.
 *
 * @param serviceHours whether only the office's hours count
 */
record CountedTime(Instant from, Collection<CommitmentPause> pauses, boolean serviceHours, ServiceCalendar calendar) {

    /** The moment at which so much has counted. */
    Instant after(Duration limit) {
        Duration left = limit;
        Instant since = from;
        List<CommitmentPause> ordered = pauses.stream()
                .sorted(Comparator.comparing(CommitmentPause::pausedFrom))
                .toList();
        for (CommitmentPause pause : ordered) {
            Instant until = pause.pausedUntil();
            if (until == null || until.isBefore(since)) {
                continue;
            }
            Duration counted = pause.pausedFrom().isBefore(since) ? Duration.ZERO : between(since, pause.pausedFrom());
            if (counted.compareTo(left) >= 0 && !left.isZero()) {
                break;
            }
            left = left.minus(counted);
            since = until;
        }
        return serviceHours ? calendar.plus(since, left) : since.plus(left);
    }

    private Duration between(Instant start, Instant end) {
        return serviceHours ? calendar.between(start, end) : Duration.between(start, end);
    }
}
