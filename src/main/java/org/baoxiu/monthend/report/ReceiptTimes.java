package org.baoxiu.monthend.report;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScope;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** On which day of the week and at which hour requests came: when how many people are needed (3.4). */
record ReceiptTimes(MonthFacts facts, NamedParameterJdbcTemplate database) implements Report {

    private static final List<String> DAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

    private static final String SQL = "select s.received_at from in_month m join slip s on s.number = m.number";

    @Override
    public String code() {
        return "week";
    }

    @Override
    public String title() {
        return "按星期和时段";
    }

    @Override
    public String definition() {
        return "本月办结的维修单，按真实接报时间的星期和整点，与“按时段”是同一批单；没有的时段不列。";
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return Stream.of(
                        Stream.of(Column.of("接报时段", CellType.TEXT)),
                        DAYS.stream().map(day -> Column.of(day, CellType.COUNT)),
                        Stream.of(Column.of("合计", CellType.COUNT)))
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public boolean summed() {
        return true;
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        SortedMap<Integer, long[]> hours = new TreeMap<>();
        database.query(scope.in(facts.with(scope) + SQL), Map.of(), row -> {
            LocalDateTime received = row.getObject(1, LocalDateTime.class);
            hours.computeIfAbsent(received.getHour(), hour -> new long[DAYS.size()])[
                    received.getDayOfWeek().getValue() - 1]++;
        });
        hours.entrySet().stream().limit(limit).forEach(one -> line.accept(cells(one.getKey(), one.getValue())));
    }

    private static List<Object> cells(int hour, long[] days) {
        List<Object> cells = new ArrayList<>(List.of("%02d 时".formatted(hour)));
        LongStream.of(days).forEach(cells::add);
        cells.add(LongStream.of(days).sum());
        return cells;
    }
}
