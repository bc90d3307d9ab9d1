package org.baoxiu.people;

import static org.baoxiu.shared.OfficeGroup.CUSTOMER_SERVICE;
import static org.baoxiu.shared.OfficeGroup.CUSTOMER_SERVICE_LEAD;
import static org.baoxiu.shared.OfficeGroup.DIRECTOR;
import static org.baoxiu.shared.OfficeGroup.DUTY_DIRECTOR;
import static org.baoxiu.shared.OfficeGroup.ENGINEERING_SUPERVISOR;
import static org.baoxiu.shared.OfficeGroup.GENERAL_AFFAIRS;
import static org.baoxiu.shared.OfficeGroup.MAINTENANCE;
import static org.baoxiu.shared.OfficeGroup.PROCESS_OWNER;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.shared.Person;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Who may do what, as little as the work needs.
 *
 * <p>Work on tasks is not listed: the engine itself lets the candidates and the assignee of a task read, claim and complete that
 * one task. Nobody but an administrator may create filters, because a filter may hold expressions that the server runs.
 */
public final class OfficeRights {

    /** Application of whoever may see every slip, with its people, telephones and flats. */
    public static final String ALL_SLIPS = "all-slips";

    /** Application of whoever may change the register, and not only look into it. */
    public static final String REGISTER_KEEP = "register-keep";

    private static final String REPAIR_REQUEST = "repairRequest";
    private static final String REPAIR_ACCIDENT = "repairAccident";
    private static final String OWNER_CONTACT = "ownerContact";
    private static final String SLIP_CORRECTION = "slipCorrection";
    private static final String TECHNICIAN_RECORD = "technicianRecord";
    private static final String CONTRACTOR_RECORD = "contractorRecord";
    private static final String CONTRACTOR_ORDER = "contractorOrder";
    private static final String HAND_OVER = "handOver";
    private static final String ABSENCE = "absence";
    private static final String DUTY_ROSTER = "dutyRoster";
    private static final String FEE_COLLECTION = "feeCollection";
    private static final String MONTH_END = "monthEnd";

    private OfficeRights() {}

