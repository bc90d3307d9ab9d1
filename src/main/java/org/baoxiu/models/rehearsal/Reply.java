package org.baoxiu.models.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a process says: that it is ready, once; then to each {@link Order} its cases as they are over, and that it is done.
 *
 * @param run     null if no case is over
 * @param refused why the set is not let in; null if it is
 * @param done    whether nothing follows
 */
record Reply(@Nullable CaseRun run, @Nullable String refused, boolean done) {

    /** Tells it from what else the process writes. */
    static final String MARK = "@rehearsal ";

    static Reply over(CaseRun run) {
        return new Reply(run, null, false);
    }

    static Reply refused(String reason) {
        return new Reply(null, reason, true);
    }

    static Reply finished() {
        return new Reply(null, null, true);
    }
}
