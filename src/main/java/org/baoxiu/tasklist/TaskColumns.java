package org.baoxiu.tasklist;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.HalVariableValue;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.camunda.bpm.engine.rest.hal.task.HalTaskList;
import org.camunda.bpm.engine.runtime.VariableInstance;

/**
 * What a row of a task list tells before the task is opened. The engine fills these columns only for people who may read
 * every case; whoever may read a task reads the same values on its form, so here they are added to the tasks that the
 * list holds anyway, and nobody gets a right to other cases.
 */
public final class TaskColumns implements ContainerResponseFilter {

    private static final String VARIABLES = "variable";

    /** Process variable and what it is called on the screen, in the order of the screen. */
    static final Map<String, String> LABELS = labels();

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HalTaskList list) {
            List<HalTask> tasks = tasksWithColumns(list);
            if (!tasks.isEmpty()) {
                Map<String, List<VariableInstance>> values = values(tasks.stream()
                        .map(HalTask::getProcessInstanceId)
                        .filter(Objects::nonNull)
                        .toList());
                tasks.forEach(task -> show(task, values.getOrDefault(task.getProcessInstanceId(), List.of())));
            }
        }
    }

    private static List<HalTask> tasksWithColumns(HalTaskList list) {
        return list.getEmbedded("task") instanceof List<?> tasks
                ? tasks.stream()
                        .map(HalTask.class::cast)
                        .filter(task -> task.get_embedded() != null
                                && task.get_embedded().containsKey(VARIABLES))
                        .toList()
                : List.of();
    }

    /** A column that is still empty, such as the class before the classification, is left out with its label. */
    private static void show(HalTask task, List<VariableInstance> values) {
        List<HalResource<?>> columns = new ArrayList<>();
        values.stream()
                .filter(value -> value.getValue() != null && !"".equals(value.getValue()))
                .forEach(value ->
                        columns.add(HalVariableValue.generateVariableValue(value, value.getProcessInstanceId())));
        task.addEmbedded(VARIABLES, columns);
    }

    /** By process instance, of the cases of tasks that the person may read. */
    static Map<String, List<VariableInstance>> values(Collection<String> cases) {
        ProcessEngine engine = ProcessEngines.getDefaultProcessEngine();
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        engine.getIdentityService().clearAuthentication();
        try {
            return engine
                    .getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(cases.stream().distinct().toArray(String[]::new))
                    .variableNameIn(LABELS.keySet().toArray(String[]::new))
                    .list()
                    .stream()
                    .filter(value ->
                            value.getProcessInstanceId().equals(value.getExecutionId()) && value.getTaskId() == null)
                    .collect(Collectors.groupingBy(VariableInstance::getProcessInstanceId));
        } finally {
            if (person != null) {
                engine.getIdentityService()
                        .setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("slipNumber", "维修单号");
        labels.put("place", "地点");
        labels.put("faultDescription", "故障");
        labels.put("classLabel", "类别");
        return labels;
    }
}
