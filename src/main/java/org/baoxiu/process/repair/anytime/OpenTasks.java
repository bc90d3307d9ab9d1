package org.baoxiu.process.repair.anytime;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.dispatch.SlipInHands;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.process.repair.accident.RepairAccidentProcess;
import org.baoxiu.shared.Groups;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives open tasks to somebody else, or back to the group. */
@Component
public class OpenTasks {

    /** What whoever has the slip in hand enters about a contractor (Q3). */
    private static final String[] OF_CONTRACTOR = {
        ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL, ContractorOrderProcess.Elements.CONTRACTOR_RESULT
    };

    /** The tasks of whoever has the slip in hand. */
    static final Set<String> OF_TECHNICIAN = Set.of(
            Elements.VISIT_SITE,
            Elements.QUOTE_REPAIR,
            Elements.OBTAIN_CONSENT,
            Elements.CARRY_OUT_REPAIR,
            Elements.ACCEPT_REPAIR,
            Elements.REPORT_RESULT,
            OF_CONTRACTOR[0],
            OF_CONTRACTOR[1]);

    private static final Set<String> SLIP_PROCESSES =
            Set.of(RepairRequestProcess.KEY, RepairAccidentProcess.KEY, ContractorOrderProcess.KEY);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Slips slips;

    OpenTasks(TaskService tasks, RuntimeService runtime, Slips slips) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.slips = slips;
    }

    /** What one technician has open on the slip, or nobody since it was given back, becomes another's (3.3). */
    public void handOver(String slipNumber, @Nullable String fromOrNull, String to) {
        ofTechnician(slipNumber).stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(fromOrNull))
                .forEach(task -> tasks.setAssignee(task.getId(), to));
    }

    /** Whoever has the slip now accompanies the contractor. */
    @EventListener
    void followHands(SlipInHands hands) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(hands.slipNumber())
                .taskDefinitionKeyIn(OF_CONTRACTOR)
                .list()) {
            if (hands.technician() == null) {
                release(task);
            } else {
                give(task, hands.technician());
            }
        }
    }

    /** Whoever helps gets what whoever is helped has open (3.3). */
    public void share(String slipNumber, String helper) {
        ofTechnician(slipNumber).forEach(task -> tasks.addCandidateUser(task.getId(), helper));
    }

    private List<Task> ofTechnician(String slipNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(slipNumber)
                .taskDefinitionKeyIn(OF_TECHNICIAN.toArray(String[]::new))
                .list();
    }

    /** Everything that is somebody's, of slips and of other processes. */
    List<Task> of(String person) {
        return tasks.createTaskQuery().taskAssignee(person).list();
    }

    /** The number of the slip that a task is about; empty for the tasks of other processes. */
    Optional<String> slipOf(Task task) {
        boolean repair = task.getProcessDefinitionId() != null
                && SLIP_PROCESSES.stream()
                        .anyMatch(key -> task.getProcessDefinitionId().startsWith(key + ":"));
        return repair ? Optional.of(about(task)) : Optional.empty();
    }

    /** What the case of a task is about, such as a month; empty where nothing names it, as with a task that somebody has made in Tasklist. */
    String about(Task task) {
        if (task.getProcessInstanceId() == null) {
            return "";
        }
        String key = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        return key == null ? "" : key;
    }

    /** The task that should have been done at {@code due} becomes the person's. */
    public void handOverDue(String processInstance, Instant due, String to) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(processInstance)
                .dueDate(Date.from(due))
                .list()) {
            tasks.setAssignee(task.getId(), to);
        }
    }

    void give(Task task, String to) {
        tasks.setAssignee(task.getId(), to);
    }

    /**
     * A task of a technician is offered to whoever may pick up such a slip, any other to its groups as before; what no group is
     * named for to the director, so that somebody has it.
     */
    void release(Task task) {
        tasks.setAssignee(task.getId(), null);
        if (isTechnicians(task)) {
            groupsFor(slips.get(slipOf(task).orElseThrow()))
                    .forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        } else if (candidateGroups(task).isEmpty()) {
            tasks.addCandidateGroup(task.getId(), Groups.DIRECTOR);
        }
    }

    static boolean isTechnicians(Task task) {
        return task.getTaskDefinitionKey() != null && OF_TECHNICIAN.contains(task.getTaskDefinitionKey());
    }

    /** Groups whose members may take the work of a technician who is gone. */
    static Stream<String> groupsFor(Slip slip) {
        return Stream.of(Qualification.toGoTo(slip.registeredItem()).group(), Groups.ENGINEERING_SUPERVISOR);
    }

    List<String> candidateGroups(Task task) {
        return candidates(task.getId(), IdentityLink::getGroupId)
                .filter(group -> !OfficeGroups.isAtOffice(group))
                .toList();
    }

    private Stream<String> candidates(String task, Function<IdentityLink, String> part) {
        return tasks.getIdentityLinksForTask(task).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE))
                .map(part)
                .filter(Objects::nonNull);
    }
}
