package org.baoxiu.models;

import org.springframework.core.NestedExceptionUtils;

/** How faults name causes. */
final class Sentences {

    private static final int LONGEST = 300;

    private Sentences() {}

    static String reason(Throwable error) {
        String reason = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(error).getMessage())
                .strip()
                .replaceAll("\\s+", " ");
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    }
}
