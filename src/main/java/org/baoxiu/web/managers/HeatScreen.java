package org.baoxiu.web.managers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.audit.Heat.Figure;
import org.baoxiu.audit.Heat.Level;
import org.baoxiu.audit.ProcessPicture;
import org.baoxiu.audit.ProcessPicture.Box;
import org.baoxiu.audit.ProcessPicture.Edge;
import org.baoxiu.audit.ProcessPicture.Kind;
import org.baoxiu.audit.ProcessPicture.Shape;
import org.baoxiu.shared.TimeText;
import org.jspecify.annotations.Nullable;

/** The page 时限热图: the seven steps, the diagram of one of them, and a table of everything that has run. */
record HeatScreen(List<Element> steps, String chosen, Drawing drawing, List<Element> elements) {

    private static final int AROUND = 12;
    private static final int LINE = 6;
    private static final int BASE = 18;
    /** A picture of few tasks is not blown up: its words are as large as those around it. */
    private static final double LARGEST = 1.25;

    /**
     * One task or step.
     *
     * @param colour  {@code none} where nothing is promised
     * @param percent p90 of the limit; empty likewise
     * @param address of its slips; for a step of the row above, of its diagram
     */
    record Element(
            String name,
            boolean step,
            String colour,
            String percent,
            long runs,
            String median,
            String p90,
            String limit,
            String inTime,
            String address) {}

    /**
     * @param width   in pixels at most
     * @param viewBox of the part of the diagram that is shown
     */
    record Drawing(long width, String viewBox, List<String> lines, List<Mark> marks) {}

    /** @param lines of its name, each with its height */
    record Mark(Kind kind, Box box, String colour, String title, List<Text> lines, @Nullable String address) {}

    record Text(int y, String text) {}

    static HeatScreen of(ProcessPicture picture, List<String> steps, Map<String, Figure> figures, HeatQuery query) {
        Map<String, Shape> shapes = new HashMap<>();
        picture.shapes().forEach(shape -> shapes.put(shape.id(), shape));
        List<Shape> seven = steps.stream()
                .flatMap(id -> Optional.ofNullable(shapes.get(id)).stream())
                .toList();
        String chosen = seven.stream()
                .map(Shape::id)
                .filter(query.step()::equals)
                .findFirst()
                .or(() -> hottest(seven, figures))
                .orElse("");
        List<Element> elements = new ArrayList<>();
        picture.shapes().stream()
                .filter(shape -> figures.containsKey(shape.id()))
                .sorted(Comparator.comparing((Shape shape) -> heat(figures.get(shape.id())))
                        .reversed()
                        .thenComparing(Shape::name))
                .forEach(shape -> elements.add(
                        element(shape, figures.get(shape.id()), query.address("/heat/slips", "element", shape.id()))));
        return new HeatScreen(
                seven.stream()
                        .map(shape ->
                                element(shape, figures.get(shape.id()), query.address("/heat", "step", shape.id())))
                        .toList(),
                chosen,
                drawing(picture, shapes.get(chosen), figures, query),
                elements);
    }

    private static long heat(@Nullable Figure figure) {
        return figure == null || figure.heat() == null ? -1 : figure.heat();
    }

    private static Optional<String> hottest(List<Shape> seven, Map<String, Figure> figures) {
        return seven.stream()
                .max(Comparator.comparing(shape -> heat(figures.get(shape.id()))))
                .map(Shape::id);
    }

    private static Element element(Shape shape, @Nullable Figure figure, String address) {
        if (figure == null) {
            return new Element(shape.name(), shape.kind() == Kind.STEP, "none", "", 0, "", "", "", "", address);
        }
        return new Element(
                shape.name(),
                shape.kind() == Kind.STEP,
                colour(figure),
                percent(figure),
                figure.runs(),
                TimeText.of(figure.median()),
                TimeText.of(figure.p90()),
                limit(figure),
                figure.promised() == 0 ? "" : Math.round(figure.inTime() * 100.0 / figure.promised()) + "%",
                address);
    }

    private static String percent(Figure figure) {
        return figure.heat() == null ? "" : Math.round(figure.heat() / 10.0) + "%";
    }

    private static String colour(@Nullable Figure figure) {
        return (figure == null ? Level.NONE : figure.level()).name().toLowerCase(Locale.ROOT);
    }

