package org.baoxiu.monthend;

import static org.baoxiu.monthend.CellType.*;
import static org.baoxiu.monthend.SlipsOfMonth.MISSED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baoxiu.slip.Names;
import org.baoxiu.slip.Rejection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The topics of a month, in the order of the workbook, each with its definition and its query (3.4, 4.7.1, 5.4). */
@Component
class Reports {

  /** Lines that the database hands over at a time: a list of all slips never stands in memory as a whole. */
  private static final int FETCHED = 1_000;

  /** As {@link org.baoxiu.fee.Balance#state} tells it. */
  private static final String COLLECTION_STATE = """
      case when m.received > m.billed - m.waived then 'TO_REFUND' when m.billed = 0 then 'NOTHING_DUE'
                        when m.billed = m.waived then 'WAIVED' when m.received = m.billed - m.waived then 'PAID'
                        when m.received > 0 then 'PARTLY_PAID' else 'OPEN' end""";

  private final List<Report> all;
  private final SlipsOfMonth slips;
  private final NamedParameterJdbcTemplate database;
  private final Names names;
  private final int reworkDays;

  Reports(SlipsOfMonth slips, JdbcTemplate plain, Names names, @Value("${baoxiu.month.rework-days}") int reworkDays) {
    JdbcTemplate streaming = new JdbcTemplate(plain.getDataSource());
    streaming.setFetchSize(FETCHED);
    this.database = new NamedParameterJdbcTemplate(streaming);
    this.names = names;
    this.slips = slips;
    this.reworkDays = reworkDays;
    List<Report> reports = new ArrayList<>();
    reports.add(new Overview(slips, database));
    Arrays.stream(Dimension.values()).map(this::requests).forEach(reports::add);
    reports.addAll(List.of(promises(), lateSlips(), rework(), misjudged(), deferrals(), satisfaction("team", "回访满意度（班组）",
        Column.of("班组", TEAM), "s.item_qualification", "班组按维修项目所需的资质划分。"),
        satisfaction("technician", "回访满意度（人员）", Column.of("维修人员", PERSON), "r.technician", "算在回访时负责该单的维修人员名下。"),
        new Trend(slips, database, names), materials(), unaccounted(), fees(), staff(), statements(), corrections(), slips()));
    this.all = List.copyOf(reports);
  }

  List<Report> all() {
    return all;
  }

  Optional<Report> find(String code) {
    return all.stream().filter(report -> report.code().equals(code)).findFirst();
  }

