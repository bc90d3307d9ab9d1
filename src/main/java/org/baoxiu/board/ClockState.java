package org.baoxiu.board;

/** How a slip stands against the promise that presses most, as the board colours it. */
public enum ClockState {
    OVERDUE("已超时"),
    DUE_SOON("将到"),
    WITHIN("在时限内"),
    PAUSED("暂停"),
    NONE("无时限");

    private final String label;

    ClockState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
