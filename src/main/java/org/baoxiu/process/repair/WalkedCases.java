package org.baoxiu.process.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.baoxiu.audit.CaseWalk;
import org.baoxiu.audit.CaseWalk.Passage;
import org.baoxiu.audit.CaseWalk.Scene;
import org.baoxiu.audit.CaseWalk.Visit;
import org.baoxiu.audit.CaseWalks;
import org.baoxiu.models.DrawnScenes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the way of a case from the engine's history. Which flows it took is not written there: it came to an element by the flow from
 * whatever of the same scope had ended last before.
 */
@Component
class WalkedCases implements CaseWalks {

    /** Around the runs of an element that is repeated; the runs themselves are there as well. */
    private static final String AROUND_RUNS = "multiInstanceBody";

    private final HistoryService history;
    private final RepositoryService repository;
    /** By the id of the definition, which never changes. */
    private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();

    /** @param ways that lead to an element, by its id */
    private record Diagram(List<Scene> scenes, Map<String, List<Way>> ways) {}

    private record Way(String flow, String from) {}

    WalkedCases(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    @Override
    public CaseWalk of(String slipNumber) {
        List<HistoricActivityInstance> runs = cases(slipNumber).stream()
                .flatMap(one -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(one)
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .filter(run -> !run.getActivityType().equals(AROUND_RUNS))
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .toList();
        Map<String, Diagram> followed = new LinkedHashMap<>();
        runs.forEach(run -> followed.computeIfAbsent(run.getProcessDefinitionId(), this::diagram));
        return new CaseWalk(
                followed.values().stream()
                        .flatMap(diagram -> diagram.scenes().stream())
                        .toList(),
                runs.stream().map(WalkedCases::visit).toList(),
                new Ways(runs, followed).taken());
    }

    private Diagram diagram(String definition) {
        return diagrams.computeIfAbsent(definition, this::read);
    }

    /** Nothing, where somebody has deleted the version and left its history. */
    private Diagram read(String definition) {
        ProcessDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(definition)
                .singleResult();
        if (process == null) {
            return new Diagram(List.of(), Map.of());
        }
        BpmnModelInstance model = repository.getBpmnModelInstance(definition);
        Map<String, List<Way>> ways = new HashMap<>();
        model.getModelElementsByType(SequenceFlow.class)
                .forEach(flow -> ways.computeIfAbsent(flow.getTarget().getId(), first -> new ArrayList<>())
                        .add(new Way(flow.getId(), flow.getSource().getId())));
        return new Diagram(DrawnScenes.of(definition, DrawnScenes.title(process), model), ways);
    }

    /** The case of the slip and all that it called, directly or not. */
    private List<String> cases(String slipNumber) {
        List<String> all = new ArrayList<>(ids(history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(slipNumber)
                .processDefinitionKey(RepairRequestProcess.KEY)
                .list()));
        for (int at = 0; at < all.size(); at++) {
            all.addAll(ids(history.createHistoricProcessInstanceQuery()
                    .superProcessInstanceId(all.get(at))
                    .list()));
        }
        return all;
    }

    private static List<String> ids(List<HistoricProcessInstance> cases) {
        return cases.stream().map(HistoricProcessInstance::getId).toList();
    }

    private static Visit visit(HistoricActivityInstance run) {
        Date end = run.getEndTime();
        return new Visit(
                run.getProcessDefinitionId(),
                run.getActivityId(),
                run.getActivityName() == null ? "" : run.getActivityName(),
                run.getActivityType(),
                run.getAssignee(),
                run.getStartTime().toInstant(),
                end == null ? null : end.toInstant(),
                run.isCanceled());
    }

    /** Which flows lead from one run to the next. */
    private static final class Ways {

        /** An element within one run of what is around it. */
        private record Place(String scope, String element) {}

        private final List<HistoricActivityInstance> runs;
        private final Map<String, Diagram> followed;
        private final Map<Place, List<Date>> left = new HashMap<>();

        Ways(List<HistoricActivityInstance> runs, Map<String, Diagram> followed) {
            this.runs = runs;
            this.followed = followed;
            runs.stream()
                    .filter(run -> run.getEndTime() != null && !run.isCanceled())
                    .forEach(run -> left.computeIfAbsent(place(run, run.getActivityId()), first -> new ArrayList<>())
                            .add(run.getEndTime()));
        }

        private static Place place(HistoricActivityInstance run, String element) {
            return new Place(run.getParentActivityInstanceId(), element);
        }

        List<Passage> taken() {
            return runs.stream().flatMap(this::into).toList();
        }

        private Stream<Passage> into(HistoricActivityInstance run) {
            Map<String, Date> from = new HashMap<>();
            Diagram diagram = followed.get(run.getProcessDefinitionId());
            List<Way> ways = diagram == null ? List.of() : diagram.ways().getOrDefault(run.getActivityId(), List.of());
            ways.forEach(way -> {
                Date last = lastBefore(run, way.from());
                if (last != null) {
                    from.put(way.flow(), last);
                }
            });
            Date last = from.values().stream().max(Comparator.naturalOrder()).orElse(null);
            return from.entrySet().stream()
                    .filter(flow -> flow.getValue().equals(last))
                    .map(flow -> new Passage(
                            run.getProcessDefinitionId(),
                            flow.getKey(),
                            run.getStartTime().toInstant()));
        }

        private @Nullable Date lastBefore(HistoricActivityInstance run, String element) {
            return left.getOrDefault(place(run, element), List.of()).stream()
                    .filter(end -> !end.after(run.getStartTime()))
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
