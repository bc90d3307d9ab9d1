package org.baoxiu.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.baoxiu.audit.CaseWalk.Line;
import org.baoxiu.audit.CaseWalk.Part;
import org.baoxiu.audit.CaseWalk.Scene;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.models.Drawing.Mark;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;

/**
 * A diagram before and after a change, with a sign at each element of which the list of differences tells, and at each that stands elsewhere
 * without being told of.
 */
final class DrawnDifference {

    /** Where an element is drawn. */
    private record Place(@Nullable String plane, Box box) {}

    private final Map<String, List<Difference>> told = new HashMap<>();
    private final Map<String, Place> former;
    private final Map<String, Place> present;

    private DrawnDifference(List<Difference> differences, List<Scene> before, List<Scene> after) {
        for (Difference one : differences) {
            if (one.spot() != null) {
                told.computeIfAbsent(one.spot().element(), first -> new ArrayList<>())
                        .add(one);
            }
        }
        former = places(before);
        present = places(after);
    }

    /** Both sides; one of them, where the process is new or gone. */
    static List<Drawing> of(ChangedFile file) {
        List<Scene> before = scenes(file, file.before());
        List<Scene> after = scenes(file, file.after());
        DrawnDifference difference = new DrawnDifference(FileDifference.of(file).differences(), before, after);
        List<Drawing> sides = new ArrayList<>();
        if (file.before() != null) {
            sides.add(new Drawing("原来", before, difference.marks(before)));
        }
        if (file.after() != null) {
            sides.add(new Drawing("现在", after, difference.marks(after)));
        }
        return sides;
    }

    private static List<Scene> scenes(ChangedFile file, byte @Nullable [] content) {
        return content == null
                ? List.of()
                : ProcessModel.read(file.name(), content, new Faults())
                        .map(model -> DrawnScenes.of(
                                "",
                                ProcessModel.processes(model).stream()
                                        .filter(process -> process.getId().equals(file.process()))
                                        .map(Process::getName)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(file.name()),
                                model))
                        .orElse(List.of());
    }

    private static Map<String, Place> places(List<Scene> scenes) {
        Map<String, Place> places = new HashMap<>();
        scenes.forEach(scene ->
                scene.parts().forEach(part -> places.put(part.element(), new Place(scene.step(), part.box()))));
        return places;
    }

    private List<Mark> marks(List<Scene> scenes) {
        Map<String, Mark> own = new LinkedHashMap<>();
        scenes.forEach(scene -> {
            scene.parts().forEach(part -> put(own, part.element(), name(part)));
            scene.lines().forEach(line -> put(own, line.flow(), line.name()));
        });
        Map<String, Scene> planes = new HashMap<>();
        scenes.stream().filter(scene -> scene.step() != null).forEach(scene -> planes.put(scene.step(), scene));
        Map<String, Mark> marks = new LinkedHashMap<>(own);
        scenes.stream()
                .flatMap(scene -> scene.parts().stream())
                .filter(part -> part.kind() == Kind.STEP && planes.containsKey(part.element()))
                .forEach(step -> inside(step, own, planes).ifPresent(mark -> marks.put(step.element(), mark)));
        return List.copyOf(marks.values());
    }

    private static String name(Part part) {
        return part.name().isBlank() ? part.element() : part.name();
    }

    private void put(Map<String, Mark> marks, String element, String name) {
        List<Difference> mine = told.get(element);
        boolean moved = former.containsKey(element)
                && present.containsKey(element)
                && !Objects.equals(former.get(element), present.get(element));
        if (mine != null) {
            marks.put(
                    element,
                    new Mark(
                            element,
                            Drawing.Kind.valueOf(mine.get(0).how().name()),
                            sign(mine),
                            mine.stream()
                                            .map(one -> one.how().label() + " " + one.place())
                                            .collect(Collectors.joining("；"))
                                    + (moved ? "；移动了位置" : "")));
        } else if (moved) {
            marks.put(element, new Mark(element, Drawing.Kind.MOVED, Difference.How.MOVED.label(), name + "：只移动了位置"));
        }
    }

    /** Everything that is written at an element has to find room there. */
    private static String sign(List<Difference> mine) {
        Difference first = mine.get(0);
        String property = first.spot() == null ? "" : first.spot().property();
        String how = first.how().label();
        return mine.size() > 1 ? how + " " + mine.size() + " 处" : property.isEmpty() ? how : how + " " + property;
    }

    /** What somebody who looks at a closed step has to know of what is drawn in it; empty if that is nothing. */
    private static Optional<Mark> inside(Part step, Map<String, Mark> own, Map<String, Scene> planes) {
        Set<String> drawn = new HashSet<>();
        collect(step.element(), planes, drawn);
        drawn.remove(step.element());
        long told = count(drawn, own, mark -> mark.kind() != Drawing.Kind.MOVED);
        long moved = count(drawn, own, mark -> mark.kind() == Drawing.Kind.MOVED);
        if (told + moved == 0) {
            return Optional.empty();
        }
        String sign = told > 0 ? "里面 " + told + " 处" : "里面有移动";
        Mark mark = own.get(step.element());
        return Optional.of(
                mark == null || mark.kind() == Drawing.Kind.MOVED
                        ? new Mark(step.element(), Drawing.Kind.INSIDE, sign, name(step) + "：" + sign)
                        : new Mark(step.element(), mark.kind(), mark.sign() + "，" + sign, mark.words() + "；" + sign));
    }

    private static long count(Set<String> drawn, Map<String, Mark> own, Predicate<Mark> which) {
        return drawn.stream()
                .map(own::get)
                .filter(Objects::nonNull)
                .filter(which)
                .count();
    }

    /** What is drawn on the plane of a step and on those below it. */
    private static void collect(String step, Map<String, Scene> planes, Set<String> drawn) {
        Scene plane = planes.get(step);
        if (plane == null) {
            return;
        }
        plane.lines().stream().map(Line::flow).forEach(drawn::add);
        plane.parts().stream()
                .map(Part::element)
                .filter(drawn::add)
                .forEach(element -> collect(element, planes, drawn));
    }
}
