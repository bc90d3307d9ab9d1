package org.baoxiu.commitment;

/** Why somebody is told of a clock: it will be missed soon, it is missed, or it still is. */
public enum Stage {
    WARNING("提醒"),
    MISSED("超时"),
    AGAIN("仍未完成");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
