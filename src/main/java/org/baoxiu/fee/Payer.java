package org.baoxiu.fee;

/** Who pays for a repair, as the table of fees says (3.5). */
public enum Payer {
    OWNER("业主承担"),
    OFFICE("管理处承担"),
    WARRANTY("保修单位承担"),
    PUBLIC_FUND("公共维修费用承担");

    private final String label;

    Payer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
