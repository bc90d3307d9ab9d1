package org.baoxiu.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A case goes from its start over every step to an end: it neither vanishes where an arrow is missing nor goes round for ever. */
@Component
@Order(4)
class Flow implements Check {

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> {
                    if (element.getLocalName().equals("subProcess")
                            || element.getLocalName().equals("process")
                                    && element.getAttribute("id").equals(process.key())) {
                        new Level(element).check(process.file(), faults);
                    }
                }));
    }

    /** One level of a process: its own steps and arrows, without those inside of its sub-processes. */
    private static final class Level {

        private static final Pattern STEP =
                Pattern.compile("\\w*[tT]ask|\\w+Event|\\w+Gateway|\\w*[sS]ubProcess|callActivity|transaction");

        private final Element scope;
        private final List<Element> steps = new ArrayList<>();
        private final Map<String, Set<String>> arrows = new HashMap<>();
        /** What happens at the edge of a step goes on from that step. */
        private final Map<String, Set<String>> next = new HashMap<>();

        Level(Element scope) {
            this.scope = scope;
            for (Element child : Xml.children(scope)) {
                if (child.getLocalName().equals("sequenceFlow")) {
                    add(arrows, child.getAttribute("sourceRef"), child.getAttribute("targetRef"));
                    add(next, child.getAttribute("sourceRef"), child.getAttribute("targetRef"));
                } else if (isStep(child)) {
                    steps.add(child);
                    if (child.getLocalName().equals("boundaryEvent")) {
                        add(next, child.getAttribute("attachedToRef"), child.getAttribute("id"));
                    }
                }
            }
        }

        private static boolean isStep(Element element) {
            return STEP.matcher(element.getLocalName()).matches();
        }

        private static void add(Map<String, Set<String>> map, String from, String to) {
            map.computeIfAbsent(from, id -> new HashSet<>()).add(to);
        }

        private static boolean is(Element step, String kind) {
            return step.getLocalName().equals(kind);
        }

        private static boolean standsAlone(Element step) {
            return step.getAttribute("triggeredByEvent").equals("true");
        }

        private Set<String> ids(String kind) {
            return steps.stream()
                    .filter(step -> is(step, kind))
                    .map(step -> step.getAttribute("id"))
                    .collect(Collectors.toSet());
        }

        void check(String file, Faults faults) {
            Set<String> starts = ids("startEvent");
            Set<String> ends = ids("endEvent");
            if (starts.isEmpty() || ends.isEmpty()) {
                faults.add(file, "%s没有开始或者没有结束。请补上开始和结束，并用连线接好。", Xml.place(scope));
                return;
            }
            List<Element> broken = steps.stream()
                    .filter(step -> !standsAlone(step))
                    .filter(step -> is(step, "endEvent") == arrows.containsKey(step.getAttribute("id")))
                    .toList();
            broken.forEach(step -> faults.add(
                    file,
                    is(step, "endEvent") ? "%s是结束，后面不能再有连线。请删去连线。" : "%s后面没有连线，案件走到这里会无声地消失。请把它连到下一步或一个结束。",
                    Xml.place(step)));
            if (broken.isEmpty()) {
                Map<String, Set<String>> back = turned();
                Set<String> ending = from(ends, back);
                among(id -> !ending.contains(id)
                                && from(next.getOrDefault(id, Set.of()), next).contains(id))
                        .forEach(step -> faults.add(file, "从%s走不到结束，案件会一直转圈。请补上通向结束的连线。", Xml.place(step)));
                Set<String> reached = from(starts, next);
                List<Element> lost = among(id -> !reached.contains(id));
                List<Element> beginnings =
                        among(id -> !reached.contains(id) && reached.containsAll(back.getOrDefault(id, Set.of())));
                (beginnings.isEmpty() ? lost : beginnings)
                        .forEach(step -> faults.add(file, "没有连线通到%s，案件永远走不到这一步。请补上连线。", Xml.place(step)));
            }
        }

        private List<Element> among(Predicate<String> ids) {
            return steps.stream()
                    .filter(step -> !standsAlone(step) && ids.test(step.getAttribute("id")))
                    .toList();
        }

        private Map<String, Set<String>> turned() {
            Map<String, Set<String>> back = new HashMap<>();
            next.forEach((from, all) -> all.forEach(to -> add(back, to, from)));
            return back;
        }

        private static Set<String> from(Set<String> begin, Map<String, Set<String>> next) {
            Set<String> reached = new HashSet<>(begin);
            Deque<String> open = new ArrayDeque<>(begin);
            while (!open.isEmpty()) {
                next.getOrDefault(open.pop(), Set.of()).stream()
                        .filter(reached::add)
                        .forEach(open::push);
            }
            return reached;
        }
    }
}
