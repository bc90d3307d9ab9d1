package org.baoxiu.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise as the slip has it now.
 *
 * @param waitUntil  the time before this moment does not count; null if all of it does
 * @param pausedFrom since when it does not count until further notice; null while it counts
 * @param why        the reason of the wait or the pause; empty where there is neither
 * @param endedAt    when it was kept, late or in time; null while it is owed
 */
record Occurrence(
        CommitmentKind kind,
        Instant startedAt,
        @Nullable Instant waitUntil,
        @Nullable Instant pausedFrom,
        String why,
        @Nullable Instant endedAt) {

    static Occurrence of(CommitmentKind kind, Instant startedAt, @Nullable Instant endedAt) {
        return new Occurrence(kind, startedAt, null, null, "", endedAt);
    }

    Occurrence waitingUntil(@Nullable Instant time, String why) {
        return time == null || !time.isAfter(startedAt)
                ? this
                : new Occurrence(kind, startedAt, time, pausedFrom, why, endedAt);
    }

    Occurrence pausedSince(@Nullable Instant time, String why) {
        return time == null ? this : new Occurrence(kind, startedAt, waitUntil, time, why, endedAt);
    }
}
