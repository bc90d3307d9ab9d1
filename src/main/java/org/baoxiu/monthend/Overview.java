package org.baoxiu.monthend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The figures that the month is judged by, with what is asked for where the procedure says it (5.4). */
record Overview(SlipsOfMonth slips, NamedParameterJdbcTemplate database) implements Report {

  private static final String SQL = """
      , owed as (
        select c.kind, %1$s as missed from in_month m join commitment c on c.slip_number = m.number
      ), calls as (
        select r.slip_number, r.reached, r.score from in_month m join call_back r on r.slip_number = m.number
      )
      select count(*), coalesce(sum(case s.state when 'CANCELLED' then 1 else 0 end), 0), coalesce(sum(case when m.late then 0 else 1 end), 0),
             (select count(*) from owed where not missed), (select count(*) from owed),
             count(m.rework), coalesce(sum(case when s.confirmed then 1 else 0 end), 0),
             coalesce(sum(case when replace(s.assessed_cause, ' ', '') <> replace(s.found_cause, ' ', '') then 1 else 0 end), 0),
             count(case when s.assessed_cause is not null then s.found_cause end),
             (select count(*) from owed where kind = 'PROMISED_TIME' and not missed),
             (select count(*) from owed where kind = 'PROMISED_TIME'),
             (select count(distinct slip_number) from calls where reached), (select count(distinct slip_number) from calls),
             (select sum(score) * 1.000 / nullif(count(*), 0) from calls where reached),
             coalesce(sum(m.billed), 0), coalesce(sum(m.waived), 0), coalesce(sum(m.received), 0),
             coalesce(sum(case when m.correction then 1 else 0 end), 0)
        from in_month m join slip s on s.number = m.number""".formatted(SlipsOfMonth.MISSED);

  @Override
  public String code() {
    return "overview";
  }

  @Override
  public String title() {
    return "概况";
  }

  @Override
  public String definition() {
    return "维修单计入办结（关闭或取消）的月份，按真实办结时间。及时：没有一项承诺超时。返修率：返修的维修单除以验收或核查合格的维修单。"
        + "判断不准率、兑现率、联系率见各表。";
  }

  @Override
  public List<Column> columns(MonthScope scope) {
    return List.of(Column.of("指标", CellType.TEXT), Column.of("数值", CellType.FIGURE), Column.of("要求", CellType.TEXT));
  }

  @Override
  public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
    database.query(slips.with(scope) + SQL, scope.parameters(), row -> {
      lines(row).stream().limit(limit).forEach(line);
    });
  }

  private static List<List<Object>> lines(ResultSet row) throws SQLException {
    List<List<Object>> lines = new ArrayList<>();
    lines.add(line("维修单", row.getLong(1) + " 张", ""));
    lines.add(line("其中取消", row.getLong(2) + " 张", ""));
    lines.add(line("及时的维修单", new Rate(row.getLong(3), row.getLong(1)), "100%"));
    lines.add(line("按时做到的承诺", new Rate(row.getLong(4), row.getLong(5)), "100%"));
    lines.add(line("返修率", new Rate(row.getLong(6), row.getLong(7)), "不超过 2%"));
    lines.add(line("判断不准率", new Rate(row.getLong(8), row.getLong(9)), ""));
    lines.add(line("暂缓维修的兑现率", new Rate(row.getLong(10), row.getLong(11)), "100%"));
    lines.add(line("回访联系率", new Rate(row.getLong(12), row.getLong(13)), ""));
    lines.add(line("满意度平均分", score(row.getBigDecimal(14)), ""));
    lines.add(line("业主应收", yuan(row.getBigDecimal(15)), ""));
    lines.add(line("减免", yuan(row.getBigDecimal(16)), ""));
    lines.add(line("已收", yuan(row.getBigDecimal(17)), ""));
    lines.add(line("未收", yuan(row.getBigDecimal(15).subtract(row.getBigDecimal(16)).subtract(row.getBigDecimal(17))), ""));
    lines.add(line("更正（补登）的维修单", row.getLong(18) + " 张", ""));
    return lines;
  }

  private static List<Object> line(Object... cells) {
    return Arrays.asList(cells);
  }

  private static String score(BigDecimal score) {
    return score == null ? "—" : score.setScale(2, RoundingMode.HALF_UP) + " 分";
  }

  private static String yuan(BigDecimal amount) {
    return amount.setScale(2) + " 元";
  }
}
