package org.baoxiu.models;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft's tables tried on what was decided in a period.
 *
 * @param until   the last day
 * @param seen    when it was last heard of
 * @param done    of {@code all} things to be decided again
 * @param failure what it has ended with; null if nothing is wrong
 * @param figures sentences, once it has finished
 */
public record Replay(
        long id,
        long draft,
        String files,
        String person,
        LocalDate from,
        LocalDate until,
        Instant started,
        Instant seen,
        long done,
        long all,
        @Nullable Instant finished,
        @Nullable String failure,
        List<String> figures) {

    /** One slip that would have gone another way. */
    public record Change(String slip, String what, String was, String becomes) {}

    public boolean running() {
        return finished == null;
    }
}
