package org.baoxiu.shared;

import java.util.Arrays;
import java.util.List;

/** The groups of the procedure, by the ids that models refer to. */
public enum OfficeGroup {
    CUSTOMER_SERVICE(Groups.CUSTOMER_SERVICE, "客户服务中心"),
    CUSTOMER_SERVICE_LEAD(Groups.CUSTOMER_SERVICE_LEAD, "客户服务中心主管"),
    MAINTENANCE(Groups.MAINTENANCE, "工程部维修班"),
    ENGINEERING_SUPERVISOR(Groups.ENGINEERING_SUPERVISOR, "工程部主管"),
    DIRECTOR(Groups.DIRECTOR, "主任"),
    DUTY_DIRECTOR(Groups.DUTY_DIRECTOR, "值班主任"),
    GENERAL_AFFAIRS(Groups.GENERAL_AFFAIRS, "综合部"),
    /** Keeps the rules, forms and diagrams, and has nothing to do with slips. */
    PROCESS_OWNER(Groups.PROCESS_OWNER, "流程管理员");

    /** Whoever works on slips: everybody but the department that only receives the monthly papers. */
    public static final List<OfficeGroup> ON_SLIPS = Arrays.stream(values())
            .filter(group -> group != GENERAL_AFFAIRS && group != PROCESS_OWNER)
            .toList();

    /** Whoever needs any slip for their work; a technician needs those of their own. */
    public static final List<OfficeGroup> ALL_SLIPS = Arrays.stream(values())
            .filter(group -> group != MAINTENANCE && group != PROCESS_OWNER)
            .toList();

    private final String id;
    private final String label;

    OfficeGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }
}
