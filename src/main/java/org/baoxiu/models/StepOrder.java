package org.baoxiu.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            if (found == null || !isGateway(node)) {
                return;
            }
            if (!found.getLocalName().equals(node.getLocalName())) {
                faults.add(process.file(), "%s换成了别的网关（原来是 %s）。请改回来。", Xml.place(found), node.getLocalName());
            }
            answers(process, found, contract.ways(id, known), present.ways(id, known), present, faults);
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

    /** An answer leads to where it has always led; whoever has changed what is asked is told by others. */
    private static void answers(
            ProcessModel process,
            Element gateway,
            Map<String, Set<String>> wanted,
            Map<String, Set<String>> ways,
            Arrows present,
            Faults faults) {
        boolean sameQuestions = wanted.keySet().equals(ways.keySet());
        wanted.forEach((condition, next) -> {
            Set<String> leads = ways.get(condition);
            if (wanted.size() > 1
                    && leads != null
                    && !leads.containsAll(next)
                    && (sameQuestions || !condition.isEmpty())) {
                faults.add(
                        process.file(),
                        "%s的%s原来通到%s，现在通到%s，案件会走错路，到了那里就停住。请把连线接回去，或者把条件换回来。",
                        Xml.place(gateway),
                        condition.isEmpty() ? "默认连线（Default flow）" : "条件 " + condition,
                        next.stream().map(present::place).collect(Collectors.joining("、")),
                        leads.stream().map(present::place).collect(Collectors.joining("、")));
            }
        });
    }

    private static boolean isGateway(Element element) {
        return element.getLocalName().endsWith("Gateway");
    }

    /** All nodes of a process at any depth, and where their arrows lead. */
    private static final class Arrows {

        private final Map<String, Element> nodes = new HashMap<>();
        private final Map<String, Set<String>> next = new HashMap<>();
        /** By where they come from, the arrows with their conditions, and where each leads. */
        private final Map<String, Map<String, Set<String>>> asked = new HashMap<>();

        Arrows(ProcessModel process) {
            Xml.each(process.model(), element -> {
                if (BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())) {
                    if (element.getLocalName().equals("sequenceFlow")) {
                        add(element.getAttribute("sourceRef"), element.getAttribute("targetRef"));
                        asked.computeIfAbsent(element.getAttribute("sourceRef"), id -> new TreeMap<>())
                                .computeIfAbsent(Choices.condition(element), any -> new TreeSet<>())
                                .add(element.getAttribute("targetRef"));
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

        /** By the conditions of a gateway, the known steps that come next; nothing stands for its default. */
        Map<String, Set<String>> ways(String gateway, Set<String> known) {
            Map<String, Set<String>> ways = new TreeMap<>();
            asked.getOrDefault(gateway, Map.of()).forEach((condition, to) -> ways.put(condition, reached(to, known)));
            return ways;
        }

        /** The known steps that come next. */
        Set<String> after(String step, Set<String> known) {
            return reached(next.getOrDefault(step, Set.of()), known);
        }

        private Set<String> reached(Set<String> from, Set<String> known) {
            Set<String> found = new TreeSet<>();
            Set<String> seen = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(from);
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
            Element node = id.equals(END) ? null : nodes.get(id);
            return node == null ? "结束" : Xml.place(node);
        }
    }
}