    private static String limit(Figure figure) {
        Duration shortest = figure.shortest();
        if (shortest == null) {
            return "没有承诺";
        }
        Duration longest = Objects.requireNonNullElse(figure.longest(), shortest);
        return TimeText.of(shortest) + (longest.equals(shortest) ? "" : " 至 " + TimeText.of(longest));
    }

    /** The plane of the chosen step; where it is drawn open, the step with what is in it and at its border. */
    private static Drawing drawing(
            ProcessPicture picture, @Nullable Shape step, Map<String, Figure> figures, HeatQuery query) {
        if (step == null) {
            return new Drawing(0, "0 0 1 1", List.of(), List.of());
        }
        List<Shape> inside = picture.shapes().stream()
                .filter(shape -> shape.plane().equals(step.id()))
                .toList();
        Box box = inside.isEmpty() ? step.box() : around(inside);
        List<Edge> edges = picture.edges().stream()
                .filter(edge -> inside.isEmpty()
                        ? edge.plane().equals(step.plane())
                                && edge.points().stream().allMatch(box::holds)
                        : edge.plane().equals(step.id()))
                .toList();
        Box whole = inside.isEmpty() ? box : around(box, edges);
        return new Drawing(
                Math.round(LARGEST * (whole.width() + 2 * AROUND)),
                "%d %d %d %d"
                        .formatted(
                                whole.x() - AROUND,
                                whole.y() - AROUND,
                                whole.width() + 2 * AROUND,
                                whole.height() + 2 * AROUND),
                edges.stream().map(HeatScreen::points).toList(),
                (inside.isEmpty()
                                ? picture.shapes().stream()
                                        .filter(shape -> shape.step().equals(step.id())
                                                || shape.id().equals(step.id()))
                                : inside.stream())
                        .map(shape -> mark(shape, figures.get(shape.id()), query))
                        .toList());
    }

    private static Box around(List<Shape> shapes) {
        return shapes.stream().map(Shape::box).reduce(HeatScreen::both).orElseThrow();
    }

    private static Box around(Box box, List<Edge> edges) {
        return edges.stream()
                .flatMap(edge -> edge.points().stream())
                .map(point -> new Box(point.x(), point.y(), 0, 0))
                .reduce(box, HeatScreen::both);
    }

    private static Box both(Box one, Box other) {
        int x = Math.min(one.x(), other.x());
        int y = Math.min(one.y(), other.y());
        return new Box(
                x,
                y,
                Math.max(one.x() + one.width(), other.x() + other.width()) - x,
                Math.max(one.y() + one.height(), other.y() + other.height()) - y);
    }

    private static String points(Edge edge) {
        StringBuilder points = new StringBuilder();
        edge.points()
                .forEach(point ->
                        points.append(point.x()).append(',').append(point.y()).append(' '));
        return points.toString().strip();
    }

    private static Mark mark(Shape shape, @Nullable Figure figure, HeatQuery query) {
        boolean named = shape.kind() == Kind.TASK;
        List<Text> lines = new ArrayList<>();
        if (named) {
            int y = shape.box().y() + BASE;
            for (int at = 0; at < shape.name().length(); at += LINE) {
                lines.add(new Text(
                        y,
                        shape.name()
                                .substring(at, Math.min(at + LINE, shape.name().length()))));
                y += BASE;
            }
            if (figure != null) {
                lines.add(new Text(
                        shape.box().y() + shape.box().height() - LINE,
                        figure.heat() == null ? TimeText.of(figure.p90()) : percent(figure)));
            }
        }
        return new Mark(
                shape.kind(),
                shape.box(),
                shape.kind() == Kind.EVENT || shape.kind() == Kind.GATEWAY ? "plain" : colour(figure),
                title(shape, figure),
                lines,
                figure == null ? null : query.address("/heat/slips", "element", shape.id()));
    }

    private static String title(Shape shape, @Nullable Figure figure) {
        return figure == null
                ? shape.name()
                : "%s：%d 次，一半在 %s 以内，九成在 %s 以内%s"
                        .formatted(
                                shape.name(),
                                figure.runs(),
                                TimeText.of(figure.median()),
                                TimeText.of(figure.p90()),
                                figure.heat() == null ? "" : "，是限时的 " + percent(figure));
    }
}
