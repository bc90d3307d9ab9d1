package org.baoxiu.process.repair.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.EscalationAction;
import org.baoxiu.commitment.Stage;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.notification.Event;
import org.baoxiu.process.contractor.ContractorOrderProcess.ArrivalOutcome;
import org.baoxiu.process.contractor.ContractorOrderProcess.OrderWay;
import org.baoxiu.process.contractor.ContractorOrderProcess.ResultOutcome;
import org.baoxiu.process.repair.anytime.AnyTimeForms.LeadDecision;
import org.baoxiu.process.repair.correction.SlipCorrectionProcess.CorrectionKind;
import org.baoxiu.process.repair.owner.OwnerContactProcess.ContactKind;
import org.baoxiu.process.repair.step5work.WorkForms.ConsentOutcome;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.AcceptanceOutcome;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.FeeDecision;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.VerificationOutcome;
import org.baoxiu.process.repair.step7followup.FollowUpForms.CallBackOutcome;
import org.baoxiu.slip.VisitOutcome;
import org.baoxiu.slip.WorkOutcome;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What can happen by the models and by what people choose in their forms, and of which event the office is told by it. What
 * is new fails here until somebody has decided who has to learn of it; the table of recipients then says who.
 */
@DisplayName("会发生的事都有人知道")
@Tag("found:B2")
class EventsOfModelsTest {

    private static final List<Event> CLOCK = List.of(Event.CLOCK_WARNING, Event.CLOCK_MISSED, Event.CLOCK_AGAIN);
    /** Nobody has to act on it, or it is no news for whoever does. */
    private static final List<Event> NOBODY = List.of();

    /** Messages and escalations by name, timers and conditions by the id of their event. */
    private static final Map<String, List<Event>> CAUGHT = Map.ofEntries(
            Map.entry("RepairReported", List.of(Event.REGISTER_REQUEST)),
            Map.entry("OwnerUrged", List.of(Event.URGED)),
            Map.entry("OwnerComplained", List.of(Event.COMPLAINED, Event.ANSWER_COMPLAINT)),
            Map.entry("RequestCancelled", List.of(Event.WITHDRAWN)),
            Map.entry("SlipCorrected", List.of(Event.CLASS_RAISED, Event.ACCIDENT_DECLARED)),
            Map.entry("SlipMistaken", List.of(Event.CALLED_OFF)),
            Map.entry("SlipJoined", List.of(Event.JOINED_AWAY)),
            Map.entry("ConsentGiven", List.of(Event.CONSENT_GIVEN)),
            Map.entry("ConsentRefused", List.of(Event.ANOTHER_QUOTE, Event.REPAIR_REFUSED)),
            Map.entry("RepairAccepted", List.of(Event.ACCEPTED)),
            Map.entry("RepairRejected", List.of(Event.ACCEPTANCE_REFUSED)),
            Map.entry("VisitRescheduled", List.of(Event.APPOINTMENT_MADE)),
            Map.entry("OwnerRated", List.of(Event.NOT_FIXED, Event.IMPROVE_SERVICE, Event.RATED_BADLY)),
            Map.entry("ClassRaised", List.of(Event.CLASS_RAISED, Event.ACCIDENT_DECLARED)),
            Map.entry("ClockDue", CLOCK),
            Map.entry("Event_TeamReached", List.of(Event.NEW_SLIP, Event.TEAM_NOT_REACHED)),
            Map.entry("Event_PromisedTime", List.of(Event.CARRY_OUT_REPAIR)),
            Map.entry("Event_CallBackDue", List.of(Event.CALL_BACK_OWNER)),
            Map.entry("Event_ClockSettled", NOBODY),
            Map.entry("Event_AccidentClosed", NOBODY),
            Map.entry("Event_ImportantSettled", NOBODY),
            Map.entry("StartEvent_OneDay", List.of(Event.CLASS_RAISED)),
            Map.entry("StartEvent_TwoWeeks", List.of(Event.ACCIDENT_DECLARED)),
            Map.entry("StartEvent_FirstOfMonth", List.of(Event.CHECK_MONTH)),
            Map.entry("Timer_HandOverWarning", List.of(Event.HAND_OVER_WARNING)),
            Map.entry("Timer_HandOverOverdue", List.of(Event.HAND_OVER_MISSED, Event.HAND_OVER_AGAIN)),
            Map.entry("Event_AbsenceBegins", List.of(Event.WORK_RELEASED)),
            Map.entry("Event_AbsenceEnds", NOBODY),
            Map.entry("Timer_ContractorOverdue", List.of(Event.CLOCK_MISSED)),
            Map.entry("ContractorNotNeeded", List.of(Event.CONTRACTOR_CALLED_OFF)),
            Map.entry("StartEvent_EveryHour", List.of(Event.ROSTER_GAP)),
            Map.entry("StartEvent_VerificationReminder", List.of(Event.VERIFICATION_REMINDER)));

