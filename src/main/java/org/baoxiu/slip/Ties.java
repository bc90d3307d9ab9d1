package org.baoxiu.slip;

import org.jspecify.annotations.Nullable;

/** Other slips that a slip belongs to, by their numbers. A part of the {@link Slip}, which alone changes it. */
public class Ties {

    @Nullable
    String joinedTo;

    Ties() {}

    /** The slip about the same fault that goes on in its place, or null. */
    public @Nullable String joinedTo() {
        return joinedTo;
    }
}
