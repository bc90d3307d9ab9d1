package org.baoxiu.slip;

/** Where the fault is; it decides who opens the slip and whether an owner pays (4.5.1, 4.5.2). */
public enum Area {
    INSIDE("业主单元内"),
    PUBLIC("公共部位");

    private final String label;

    Area(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
