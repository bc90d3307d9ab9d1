package org.baoxiu.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDetail;
import org.camunda.bpm.engine.history.HistoricFormField;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;

/** What the engine has recorded about one case, with the accident process that it called. */
final class CaseHistory {

    /** An activity that was completed, with the texts and choices that a person submitted for it. */
    record Step(String activity, Instant time, Map<String, String> answer) {
        boolean says(String field, String value) {
            return value.equals(answer.get(field));
        }
    }

    private final HistoryService history;
    private final String instance;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, TreeMap<Instant, Object>> values = new HashMap<>();

    CaseHistory(HistoryService history, String instance) {
        this.history = history;
        this.instance = instance;
        read(instance);
        history.createHistoricProcessInstanceQuery().superProcessInstanceId(instance).list().stream()
                .map(HistoricProcessInstance::getId)
                .forEach(this::read);
        steps.sort(Comparator.comparing(Step::time));
    }

    private void read(String id) {
        Map<String, Map<String, String>> answers = new HashMap<>();
        for (HistoricDetail detail : history.createHistoricDetailQuery()
                .processInstanceId(id)
                .formFields()
                .list()) {
            HistoricFormField field = (HistoricFormField) detail;
            if (field.getTaskId() != null) {
                answers.computeIfAbsent(field.getTaskId(), task -> new HashMap<>())
                        .put(field.getFieldId(), (String) field.getFieldValue());
            }
        }
        for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .finished()
                .list()) {
            if (!activity.isCanceled()) {
                steps.add(new Step(
                        activity.getActivityId(),
                        activity.getEndTime().toInstant(),
                        activity.getTaskId() == null
                                ? Map.of()
                                : answers.getOrDefault(activity.getTaskId(), Map.of())));
            }
        }
    }

    /** When these activities were completed, whatever was answered, earliest first. */
    List<Instant> times(String... activities) {
        return times(step -> List.of(activities).contains(step.activity()));
    }

    List<Instant> times(Predicate<Step> which) {
        return steps.stream().filter(which).map(Step::time).toList();
    }

    List<Step> steps(Predicate<Step> which) {
        return steps.stream().filter(which).toList();
    }

    /** All values that a variable of the case has had, by the time from which on it had them; removed ones stay. */
    TreeMap<Instant, Object> values(String variable) {
        return values.computeIfAbsent(variable, this::readValues);
    }

    private TreeMap<Instant, Object> readValues(String variable) {
        TreeMap<Instant, Object> all = new TreeMap<>();
        history
                .createHistoricDetailQuery()
                .processInstanceId(instance)
                .variableUpdates()
                .variableNameLike(variable)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(update -> update.getValue() != null)
                .forEach(update -> all.put(update.getTime().toInstant(), update.getValue()));
        return all;
    }

    /** What a variable was at a moment, or null. */
    Object value(String variable, Instant time) {
        return Optional.ofNullable(values(variable).floorEntry(time))
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
