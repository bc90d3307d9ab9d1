package org.baoxiu.monthend.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.shared.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * How long it took until somebody was there, and how long the work took: what half and nine tenths of the repairs kept within. Exact: each is
 * the time of a repair, the first in order that is far enough (as {@code audit.Heat} counts it). Sorted here, since the databases subtract times
 * each in its own way.
 */
record Durations(
        String code,
        String title,
        String grouped,
        Column by,
        String expression,
        MonthFacts facts,
        NamedParameterJdbcTemplate database,
        Names names)
        implements Report {

    private static final int HALF = 5;
    private static final int NINE_TENTHS = 9;

    private static final String SQL =
            """
      select %s, s.received_at, s.arrived_at, s.work_started_at, s.finished_at
        from in_month m join slip s on s.number = m.number where s.state = 'CLOSED' and s.reworks = 0""";

    /** Those of one line. */
    private record Group(List<Duration> response, List<Duration> repair) {

        Group() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        private static void add(List<Duration> to, @Nullable Duration timeOrNull) {
            if (timeOrNull != null) {
                to.add(timeOrNull);
            }
        }

        long size() {
            return Math.max(response.size(), repair.size());
        }
    }

    @Override
    public String definition() {
        return grouped + "本月关闭、没有返过工的维修单。到场用时：从接报到维修人员（最后一次）到场且业主在场，业主约定晚些来的、业主不在另约的，等待也在内。"
                + "维修用时：从动工到修理完毕，暂缓、等配件也在内。一半以内、九成以内：一半、九成的单用时不超过它，是其中一张单的实际用时，不是平均。";
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return List.of(
                by,
                Column.of("到场（张）", CellType.COUNT),
                Column.of("到场用时，一半以内", CellType.DURATION),
                Column.of("到场用时，九成以内", CellType.DURATION),
                Column.of("维修（张）", CellType.COUNT),
                Column.of("维修用时，一半以内", CellType.DURATION),
                Column.of("维修用时，九成以内", CellType.DURATION));
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        Map<String, Group> groups = new TreeMap<>();
        Colleagues colleagues = new Colleagues(names);
        database.query(scope.in(facts.with(scope) + SQL.formatted(expression)), Map.of(), row -> {
            Group group =
                    groups.computeIfAbsent(String.valueOf(by.type().read(row, 1, colleagues)), name -> new Group());
            Group.add(
                    group.response(),
                    CellType.between(row.getObject(2, LocalDateTime.class), row.getObject(3, LocalDateTime.class)));
            Group.add(
                    group.repair(),
                    CellType.between(row.getObject(4, LocalDateTime.class), row.getObject(5, LocalDateTime.class)));
        });
        groups.entrySet().stream()
                .filter(one -> one.getValue().size() > 0)
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Group> one) -> one.getValue().size())
                        .reversed())
                .limit(limit)
                .forEach(one -> line.accept(cells(one.getKey(), one.getValue())));
    }

    private static List<Object> cells(String name, Group group) {
        return Arrays.asList(
                name,
                (long) group.response().size(),
                within(group.response(), HALF),
                within(group.response(), NINE_TENTHS),
                (long) group.repair().size(),
                within(group.repair(), HALF),
                within(group.repair(), NINE_TENTHS));
    }

    /** Within which so many tenths of them were. */
    static @Nullable Duration within(List<Duration> times, int tenths) {
        return times.isEmpty() ? null : times.stream().sorted().toList().get((times.size() * tenths + 9) / 10 - 1);
    }
}
