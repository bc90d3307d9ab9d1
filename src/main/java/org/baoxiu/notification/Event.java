package org.baoxiu.notification;

import java.util.Arrays;
import java.util.Locale;

/**
 * What people are told of. Who gets which text through which channel is in the decision table of notifications; a test
 * compares the events with the table and with what can happen in the models, both ways.
 */
public enum Event {
    // clocks
    CLOCK_WARNING,
    CLOCK_MISSED,
    CLOCK_AGAIN,
    HAND_OVER_WARNING,
    HAND_OVER_MISSED,
    HAND_OVER_AGAIN,
    VERIFICATION_REMINDER,
    /** The public holidays of a year are missing or not confirmed. */
    HOLIDAYS_MISSING,
    /** How the work stands, for whoever wants to know it each morning. */
    MORNING_FIGURES,
    // the team learns of a slip, or does not (4.3.2, 4.6.1b)
    NEW_SLIP,
    TEAM_NOT_REACHED,
    NO_QUALIFIED_PERSON,
    // only a contractor may repair, or the one on the way is not needed any more (Q3)
    CONTRACTOR_NEEDED,
    CONTRACTOR_CALLED_OFF,
    // the owner's word (4.1, 4.2.1.1, 4.3.4.4, 4.3.4.8, S7)
    URGED,
    COMPLAINED,
    WITHDRAWN,
    /** The slip was mistaken, and nobody need go. */
    CALLED_OFF,
    /** Another fault of the same report has a slip of its own now. */
    SLIP_SPLIT,
    /** The slip has ended in another one about the same fault, and nobody need go for it. */
    JOINED_AWAY,
    FAULT_ADDED,
    PHONE_CORRECTED,
    /** The owner has added something on the page. */
    OWNER_REMARK,
    /** What was registered wrongly has been put right. */
    SLIP_CORRECTED,
    APPOINTMENT_MADE,
    CONSENT_GIVEN,
    ANOTHER_QUOTE,
    REPAIR_REFUSED,
    ACCEPTED,
    ACCEPTANCE_REFUSED,
    NOT_FIXED,
    RATED_BADLY,
    // the class goes up (4.2, 4.4)
    CLASS_RAISED,
    ACCIDENT_DECLARED,
    // hands (3.3, S4, 4.7.4)
    ASSIGNED,
    TRANSFERRED,
    REASSIGNED,
    RETURNED,
    HELPER_ADDED,
    SUPPORT_GIVEN,
    /** Somebody of the office has left word for whoever has the slip. */
    OFFICE_REMARK,
    WORK_HANDED_OVER,
    WORK_RELEASED,
    /** The same of a task that is about no slip. */
    TASK_HANDED_OVER,
    TASK_RELEASED,
    /** Of all that somebody handed over, some went to the group; told to whoever did it. */
    PARTLY_HANDED_OVER,
    /** Nobody is on duty, though there is a roster. */
    ROSTER_GAP,
    // a certificate ran out in the middle of the work (Q3)
    CERTIFICATE_LAPSED,
    // times (4.6.4, 5.1, 5.2)
    DEFERRAL_AGREED,
    NEW_TIME,
    OVERRUN_APPROVED,
    // one fault that concerns many; whom it concerns is told of the same
    INCIDENT_DECLARED,
    INCIDENT_CHANGED,
    /** Its expected end has passed, and nobody has said that it is over; told to those who may. */
    INCIDENT_PASSED,
    INCIDENT_ENDED,
    // rules, forms and diagrams that a process owner has changed
    /** The first trouble since a change went live. */
    MODELS_FAILING,
    /** What was to go live at a time did not. */
    MODELS_NOT_LIVE,
    /** A second person has to approve. */
    MODELS_TO_APPROVE,
    // a task is there for somebody: by the ids of the user tasks, which begin with Task_; those that a table may single
    // out
    REGISTER_REQUEST,
    OBTAIN_APPLICATION,
    SUPPLEMENT_APPLICATION,
    ASSESS_FAULT,
    SURVEY_SITE,
    PICK_UP_SLIP,
    VISIT_SITE,
    RESCHEDULE_VISIT,
    QUOTE_REPAIR,
    OBTAIN_CONSENT,
    CARRY_OUT_REPAIR,
    SUPPORT_REPAIR,
    AGREE_DEFERRAL,
    ACCEPT_REPAIR,
    REPORT_RESULT,
    REVIEW_FEE,
    VERIFY_PUBLIC_REPAIR,
    CALL_BACK_OWNER,
    IMPROVE_SERVICE,
    HANDLE_IMPORTANT,
    ANSWER_COMPLAINT,
    HANDLE_ESCALATION,
    REPORT_ACCIDENT,
    ANSWER_OWNER,
    PLAN_SOLUTION,
    SOLVE_ACCIDENT,
    STATE_CAUSE,
    CLOSE_ACCIDENT,
    OWNER_CONTACT,
    CORRECT_SLIP,
    ORDER_CONTRACTOR,
    CONTRACTOR_ARRIVAL,
    CONTRACTOR_RESULT,
    CHECK_MONTH,
    RECEIVE_PACK,
    /** Any other task. Whoever may do it is told of it, as of most of those above. */
    OTHER_TASK,

    // the owner, by the names of SlipEvent
    RECEIVED,
    TEAM_NOTIFIED,
    TECHNICIAN_ASSIGNED,
    ARRIVED,
    VISIT_APPOINTED,
    QUOTED,
    QUOTE_CHANGED,
    COST_CHANGED,
    TIME_CHANGED,
    DEFERRED,
    FINISHED,
    CALL_BACK_MISSED,
    CLOSED,
    CANCELLED,
    MISTAKEN,
    JOINED,
    // the owner, by SlipCorrected
    CORRECTED,
    // the owner, by RemarkAnswered
    REMARK_ANSWERED,
    // the owner, by ContractorAgreed
    CONTRACTOR_AGREED,

    // the application of a client, by no decision table
    STATE_CHANGED,
    // the administrators, by no decision table: the table may be among what was refused
    MODELS_REFUSED,
    // the administrators, by no decision table: the table may be what has failed
    TROUBLE;

    private static final String TASK = "Task_";

    /** @param element id of a user task */
    public static Event ofTask(String element) {
        String name = element.replaceFirst("^" + TASK, "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElse(OTHER_TASK);
    }

    /** Whether it is about rules, forms and diagrams, and is seen to there. */
    public boolean ofModels() {
        return this == MODELS_FAILING || this == MODELS_NOT_LIVE || this == MODELS_TO_APPROVE;
    }

    /** Whether people of the office are told of it, by the table of recipients. */
    public boolean ofStaff() {
        return compareTo(RECEIVED) < 0;
    }
}
