package org.baoxiu.photo;

/** What a picture of a slip shows. */
public enum PhotoKind {
    REPORT("报修照片"),
    BEFORE("维修前照片"),
    AFTER("维修后照片"),
    SIGNATURE("业主签字");

    /** How many of one kind a slip may have. */
    public static final int MOST = 5;

    private final String label;

    PhotoKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
