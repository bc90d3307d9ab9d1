package org.baoxiu.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise as the slip has it now.
 *
 * @param waitUntil  the time before this moment does not count; null if all of it does
 * @param waitsFor   the reason of the wait; empty where there is none
 * @param pausedFrom since when it does not count until further notice; null while it counts
 * @param pausedFor  likewise of the pause
 * @param endedAt    when it was kept, late or in time; null while it is owed
 */
record Occurrence(
        CommitmentKind kind,
        Instant startedAt,
        @Nullable Instant waitUntil,
        String waitsFor,
        @Nullable Instant pausedFrom,
        String pausedFor,
        @Nullable Instant endedAt) {

    static Occurrence of(CommitmentKind kind, Instant startedAt, @Nullable Instant endedAt) {
        return new Occurrence(kind, startedAt, null, "", null, "", endedAt);
    }

    Occurrence waitingUntil(@Nullable Instant time, String why) {
        return time == null || !time.isAfter(startedAt)
                ? this
                : new Occurrence(kind, startedAt, time, why, pausedFrom, pausedFor, endedAt);
    }

    Occurrence pausedSince(@Nullable Instant time, String why) {
        return time == null ? this : new Occurrence(kind, startedAt, waitUntil, waitsFor, time, why, endedAt);
    }
}
