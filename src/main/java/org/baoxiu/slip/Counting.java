package org.baoxiu.slip;

/**
 * Whether an urge, complaint or repeat report counts towards an accident (4.2.1.1), by the classification rules.
 *
 * @param reason Chinese, why it does not; empty where it does
 */
public record Counting(boolean counts, String reason) {

    String text() {
        return counts ? "" : "（" + reason + "，不计入重复次数）";
    }
}
