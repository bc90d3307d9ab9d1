package org.baoxiu.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.people.StartLock;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who may do a task is what the models say today: the cases of a former release go on with its model, and their tasks are
 * offered to the groups that its element has gained since, those that are open at the start and those that come. Nobody loses a task by it.
 * Nodes that start together, and people who work meanwhile, do not keep one another from it.
 */
@Component
@Order(0)
class TodaysGroups implements TaskWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TodaysGroups.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TransactionOperations transaction;
    private final StartLock lock;
    /** By the id of a former definition and the id of its element. */
    private volatile Map<String, Map<String, Set<String>>> gained = Map.of();

    TodaysGroups(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            TransactionOperations transaction,
            StartLock lock) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.transaction = transaction;
        this.lock = lock;
    }

    @Override
    public void created(DelegateTask task) {
        gained.getOrDefault(task.getProcessDefinitionId(), Map.of())
                .getOrDefault(task.getTaskDefinitionKey(), Set.of())
                .forEach(task::addCandidateGroup);
    }

    @EventListener(ApplicationReadyEvent.class)
    void offer() {
        gained = gained();
        gained.forEach((definition, elements) -> elements.forEach((element, groups) -> tasks.createTaskQuery()
                .processDefinitionId(definition)
                .taskDefinitionKey(element)
                .list()
                .forEach(task -> offer(task, groups))));
    }

    /** Whoever does or takes the task in the same moment goes first: who has it needs no offer, and another start makes up for it. */
    private void offer(Task task, Set<String> groups) {
        try {
            transaction.executeWithoutResult(status -> {
                lock.acquire();
                Set<String> missing = new TreeSet<>(groups);
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .forEach(missing::remove);
                missing.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
            });
        } catch (ProcessEngineException changedMeanwhile) {
            LOG.warn(
                    "task {} has changed while it was offered to {}: {}",
                    task.getId(),
                    groups,
                    changedMeanwhile.getMessage());
        }
    }

    private Map<String, Map<String, Set<String>>> gained() {
        Map<String, List<ProcessDefinition>> versions = repository.createProcessDefinitionQuery().list().stream()
                .sorted(Comparator.comparing(ProcessDefinition::getVersion).reversed())
                .collect(Collectors.groupingBy(ProcessDefinition::getKey));
        Map<String, Map<String, Set<String>>> found = new HashMap<>();
        versions.values().forEach(all -> {
            List<ProcessDefinition> former = all.stream()
                    .skip(1)
                    .filter(one -> runtime.createProcessInstanceQuery()
                                    .processDefinitionId(one.getId())
                                    .count()
                            > 0)
                    .toList();
            if (!former.isEmpty()) {
                Map<String, Set<String>> today = groups(all.get(0));
                former.forEach(one -> found.put(one.getId(), more(today, groups(one))));
            }
        });
        return found;
    }

    private static Map<String, Set<String>> more(Map<String, Set<String>> today, Map<String, Set<String>> then) {
        Map<String, Set<String>> more = new HashMap<>();
        then.forEach((element, groups) -> {
            Set<String> gained = new TreeSet<>(today.getOrDefault(element, Set.of()));
            gained.removeAll(groups);
            if (!gained.isEmpty()) {
                more.put(element, gained);
            }
        });
        return more;
    }

    /** By element; without those that are only known in a case. */
    private Map<String, Set<String>> groups(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                .collect(Collectors.toMap(UserTask::getId, task -> task.getCamundaCandidateGroupsList().stream()
                        .filter(group -> !group.contains("${"))
                        .collect(Collectors.toCollection(TreeSet::new))));
    }
}
