package org.baoxiu.slip;

import java.time.Instant;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * Something that an owner has added to a slip.
 *
 * @param answer     of the office, null until there is one, as are the other facts of the answer
 * @param answeredBy login name
 */
public record OwnerRemark(
        long id,
        String words,
        Instant saidAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    public String said() {
        return Times.minute(saidAt);
    }

    /** Empty until then. */
    public String answered() {
        return answeredAt == null ? "" : Times.minute(answeredAt);
    }
}
