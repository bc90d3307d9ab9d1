package org.baoxiu.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that the process owner has added to the diagram, as it was taken on a slip.
 *
 * @param clause empty if the diagram names none
 * @param dueAt  null if the table of limits promises nothing
 * @param person login name of whoever has done it; null if nobody has yet, or the case has gone on without it
 */
public record AddedStep(
        String name,
        String clause,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable String person) {

    /** As its promise is judged: what is due now and not done is missed. */
    public boolean missedBy(Instant now) {
        return dueAt != null && (endedAt == null ? !dueAt.isAfter(now) : endedAt.isAfter(dueAt));
    }
}
