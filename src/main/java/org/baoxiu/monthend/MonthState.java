package org.baoxiu.monthend;

/** How far the settling of a month has come. Before it is frozen a month is open and has no record. */
public enum MonthState {
    FROZEN("已冻结，待核对"),
    HANDED_OVER("已移交综合部"),
    CLOSED("已关账");

    private final String label;

    MonthState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
