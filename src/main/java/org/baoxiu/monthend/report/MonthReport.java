package org.baoxiu.monthend.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.shared.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a month as pages and forms show them. */
@Service
@Transactional(readOnly = true)
public class MonthReport {

    /**
     * One report.
     *
     * @param chart   null where there is none, or nothing to draw
     * @param drilled whether the slips behind a line are found by its key
     * @param slipColumns which cells of each line are numbers of slips
     * @param more    whether there are more lines than these; all of them are in the workbook
     */
    public record Table(
            String code,
            String title,
            String definition,
            List<String> headings,
            List<Line> lines,
            @Nullable DrawnChart chart,
            boolean drilled,
            Set<Integer> slipColumns,
            boolean more) {

        /** Whether paper has to lie on its side for it. */
        public boolean broad() {
            return headings.size() > BROAD;
        }
    }

    /** @param key what the line stands for, in the record's own words; empty where nothing is behind it */
    public record Line(String key, List<String> cells) {}

    /** As many columns as upright paper takes. */
    private static final int BROAD = 7;

    private final MonthEnd months;
    private final Reports reports;

    MonthReport(MonthEnd months, Reports reports) {
        this.months = months;
        this.reports = reports;
    }

    /** The key figures, as Markdown lines for the forms of the check and the receipt. */
    public String summary(YearMonth month) {
        List<String> lines = new ArrayList<>();
        reports.all()
                .get(0)
                .lines(
                        months.scope(month),
                        Integer.MAX_VALUE,
                        line -> lines.add("- " + Markdown.plain(line.get(0).toString()) + "：**" + line.get(1) + "**"
                                + (line.get(2).equals("") ? "" : "（要求 " + line.get(2) + "）")));
        return String.join("\n", lines);
    }

    /** Every report, each with at most {@code limit} lines. */
    public List<Table> tables(YearMonth month, int limit) {
        MonthScope scope = months.scope(month);
        return reports.all().stream().map(report -> table(report, scope, limit)).toList();
    }

    /**
     * The slips behind one line of a count.
     *
     * @throws org.baoxiu.shared.Rejection if there is no such count
     */
    public Table slips(YearMonth month, String count, String key, int limit) {
        return table(reports.behind(count, key), months.scope(month), limit);
    }

    private static Table table(Report report, MonthScope scope, int limit) {
        List<Column> columns = report.columns(scope);
        List<List<Object>> found = new ArrayList<>();
        report.lines(scope, limit + 1, found::add);
        List<Line> lines =
                found.stream().limit(limit).map(cells -> line(cells, columns)).toList();
        DrawnChart chart = report.chart()
                .filter(any -> !found.isEmpty())
                .map(any -> DrawnChart.of(any, columns, found))
                .orElse(null);
        return new Table(
                report.code(),
                report.title(),
                report.definition(),
                columns.stream().map(Column::heading).toList(),
                lines,
                chart,
                report.dimension().isPresent(),
                IntStream.range(0, columns.size())
                        .filter(i -> columns.get(i).type() == CellType.SLIP)
                        .boxed()
                        .collect(Collectors.toSet()),
                found.size() > limit);
    }

    private static Line line(List<Object> cells, List<Column> columns) {
        String key = cells.get(0) instanceof Key found ? found.value() : "";
        return new Line(
                key,
                IntStream.range(0, cells.size())
                        .mapToObj(i -> columns.get(i).type().text(cells.get(i)))
                        .toList());
    }
}
