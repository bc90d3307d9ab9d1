package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.models.Drawing.Kind;
import org.baoxiu.models.Drawing.Mark;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The diagram of a version of a process with the open cases that stand at each element. At a step it is how many cases are anywhere within it,
 * each once, since a case may stand at several places.
 */
@Service
public class StandingDrawn {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;

    StandingDrawn(RepositoryService repository, RuntimeService runtime, ManagementService management) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
    }

    /** Empty if there is no such version. */
    public Optional<Drawing> of(String process, int version) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .processDefinitionVersion(version)
                        .withoutTenantId()
                        .singleResult())
                .map(this::drawing);
    }

    private Drawing drawing(ProcessDefinition version) {
        BpmnModelInstance model = repository.getBpmnModelInstance(version.getId());
        String title = DrawnScenes.title(version);
        return new Drawing(title, DrawnScenes.of(version.getId(), title, model), marks(version.getId(), model));
    }

    private List<Mark> marks(String version, BpmnModelInstance model) {
        Map<String, Long> standing = new HashMap<>();
        for (ActivityStatistics element :
                management.createActivityStatisticsQuery(version).list()) {
            standing.put(element.getId(), (long) element.getInstances());
        }
        List<Mark> marks = new ArrayList<>();
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            long cases = node instanceof SubProcess step
                    ? within(version, step, standing)
                    : standing.getOrDefault(node.getId(), 0L);
            if (cases > 0) {
                String said = cases + " 件";
                marks.add(new Mark(node.getId(), Kind.CASES, said, Xml.name(model, node.getId()) + "：" + said));
            }
        }
        return marks;
    }

    private long within(String version, SubProcess step, Map<String, Long> standing) {
        String[] places = standing.keySet().stream()
                .filter(element -> isWithin(step, step.getModelInstance().getModelElementById(element)))
                .toArray(String[]::new);
        return places.length == 0
                ? 0
                : runtime.createProcessInstanceQuery()
                        .processDefinitionId(version)
                        .activityIdIn(places)
                        .count();
    }

    private static boolean isWithin(SubProcess step, @Nullable ModelElementInstance element) {
        return Stream.iterate(element, Objects::nonNull, ModelElementInstance::getParentElement)
                .anyMatch(step::equals);
    }
}
