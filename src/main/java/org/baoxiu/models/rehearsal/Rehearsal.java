package org.baoxiu.models.rehearsal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was rehearsed.
 *
 * @param files       names of those that differed from what was in force
 * @param fingerprint of all that would have been in force
 * @param finished    null while it runs, or if nobody has heard of it any more
 * @param failure     why it was not gone through; null if nothing is wrong
 * @param lost        whether its node has died
 * @param cases       those that are over, in their order
 */
public record Rehearsal(
        long id,
        long draft,
        String files,
        String fingerprint,
        String person,
        Instant started,
        @Nullable Instant finished,
        @Nullable String failure,
        boolean lost,
        List<Case> cases) {

    /**
     * @param place   from 0
     * @param visits  how many elements it came to
     * @param process where it stopped, with the names of element and process; null, like the rest, if it has come to its end
     * @param form    id of the form there; empty if there was none
     */
    public record Case(
            int place,
            String name,
            int visits,
            List<String> processes,
            @Nullable String process,
            @Nullable String element,
            String form,
            @Nullable String reason) {

        public boolean stopped() {
            return reason != null;
        }
    }

    public boolean running() {
        return finished == null && !lost;
    }
}
