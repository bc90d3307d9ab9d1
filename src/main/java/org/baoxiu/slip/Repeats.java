package org.baoxiu.slip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The urges, complaints and repeat reports that count towards an accident (4.2.1.1).
 *
 * @param lastAt when one of them counted last; null while none has, or when that was not kept yet
 */
record Repeats(int counted, @Nullable Instant lastAt) {

    static final Repeats NONE = new Repeats(0, null);

    Repeats and(Instant now) {
        return new Repeats(counted + 1, now);
    }
}
