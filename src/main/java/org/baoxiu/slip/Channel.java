package org.baoxiu.slip;

/** How the request reached the office (S1, 4.7.2, 4.7.3, 4.7.8). */
public enum Channel {
    PHONE("电话"),
    FRONT_DESK("前台"),
    WEB("业主网页"),
    API("业主应用"),
    LETTER("信函"),
    FAX("传真"),
    PATROL("巡视"),
    OTHER_DEPARTMENT("其他部门"),
    DUTY_DIRECTOR("值班主任");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    /** Whether owners come by it themselves: no colleague reports for them this way. */
    boolean ofOwners() {
        return this == WEB || this == API;
    }

    public String label() {
        return label;
    }
}
