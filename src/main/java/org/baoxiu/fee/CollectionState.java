package org.baoxiu.fee;

/** How far the charge of a slip has been collected (3.5). It follows from the entries and is written down nowhere. */
public enum CollectionState {
    NOTHING_DUE("无应收"),
    OPEN("未收"),
    PARTLY_PAID("部分已收"),
    PAID("已收清"),
    WAIVED("已减免"),
    TO_REFUND("待退款");

    private final String label;

    CollectionState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
