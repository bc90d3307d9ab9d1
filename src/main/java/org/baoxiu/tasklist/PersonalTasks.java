package org.baoxiu.tasklist;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks that the engine lets whoever is logged in see. */
@Component
public class PersonalTasks {

    /** What a phone can show and a person can look through, of each kind. */
    static final int AT_MOST = 100;

    private static final String SLIP_NUMBER = "slipNumber";

    private final TaskService tasks;
    private final IdentityService identity;

    PersonalTasks(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    public enum Holder {
        MYSELF,
        NOBODY,
        SOMEBODY_ELSE
    }

    /**
     * @param slipNumber null where the task is not about a slip
     * @param due        null where nothing is due
     */
    public record PersonalTask(
            String id, String name, @Nullable String slipNumber, @Nullable Instant due, Holder holder) {}

    /** Their own, those in which they help a colleague, and those that their groups are offered, by due time. */
    public List<PersonalTask> open() {
        Authentication person = identity.getCurrentAuthentication();
        List<Task> own = first(tasks.createTaskQuery().taskInvolvedUser(person.getUserId()));
        List<Task> offered = person.getGroupIds().isEmpty()
                ? List.of()
                : first(tasks.createTaskQuery().taskCandidateGroupIn(person.getGroupIds()));
        Map<String, Task> once = new LinkedHashMap<>();
        Stream.concat(own.stream(), offered.stream()).forEach(task -> once.putIfAbsent(task.getId(), task));
        return described(List.copyOf(once.values()));
    }

    /** What whoever is logged in has to do about a slip, or could: their own first, then by due time. */
    public Optional<PersonalTask> ofSlip(String slipNumber) {
        return described(tasks.createTaskQuery()
                        .processInstanceBusinessKey(slipNumber)
                        .active()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskCreateTime()
                        .asc()
                        .list())
                .stream()
                .filter(this::isTheirs)
                .min(Comparator.comparing(PersonalTask::holder));
    }

    public Optional<PersonalTask> find(String id) {
        return described(tasks.createTaskQuery().taskId(id).list()).stream()
                .filter(task -> task.holder() == Holder.SOMEBODY_ELSE || isTheirs(task))
                .findFirst();
    }

    /** Whoever may see all tasks may not do them all. */
    private boolean isTheirs(PersonalTask task) {
        List<String> groups = identity.getCurrentAuthentication().getGroupIds();
        return task.holder() == Holder.MYSELF
                || task.holder() == Holder.NOBODY
                        && !groups.isEmpty()
                        && tasks.createTaskQuery()
                                        .taskId(task.id())
                                        .taskCandidateGroupIn(groups)
                                        .count()
                                > 0;
    }

    private static List<Task> first(TaskQuery query) {
        return query.active()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, AT_MOST);
    }

    private List<PersonalTask> described(List<Task> found) {
        List<String> cases = found.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .toList();
        Map<String, List<VariableInstance>> values = cases.isEmpty() ? Map.of() : TaskColumns.values(cases);
        return found.stream()
                .map(task -> new PersonalTask(
                        task.getId(),
                        task.getName(),
                        slipNumber(values.getOrDefault(task.getProcessInstanceId(), List.of())),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null),
                        holder(task)))
                .toList();
    }

    private static @Nullable String slipNumber(List<VariableInstance> values) {
        return values.stream()
                .filter(value -> value.getName().equals(SLIP_NUMBER))
                .map(value -> (String) value.getValue())
                .findFirst()
                .orElse(null);
    }

    private Holder holder(Task task) {
        if (task.getAssignee() == null) {
            return Holder.NOBODY;
        }
        String person = identity.getCurrentAuthentication().getUserId();
        return task.getAssignee().equals(person) || helps(task, person) ? Holder.MYSELF : Holder.SOMEBODY_ELSE;
    }

    private boolean helps(Task task, String person) {
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskInvolvedUser(person)
                        .count()
                > 0;
    }
}