    private static final Map<Enum<?>, List<Event>> CHOSEN = Map.ofEntries(
            Map.entry(VisitOutcome.ARRIVED, NOBODY),
            Map.entry(VisitOutcome.OWNER_ABSENT, List.of(Event.RESCHEDULE_VISIT)),
            Map.entry(VisitOutcome.TRANSFERRED, List.of(Event.TRANSFERRED)),
            Map.entry(VisitOutcome.RETURNED, List.of(Event.RETURNED)),
            Map.entry(WorkOutcome.DONE, NOBODY),
            Map.entry(WorkOutcome.CHANGE, NOBODY),
            Map.entry(WorkOutcome.HELP, List.of(Event.SUPPORT_REPAIR)),
            Map.entry(WorkOutcome.DEFER, List.of(Event.AGREE_DEFERRAL)),
            Map.entry(ConsentOutcome.AGREED, List.of(Event.CONSENT_GIVEN)),
            Map.entry(ConsentOutcome.REQUOTE, List.of(Event.ANOTHER_QUOTE)),
            Map.entry(ConsentOutcome.REFUSED, List.of(Event.REPAIR_REFUSED)),
            Map.entry(AcceptanceOutcome.ACCEPTED, List.of(Event.ACCEPTED)),
            Map.entry(AcceptanceOutcome.REJECTED, List.of(Event.ACCEPTANCE_REFUSED)),
            Map.entry(VerificationOutcome.PASSED, List.of(Event.CALL_BACK_OWNER)),
            Map.entry(VerificationOutcome.FAILED, List.of(Event.ACCEPTANCE_REFUSED)),
            Map.entry(CallBackOutcome.REACHED, NOBODY),
            Map.entry(CallBackOutcome.NOT_REACHED, List.of(Event.CALL_BACK_OWNER)),
            Map.entry(FollowUp.CLOSE, NOBODY),
            Map.entry(FollowUp.IMPROVE, List.of(Event.IMPROVE_SERVICE)),
            Map.entry(FollowUp.REWORK, List.of(Event.NOT_FIXED)),
            Map.entry(FollowUp.RETRY, List.of(Event.CALL_BACK_OWNER)),
            Map.entry(LeadDecision.KEEP, NOBODY),
            Map.entry(LeadDecision.DOWNGRADE, NOBODY),
            Map.entry(FeeDecision.APPROVE, NOBODY),
            Map.entry(FeeDecision.REDUCE, NOBODY),
            Map.entry(EscalationAction.ACKNOWLEDGE, NOBODY),
            Map.entry(EscalationAction.TAKE_OVER, NOBODY),
            Map.entry(EscalationAction.REASSIGN, List.of(Event.REASSIGNED)),
            Map.entry(EscalationAction.ADD_PEOPLE, List.of(Event.HELPER_ADDED)),
            Map.entry(EscalationAction.APPROVE, List.of(Event.OVERRUN_APPROVED)),
            Map.entry(EscalationAction.NEW_TIME, List.of(Event.NEW_TIME)),
            Map.entry(ContactKind.ENQUIRE, NOBODY),
            Map.entry(ContactKind.SEARCH, NOBODY),
            Map.entry(ContactKind.NOTHING, NOBODY),
            Map.entry(ContactKind.URGE, List.of(Event.URGED)),
            Map.entry(ContactKind.COMPLAIN, List.of(Event.COMPLAINED)),
            Map.entry(ContactKind.CANCEL, List.of(Event.WITHDRAWN)),
            Map.entry(ContactKind.ADD, List.of(Event.FAULT_ADDED)),
            Map.entry(ContactKind.CORRECT_PHONE, List.of(Event.PHONE_CORRECTED)),
            Map.entry(ContactKind.RESCHEDULE, List.of(Event.APPOINTMENT_MADE)),
            Map.entry(CorrectionKind.CORRECT, List.of(Event.SLIP_CORRECTED)),
            Map.entry(CorrectionKind.MISTAKEN, List.of(Event.CALLED_OFF)),
            Map.entry(CorrectionKind.JOIN, List.of(Event.JOINED_AWAY, Event.URGED)),
            Map.entry(CorrectionKind.SPLIT, List.of(Event.SLIP_SPLIT, Event.REGISTER_REQUEST)),
            Map.entry(CorrectionKind.NOTHING, NOBODY),
            Map.entry(OrderWay.GIVE, NOBODY),
            Map.entry(OrderWay.NOTHING, NOBODY),
            Map.entry(ArrivalOutcome.ARRIVED, List.of(Event.CONTRACTOR_RESULT)),
            Map.entry(ArrivalOutcome.NEW_TIME, NOBODY),
            Map.entry(ArrivalOutcome.HANDED_BACK, List.of(Event.ORDER_CONTRACTOR)),
            Map.entry(ResultOutcome.DONE, NOBODY),
            Map.entry(ResultOutcome.NEW_TIME, List.of(Event.CONTRACTOR_ARRIVAL)),
            Map.entry(ResultOutcome.HANDED_BACK, List.of(Event.ORDER_CONTRACTOR)),
            Map.entry(Stage.WARNING, List.of(Event.CLOCK_WARNING, Event.HAND_OVER_WARNING)),
            Map.entry(Stage.MISSED, List.of(Event.CLOCK_MISSED, Event.HAND_OVER_MISSED)),
            Map.entry(Stage.AGAIN, List.of(Event.CLOCK_AGAIN, Event.HAND_OVER_AGAIN)));

