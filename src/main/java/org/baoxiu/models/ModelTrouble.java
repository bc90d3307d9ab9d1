package org.baoxiu.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The first time that something went wrong under what a change has brought.
 *
 * @param what a sentence without its end, about no person
 * @param slip number of the slip, or what else the case is called by; null where it has no name
 */
public record ModelTrouble(long change, Kind kind, String what, @Nullable String slip, Instant at) {

    /** With the case that it is about, without its end. */
    public String sentence() {
        return slip == null || what.contains(slip) ? what : what + "（" + slip + "）";
    }

    /** What has failed. */
    public enum Kind {
        SUBMISSION,
        JOB,
        DECISION
    }
}
