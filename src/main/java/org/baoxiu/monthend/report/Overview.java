package org.baoxiu.monthend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.monthend.MonthScopes;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The figures that the month is judged by, with what is asked for where the procedure says it (5.4), beside the month before and the same month of
 * the year before.
 */
record Overview(MonthFacts facts, NamedParameterJdbcTemplate database, MonthScopes months) implements Report {

    /** One line of each, side by side. */
    private static final String SQL =
            """
      , ended as (
        select count(*) as slips, sum(case s.state when 'CANCELLED' then 1 else 0 end) as cancelled, sum(case when m.late then 0 else 1 end) as in_time,
               count(m.rework) as reworks, sum(case when s.confirmed then 1 else 0 end) as confirmed,
               sum(case when replace(s.assessed_cause, ' ', '') <> replace(s.found_cause, ' ', '') then 1 else 0 end) as misjudged,
               count(case when s.assessed_cause is not null then s.found_cause end) as judged,
               coalesce(sum(m.billed), 0) as billed, coalesce(sum(m.waived), 0) as waived, coalesce(sum(m.received), 0) as received,
               sum(case when m.correction then 1 else 0 end) as corrections
          from in_month m join slip s on s.number = m.number
      ), owed as (
        select count(*) as promises, sum(case when missed then 0 else 1 end) as kept, sum(case kind when 'PROMISED_TIME' then 1 else 0 end) as deferrals,
               sum(case when kind = 'PROMISED_TIME' and not missed then 1 else 0 end) as deferrals_kept
          from promise
      ), called as (
        select count(distinct number) as called, count(distinct case when reached then number end) as reached,
               sum(case when counts then score end) * 1.000 / nullif(sum(case when counts then 1 else 0 end), 0) as score
          from calls
      ), reasons as (
        select count(*) as causes, count(signed_at) as signed from causes
      ), begun as (
        select count(*) as carried from carried
      ), left_open as (
        select count(*) as still_open, sum(case repair_class when 'ACCIDENT' then 1 else 0 end) as accidents from still_open
      )
      select begun.carried, left_open.still_open, left_open.accidents, ended.slips, ended.cancelled, ended.in_time, owed.kept, owed.promises,
             ended.reworks, ended.confirmed, ended.misjudged, ended.judged, owed.deferrals_kept, owed.deferrals, called.reached, called.called,
             called.score, ended.billed, ended.waived, ended.received, ended.corrections, reasons.causes, reasons.signed
        from ended cross join owed cross join called cross join begun cross join left_open cross join reasons""";

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
        return "维修单计入办结（关闭或取消）的月份，按真实办结时间。上月转入加接报等于办结的维修单加未结，补登的也在内；误登记的和并入别的单的不计。"
                + "及时：没有一项承诺超时。承诺计入到期的月份，不论维修单是否办结。返修率：返修的维修单除以验收或核查合格的维修单。"
                + "判断不准率、兑现率、联系率、平均分见各表。旁边是上月和去年同月的，口径相同；那时还没有开始记录的空着。";
    }

    @Override
    public List<Column> columns(MonthScope scope) {
        return List.of(
                Column.of("指标", CellType.TEXT),
                Column.of("数值", CellType.FIGURE),
                Column.of("要求", CellType.BRIEF),
                Column.of("上月（" + scope.month().minusMonths(1) + "）", CellType.FIGURE),
                Column.of("去年同月（" + scope.month().minusYears(1) + "）", CellType.FIGURE));
    }

    @Override
    public void lines(MonthScope scope, int limit, Consumer<List<Object>> line) {
        List<List<Object>> present = figures(scope);
        List<Object> before = values(scope.month().minusMonths(1));
        List<Object> lastYear = values(scope.month().minusYears(1));
        for (int i = 0; i < Math.min(limit, present.size()); i++) {
            line.accept(line(
                    present.get(i).get(0),
                    present.get(i).get(1),
                    present.get(i).get(2),
                    at(before, i),
                    at(lastYear, i)));
        }
    }

    /** Each with its name, its value and what is asked for. */
    List<List<Object>> figures(MonthScope scope) {
        List<List<Object>> figures = new ArrayList<>();
        database.query(scope.in(facts.with(scope) + SQL), Map.of(), row -> {
            figures.addAll(lines(row));
        });
        return figures;
    }

    /** The values alone; none for a month of which nothing is known. */
    List<Object> values(YearMonth month) {
        return months.find(month).map(scope -> values(figures(scope))).orElseGet(List::of);
    }

    static List<Object> values(List<List<Object>> figures) {
        return figures.stream().map(figure -> figure.get(1)).toList();
    }

    static Object at(List<Object> values, int figure) {
        return values.isEmpty() ? "" : values.get(figure);
    }

    private static List<List<Object>> lines(ResultSet row) throws SQLException {
        List<List<Object>> lines = new ArrayList<>();
        long carried = row.getLong("carried");
        long open = row.getLong("still_open");
        long ended = row.getLong("slips");
        lines.add(line("维修单", ended + " 张", ""));
        lines.add(line("其中取消", row.getLong("cancelled") + " 张", ""));
        lines.add(line("上月转入", carried + " 张", ""));
        lines.add(line("接报", ended + open - carried + " 张", ""));
        lines.add(line("未结", open + " 张", ""));
        lines.add(line("其中维修事故", row.getLong("accidents") + " 张", ""));
        lines.add(line("及时的维修单", new Rate(row.getLong("in_time"), ended), "100%"));
        lines.add(line("按时做到的承诺", new Rate(row.getLong("kept"), row.getLong("promises")), "100%"));
        lines.add(line("返修率", new Rate(row.getLong("reworks"), row.getLong("confirmed")), "不超过 2%"));
        lines.add(line("判断不准率", new Rate(row.getLong("misjudged"), row.getLong("judged")), ""));
        lines.add(line("暂缓维修的兑现率", new Rate(row.getLong("deferrals_kept"), row.getLong("deferrals")), "100%"));
        lines.add(line("回访联系率", new Rate(row.getLong("reached"), row.getLong("called")), ""));
        lines.add(line("满意度平均分", score(row.getBigDecimal("score")), ""));
        BigDecimal billed = row.getBigDecimal("billed");
        BigDecimal waived = row.getBigDecimal("waived");
        BigDecimal received = row.getBigDecimal("received");
        lines.add(line("业主应收", yuan(billed), ""));
        lines.add(line("减免", yuan(waived), ""));
        lines.add(line("已收", yuan(received), ""));
        lines.add(line("未收", yuan(billed.subtract(waived).subtract(received)), ""));
        lines.add(line("更正（补登）的维修单", row.getLong("corrections") + " 张", ""));
        lines.add(line("签了处置的原因", new Rate(row.getLong("signed"), row.getLong("causes")), "100%"));
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
