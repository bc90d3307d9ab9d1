package org.baoxiu.slip;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The urges, complaints and repeat reports that count towards an accident (4.2.1.1).
 *
 * @param lastAt when one of them counted last; null while none has, or when that was not kept yet
 */
record Repeats(int counted, @Nullable Instant lastAt) {

    static final Repeats NONE = new Repeats(0, null);

    Repeats and(Instant at) {
        return and(new Repeats(1, at));
    }

    Repeats and(Repeats others) {
        return new Repeats(
                counted + others.counted,
                Stream.of(Optional.ofNullable(lastAt), Optional.ofNullable(others.lastAt))
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }
}
