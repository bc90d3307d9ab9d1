package org.baoxiu.slip;

import org.jspecify.annotations.Nullable;

/** Other slips that a slip belongs to, by their numbers. A part of the {@link Slip}, which alone changes it. */
public class Ties {

    @Nullable
    String joinedTo;

    @Nullable
    String splitFrom;

    Ties() {}

    /** The slip about the same fault that goes on in its place, or null. */
    public @Nullable String joinedTo() {
        return joinedTo;
    }

    /** What to do instead, once the slip has ended. */
    public String instead() {
        return joinedTo == null ? "如有新的问题，请另行登记报修。" : "请在维修单 " + joinedTo + " 上办理。";
    }

    /** The slip whose report spoke of this fault too, or null. */
    public @Nullable String splitFrom() {
        return splitFrom;
    }
}
