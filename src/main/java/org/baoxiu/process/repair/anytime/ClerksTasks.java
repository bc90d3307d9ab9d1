package org.baoxiu.process.repair.anytime;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.Clerks;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.people.Persons;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.shared.Person;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whoever has a clerk's task in hand has taken the promise on that it keeps. */
@Component
class ClerksTasks implements Clerks {

    private static final Map<CommitmentKind, String> TASKS = Map.of(
            CommitmentKind.REGISTRATION,
            Elements.REGISTER_REQUEST,
            CommitmentKind.DEFERRAL_CALL,
            Elements.AGREE_DEFERRAL,
            CommitmentKind.VERIFICATION,
            Elements.VERIFY_PUBLIC_REPAIR);

    private final TaskService tasks;
    private final Persons persons;

    ClerksTasks(TaskService tasks, Persons persons) {
        this.tasks = tasks;
        this.persons = persons;
    }

    @Override
    public Person acting() {
        return persons.current();
    }

    @Override
    public Optional<String> havingTaken(Commitment commitment) {
        String task = TASKS.get(commitment.kind());
        List<Task> open = task == null
                ? List.of()
                : tasks.createTaskQuery()
                        .processInstanceBusinessKey(commitment.slipNumber())
                        .taskDefinitionKey(task)
                        .list();
        return open.stream()
                .filter(one ->
                        one.getAssignee() != null && !taken(one).toInstant().isAfter(commitment.dueAt()))
                .map(Task::getAssignee)
                .findFirst();
    }

    /** Whoever gets it, or takes it, after it was due has not missed it: a letter of yesterday is entered today. */
    private static Date taken(Task task) {
        return task.getLastUpdated() == null ? task.getCreateTime() : task.getLastUpdated();
    }
}
