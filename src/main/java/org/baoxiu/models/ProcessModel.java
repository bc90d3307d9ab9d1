package org.baoxiu.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * A process with the forms of its own deployment, which it is bound to.
 *
 * @param deployment id of the deployment that has made it active; null if none has
 * @param forms      by their ids
 */
record ProcessModel(
        String key,
        String file,
        @Nullable String deployment,
        byte[] content,
        BpmnModelInstance model,
        Process process,
        Map<String, FormModel> forms) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** The model of a file; empty, with a fault, where it cannot be read. */
    static Optional<BpmnModelInstance> read(String file, byte[] content, Faults faults) {
        if (new String(content, StandardCharsets.UTF_8).contains("<!DOCTYPE")) {
            faults.add(file, "文件里不能有 DOCTYPE。请用 Modeler 另存后再部署。");
            return Optional.empty();
        }
        try {
            return Optional.of(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (ModelException e) {
            faults.add(file, "流程图读不懂：%s。请用 Modeler 打开检查、另存后再部署。", Sentences.reason(e));
            return Optional.empty();
        }
    }

    ProcessModel with(Map<String, FormModel> others) {
        return new ProcessModel(key, file, deployment, content, model, process, new TreeMap<>(others));
    }

    /** Ids of the forms that a diagram refers to, in all of its processes. */
    static Set<String> formsOf(BpmnModelInstance model) {
        Set<String> ids = new TreeSet<>();
        Xml.each(model, element -> {
            if (!element.getAttributeNS(CAMUNDA, "formRef").isEmpty()) {
                ids.add(element.getAttributeNS(CAMUNDA, "formRef"));
            }
        });
        return ids;
    }

    static List<Process> processes(BpmnModelInstance model) {
        return List.copyOf(model.getModelElementsByType(Process.class));
    }
}
