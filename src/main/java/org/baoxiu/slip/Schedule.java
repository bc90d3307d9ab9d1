package org.baoxiu.slip;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was said about when it will be finished (4.6.4, 5.1, 5.2, Q4). A part of the {@link Slip}, whose steps alone change it;
 * null is nothing said.
 */
public class Schedule {

    @Nullable
    Instant promisedAt;

    @Nullable
    Instant expectedAt;

    boolean approvalNeeded;

    Schedule() {}

    void promise(@Nullable Instant timeOrNull) {
        promisedAt = timeOrNull;
    }

    void expect(@Nullable Instant timeOrNull) {
        expectedAt = timeOrNull;
    }

    void approvalNeeded(boolean needed) {
        approvalNeeded = needed;
    }

    void approve(Instant until) {
        expectedAt = until;
        approvalNeeded = false;
    }

    Optional<String> objectionToGoingOn() {
        return approvalNeeded ? Optional.of("重要维修已超过时限，须经主任批准才能继续。请等主任在“处理超时”中批准后再提交。") : Optional.empty();
    }

    /** The time that whoever does the work has given or agreed, if any: what was said last about it, before what was promised. */
    public Optional<Instant> completion() {
        return Optional.ofNullable(expectedAt).or(() -> Optional.ofNullable(promisedAt));
    }

    /** When a deferred repair goes on (4.6.4). */
    public @Nullable Instant promisedAt() {
        return promisedAt;
    }

    /** The new time that the technician or the director gave after a promise was missed, or null. */
    public @Nullable Instant expectedAt() {
        return expectedAt;
    }

    /** Whether the director has yet to let an overdue important repair go on (5.2). */
    public boolean approvalNeeded() {
        return approvalNeeded;
    }
}
