package org.baoxiu.process.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.audit.ProcessPicture;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Edge;
import org.baoxiu.audit.ProcessPicture.Point;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.audit.RepairPicture;
import org.baoxiu.models.DrawnScenes;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Reads the diagram of the version that new cases begin with; the engine keeps what it has parsed. */
@Component
class DeployedPicture implements RepairPicture {

    private static final List<String> STEPS = List.of(
            Steps.RECEIVE, Steps.REGISTER, Steps.ASSESS, Steps.DISPATCH, Steps.REPAIR, Steps.CONFIRM, Steps.FOLLOW_UP);

    private final RepositoryService repository;

    DeployedPicture(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<String> steps() {
        return STEPS;
    }

    @Override
    public ProcessPicture now() {
        BpmnModelInstance model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(RepairRequestProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId());
        return new ProcessPicture(
                model.getModelElementsByType(BpmnShape.class).stream()
                        .flatMap(shape -> shape(shape).stream())
                        .toList(),
                model.getModelElementsByType(BpmnEdge.class).stream()
                        .map(edge -> new Edge(
                                plane(edge),
                                edge.getWaypoints().stream()
                                        .map(point -> new Point(
                                                point.getX().intValue(),
                                                point.getY().intValue()))
                                        .toList()))
                        .toList());
    }

    private static String plane(ModelElementInstance drawn) {
        return drawn.getParentElement() instanceof BpmnPlane plane && plane.getBpmnElement() != null
                ? plane.getBpmnElement().getId()
                : "";
    }

    private static Optional<Shape> shape(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        Bounds bounds = shape.getBounds();
        return !(element instanceof FlowNode node)
                ? Optional.empty()
                : Optional.of(new Shape(
                        node.getId(),
                        node.getName() == null ? "" : node.getName(),
                        DrawnScenes.kind(node),
                        step(node),
                        plane(shape),
                        new Box(
                                bounds.getX().intValue(),
                                bounds.getY().intValue(),
                                bounds.getWidth().intValue(),
                                bounds.getHeight().intValue())));
    }

    /** What hangs at the border of a step is a part of it as well. */
    private static String step(FlowNode node) {
        FlowNode where =
                node instanceof BoundaryEvent event && event.getAttachedTo() != null ? event.getAttachedTo() : node;
        return Stream.<ModelElementInstance>iterate(
                        where, element -> element != null, element -> element.getParentElement())
                .filter(SubProcess.class::isInstance)
                .map(element -> ((SubProcess) element).getId())
                .filter(STEPS::contains)
                .findFirst()
                .orElse("");
    }
}
