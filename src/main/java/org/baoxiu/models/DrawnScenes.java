package org.baoxiu.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.baoxiu.audit.CaseWalk.Line;
import org.baoxiu.audit.CaseWalk.Part;
import org.baoxiu.audit.CaseWalk.Scene;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Point;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads the planes of a diagram: the process itself, and each step that is drawn on a plane of its own. */
public final class DrawnScenes {

    /** Words rather than symbols: whoever reads it has learned no notation. */
    private static final Map<String, String> SIGNS = Map.of(
            "exclusiveGateway", "×",
            "parallelGateway", "+",
            "inclusiveGateway", "○",
            "timerEventDefinition", "时",
            "messageEventDefinition", "信",
            "escalationEventDefinition", "升",
            "errorEventDefinition", "错",
            "conditionalEventDefinition", "条",
            "signalEventDefinition", "号");

    private DrawnScenes() {}

    /** What heads the planes of a version. */
    public static String title(ProcessDefinition process) {
        return (process.getName() == null ? process.getKey() : process.getName()) + " 第 " + process.getVersion() + " 版";
    }

    /** @param process what heads each plane, such as name and version */
    public static List<Scene> of(String definition, String process, BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnPlane.class).stream()
                .map(plane -> scene(definition, process, plane))
                .filter(scene -> !scene.parts().isEmpty())
                .toList();
    }

    private static Scene scene(String definition, String process, BpmnPlane plane) {
        Collection<BpmnShape> shapes = plane.getChildElementsByType(BpmnShape.class);
        Set<String> open = new HashSet<>();
        shapes.stream()
                .filter(shape -> shape.getBpmnElement() instanceof SubProcess
                        && Boolean.parseBoolean(shape.getAttributeValue("isExpanded")))
                .forEach(shape -> open.add(shape.getBpmnElement().getId()));
        List<Part> parts = new ArrayList<>();
        for (BpmnShape shape : shapes) {
            if (shape.getBpmnElement() instanceof FlowNode node) {
                parts.add(new Part(
                        node.getId(),
                        text(node.getName()),
                        kind(node),
                        open.contains(node.getId()),
                        sign(node),
                        box(shape.getBounds()),
                        label(shape.getBpmnLabel()),
                        within(node, open)));
            }
        }
        SubProcess step = plane.getBpmnElement() instanceof SubProcess one ? one : null;
        return new Scene(
                definition,
                step == null ? process : process + " · " + text(step.getName()),
                step == null ? null : step.getId(),
                parts,
                plane.getChildElementsByType(BpmnEdge.class).stream()
                        .map(DrawnScenes::line)
                        .toList());
    }

    private static Line line(BpmnEdge edge) {
        BaseElement element = edge.getBpmnElement();
        return new Line(
                element == null ? "" : text(element.getId()),
                element instanceof SequenceFlow flow ? text(flow.getName()) : "",
                label(edge.getBpmnLabel()),
                edge.getWaypoints().stream()
                        .map(point ->
                                new Point(point.getX().intValue(), point.getY().intValue()))
                        .toList());
    }

    /** What hangs at the border of a step is drawn with it. */
    private static @Nullable String within(FlowNode node, Set<String> open) {
        ModelElementInstance where =
                node instanceof BoundaryEvent event && event.getAttachedTo() != null ? event.getAttachedTo() : node;
        return Stream.<ModelElementInstance>iterate(
                        where, element -> element != null, ModelElementInstance::getParentElement)
                .filter(SubProcess.class::isInstance)
                .map(element -> ((SubProcess) element).getId())
                .filter(open::contains)
                .reduce((inner, outer) -> outer)
                .orElse(null);
    }

    public static Kind kind(FlowNode node) {
        if (node instanceof SubProcess) {
            return Kind.STEP;
        }
        return node instanceof Activity ? Kind.TASK : node instanceof Gateway ? Kind.GATEWAY : Kind.EVENT;
    }

    private static String sign(FlowNode node) {
        String type = node.getElementType().getTypeName();
        if (kind(node) == Kind.GATEWAY) {
            return SIGNS.getOrDefault(type, "");
        }
        return node instanceof Event
                ? definitions(node).stream()
                        .map(one -> SIGNS.getOrDefault(one.getElementType().getTypeName(), ""))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static Collection<EventDefinition> definitions(FlowNode node) {
        return node instanceof CatchEvent event
                ? event.getEventDefinitions()
                : node instanceof ThrowEvent event ? event.getEventDefinitions() : List.of();
    }

    private static @Nullable Box label(@Nullable BpmnLabel label) {
        return Optional.ofNullable(label)
                .map(BpmnLabel::getBounds)
                .map(DrawnScenes::box)
                .orElse(null);
    }

    private static Box box(Bounds bounds) {
        return new Box(
                bounds.getX().intValue(),
                bounds.getY().intValue(),
                bounds.getWidth().intValue(),
                bounds.getHeight().intValue());
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }
}
