package org.baoxiu.commitment;

/** Who has to keep a promise, and for whom a miss of it counts (4.6, 5, 4.7.1). */
public enum ResponsibleRole {
    CUSTOMER_SERVICE("客户服务中心"),
    CUSTOMER_SERVICE_LEAD("客户服务中心主管"),
    /** The team, and of it the technician who has the slip. */
    MAINTENANCE("工程部维修班"),
    DIRECTOR("主任"),
    /** Outside the office; what it has agreed is its own promise (Q3). */
    CONTRACTOR("外包单位"),
    /** Of a step that the process owner has added: whoever the diagram names for it. */
    WHOEVER_HAS_THE_STEP("办这一步的人");

    private final String label;

    ResponsibleRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
