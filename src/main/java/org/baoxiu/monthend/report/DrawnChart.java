package org.baoxiu.monthend.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.baoxiu.monthend.workbook.ReportChart;
import org.baoxiu.shared.Excerpt;

/**
 * The chart of a report as a page draws it, in its own units: {@link #WIDTH} wide. Either bars or the points of a curve; every
 * figure stands beside its mark as text.
 *
 * @param strokes the curve from point to point, interrupted where there is no figure
 * @param grid    the heights of the curve's whole points; empty for bars
 */
public record DrawnChart(
        String title, int height, List<Bar> bars, List<Point> points, List<Stroke> strokes, List<Point> grid) {

    public static final int WIDTH = 760;

    private static final int NAMES = 200;
    private static final int FIGURES = 90;
    private static final int ROW = 26;
    private static final int LONGEST_NAME = 14;
    private static final int BEST_SCORE = 5;
    private static final int SCORE = 40;
    private static final int MONTH = 58;
    private static final int TOP = 24;

    /** @param width of the bar itself, from the end of its name on */
    public record Bar(String name, String figure, int y, int width) {}

    public record Point(String name, String figure, int x, int y) {}

    public record Stroke(Point from, Point to) {}

    /** @param lines as the database gave them, in the order of the table */
    static DrawnChart of(Chart chart, List<Column> columns, List<List<Object>> lines) {
        return chart.curve()
                ? curve(chart, columns, lines.get(0))
                : bars(chart, columns.get(chart.value()).type(), lines);
    }

    private static DrawnChart bars(Chart chart, CellType type, List<List<Object>> lines) {
        List<List<Object>> drawn = lines.stream().limit(ReportChart.LINES).toList();
        double longest =
                switch (type) {
                    case RATE -> 1;
                    case SCORE -> BEST_SCORE;
                    default ->
                        drawn.stream()
                                .map(line -> ReportChart.number(line.get(chart.value())))
                                .filter(Objects::nonNull)
                                .mapToDouble(number -> number)
                                .max()
                                .orElse(1);
                };
        List<Bar> bars = new ArrayList<>();
        for (List<Object> line : drawn) {
            Object value = line.get(chart.value());
            Double number = ReportChart.number(value);
            int width =
                    number == null || longest == 0 ? 0 : (int) Math.round(number / longest * (WIDTH - NAMES - FIGURES));
            bars.add(new Bar(
                    shortened(line.get(0).toString()),
                    number == null ? "—" : type.text(value),
                    bars.size() * ROW,
                    width));
        }
        return new DrawnChart(chart.title(), bars.size() * ROW, bars, List.of(), List.of(), List.of());
    }

    private static String shortened(String name) {
        return Excerpt.of(name, LONGEST_NAME);
    }

    private static DrawnChart curve(Chart chart, List<Column> columns, List<Object> line) {
        List<Point> points = new ArrayList<>();
        List<Stroke> strokes = new ArrayList<>();
        Point before = null;
        for (int column = 1; column < columns.size(); column++) {
            Double number = ReportChart.number(line.get(column));
            String name = columns.get(column).heading();
            Point point = number == null
                    ? null
                    : new Point(name, line.get(column).toString(), SCORE + (column - 1) * MONTH + MONTH / 2, y(number));
            if (point != null && before != null) {
                strokes.add(new Stroke(before, point));
            }
            points.add(point == null ? new Point(name, "", SCORE + (column - 1) * MONTH + MONTH / 2, y(0)) : point);
            before = point;
        }
        List<Point> grid = new ArrayList<>();
        for (int score = 0; score <= BEST_SCORE; score++) {
            grid.add(new Point(score + " 分", "", 0, y(score)));
        }
        return new DrawnChart(chart.title(), y(0) + TOP, List.of(), points, strokes, grid);
    }

    private static int y(double score) {
        return TOP + (int) Math.round((BEST_SCORE - score) * SCORE);
    }
}
