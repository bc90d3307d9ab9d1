package org.baoxiu.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time that does not count against a promise, with its reason.
 *
 * @param pausedUntil null while it lasts
 */
public record CommitmentPause(Instant pausedFrom, @Nullable Instant pausedUntil, String reason) {

    boolean open() {
        return pausedUntil == null;
    }
}