  static String code(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Report requests(Dimension by) {
    return report(code(by), by.title(), by.definition() + "及时：没有一项承诺超时。",
        List.of(Column.of(by.heading(), by.type()), Column.of("维修单（张）", COUNT), Column.of("其中取消（张）", COUNT),
            Column.of("及时（张）", COUNT), Column.of("及时率", RATE)),
        """
            select %1$s, count(*), sum(case s.state when 'CANCELLED' then 1 else 0 end),
                   sum(case when m.late then 0 else 1 end), sum(case when m.late then 0 else 1 end), count(*)
              from in_month m join slip s on s.number = m.number
             group by %1$s order by %2$s""".formatted(by.expression(), by == Dimension.HOUR ? "1" : "2 desc, 1"),
        new Chart(by.title() + "的维修单（张）", 1)).by(by).adding();
  }

  private Report promises() {
    return report("promises", "各项时限", "一张单可以有多次同一承诺，如返修后再次到场。超时：到期时没有做到；暂停的时间不算。要求：100%。",
        List.of(Column.of("承诺", PROMISE), Column.of("条款", TEXT), Column.of("次数（次）", COUNT), Column.of("超时（次）", COUNT),
            Column.of("按时率", RATE)),
        """
            select c.kind, min(c.clause), count(*), sum(case when %1$s then 1 else 0 end),
                   sum(case when %1$s then 0 else 1 end), count(*)
              from in_month m join commitment c on c.slip_number = m.number
             group by c.kind order by min(c.clause), c.kind""".formatted(MISSED),
        new Chart("各项时限的按时率", 4)).adding();
  }

  private Report lateSlips() {
    return report("late", "超时维修单", "每一次没有按时做到的承诺，按单号列出；迟了多久为实际做到的时间减去到期时间。",
        List.of(Column.of("维修单", SLIP), Column.of("承诺", PROMISE), Column.of("维修人员", PERSON), Column.of("到期", MOMENT),
            Column.of("做到", MOMENT), Column.of("地点", PLACE)),
        """
            select c.slip_number, c.kind, s.technician, c.due_at, c.ended_at, s.place
              from in_month m join slip s on s.number = m.number join commitment c on c.slip_number = m.number
             where %s order by c.slip_number, c.due_at, c.id""".formatted(MISSED));
  }

  private Report rework() {
    return report("rework", "返修", "返修：验收或核查不合格，回访说没有修好，或验收后 " + reworkDays + " 天内同一地点、同一项目再次报修。算在没有修好的维修人员名下。",
        List.of(Column.of("维修单", SLIP), Column.of("返修情形", REWORK), Column.of("维修项目", TEXT), Column.of("查明的原因", TEXT),
            Column.of("维修人员", PERSON), Column.of("地点", PLACE)),
        """
            select m.number, m.rework, s.item_name, s.found_cause, m.rework_technician, s.place
              from in_month m join slip s on s.number = m.number where m.rework is not null order by m.number""");
  }

  private Report misjudged() {
    return report("misjudged", "判断不准", "评估的原因与查明的原因文字不同（空格不计）。只有评估过的维修单才有评估的原因。",
        List.of(Column.of("维修单", SLIP), Column.of("维修项目", TEXT), Column.of("评估的原因", TEXT), Column.of("查明的原因", TEXT),
            Column.of("维修人员", PERSON)),
        """
            select s.number, s.item_name, s.assessed_cause, s.found_cause, s.technician
              from in_month m join slip s on s.number = m.number
             where replace(s.assessed_cause, ' ', '') <> replace(s.found_cause, ' ', '') order by s.number""");
  }

  private Report deferrals() {
    return report("deferrals", "暂缓维修", "暂缓后与业主约定的时间，到时修好为兑现；还没有约定就结束的不在此列。",
        List.of(Column.of("维修单", SLIP), Column.of("约定于", MOMENT), Column.of("最迟修好", MOMENT), Column.of("修好", MOMENT),
            Column.of("结果", TEXT), Column.of("维修人员", PERSON)),
        """
            select c.slip_number, c.started_at, c.due_at, c.ended_at, case when %s then '没有兑现' else '兑现' end, s.technician
              from in_month m join slip s on s.number = m.number join commitment c on c.slip_number = m.number
             where c.kind = 'PROMISED_TIME' order by c.slip_number, c.id""".formatted(MISSED));
  }

  private Report satisfaction(String code, String title, Column who, String expression, String definition) {
    return report(code, title, definition + "联系上：至少一次回访有人接听。平均分：联系上的每次回访 1 至 5 分的平均；低分为 1 或 2 分。",
        List.of(who, Column.of("回访（张）", COUNT), Column.of("联系上（张）", COUNT), Column.of("联系率", RATE),
            Column.of("平均分", SCORE), Column.of("低分（次）", COUNT), Column.of("态度投诉（次）", COUNT)),
        """
            select %1$s, count(distinct r.slip_number), count(distinct case when r.reached then r.slip_number end),
                   count(distinct case when r.reached then r.slip_number end), count(distinct r.slip_number),
                   sum(case when r.reached then r.score else 0 end) * 1.000 / nullif(sum(case when r.reached then 1 else 0 end), 0),
                   sum(case when r.reached and r.score <= 2 then 1 else 0 end), sum(case when r.conduct_complaint then 1 else 0 end)
              from in_month m join slip s on s.number = m.number join call_back r on r.slip_number = m.number
             group by %1$s order by 2 desc, 1""".formatted(expression),
        new Chart(title + "平均分（分）", 4));
  }

  private Report materials() {
    return report("materials", "材料", "按材料名称和维修项目合计登记的用料；同一材料写法不同的分别列出。",
        List.of(Column.of("材料", TEXT), Column.of("维修项目", TEXT), Column.of("维修单（张）", COUNT), Column.of("数量", QUANTITY),
            Column.of("金额", YUAN)),
        """
            select u.name, coalesce(s.item_name, '未选项目'), count(distinct s.number), sum(u.quantity),
                   sum(round(u.quantity * u.unit_price, 2))
              from in_month m join slip s on s.number = m.number join bill b on b.slip_number = s.number
              join used_material u on u.bill = b.id
             group by u.name, coalesce(s.item_name, '未选项目') order by 5 desc, 1, 2""");
  }

  private Report unaccounted() {
    return report("unaccounted", "用料无账", "用了材料，但费用没有审核，公共部位的也没有核查合格的维修单。应当没有。",
        List.of(Column.of("维修单", SLIP), Column.of("状态", STATE), Column.of("维修人员", PERSON), Column.of("材料金额", YUAN),
            Column.of("地点", PLACE)),
        """
            select s.number, s.state, s.technician, sum(round(u.quantity * u.unit_price, 2)), s.place
              from in_month m join slip s on s.number = m.number join bill b on b.slip_number = s.number
              join used_material u on u.bill = b.id
             where not (s.area = 'PUBLIC' and s.confirmed)
               and not exists (select 1 from bill r where r.slip_number = s.number and r.reviewed_at is not null)
             group by s.number, s.state, s.technician, s.place order by s.number""").adding();
  }

  private Report fees() {
    return report("fees", "费用", "费用合计：各次维修的人工、材料和上门服务费。付费方按首张账单。应收、减免、已收、未收为冻结时的累计。",
        List.of(Column.of("维修项目", TEXT), Column.of("付费方", TEXT), Column.of("收缴状态", COLLECTION), Column.of("维修单（张）", COUNT),
            Column.of("费用合计", YUAN), Column.of("业主应收", YUAN), Column.of("减免", YUAN), Column.of("已收", YUAN), Column.of("未收", YUAN)),
        """
            select coalesce(s.item_name, '未选项目'), m.payer, %1$s, count(*), sum(m.cost), sum(m.billed), sum(m.waived), sum(m.received),
                   sum(m.billed - m.waived - m.received)
              from in_month m join slip s on s.number = m.number where m.payer is not null
             group by coalesce(s.item_name, '未选项目'), m.payer, %1$s order by 1, 2, 3""".formatted(COLLECTION_STATE)).adding();
  }

  private Report staff() {
    return report("staff", "人员", "维修单：最后由其负责的。定额工时：登记或评估的工时合计。返修算在没有修好的人名下。平均分、态度投诉见回访满意度。",
        List.of(Column.of("维修人员", PERSON), Column.of("维修单（张）", COUNT), Column.of("定额工时", HOURS), Column.of("及时（张）", COUNT),
            Column.of("及时率", RATE), Column.of("返修（张）", COUNT), Column.of("平均分", SCORE), Column.of("态度投诉（次）", COUNT)),
        """
            , own as (
              select s.technician, count(*) as slips, cast(sum(s.estimated_hours) as decimal(12, 2)) as hours,
                     sum(case when m.late then 0 else 1 end) as in_time
                from in_month m join slip s on s.number = m.number where s.technician is not null group by s.technician
            ), failed as (
              select rework_technician as technician, count(*) as reworks from in_month
               where rework is not null and rework_technician is not null group by rework_technician
            ), judged as (
              select r.technician, sum(case when r.reached then r.score else 0 end) * 1.000
                     / nullif(sum(case when r.reached then 1 else 0 end), 0) as score,
                     sum(case when r.conduct_complaint then 1 else 0 end) as complaints
                from in_month m join call_back r on r.slip_number = m.number where r.technician is not null group by r.technician
            ), people as (
              select technician from own union select technician from failed union select technician from judged
            )
            select p.technician, coalesce(o.slips, 0), coalesce(o.hours, 0), coalesce(o.in_time, 0), coalesce(o.in_time, 0),
                   coalesce(o.slips, 0), coalesce(f.reworks, 0), j.score, coalesce(j.complaints, 0)
              from people p left join own o on o.technician = p.technician left join failed f on f.technician = p.technician
              left join judged j on j.technician = p.technician
             order by 2 desc, 1""",
        new Chart("每人的维修单（张）", 1)).adding();
  }

  private Report statements() {
    return report("statements", "对账单", "按管理处和地点合计有应收的维修单，一户一行；为冻结时的累计。",
        List.of(Column.of("管理处", TEXT), Column.of("地点", PLACE), Column.of("维修单（张）", COUNT), Column.of("应收", YUAN),
            Column.of("减免", YUAN), Column.of("已收", YUAN), Column.of("未收", YUAN)),
        """
            select s.office, s.place, count(*), sum(m.billed), sum(m.waived), sum(m.received), sum(m.billed - m.waived - m.received)
              from in_month m join slip s on s.number = m.number where m.billed <> 0 group by s.office, s.place order by 1, 2""").adding();
  }

  private Report corrections() {
    return report("corrections", "更正", "所属月份冻结以后才登记的维修单，以及以前月份的维修单在本次冻结前新增的减免、退款和补收。",
        List.of(Column.of("维修单", SLIP), Column.of("更正", TEXT), Column.of("真实时间", MOMENT), Column.of("金额", YUAN), Column.of("理由", TEXT)),
        """
            , before (since) as (select coalesce(max(frozen_at), timestamp '1900-01-01 00:00:00') from business_month where period < :month)
            select s.number, '补登维修单', s.closed_at, cast(null as decimal(14, 2)), s.last_reason
              from in_month m join slip s on s.number = m.number where m.correction
            union all
            select e.slip_number, case e.kind when 'WAIVER' then '减免' when 'REFUND' then '退款' else '补收款' end, e.recorded_at, e.amount, e.reason
              from fee_entry e join month_slip t on t.slip_number = e.slip_number join business_month b on b.period = t.period and t.period < :month
             where e.kind <> 'BILLED' and e.recorded_at > b.frozen_at and e.recorded_at <= :asOf and e.recorded_at > (select since from before)
             order by 1, 3""");
  }

  /** @throws Rejection if there is no such count */
  Report behind(String count, String value) {
    return find(count).flatMap(Report::dimension).map(by -> slips(by, value))
        .orElseThrow(() -> Rejection.invalid("没有“" + count + "”这项统计，请从月报里点开。"));
  }

  private Report slips() {
    return slips("");
  }

  /** The slips behind one line of a count. */
  Report slips(Dimension by, String value) {
    return slips("where " + by.expression() + " = :value").about(value);
  }

  private SqlReport slips(String filter) {
    return report("slips", "维修单明细", "办结（关闭或取消）当月的维修单，按真实办结时间；所属月份冻结以后才登记的，作为更正计入未结的月份。",
        List.of(Column.of("维修单", SLIP), Column.of("接报", MOMENT), Column.of("办结", MOMENT), Column.of("状态", STATE),
            Column.of("管理处", TEXT), Column.of("地点", PLACE), Column.of("部位", AREA), Column.of("渠道", CHANNEL),
            Column.of("维修项目", TEXT), Column.of("类别", REPAIR_CLASS), Column.of("维修人员", PERSON), Column.of("及时", TEXT),
            Column.of("费用合计", YUAN), Column.of("应收", YUAN), Column.of("减免", YUAN), Column.of("已收", YUAN), Column.of("未收", YUAN),
            Column.of("收缴状态", COLLECTION)),
        """
            select s.number, s.received_at, s.closed_at, s.state, s.office, s.place, s.area, s.channel, s.item_name, s.repair_class,
                   s.technician, case when m.late then '否' else '是' end, m.cost, m.billed, m.waived, m.received,
                   m.billed - m.waived - m.received, %s
              from in_month m join slip s on s.number = m.number %s order by s.number""".formatted(COLLECTION_STATE, filter)).adding();
  }

  private SqlReport report(String code, String title, String definition, List<Column> columns, String sql) {
    return new SqlReport(code, title, definition, columns, sql, null, Optional.empty(), Optional.empty(), false, slips, database, names);
  }

  private SqlReport report(String code, String title, String definition, List<Column> columns, String sql, Chart chart) {
    return report(code, title, definition, columns, sql).with(chart);
  }
}
