package org.baoxiu.fee;

/** How money changed hands: as cash, by transfer, or deducted from what the owner has with the office (3.5, 4.3.8). */
public enum PaymentWay {
    CASH("现金"),
    TRANSFER("转账"),
    DEDUCTED("代扣");

    private final String label;

    PaymentWay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
