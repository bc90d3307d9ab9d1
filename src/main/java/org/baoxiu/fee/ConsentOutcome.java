package org.baoxiu.fee;

/** What the owner says to a quote (4.3.4.4). */
public enum ConsentOutcome {
    AGREED("同意"),
    REQUOTE("要求调整"),
    REFUSED("不同意");

    private final String label;

    ConsentOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
