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
import org.baoxiu.audit.ProcessPicture.Point;
import org.baoxiu.models.Drawing.Mark;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * A diagram before and after a change, with a sign at each element of which the list of differences tells, and at each that stands elsewhere
 * or, as an arrow, takes another way without being told of.
 */
final class DrawnDifference {

    private static final Set<String> ENDS = Set.of("从", "到");

    /** Where an element is drawn. */
    private record Place(@Nullable String plane, Box box) {}

    /** The way of an arrow. */
    private record Way(@Nullable String plane, List<Point> points) {}

    /** Ids of the elements between which an arrow leads. */
    private record Ends(String from, String to) {}

    private final Map<String, List<Difference>> told = new HashMap<>();
    private final Map<String, Place> former;
    private final Map<String, Place> present;
    private final Map<String, Way> formerWays;
    private final Map<String, Way> presentWays;
    private final Map<String, Ends> ends;

    private DrawnDifference(
            List<Difference> differences, List<Scene> before, List<Scene> after, Map<String, Ends> ends) {
        for (Difference one : differences) {
            if (one.spot() != null) {
                told.computeIfAbsent(one.spot().element(), first -> new ArrayList<>())
                        .add(one);
            }
        }
        former = places(before);
        present = places(after);
        formerWays = ways(before);
        presentWays = ways(after);
        this.ends = ends;
    }

    /** Both sides; one of them, where the process is new or gone. */
    static List<Drawing> of(ChangedFile file) {
        List<Scene> before = scenes(file, file.before());
        List<Scene> after = scenes(file, file.after());
        DrawnDifference difference =
                new DrawnDifference(FileDifference.of(file).differences(), before, after, ends(file));
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

    /** As they lead now. */
    private static Map<String, Ends> ends(ChangedFile file) {
        Map<String, Ends> ends = new HashMap<>();
        if (file.after() != null) {
            ProcessModel.read(file.name(), file.after(), new Faults())
                    .ifPresent(model -> model.getModelElementsByType(SequenceFlow.class).stream()
                            .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                            .forEach(flow -> ends.put(
                                    flow.getId(),
                                    new Ends(
                                            flow.getSource().getId(),
                                            flow.getTarget().getId()))));
        }
        return ends;
    }

    private static Map<String, Way> ways(List<Scene> scenes) {
        Map<String, Way> ways = new HashMap<>();
        scenes.forEach(
                scene -> scene.lines().forEach(line -> ways.put(line.flow(), new Way(scene.step(), line.points()))));
        return ways;
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
            scene.lines().forEach(line -> put(own, line.flow(), arrow(line)));
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

    private static String arrow(Line line) {
        return line.name().isBlank() ? "连线" : "连线“" + line.name().replaceAll("\\s+", " ") + "”";
    }

    private static <T> boolean isElsewhere(String element, Map<String, T> before, Map<String, T> after) {
        return before.containsKey(element)
                && after.containsKey(element)
                && !Objects.equals(before.get(element), after.get(element));
    }

    /** Takes another way of its own accord: an arrow goes with the elements that it connects. */
    private boolean isLaidOtherwise(String flow) {
        Ends mine = ends.get(flow);
        return mine != null
                && isElsewhere(flow, formerWays, presentWays)
                && !isElsewhere(mine.from(), former, present)
                && !isElsewhere(mine.to(), former, present);
    }

    private void put(Map<String, Mark> marks, String element, String name) {
        List<Difference> mine = told.get(element);
        boolean moved = isElsewhere(element, former, present);
        if (mine != null) {
            marks.put(
                    element,
                    new Mark(
                            element,
                            Drawing.Kind.valueOf(mine.get(0).how().name()),
                            sign(mine),
                            mine.stream().map(DrawnDifference::words).collect(Collectors.joining("；"))
                                    + (moved ? "；移动了位置" : "")));
        } else if (moved) {
            marks.put(element, new Mark(element, Drawing.Kind.MOVED, Difference.How.MOVED.label(), name + "：只移动了位置"));
        } else if (isLaidOtherwise(element)) {
            marks.put(element, new Mark(element, Drawing.Kind.MOVED, "改了走线", name + "：只改了走线，从哪里到哪里没有变"));
        }
    }

    /** Where an arrow leads is short enough to be said at the arrow itself. */
    private static String words(Difference one) {
        String words = one.how().label() + " " + one.place();
        return one.spot() != null && ENDS.contains(one.spot().property())
                ? words + "：" + text(one.was()) + " → " + text(one.is())
                : words;
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
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
