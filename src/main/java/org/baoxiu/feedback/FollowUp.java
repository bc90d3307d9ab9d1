package org.baoxiu.feedback;

import java.util.Arrays;
import java.util.Locale;

/** What follows a call-back, as the decision {@code satisfactionFollowUp} says (S7, Q6, 4.3.6). */
public enum FollowUp {
    CLOSE("结束"),
    IMPROVE("改进服务"),
    REWORK("返修"),
    RETRY("再访");

    private final String label;

    FollowUp(String label) {
        this.label = label;
    }

    /** @throws IllegalArgumentException if the decision knows an outcome that the procedure does not */
    public static FollowUp of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "follow-up must be close, improve, rework or retry but is " + code));
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
