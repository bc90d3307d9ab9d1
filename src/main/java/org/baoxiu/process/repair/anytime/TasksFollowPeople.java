package org.baoxiu.process.repair.anytime;

import java.util.Optional;
import java.util.Set;
import org.baoxiu.dispatch.Candidate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.engine.TaskWatch;
import org.baoxiu.people.Persons;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No task of a technician is left with somebody who cannot do it: where the slip is nobody's, or its technician is gone, the group
 * is offered the task, and whoever takes it has the slip (3.3).
 */
@Component
@Order(1)
class TasksFollowPeople implements TaskWatch {

    private static final Set<String> OF_SLIPS = Set.of(RepairRequestProcess.KEY, ContractorOrderProcess.KEY);

    private final Slips slips;
    private final Dispatch dispatch;
    private final SlipVariables variables;
    private final Persons persons;

    TasksFollowPeople(Slips slips, Dispatch dispatch, SlipVariables variables, Persons persons) {
        this.slips = slips;
        this.dispatch = dispatch;
        this.variables = variables;
        this.persons = persons;
    }

    @Override
    public void created(DelegateTask task) {
        slip(task, OF_SLIPS).ifPresent(slip -> {
            if (task.getAssignee() == null || !dispatch.takesWork(task.getAssignee())) {
                task.setAssignee(null);
                OpenTasks.groupsFor(slip).forEach(task::addCandidateGroup);
            }
            dispatch.helpers(slip.number()).forEach(task::addCandidateUser);
        });
    }

    /** A colleague who only reports for another one, or of a contractor, needs no qualification, and takes no slip by it. */
    @Override
    public void assigned(DelegateTask task) {
        slip(task, Set.of(RepairRequestProcess.KEY))
                .filter(slip -> !task.getAssignee().equals(slip.technician()) && slip.inHand())
                .filter(slip -> dispatch.candidates(slip.number()).stream()
                        .map(Candidate::technician)
                        .anyMatch(task.getAssignee()::equals))
                .ifPresent(slip -> {
                    dispatch.takeOver(slip.number(), task.getAssignee(), persons.current());
                    variables.refresh(slip.number());
                });
    }

    private Optional<Slip> slip(DelegateTask task, Set<String> processes) {
        boolean technicians = OpenTasks.OF_TECHNICIAN.contains(task.getTaskDefinitionKey())
                && processes.stream()
                        .anyMatch(key -> task.getProcessDefinitionId().startsWith(key + ":"));
        return technicians ? Optional.of(slips.get(task.getExecution().getProcessBusinessKey())) : Optional.empty();
    }
}
