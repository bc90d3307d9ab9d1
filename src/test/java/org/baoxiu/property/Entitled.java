package org.baoxiu.property;

import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_RESULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ACCEPT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REPORT_RESULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.slip.Slip;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whom a task is for, as the people of the office are now. */
public final class Entitled {

    /** What only whoever has the slip does; another technician takes the slip over first. */
    private static final Set<String> OF_HOLDER = Set.of(VISIT_SITE, QUOTE_REPAIR, CARRY_OUT_REPAIR, REPORT_RESULT);
    /** What goes with the slip when it changes hands, though clerks may help out. */
    private static final Set<String> WITH_SLIP =
            Set.of(OBTAIN_CONSENT, ACCEPT_REPAIR, CONTRACTOR_ARRIVAL, CONTRACTOR_RESULT);

    private final ProcessEngine engine;
    private final Dispatch dispatch;
    private final Supplier<Set<String>> away;

    public Entitled(ProcessEngine engine, Dispatch dispatch) {
        this(engine, dispatch, Set::of);
    }

    /** @param away login names of those who are not there now */
    Entitled(ProcessEngine engine, Dispatch dispatch, Supplier<Set<String>> away) {
        this.engine = engine;
        this.dispatch = dispatch;
        this.away = away;
    }

    /**
     * Its assignee, or the members of its groups, as far as the procedure lets them and they are there.
     *
     * @param hasWorked whether somebody has had this slip in hand
     */
    public List<String> to(Task task, Slip slip, Predicate<String> hasWorked) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            List<String> members = members(task);
            return takers(task, slip, hasWorked).filter(members::contains).toList();
        }
        boolean othersHelp = assignedByTheModel(task) && !mustBeTakenOver(task);
        return Stream.concat(
                        Stream.of(assignee).filter(person -> !away.get().contains(person)),
                        othersHelp ? takers(task, slip, hasWorked) : Stream.of())
                .distinct()
                .toList();
    }

    /** Who of those who are there may get it from somebody else or from the group. */
    Stream<String> takers(Task task, Slip slip, Predicate<String> hasWorked) {
        Set<String> gone = away.get();
        Stream<String> people =
                switch (task.getTaskDefinitionKey()) {
                    case PICK_UP_SLIP ->
                        members(task).stream()
                                .filter(Stream.concat(Stream.of("supervisor"), candidates(slip).stream())
                                        .toList()::contains);
                    case CALL_BACK_OWNER -> members(task).stream().filter(hasWorked.negate());
                    default -> mustBeTakenOver(task) ? candidates(slip).stream() : members(task).stream();
                };
        return people.filter(person -> !gone.contains(person));
    }

    /** Whether it is claimed before anything else, and with it the slip. */
    static boolean mustBeTakenOver(Task task) {
        return OF_HOLDER.contains(task.getTaskDefinitionKey());
    }

    static boolean goesWithTheSlip(Task task) {
        return mustBeTakenOver(task) || WITH_SLIP.contains(task.getTaskDefinitionKey());
    }

    List<String> candidates(Slip slip) {
        return dispatch.candidates(slip.number()).stream()
                .map(Candidate::technician)
                .toList();
    }

    /** Where the model names who does it, others of the group may help out; what somebody has taken over is that person's. */
    private boolean assignedByTheModel(Task task) {
        UserTask model = engine.getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return model.getCamundaAssignee() != null;
    }

    List<String> members(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .flatMap(group -> membersOf(group).stream())
                .sorted()
                .distinct()
                .toList();
    }

    private List<String> membersOf(String group) {
        return engine.getIdentityService().createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }
}
