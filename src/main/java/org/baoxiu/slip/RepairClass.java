package org.baoxiu.slip;

import org.jspecify.annotations.Nullable;

/** The three classes of 4.2, in rising order: rules move a slip up only. */
public enum RepairClass {
    DAILY("日常维修"),
    IMPORTANT("重要维修"),
    ACCIDENT("维修事故");

    private final String label;

    RepairClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Also of a slip whose class nobody has named yet. */
    public static String labelOf(@Nullable RepairClass classOrNull) {
        return classOrNull == null ? "未界定" : classOrNull.label;
    }

    public boolean above(@Nullable RepairClass other) {
        return other == null || compareTo(other) > 0;
    }
}
