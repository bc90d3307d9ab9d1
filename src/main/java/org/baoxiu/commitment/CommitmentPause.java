package org.baoxiu.commitment;

import java.time.Instant;

/**
 * A time that does not count against a promise, with its reason.
 *
 * @param pausedUntil null while it lasts
 */
public record CommitmentPause(Instant pausedFrom, Instant pausedUntil, String reason) {

    boolean open() {
        return pausedUntil == null;
    }
}
