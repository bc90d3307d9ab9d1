package org.baoxiu.paper;

/** Whom a copy of the slip is for (4.3.5): each is a sheet of its own, so that nobody has to cut paper. */
enum Copy {
    CUSTOMER_SERVICE("第一联　客户服务中心联"),
    MAINTENANCE("第二联　维修班联"),
    OWNER("第三联　业主联");

    private final String label;

    Copy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The link on it lets whoever holds the sheet act as the owner, so it is for the owner alone. */
    boolean hasOwnerLink() {
        return this == OWNER;
    }
}
