package org.baoxiu.process.repair.variables;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Moves timers and task due dates that are already waiting when the clock behind them has moved. Which variable is behind
 * which of them stands in the model and nowhere else.
 */
@Component
class DueDates {

    private final ManagementService management;
    private final RepositoryService repository;
    private final TaskService tasks;

    DueDates(ManagementService management, RepositoryService repository, TaskService tasks) {
        this.management = management;
        this.repository = repository;
        this.tasks = tasks;
    }

    /** @param moved variables whose date has changed, with their new dates */
    void move(String processInstance, Map<String, Date> moved) {
        if (moved.isEmpty()) {
            return;
        }
        for (Job timer : management
                .createJobQuery()
                .processInstanceId(processInstance)
                .timers()
                .list()) {
            JobDefinition definition = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(timer.getJobDefinitionId())
                    .singleResult();
            CatchEvent event =
                    model(definition.getProcessDefinitionId()).getModelElementById(definition.getActivityId());
            event.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.TimerEventDefinition.class).stream()
                    .map(timerEvent -> timerEvent.getTimeDate())
                    .filter(date -> date != null)
                    .map(TimeDate::getTextContent)
                    .flatMap(expression -> newDate(expression, moved).stream())
                    .findFirst()
                    .ifPresent(date -> management.setJobDuedate(timer.getId(), date));
        }
        for (Task task :
                tasks.createTaskQuery().processInstanceId(processInstance).list()) {
            UserTask model = model(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
            newDate(model.getCamundaDueDate(), moved).ifPresent(date -> {
                task.setDueDate(date);
                tasks.saveTask(task);
            });
        }
    }

    private BpmnModelInstance model(String definition) {
        return repository.getBpmnModelInstance(definition);
    }

    private static Optional<Date> newDate(String expression, Map<String, Date> moved) {
        return expression == null
                ? Optional.empty()
                : moved.entrySet().stream()
                        .filter(variable -> expression.matches(".*\\b" + variable.getKey() + "\\b.*"))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
