package org.baoxiu.monthend.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.monthend.MonthScope;

/** The figures of the overview over twelve months, a line each: the same figures from the same source. */
record Year(Overview overview) implements Report {

    @Override
    public String code() {
        return "year";
    }

    @Override
    public String title() {
        return "全年";
    }

    @Override
    public String definition() {
        return "到本月为止 " + TwelveMonths.MONTHS + " 个月的各项指标，口径与“概况”相同。冻结过的月份是冻结时的数字；还没有开始记录的月份空着。";
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return Stream.concat(
                        Stream.of(Column.of("指标", CellType.TEXT)),
                        months(scope).map(month -> Column.of(month.toString(), CellType.FIGURE)))
                .toList();
    }

    private static Stream<YearMonth> months(MonthScope scope) {
        return IntStream.rangeClosed(1 - TwelveMonths.MONTHS, 0)
                .mapToObj(months -> scope.month().plusMonths(months));
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        List<List<Object>> present = overview.figures(scope);
        List<List<Object>> all = months(scope)
                .map(month -> month.equals(scope.month()) ? Overview.values(present) : overview.values(month))
                .toList();
        for (int i = 0; i < Math.min(limit, present.size()); i++) {
            List<Object> cells = new ArrayList<>(List.of(present.get(i).get(0)));
            for (List<Object> month : all) {
                cells.add(Overview.at(month, i));
            }
            line.accept(cells);
        }
    }
}
