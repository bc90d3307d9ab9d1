package org.baoxiu.web.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.PromiseWords;

/**
 * The promises of a slip as bars on one axis of time, in its own units: {@link #WIDTH} wide. It is read in black and white: what
 * does not count is hatched, what is too late is black, and each outcome stands above its bar as text.
 */
record PromiseChart(int height, List<Row> rows, List<TimeAxis.Tick> ticks) {

    static final int WIDTH = 900;
    private static final int MARGIN = 4;
    private static final int ROW = 46;
    private static final int BAR = 22;
    private static final int AXIS = 24;
    private static final int NARROWEST = 2;

    /**
     * @param y   of the upper edge of the bar
     * @param due where its time is over
     */
    record Row(String name, String outcome, boolean missed, int y, int due, List<Part> parts) {}

    /** @param kind {@code time}, {@code pause} or {@code late}: how it is drawn */
    record Part(String kind, int x, int width) {}

    /** @param promises at least one */
    static PromiseChart of(List<Commitment> promises, Instant now) {
        TimeAxis axis = TimeAxis.of(
                promises.stream().flatMap(promise -> moments(promise, now)).toList(), MARGIN, WIDTH - MARGIN);
        List<Row> rows = new ArrayList<>();
        for (Commitment promise : promises) {
            rows.add(new Row(
                    promise.label() + "（" + promise.clause() + "，限 " + PromiseWords.limit(promise) + "）",
                    PromiseWords.outcome(promise, now),
                    promise.missedBy(now),
                    rows.size() * ROW + BAR,
                    axis.x(promise.dueAt()),
                    parts(promise, axis, now)));
        }
        return new PromiseChart(rows.size() * ROW + AXIS, rows, axis.ticks(WIDTH));
    }

    private static Stream<Instant> moments(Commitment promise, Instant now) {
        return Stream.concat(
                Stream.of(promise.startedAt(), promise.dueAt(), end(promise, now)),
                promise.pauses().stream()
                        .flatMap(pause -> Stream.of(
                                pause.pausedFrom(), pause.pausedUntil() == null ? now : pause.pausedUntil())));
    }

    /** Never before the start: a promise may begin by what is entered later. */
    private static Instant end(Commitment promise, Instant now) {
        Instant end = Objects.requireNonNullElse(promise.endedAt(), now);
        return end.isBefore(promise.startedAt()) ? promise.startedAt() : end;
    }

    private static List<Part> parts(Commitment promise, TimeAxis axis, Instant now) {
        Instant end = end(promise, now);
        List<Part> parts = new ArrayList<>();
        parts.add(part("time", axis.x(promise.startedAt()), axis.x(end)));
        Promises.inOrder(promise)
                .forEach(pause -> parts.add(part(
                        "pause",
                        axis.x(pause.pausedFrom()),
                        axis.x(pause.pausedUntil() == null ? now : pause.pausedUntil()))));
        if (promise.missedBy(now) && end.isAfter(promise.dueAt())) {
            parts.add(part("late", axis.x(promise.dueAt()), axis.x(end)));
        }
        return parts;
    }

    private static Part part(String kind, int from, int to) {
        return new Part(kind, from, Math.max(NARROWEST, to - from));
    }
}
