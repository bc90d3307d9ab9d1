package org.baoxiu.process.repair;

import java.util.Set;

/**
 * The contract with {@code processes/repair-request.bpmn}: its key, messages, elements and what is local to a part of it. The
 * forms of a step are beside the step ({@code ReceiveForms} … {@code FollowUpForms}); no other class spells a name of that model.
 */
public final class RepairRequestProcess {

    public static final String KEY = "repairRequest";

    private RepairRequestProcess() {}

    /** Messages, correlated by business key, which is the slip number. */
    public static final class Messages {
        public static final String REPAIR_REPORTED = "RepairReported";
        public static final String OWNER_URGED = "OwnerUrged";
        public static final String OWNER_COMPLAINED = "OwnerComplained";
        public static final String REQUEST_CANCELLED = "RequestCancelled";
        public static final String SLIP_CORRECTED = "SlipCorrected";
        public static final String SLIP_MISTAKEN = "SlipMistaken";
        public static final String SLIP_JOINED = "SlipJoined";
        public static final String CONSENT_GIVEN = "ConsentGiven";
        public static final String CONSENT_REFUSED = "ConsentRefused";
        public static final String REPAIR_ACCEPTED = "RepairAccepted";
        public static final String REPAIR_REJECTED = "RepairRejected";
        public static final String VISIT_RESCHEDULED = "VisitRescheduled";
        public static final String OWNER_RATED = "OwnerRated";

        private Messages() {}
    }

    /** User tasks and waiting events, by their ids in the model. */
    public static final class Elements {
        public static final String REGISTER_REQUEST = "Task_RegisterRequest";
        public static final String OBTAIN_APPLICATION = "Task_ObtainApplication";
        public static final String SUPPLEMENT_APPLICATION = "Task_SupplementApplication";
        public static final String TEAM_REACHED = "Event_TeamReached";
        public static final String ASSESS_FAULT = "Task_AssessFault";
        public static final String SURVEY_SITE = "Task_SurveySite";
        public static final String HANDLE_IMPORTANT = "Task_HandleImportant";
        public static final String PICK_UP_SLIP = "Task_PickUpSlip";
        public static final String VISIT_SITE = "Task_VisitSite";
        public static final String RESCHEDULE_VISIT = "Task_RescheduleVisit";
        public static final String QUOTE_REPAIR = "Task_QuoteRepair";
        public static final String OBTAIN_CONSENT = "Task_ObtainConsent";
        public static final String CARRY_OUT_REPAIR = "Task_CarryOutRepair";
        public static final String SUPPORT_REPAIR = "Task_SupportRepair";
        public static final String AGREE_DEFERRAL = "Task_AgreeDeferral";
        public static final String PROMISED_TIME = "Event_PromisedTime";
        public static final String ACCEPT_REPAIR = "Task_AcceptRepair";
        public static final String REPORT_RESULT = "Task_ReportResult";
        public static final String REVIEW_FEE = "Task_ReviewFee";
        public static final String VERIFY_PUBLIC_REPAIR = "Task_VerifyPublicRepair";
        public static final String CALL_BACK_OWNER = "Task_CallBackOwner";
        public static final String CALL_BACK_DUE = "Event_CallBackDue";
        public static final String OWNER_RATED_MEANWHILE = "Event_OwnerRatedMeanwhile";
        public static final String IMPROVE_SERVICE = "Task_ImproveService";
        public static final String ANSWER_COMPLAINT = "Task_AnswerComplaint";
        public static final String ACCIDENT_CLOSED = "Event_AccidentClosed";
        public static final String IMPORTANT_SETTLED = "Event_ImportantSettled";
        public static final String HANDLE_ESCALATION = "Task_HandleEscalation";

        private Elements() {}
    }

    /** The seven steps of the procedure, by the ids of their sub-processes. */
    public static final class Steps {
        public static final String RECEIVE = "SubProcess_Receive";
        public static final String REGISTER = "SubProcess_Register";
        public static final String ASSESS = "SubProcess_Assess";
        public static final String DISPATCH = "SubProcess_Dispatch";
        public static final String REPAIR = "SubProcess_Repair";
        public static final String CONFIRM = "SubProcess_Confirm";
        public static final String FOLLOW_UP = "SubProcess_FollowUp";

        private Steps() {}
    }

    /** Parts that run beside the steps. */
    public static final class Beside {
        public static final String CLOCK_DUE = "SubProcess_ClockDue";

        private Beside() {}
    }

    /** Steps that a table decides, as the record of decisions names them. */
    public static final class Decisions {
        public static final String DECIDE_BILL = "Task_DecideBill";

        private Decisions() {}
    }

    /** Options that the server offers to a form, local to its task. */
    public static final class Options {
        public static final String CATALOGUE = "catalogueOptions";
        public static final String TECHNICIANS = "technicianOptions";
        /** Put into the form as it is served: there is no task yet that could have them. */
        public static final String OFFICES = "officeOptions";

        public static final String ITEM_NOTES = "itemNotes";
        public static final String OPEN_SLIPS_HERE = "openSlipsHere";
        /** What concerns many at the place and is known already. */
        public static final String INCIDENTS_HERE = "incidentsHere";

        private Options() {}
    }

    /** What belongs to one clock that somebody is told about, local to the sub-process that tells. */
    public static final class ClockLocals {
        public static final String COMMITMENT_ID = "commitmentId";
        public static final String KIND = "clockKind";
        public static final String STAGE = "clockStage";
        public static final String GROUP = "escalationGroup";
        public static final String ASSIGNEE = "escalationAssignee";
        public static final String TASK = "escalationTask";
        public static final String ACTIONS = "escalationActions";
        public static final String TEXT = "escalationText";
        public static final Set<String> ALL = Set.of(COMMITMENT_ID, KIND, STAGE, GROUP, ASSIGNEE, TASK, ACTIONS, TEXT);
        /** What the task of whoever is told keeps. */
        public static final Set<String> OF_TASK = Set.of(COMMITMENT_ID, ACTIONS, TEXT);

        private ClockLocals() {}
    }
}
