package org.baoxiu.monthend;

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
import org.baoxiu.slip.Names;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How satisfied owners were over twelve months: of the whole office, each team and each technician (Q6, 4.7.1). */
record Trend(SlipsOfMonth slips, NamedParameterJdbcTemplate database, Names names) implements Report {

  private static final int MONTHS = 12;
  private static final String SQL = """
      , in_months (number, period) as (
        select number, cast(:month as varchar(7)) from in_month
        union all
        select slip_number, period from month_slip where period > :yearBefore and period < :month
      )
      select m.period, s.item_qualification, r.technician, sum(case when r.reached then r.score else 0 end),
             sum(case when r.reached then 1 else 0 end)
        from in_months m join slip s on s.number = m.number join call_back r on r.slip_number = m.number
       group by m.period, s.item_qualification, r.technician""";

  /** Points and the calls that gave them. */
  private record Scores(long sum, long calls) {

    Scores plus(Scores more) {
      return new Scores(sum + more.sum, calls + more.calls);
    }

    BigDecimal average() {
      return calls == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(calls), 2, RoundingMode.HALF_UP);
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
    return "最近 " + MONTHS + " 个月联系上的回访的平均分（1 至 5 分），全部、各班组、各维修人员；没有回访的月份空着。";
  }

  @Override
  public List<Column> columns(MonthScope scope) {
    return Stream.concat(Stream.of(Column.of("谁", CellType.TEXT)),
        months(scope).map(month -> Column.of(month, CellType.SCORE))).toList();
  }

  @Override
  public Optional<Chart> chart() {
    return Optional.of(new Chart("满意度平均分（分）", 0));
  }

  private static Stream<String> months(MonthScope scope) {
    return IntStream.rangeClosed(1 - MONTHS, 0).mapToObj(months -> scope.month().plusMonths(months).toString());
  }

  @Override
  public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
    Map<String, Scores> whole = new TreeMap<>();
    Map<String, Map<String, Scores>> teams = new TreeMap<>();
    Map<String, Map<String, Scores>> people = new TreeMap<>();
    Colleagues colleagues = new Colleagues(names);
    database.query(slips.with(scope) + SQL, scope.parameters(), row -> {
      String month = row.getString(1);
      Scores scores = new Scores(row.getLong(4), row.getLong(5));
      whole.merge(month, scores, Scores::plus);
      if (row.getString(2) != null) {
        teams.computeIfAbsent("班组：" + Qualification.of(row.getString(2)).label(), team -> new TreeMap<>()).merge(month, scores, Scores::plus);
      }
      if (row.getString(3) != null) {
        people.computeIfAbsent(colleagues.nameOf(row.getString(3)), person -> new TreeMap<>()).merge(month, scores, Scores::plus);
      }
    });
    Map<String, Map<String, Scores>> all = new LinkedHashMap<>(Map.of("全部", whole));
    all.putAll(teams);
    all.putAll(people);
    all.entrySet().stream().limit(limit).forEach(one -> line.accept(cells(one.getKey(), one.getValue(), scope)));
  }

  private static List<Object> cells(String who, Map<String, Scores> byMonth, MonthScope scope) {
    List<Object> cells = new ArrayList<>(List.of(who));
    months(scope).forEach(month -> cells.add(byMonth.getOrDefault(month, new Scores(0, 0)).average()));
    return cells;
  }
}
