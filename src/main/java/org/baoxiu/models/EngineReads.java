package org.baoxiu.models;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What the engine needs of a file before it reads what is in it, and the bindings that deployments by file rely on. */
@Component
@Order(1)
class EngineReads implements Check {

    private static final Set<String> DRAWN = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "task",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "manualTask",
            "receiveTask",
            "sendTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow");

    private final Shipped shipped;

    EngineReads(Shipped shipped) {
        this.shipped = shipped;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes().values().forEach(process -> {
            process(process, faults);
            bindings(process, faults);
            picture(process, faults);
        });
        models.decisions().values().forEach(decision -> {
            if (decision.decision().getCamundaHistoryTimeToLiveString() == null) {
                faults.add(decision.file(), "决策“%s”没有写历史保留时间（History time to live）。请填写 P1095D。", decision.name());
            }
        });
    }

    private static void process(ProcessModel process, Faults faults) {
        if (!process.process().isExecutable()) {
            faults.add(process.file(), "流程“%s”没有勾选“可执行”（Executable），部署了也不能用。请在 Modeler 里勾选。", process.key());
        }
        if (process.process().getCamundaHistoryTimeToLiveString() == null) {
            faults.add(process.file(), "流程“%s”没有写历史保留时间（History time to live）。请填写 P1095D。", process.key());
        }
    }

    private static void bindings(ProcessModel process, Faults faults) {
        Xml.each(process.model(), element -> {
            if (!Xml.attribute(element, "formRef").isEmpty()
                    && !Xml.attribute(element, "formRefBinding").equals("deployment")) {
                faults.add(process.file(), "%s的表单绑定（Binding）要选 deployment，这样办理中的案件才保持原来的表单。", Xml.place(element));
            }
            for (String binding : Set.of("decisionRefBinding", "calledElementBinding")) {
                String chosen = Xml.attribute(element, binding);
                if (!chosen.isEmpty() && !chosen.equals("latest")) {
                    faults.add(process.file(), "%s的绑定（Binding）要选 latest：决策表和被调用的流程各自部署。", Xml.place(element));
                }
            }
        });
    }

    /** A step that is not drawn cannot be seen, moved or mended in the Modeler. */
    private void picture(ProcessModel process, Faults faults) {
        Set<String> drawn = new HashSet<>();
        Xml.each(process.model(), element -> {
            if (element.getLocalName().equals("BPMNShape")
                    || element.getLocalName().equals("BPMNEdge")) {
                drawn.add(element.getAttribute("bpmnElement"));
            }
        });
        if (drawn.isEmpty() && !shipped.models().processes().containsKey(process.key())) {
            return;
        }
        Xml.each(process.model(), element -> {
            if (isDrawn(element) && !drawn.contains(element.getAttribute("id"))) {
                faults.add(process.file(), "%s在图上没有画出来。请在 Modeler 里撤销删除，或者连同这一步一起删掉再重画。", Xml.place(element));
            }
        });
    }

    private static boolean isDrawn(Element element) {
        return BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI()) && DRAWN.contains(element.getLocalName());
    }
}