    static List<Grant> all() {
        List<Grant> grants = new ArrayList<>();
        for (OfficeGroup group : OfficeGroup.values()) {
            application(grants, group, "tasklist");
            application(grants, group, "welcome");
            application(grants, group, "messages");
            // shows a task's groups by name instead of by id
            grants.add(Grant.ofAny(group, Resources.GROUP, Permissions.READ));
        }
        for (OfficeGroup group : OfficeGroup.ON_SLIPS) {
            application(grants, group, "board");
            application(grants, group, "slips");
            // names the process of a task, shows its diagram
            grants.add(
                    Grant.of(group, Resources.PROCESS_DEFINITION, REPAIR_REQUEST, ProcessDefinitionPermissions.READ));
            grants.add(
                    Grant.of(group, Resources.PROCESS_DEFINITION, REPAIR_ACCIDENT, ProcessDefinitionPermissions.READ));
        }
        for (OfficeGroup group : List.of(CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD)) {
            application(grants, group, "desk");
            application(grants, group, "deliveries");
            application(grants, group, "blank-slips");
            application(grants, group, "statements");
            // whoever takes the call hears of new owners and telephones
            application(grants, group, "register");
            application(grants, group, REGISTER_KEEP);
        }
        for (OfficeGroup group : List.of(CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD, ENGINEERING_SUPERVISOR)) {
            application(grants, group, "incidents");
        }
        // receives the slips (4.3.7)
        application(grants, GENERAL_AFFAIRS, "slips");
        OfficeGroup.ALL_SLIPS.forEach(group -> application(grants, group, ALL_SLIPS));
        application(grants, GENERAL_AFFAIRS, "statements");
        // keeps the records, and so answers whoever asks what is in those of all offices
        ofCompany(grants, GENERAL_AFFAIRS, Resources.APPLICATION, "privacy", Permissions.ACCESS);
        // an auditor's question, about the records of all offices
        ofCompany(grants, GENERAL_AFFAIRS, Resources.APPLICATION, "evidence", Permissions.ACCESS);
        ofCompany(grants, DIRECTOR, Resources.APPLICATION, "evidence", Permissions.ACCESS);
        application(grants, DIRECTOR, "statements");
        start(
                grants,
                REPAIR_REQUEST,
                CUSTOMER_SERVICE,
                CUSTOMER_SERVICE_LEAD,
                MAINTENANCE,
                ENGINEERING_SUPERVISOR,
                DUTY_DIRECTOR);
        start(grants, OWNER_CONTACT, CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD);
        start(grants, SLIP_CORRECTION, CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD, MAINTENANCE);
        start(grants, TECHNICIAN_RECORD, ENGINEERING_SUPERVISOR);
        start(grants, CONTRACTOR_RECORD, ENGINEERING_SUPERVISOR);
        start(grants, CONTRACTOR_ORDER, CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD, ENGINEERING_SUPERVISOR);
        // whoever accompanies a contractor has its task: names the process, shows its diagram
        grants.add(Grant.of(
                MAINTENANCE, Resources.PROCESS_DEFINITION, CONTRACTOR_ORDER, ProcessDefinitionPermissions.READ));
        for (String process : List.of(HAND_OVER, ABSENCE, DUTY_ROSTER)) {
            start(grants, process, ENGINEERING_SUPERVISOR, CUSTOMER_SERVICE_LEAD, DIRECTOR);
        }
        application(grants, CUSTOMER_SERVICE, "links");
        application(grants, CUSTOMER_SERVICE_LEAD, "links");
        owners(grants);
        start(grants, FEE_COLLECTION, CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD, DIRECTOR);
        // a month is one of the whole company
        for (OfficeGroup group : List.of(CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD)) {
            ofCompany(
                    grants,
                    group,
                    Resources.PROCESS_DEFINITION,
                    MONTH_END,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        ofCompany(grants, GENERAL_AFFAIRS, Resources.PROCESS_DEFINITION, MONTH_END, ProcessDefinitionPermissions.READ);
        for (OfficeGroup group :
                List.of(CUSTOMER_SERVICE, CUSTOMER_SERVICE_LEAD, ENGINEERING_SUPERVISOR, DIRECTOR, GENERAL_AFFAIRS)) {
            ofCompany(grants, group, Resources.APPLICATION, "months", Permissions.ACCESS);
        }
        for (OfficeGroup group : List.of(DIRECTOR, DUTY_DIRECTOR, CUSTOMER_SERVICE_LEAD, ENGINEERING_SUPERVISOR)) {
            ofCompany(grants, group, Resources.APPLICATION, "today", Permissions.ACCESS);
            ofCompany(grants, group, Resources.APPLICATION, "heat", Permissions.ACCESS);
            ofCompany(grants, group, Resources.APPLICATION, "ways", Permissions.ACCESS);
        }
        for (OfficeGroup group :
                List.of(DIRECTOR, DUTY_DIRECTOR, CUSTOMER_SERVICE_LEAD, ENGINEERING_SUPERVISOR, GENERAL_AFFAIRS)) {
            ofCompany(grants, group, Resources.APPLICATION, "rules", Permissions.ACCESS);
            ofCompany(grants, group, Resources.APPLICATION, "audit", Permissions.ACCESS);
        }
        models(grants);
        audit(grants, DIRECTOR);
        audit(grants, DUTY_DIRECTOR);
        administer(grants);
        return grants;
    }

    private static void application(List<Grant> grants, OfficeGroup group, String application) {
        grants.add(Grant.of(group, Resources.APPLICATION, application, Permissions.ACCESS));
    }

    /** Of those who work for the whole company only: the engine's cases, history and decisions are of all offices together. */
    private static void ofCompany(
            List<Grant> grants, OfficeGroup group, Resource resource, String resourceId, Permission... permissions) {
        grants.add(new Grant(OfficeGroups.ofCompany(group.id()), resource, resourceId, List.of(permissions)));
    }

    private static void start(List<Grant> grants, String process, OfficeGroup... groups) {
        for (OfficeGroup group : groups) {
            grants.add(Grant.of(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE));
            grants.add(Grant.ofAny(group, Resources.PROCESS_INSTANCE, ProcessInstancePermissions.CREATE));
        }
    }

    /** Owners have no login: the application speaks for whoever holds the link to a slip, and for that slip only. */
    private static void owners(List<Grant> grants) {
        grants.add(new Grant(
                Person.OWNERS,
                Resources.PROCESS_DEFINITION,
                REPAIR_REQUEST,
                List.of(
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.UPDATE_INSTANCE)));
        grants.add(
                new Grant(Person.OWNERS, Resources.PROCESS_INSTANCE, ANY, List.of(ProcessInstancePermissions.CREATE)));
    }

    /** Rules, forms and diagrams: what is deployed may be seen, and the gate judges whatever else is; cases are nobody's here. */
    private static void models(List<Grant> grants) {
        application(grants, PROCESS_OWNER, "models");
        grants.add(Grant.ofAny(PROCESS_OWNER, Resources.DEPLOYMENT, Permissions.CREATE, Permissions.READ));
        grants.add(Grant.ofAny(PROCESS_OWNER, Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ));
        grants.add(Grant.ofAny(PROCESS_OWNER, Resources.DECISION_DEFINITION, Permissions.READ));
        grants.add(Grant.ofAny(PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ));
    }

    /** Cockpit to look at, its open tasks too, not to change anything in; for whoever works for the whole company. */
    private static void audit(List<Grant> grants, OfficeGroup group) {
        ofCompany(grants, group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        ofCompany(
                grants,
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        ofCompany(grants, group, Resources.TASK, ANY, Permissions.READ);
        ofCompany(grants, group, Resources.DEPLOYMENT, ANY, Permissions.READ);
        ofCompany(grants, group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        ofCompany(grants, group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private static void administer(List<Grant> grants) {
        for (Resource resource : Resources.values()) {
            grants.add(new Grant(GroupsAtStart.ADMINISTRATORS, resource, ANY, List.of(Permissions.ALL)));
        }
    }
}
