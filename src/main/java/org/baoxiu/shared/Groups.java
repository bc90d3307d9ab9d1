package org.baoxiu.shared;

/**
 * The groups of an office (3), by the ids that models, decision tables, rights and people's records know them by. Those of a
 * qualification are named by the qualification itself.
 */
public final class Groups {

    public static final String CUSTOMER_SERVICE = "customerService";
    public static final String CUSTOMER_SERVICE_LEAD = "customerServiceLead";
    public static final String MAINTENANCE = "maintenance";
    public static final String ENGINEERING_SUPERVISOR = "engineeringSupervisor";
    public static final String DIRECTOR = "director";
    public static final String DUTY_DIRECTOR = "dutyDirector";
    public static final String GENERAL_AFFAIRS = "generalAffairs";
    public static final String PROCESS_OWNER = "processOwner";

    private Groups() {}
}
