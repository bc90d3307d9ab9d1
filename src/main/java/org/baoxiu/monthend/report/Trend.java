package org.baoxiu.monthend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.shared.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How satisfied owners were over twelve months: of the whole office, each team and each technician (Q6, 4.7.1). */
record Trend(MonthFacts facts, NamedParameterJdbcTemplate database, Names names) implements Report {

    private static final int MONTHS = TwelveMonths.MONTHS;
    private static final String SQL = TwelveMonths.IN_MONTHS
            + """
      , said as (
        select i.period, i.number, r.technician, r.score, i.every_score, row_number() over (partition by i.number order by r.id desc) as latest
          from in_months i join call_back r on r.slip_number = i.number where r.reached and r.called_at <= i.as_of
      )
      select l.period, s.item_qualification, l.technician, sum(l.score), count(*)
        from said l join slip s on s.number = l.number where l.latest = 1 or l.every_score
       group by l.period, s.item_qualification, l.technician""";

    /** Points and the slips that they are of. */
    private record Scores(long sum, long slips) {

        Scores plus(Scores more) {
            return new Scores(sum + more.sum, slips + more.slips);
        }

        @Nullable
        BigDecimal average() {
            return slips == 0
                    ? null
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(slips), 2, RoundingMode.HALF_UP);
        }
    }

    @Override
    public String code() {
        return "trend";
    }

    @Override
    public String title() {
        return "满意度趋势";
    }

    @Override
    public String definition() {
        return "最近 " + MONTHS + " 个月办结的维修单的平均分（1 至 5 分，一张单一个分，以业主最后的评价为准），全部、各班组、各维修人员；没有评分的月份空着。";
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return Stream.concat(
                        Stream.of(Column.of("谁", CellType.TEXT)),
                        months(scope).map(month -> Column.of(month, CellType.SCORE)))
                .toList();
    }

    @Override
    public Optional<Chart> chart() {
        return Optional.of(new Chart("满意度平均分（分）", 0));
    }

    private static Stream<String> months(MonthScope scope) {
        return IntStream.rangeClosed(1 - MONTHS, 0)
                .mapToObj(months -> scope.month().plusMonths(months).toString());
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        Map<String, Scores> whole = new TreeMap<>();
        Map<String, Map<String, Scores>> teams = new TreeMap<>();
        Map<String, Map<String, Scores>> people = new TreeMap<>();
        Colleagues colleagues = new Colleagues(names);
        database.query(scope.in(facts.with(scope) + SQL), Map.of(), row -> {
            String month = row.getString(1);
            Scores scores = new Scores(row.getLong(4), row.getLong(5));
            whole.merge(month, scores, Scores::plus);
            if (row.getString(2) != null) {
                teams.computeIfAbsent("班组：" + Qualification.of(row.getString(2)).label(), team -> new TreeMap<>())
                        .merge(month, scores, Scores::plus);
            }
            if (row.getString(3) != null) {
                people.computeIfAbsent(colleagues.nameOf(row.getString(3)), person -> new TreeMap<>())
                        .merge(month, scores, Scores::plus);
            }
        });
        Map<String, Map<String, Scores>> all = new LinkedHashMap<>(Map.of("全部", whole));
        all.putAll(teams);
        all.putAll(people);
        all.entrySet().stream().limit(limit).forEach(one -> line.accept(cells(one.getKey(), one.getValue(), scope)));
    }

    private static List<Object> cells(String who, Map<String, Scores> byMonth, MonthScope scope) {
        List<Object> cells = new ArrayList<>(List.of(who));
        months(scope)
                .forEach(month ->
                        cells.add(byMonth.getOrDefault(month, new Scores(0, 0)).average()));
        return cells;
    }
}
