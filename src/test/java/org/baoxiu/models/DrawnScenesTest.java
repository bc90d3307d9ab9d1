package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.baoxiu.audit.CaseWalk.Line;
import org.baoxiu.audit.CaseWalk.Part;
import org.baoxiu.audit.CaseWalk.Scene;
import org.baoxiu.audit.ProcessPicture.Box;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("画出来的流程图")
class DrawnScenesTest {

    private static BpmnModelInstance model(String path) {
        return Bpmn.readModelFromFile(new File(path));
    }

    private static List<Scene> scenes(BpmnModelInstance model) {
        return DrawnScenes.of("one", "报修处理 第 1 版", model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processes/repair-request.bpmn",
                "processes/repair-accident.bpmn",
                "src/test/resources/releases/v0.1.0/models/processes/repair-request.bpmn"
            })
    @DisplayName("every element and every flow is drawn once, whichever plane it is on")
    void everything(String path) {
        BpmnModelInstance model = model(path);
        List<Scene> scenes = scenes(model);

        assertThat(scenes.stream().flatMap(scene -> scene.parts().stream()).map(Part::element))
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .toList());
        assertThat(scenes.stream().flatMap(scene -> scene.lines().stream()).map(Line::flow))
                .containsAll(model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(SequenceFlow::getId)
                        .toList());
        assertThat(scenes.stream().flatMap(scene -> scene.lines().stream()))
                .allMatch(line -> line.points().size() > 1);
    }

    @Test
    @DisplayName("a step that is drawn open is looked at with what is in it and hangs at its border")
    void openSteps() {
        Scene scene = scenes(model("src/test/resources/releases/v0.1.0/models/processes/repair-request.bpmn"))
                .get(0);

        assertThat(part(scene, "Task_PickUpSlip").within()).isEqualTo("SubProcess_Dispatch");
        assertThat(part(scene, "SubProcess_Dispatch").within()).isEqualTo("SubProcess_Dispatch");
        assertThat(part(scene, "SubProcess_Dispatch").open()).isTrue();
        assertThat(part(scene, "Task_PickUpSlip").open()).isFalse();
        assertThat(scene.parts())
                .filteredOn(part -> Objects.equals(part.within(), "SubProcess_Dispatch"))
                .hasSizeGreaterThan(3)
                .anyMatch(part -> part.sign().equals("时"));
    }

    @Test
    @DisplayName("a step with a plane of its own is a scene of its own, seen as a whole")
    void drillDown() {
        BpmnModelInstance model = model("src/test/resources/releases/v0.1.0/models/processes/repair-request.bpmn");
        SubProcess step = model.getModelElementById("SubProcess_Dispatch");
        collapse(model, step);

        List<Scene> scenes = scenes(model);

        assertThat(scenes).hasSize(2);
        Part closed = part(scenes.get(0), step.getId());
        assertThat(closed.open()).isFalse();
        assertThat(closed.within()).isNull();
        assertThat(scenes.get(0).parts()).noneMatch(part -> part.element().equals("Task_PickUpSlip"));
        assertThat(scenes.get(1).title()).isEqualTo("报修处理 第 1 版 · " + step.getName());
        assertThat(scenes).extracting(Scene::step).containsExactly(null, step.getId());
        assertThat(part(scenes.get(1), "Task_PickUpSlip").within()).isNull();
        assertThat(part(scenes.get(1), "Task_PickUpSlip").box())
                .extracting(Box::width)
                .isEqualTo(100);
        assertThat(scenes.get(0).definition()).isEqualTo(scenes.get(1).definition());
    }

    /** As the Modeler does it: what is in the step gets a plane of its own. */
    private static void collapse(BpmnModelInstance model, SubProcess step) {
        BpmnPlane plane = model.newInstance(BpmnPlane.class);
        plane.setBpmnElement(step);
        BpmnDiagram diagram = model.newInstance(BpmnDiagram.class);
        diagram.setBpmnPlane(plane);
        model.getDefinitions().addChildElement(diagram);
        for (BpmnShape shape : new ArrayList<>(model.getModelElementsByType(BpmnShape.class))) {
            if (step.equals(shape.getBpmnElement())) {
                shape.setAttributeValue("isExpanded", "false");
            } else if (shape.getBpmnElement() instanceof FlowNode node && step.equals(node.getParentElement())) {
                shape.getParentElement().removeChildElement(shape);
                plane.addChildElement(shape);
            }
        }
    }

    private static Part part(Scene scene, String element) {
        return scene.parts().stream()
                .filter(part -> part.element().equals(element))
                .findFirst()
                .orElseThrow();
    }
}
