package org.baoxiu.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * The steps that the program knows follow one another as it expects, with any gateways and new steps in between: a step that comes at
 * another time refuses whatever is filled in, and its case stops.
 */
@Component
@Order(5)
class StepOrder implements Check {

    /** Any end at which nothing but the end happens. */
    private static final String END = "";

    private final Shipped shipped;

    StepOrder(Shipped shipped) {
        this.shipped = shipped;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        shipped.models().processes().forEach((key, contract) -> {
            ProcessModel process = models.processes().get(key);
            if (process != null) {
                compare(new Arrows(contract), process, new Arrows(process), faults);
            }
        });
    }

    private static void compare(Arrows contract, ProcessModel process, Arrows present, Faults faults) {
        Set<String> known = contract.steps();
        contract.nodes.forEach((id, node) -> {
            Element found = present.nodes.get(id);
            if (found != null && isGateway(node) && !found.getLocalName().equals(node.getLocalName())) {
                faults.add(process.file(), "%s换成了别的网关（原来是 %s）。请改回来。", Xml.place(found), node.getLocalName());
            }
        });
        for (String step : known) {
            Set<String> reached = present.after(step, known);
            if (reached.isEmpty()) {
                continue;
            }
            Set<String> wanted = contract.after(step, known);
            wanted.stream()
                    .filter(next -> !reached.contains(next) && (next.equals(END) || present.nodes.containsKey(next)))
                    .forEach(next -> faults.add(
                            process.file(),
                            "从%s应当接着到%s，现在到不了。请把连线接回去；中间可以插入新的步骤。",
                            present.place(step),
                            present.place(next)));
            reached.stream()
                    .filter(next -> !wanted.contains(next))
                    .forEach(next -> faults.add(
                            process.file(),
                            "从%s直接通到了%s，绕过了中间原有的步骤，案件到了那里会停住。请把连线改回来。",
                            present.place(step),
                            present.place(next)));
        }
    }

    private static boolean isGateway(Element element) {
        return element.getLocalName().endsWith("Gateway");
    }

    /** All nodes of a process at any depth, and where their arrows lead. */
    private static final class Arrows {

        private final Map<String, Element> nodes = new HashMap<>();
        private final Map<String, Set<String>> next = new HashMap<>();

        Arrows(ProcessModel process) {
            Xml.each(process.model(), element -> {
                if (BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())) {
                    if (element.getLocalName().equals("sequenceFlow")) {
                        add(element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
                    } else {
                        nodes.put(element.getAttribute("id"), element);
                        if (element.getLocalName().equals("boundaryEvent")) {
                            add(element.getAttribute("attachedToRef"), element.getAttribute("id"));
                        }
                    }
                }
            });
        }

        private void add(String from, String to) {
            next.computeIfAbsent(from, id -> new HashSet<>()).add(to);
        }

        /** What has arrows, and ends at which something happens. */
        Set<String> steps() {
            Set<String> steps = new TreeSet<>();
            next.forEach((from, all) -> {
                steps.add(from);
                steps.addAll(all);
            });
            steps.removeIf(id -> {
                Element node = nodes.get(id);
                return node == null || isGateway(node) || isPlainEnd(node);
            });
            return steps;
        }

        private static boolean isPlainEnd(Element node) {
            return node.getLocalName().equals("endEvent")
                    && Xml.children(node).stream()
                            .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"));
        }

        /** The known steps that come next. */
        Set<String> after(String step, Set<String> known) {
            Set<String> found = new TreeSet<>();
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(next.getOrDefault(step, Set.of()));
            while (!open.isEmpty()) {
                String id = open.pop();
                Element node = nodes.get(id);
                if (node == null || !seen.add(id)) {
                    continue;
                }
                if (known.contains(id)) {
                    found.add(id);
                } else if (isPlainEnd(node)) {
                    found.add(END);
                } else {
                    open.addAll(next.getOrDefault(id, Set.of()));
                }
            }
            return found;
        }

        String place(String id) {
            Element node = nodes.get(id);
            return node == null ? "结束" : Xml.place(node);
        }
    }
}