    /** By a step of somebody who picks up, supports or promises, by the state of the roster and of the holidays; by a page. */
    private static final Set<Event> BY_A_STEP = EnumSet.of(
            Event.ASSIGNED,
            Event.SUPPORT_GIVEN,
            Event.OFFICE_REMARK,
            Event.OWNER_REMARK,
            Event.DEFERRAL_AGREED,
            Event.NO_QUALIFIED_PERSON,
            Event.CONTRACTOR_NEEDED,
            Event.WORK_HANDED_OVER,
            Event.WORK_RELEASED,
            Event.TASK_HANDED_OVER,
            Event.TASK_RELEASED,
            Event.PARTLY_HANDED_OVER,
            Event.ROSTER_GAP,
            Event.CERTIFICATE_LAPSED,
            Event.HOLIDAYS_MISSING,
            Event.MORNING_FIGURES,
            Event.CAUSES_UNSIGNED,
            Event.INCIDENT_DECLARED,
            Event.INCIDENT_CHANGED,
            Event.INCIDENT_PASSED,
            Event.INCIDENT_ENDED,
            Event.MODELS_FAILING,
            Event.MODELS_NOT_LIVE,
            Event.MODELS_TO_APPROVE,
            Event.OTHER_TASK);

    @Test
    @DisplayName(
            "every event of a task is that of a user task of our models; any other task has the event of other tasks")
    void tasks() throws IOException {
        Set<Event> told = EnumSet.noneOf(Event.class);
        for (BpmnModelInstance model : models()) {
            model.getModelElementsByType(UserTask.class).forEach(task -> told.add(Event.ofTask(task.getId())));
        }
        assertThat(told).containsAll(EnumSet.range(Event.REGISTER_REQUEST, Event.RECEIVE_PACK));
        assertThat(Event.ofTask("Task_CheckWaterMeter")).isEqualTo(Event.OTHER_TASK);
    }

    @Test
    @DisplayName(
            "every message, escalation, timer and condition that a model waits for is in the list, and nothing else")
    void caught() throws IOException {
        Set<String> caught = new TreeSet<>();
        for (BpmnModelInstance model : models()) {
            for (CatchEvent event : model.getModelElementsByType(CatchEvent.class)) {
                event.getEventDefinitions().forEach(definition -> caught.add(name(event, definition)));
            }
        }
        assertThat(caught).isEqualTo(new TreeSet<>(CAUGHT.keySet()));
    }

    @Test
    @DisplayName("every choice of a form that moves a slip is in the list")
    void chosen() {
        Set<Enum<?>> choices = Stream.<Enum<?>[]>of(
                        VisitOutcome.values(),
                        WorkOutcome.values(),
                        ConsentOutcome.values(),
                        AcceptanceOutcome.values(),
                        VerificationOutcome.values(),
                        CallBackOutcome.values(),
                        FollowUp.values(),
                        LeadDecision.values(),
                        FeeDecision.values(),
                        EscalationAction.values(),
                        ContactKind.values(),
                        CorrectionKind.values(),
                        OrderWay.values(),
                        ArrivalOutcome.values(),
                        ResultOutcome.values(),
                        Stage.values())
                .flatMap(Arrays::stream)
                .collect(Collectors.toSet());
        assertThat(CHOSEN.keySet()).containsExactlyInAnyOrderElementsOf(choices);
    }

    @Test
    @DisplayName("every event of the office can happen")
    void happens() {
        Set<Event> happening = Stream.of(CAUGHT.values(), CHOSEN.values())
                .flatMap(Collection::stream)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.copyOf(BY_A_STEP)));
        happening.addAll(EnumSet.range(Event.REGISTER_REQUEST, Event.RECEIVE_PACK));
        assertThat(Arrays.stream(Event.values()).filter(Event::ofStaff)).containsExactlyInAnyOrderElementsOf(happening);
    }

    private static String name(CatchEvent event, EventDefinition definition) {
        if (definition instanceof MessageEventDefinition message) {
            return message.getMessage().getName();
        }
        if (definition instanceof EscalationEventDefinition escalation) {
            return escalation.getEscalation().getName();
        }
        return escalated(event).orElse(event.getId());
    }

    /** A clock of the models does nothing but escalate. */
    private static Optional<String> escalated(CatchEvent event) {
        return event.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .filter(ThrowEvent.class::isInstance)
                .map(FlowNode.class::cast)
                .flatMap(target -> ((ThrowEvent) target).getEventDefinitions().stream())
                .filter(EscalationEventDefinition.class::isInstance)
                .map(end -> ((EscalationEventDefinition) end).getEscalation().getName())
                .findFirst();
    }

    private static List<BpmnModelInstance> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        }
    }
}
