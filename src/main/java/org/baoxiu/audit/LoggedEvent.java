package org.baoxiu.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a slip: a task or step that ended, or something that the owner did.
 *
 * @param id      that no other event has
 * @param element of the diagram; null for what the owner did
 * @param step    name of the one of the seven steps; null for what may happen at any time
 * @param started null where it took no time
 * @param aborted whether something else has ended it
 * @param person  login name, or {@link org.baoxiu.shared.Person#OWNER}; null where it was nobody's task
 * @param limit   in seconds; null where nothing was promised
 */
record LoggedEvent(
        String slip,
        String id,
        String name,
        String kind,
        @Nullable String element,
        @Nullable String step,
        @Nullable Instant started,
        Instant ended,
        boolean aborted,
        @Nullable String person,
        @Nullable Long limit) {

    /** The beginning by the name that process mining tools look for. */
    LogAttributes attributes() {
        return new LogAttributes()
                .time("start_timestamp", started)
                .text("种类", kind)
                .text("步骤", step)
                .text("环节编号", element)
                .whole("限时秒数", limit);
    }
}
