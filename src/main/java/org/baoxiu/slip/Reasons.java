package org.baoxiu.slip;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not simply go on, each kind in the words of whoever said it last; null while nobody has. A part of the
 * {@link Slip}, which alone changes it.
 */
public class Reasons {

    @Nullable
    String visit;

    @Nullable
    String deferral;

    @Nullable
    String help;

    @Nullable
    String complaint;

    @Nullable
    String improvement;

    @Nullable
    String cancellation;

    @Nullable
    String mistake;

    @Nullable
    String joining;

    /** Why the last visit led to no work: the owner was absent, the slip was transferred or given back. */
    public @Nullable String visit() {
        return visit;
    }

    /** Why the repair cannot be done now (4.6.4). */
    public @Nullable String deferral() {
        return deferral;
    }

    /** What the technician asks the supervisor to help with (4.7.4). */
    public @Nullable String help() {
        return help;
    }

    /** The owner's last complaint (4.1). */
    public @Nullable String complaint() {
        return complaint;
    }

    /** What has to be improved after the call-back (S7). */
    public @Nullable String improvement() {
        return improvement;
    }

    public @Nullable String cancellation() {
        return cancellation;
    }

    /** Why the slip should never have been opened. */
    public @Nullable String mistake() {
        return mistake;
    }

    /** Why the slip is about the same as another one. */
    public @Nullable String joining() {
        return joining;
    }
}
