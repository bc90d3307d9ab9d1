package org.baoxiu.commitment;

import java.time.Instant;

/**
 * One promise as the slip has it now.
 *
 * @param waitUntil  the time before this moment does not count; null if all of it does
 * @param pausedFrom since when it does not count until further notice; null while it counts
 * @param why        the reason of the wait or the pause
 * @param endedAt    when it was kept, late or in time; null while it is owed
 */
record Occurrence(
        CommitmentKind kind, Instant startedAt, Instant waitUntil, Instant pausedFrom, String why, Instant endedAt) {

    static Occurrence of(CommitmentKind kind, Instant startedAt, Instant endedAt) {
        return new Occurrence(kind, startedAt, null, null, null, endedAt);
    }

    Occurrence waitingUntil(Instant time, String why) {
        return time == null || !time.isAfter(startedAt)
                ? this
                : new Occurrence(kind, startedAt, time, pausedFrom, why, endedAt);
    }

    Occurrence pausedSince(Instant time, String why) {
        return time == null ? this : new Occurrence(kind, startedAt, waitUntil, time, why, endedAt);
    }
}
