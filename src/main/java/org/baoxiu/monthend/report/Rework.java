package org.baoxiu.monthend.report;

/** Why a repair counts as reworked (5.4): whoever did the work that did not hold is named beside it. */
public enum Rework {
    ACCEPTANCE("验收或核查不合格"),
    CALL_BACK("回访未修好"),
    REPEAT("验收后再次报修");

    private final String label;

    Rework(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
