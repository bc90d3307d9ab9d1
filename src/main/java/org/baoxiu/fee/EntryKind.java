package org.baoxiu.fee;

/** What an entry of the collection does: charge, take in, let off, give back (3.5). */
public enum EntryKind {
    BILLED("应收"),
    PAYMENT("收款"),
    WAIVER("减免"),
    REFUND("退款");

    private final String label;

    EntryKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
