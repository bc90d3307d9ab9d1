package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.models.Drawing.Kind;
import org.baoxiu.models.Drawing.Mark;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A diagram with the way that one case has gone over it, each element with the places that it has in the order, and where the case stopped. */
public final class DrawnPath {

    /** More numbers have no room at an element. */
    private static final int SHOWN = 3;

    private static final String STOPPED = "停在这里";

    private final BpmnModelInstance model;
    private final Map<String, List<Integer>> passed = new LinkedHashMap<>();

    private DrawnPath(BpmnModelInstance model) {
        this.model = model;
    }

    /**
     * @param path what the case came to in the order of time, in all processes; null for what is in another one
     * @param stop where it stopped; null if it did not stop here
     * @return empty for what is no diagram
     */
    public static Optional<Drawing> of(
            String process, byte[] content, List<@Nullable String> path, @Nullable String stop) {
        return ProcessModel.read(process, content, new Faults()).map(model -> {
            DrawnPath drawn = new DrawnPath(model);
            for (int place = 0; place < path.size(); place++) {
                String element = path.get(place);
                if (element != null) {
                    drawn.passed
                            .computeIfAbsent(element, first -> new ArrayList<>())
                            .add(place + 1);
                }
            }
            String title = ProcessModel.processes(model).stream()
                    .filter(one -> one.getId().equals(process))
                    .map(Process::getName)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(process);
            return new Drawing(title, DrawnScenes.of("", title, model), drawn.marks(stop));
        });
    }

    /** The name of an element, as the diagram has it. */
    public static String name(String process, byte[] content, String element) {
        return ProcessModel.read(process, content, new Faults())
                .map(model -> Xml.name(model, element))
                .orElse(element);
    }

    private List<Mark> marks(@Nullable String stop) {
        Set<String> around = stop == null ? Set.of() : around(stop);
        Map<String, Mark> marks = new LinkedHashMap<>();
        passed.forEach((element, places) -> marks.put(element, passed(element, places)));
        around.forEach(step -> marks.put(step, mark(step, Kind.INSIDE, "停在里面")));
        if (stop != null) {
            String before = passed.containsKey(stop) ? "（" + sign(passed.get(stop)) + "）" : "";
            marks.put(stop, mark(stop, Kind.STOPPED, STOPPED + before));
        }
        return List.copyOf(marks.values());
    }

    /** Of a step with a plane of its own its numbers would be those of its beginning. */
    private Mark passed(String element, List<Integer> places) {
        String sign = model.getModelElementById(element) instanceof SubProcess
                ? places.size() == 1 ? "走过" : "走过 " + places.size() + " 次"
                : sign(places);
        return mark(element, Kind.PASSED, sign);
    }

    private static String sign(List<Integer> places) {
        return places.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining("、"))
                + (places.size() > SHOWN ? "…" : "");
    }

    private Mark mark(String element, Kind kind, String sign) {
        return new Mark(element, kind, sign, Xml.name(model, element) + "：" + sign);
    }

    private Set<String> around(String element) {
        return Stream.<ModelElementInstance>iterate(
                        model.getModelElementById(element), Objects::nonNull, ModelElementInstance::getParentElement)
                .skip(1)
                .filter(SubProcess.class::isInstance)
                .map(step -> ((SubProcess) step).getId())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
