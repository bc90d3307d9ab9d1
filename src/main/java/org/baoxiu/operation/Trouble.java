package org.baoxiu.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody has to see to.
 *
 * @param key    the same as long as it is the same thing; at most 200 characters
 * @param what   in Chinese, without names of owners and telephone numbers; at most 500 characters
 * @param since  null where nobody knows
 * @param about  number of the slip, or null
 * @param target of a remedy: the id of the step, the key of the table; null where there is none
 */
public record Trouble(
        TroubleKind kind,
        String key,
        String what,
        @Nullable Instant since,
        @Nullable String about,
        @Nullable String target) {

    static Trouble of(TroubleKind kind, String key, String what, @Nullable Instant since) {
        return new Trouble(kind, key, what, since, null, null);
    }
}
