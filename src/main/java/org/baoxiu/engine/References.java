package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Collects what a process refers to, wherever in the file it stands: tasks, events, listeners at any depth. */
final class References {

    private References() {}

    static List<Reference> in(byte[] process) {
        List<Reference> references = new ArrayList<>();
        DomElement root =
                Bpmn.readModelFromStream(Models.stream(process)).getDocument().getRootElement();
        collect(root, "definitions", references);
        return references;
    }

    private static void collect(DomElement element, String ownerId, List<Reference> references) {
        String id = element.hasAttribute("id") ? element.getAttribute("id") : ownerId;
        for (Reference.Kind kind : Reference.Kind.values()) {
            if (element.hasAttribute(BpmnModelConstants.CAMUNDA_NS, kind.attribute())) {
                references.add(
                        new Reference(kind, id, element.getAttribute(BpmnModelConstants.CAMUNDA_NS, kind.attribute())));
            } else if (element.hasAttribute(kind.attribute())) {
                // listeners and call activities carry theirs without a namespace prefix
                references.add(new Reference(kind, id, element.getAttribute(kind.attribute())));
            }
        }
        for (DomElement child : element.getChildElements()) {
            collect(child, id, references);
        }
    }
}
