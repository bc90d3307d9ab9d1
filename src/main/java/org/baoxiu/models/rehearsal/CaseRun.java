package org.baoxiu.models.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one case.
 *
 * @param path what it came to, in the order of time
 * @param stop where and why it stopped; null if it has come to its end
 */
record CaseRun(String name, List<Visit> path, @Nullable Stop stop) {

    /** An element of a process, by their ids. */
    record Visit(String process, String element) {}

    /**
     * @param form   id of the form that somebody had before them; empty if nobody had one
     * @param reason a sentence
     */
    record Stop(String process, String element, String form, String reason) {}
}
