package org.baoxiu.web.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baoxiu.board.ClockState;
import org.baoxiu.lists.SlipLine;
import org.baoxiu.web.desk.BoardLine;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the screen and the paper show it.
 *
 * @param total  of all pages
 * @param counts by promise, whatever promise is chosen; none of ended slips
 * @param words  of the address, for whatever is made of the whole list
 */
record ListScreen(
        ListQuery query,
        long total,
        List<Count> counts,
        List<Heading> headings,
        List<Line> lines,
        int pages,
        String words) {

    static final String PATH = "/slips";

    /** @param colour of the promise, empty for all promises together */
    record Count(String colour, String label, long number, String address, boolean chosen) {}

    /** @param address that sorts by it, null if nothing does; {@code sort} as {@code aria-sort} has it, or null */
    record Heading(String label, @Nullable String address, @Nullable String sort) {}

    record Cell(ListColumn column, String text) {}

    record Line(String number, String colour, List<Cell> cells) {}

    static ListScreen of(ListQuery query, Map<ClockState, Long> byPromise, long total, int pages, List<Line> lines) {
        return new ListScreen(
                query,
                total,
                counts(query, byPromise),
                query.columns().stream().map(column -> heading(query, column)).toList(),
                lines,
                pages,
                query.onPage(1).words());
    }

    static String address(ListQuery query) {
        return PATH + "?" + query.words();
    }

    private static List<Count> counts(ListQuery query, Map<ClockState, Long> byPromise) {
        if (byPromise.isEmpty()) {
            return List.of();
        }
        List<Count> counts = new ArrayList<>();
        counts.add(new Count(
                "",
                "全部",
                byPromise.values().stream().mapToLong(Long::longValue).sum(),
                address(query.ofPromise(null)),
                query.promise() == null));
        byPromise.forEach((state, number) -> counts.add(new Count(
                BoardLine.colour(state),
                state.label(),
                number,
                address(query.ofPromise(state)),
                state == query.promise())));
        return counts;
    }

    private static Heading heading(ListQuery query, ListColumn column) {
        return column.order()
                .map(order -> new Heading(
                        column.label(),
                        address(query.sortedBy(order)),
                        order != query.order() ? null : query.descending() ? "descending" : "ascending"))
                .orElseGet(() -> new Heading(column.label(), null, null));
    }

    static Line line(SlipLine line, List<ListColumn> columns, ListWords words) {
        return new Line(
                line.number(),
                line.clock().map(clock -> BoardLine.colour(clock.state())).orElse(""),
                columns.stream()
                        .map(column -> new Cell(column, words.of(line, column)))
                        .toList());
    }
}
