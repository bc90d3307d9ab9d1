package org.baoxiu.slip;

import java.time.Instant;

/**
 * Whether an urge, complaint or repeat report counts towards an accident (4.2.1.1), by the classification rules.
 *
 * @param reason Chinese, why it does not; empty where it does
 * @param at     when it was said
 */
public record Counting(boolean counts, String reason, Instant at) {

    String text() {
        return counts ? "" : "（" + reason + "，不计入重复次数）";
    }
}
