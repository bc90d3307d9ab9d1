package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.baoxiu.monthend.MonthFacts;
import org.baoxiu.monthend.PromisesOfMonth;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The topics of a month, in the order of the workbook, each with its definition and its query (3.4, 4.7.1, 5.4). */
@Component
public class Reports {

    /** Lines that the database hands over at a time: a list of all slips never stands in memory as a whole. */
    private static final int FETCHED = 1_000;

    /** As {@link org.baoxiu.fee.Balance#state} tells it. */
    private static final String COLLECTION_STATE =
            """
      case when m.received > m.billed - m.waived then 'TO_REFUND' when m.billed = 0 then 'NOTHING_DUE'
                        when m.billed = m.waived then 'WAIVED' when m.received = m.billed - m.waived then 'PAID'
                        when m.received > 0 then 'PARTLY_PAID' else 'OPEN' end""";

    private static final String ROLE_OF_PROMISE = PromisesOfMonth.roleOf("p.kind");

    private final List<Report> all;
    private final MonthFacts facts;
    private final NamedParameterJdbcTemplate database;
    private final Names names;
    private final int reworkDays;

    Reports(MonthFacts facts, JdbcTemplate plain, Names names, @Value("${baoxiu.month.rework-days}") int reworkDays) {
        JdbcTemplate streaming = new JdbcTemplate(plain.getDataSource());
        streaming.setFetchSize(FETCHED);
        this.database = new NamedParameterJdbcTemplate(streaming);
        this.names = names;
        this.facts = facts;
        this.reworkDays = reworkDays;
        List<Report> reports = new ArrayList<>();
        reports.addAll(List.of(new Overview(facts, database), flow(), open(), accidents()));
        Arrays.stream(Dimension.values()).map(this::requests).forEach(reports::add);
        reports.addAll(List.of(
                promises(),
                roles(),
                lateSlips(),
                rework(),
                misjudged(),
                deferrals(),
                satisfaction("team", "回访满意度（班组）", Column.of("班组", TEAM), "s.item_qualification", "班组按维修项目所需的资质划分。"),
                satisfaction(
                        "technician", "回访满意度（人员）", Column.of("维修人员", PERSON), "r.technician", "算在业主评价时负责该单的维修人员名下。"),
                new Trend(facts, database, names),
                materials(),
                unaccounted(),
                fees(),
                staff(),
                clerks(),
                statements(),
                corrections(),
                slips()));
        this.all = List.copyOf(reports);
    }

    public List<Report> all() {
        return all;
    }

    public Optional<Report> find(String code) {
        return all.stream().filter(report -> report.code().equals(code)).findFirst();
    }

    static String code(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Report requests(Dimension by) {
        return report(
                        code(by),
                        by.title(),
                        by.definition() + "及时：没有一项承诺超时。",
                        List.of(
                                Column.of(by.heading(), by.type()),
                                Column.of("维修单（张）", COUNT),
                                Column.of("其中取消（张）", COUNT),
                                Column.of("及时（张）", COUNT),
                                Column.of("及时率", RATE)),
                        """
            select %1$s, count(*), sum(case s.state when 'CANCELLED' then 1 else 0 end),
                   sum(case when m.late then 0 else 1 end), sum(case when m.late then 0 else 1 end), count(*)
              from in_month m join slip s on s.number = m.number
             group by %1$s order by %2$s"""
                                .formatted(by.expression(), by == Dimension.HOUR ? "1" : "2 desc, 1"),
                        new Chart(by.title() + "的维修单（张）", 1))
                .by(by)
                .adding();
    }

    private Report flow() {
        return report(
                        "flow",
                        "收结情况",
                        "上月转入加接报等于办结加未结。接报：当月接报的，和所属月份冻结以后才登记的。办结：关闭或取消。" + "未结：月末（当月为此刻）还没有办结的；超过 14 天的从接报算起。",
                        List.of(
                                Column.of("管理处", TEXT),
                                Column.of("上月转入（张）", COUNT),
                                Column.of("接报（张）", COUNT),
                                Column.of("办结（张）", COUNT),
                                Column.of("未结（张）", COUNT),
                                Column.of("其中事故（张）", COUNT),
                                Column.of("其中超过 14 天（张）", COUNT)),
                        """
            , part (number, carried, ended, still, accident) as (
              select number, 1, 0, 0, 0 from carried
              union all select number, 0, 1, 0, 0 from in_month
              union all select number, 0, 0, 1, case repair_class when 'ACCIDENT' then 1 else 0 end from still_open
            ), moved as (
              select number, max(carried) as carried, max(ended) as ended, max(still) as still, max(accident) as accident from part group by number
            )
            select s.office, sum(w.carried), sum(1 - w.carried), sum(w.ended), sum(w.still), sum(w.accident),
                   sum(case when w.still = 1 and s.received_at < :twoWeeksBefore then 1 else 0 end)
              from moved w join slip s on s.number = w.number group by s.office order by 1""")
                .adding();
    }

    private Report open() {
        return report(
                "open",
                "未办结",
                "月末（当月为此刻）还没有办结的维修单，维修事故在前，早接报的在前。状态、类别和维修人员为冻结时的；已过从接报算起，不满一天不计。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("接报", MOMENT),
                        Column.of("已过（天）", DAYS),
                        Column.of("状态", STATE),
                        Column.of("类别", REPAIR_CLASS),
                        Column.of("维修人员", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select s.number, s.received_at, s.received_at, cast(:end as timestamp(3)), o.state, o.repair_class, o.technician, s.office, s.place
              from still_open o join slip s on s.number = o.number
             order by case o.repair_class when 'ACCIDENT' then 0 else 1 end, s.received_at, s.number""");
    }

    private Report accidents() {
        return report(
                "accidents",
                "维修事故",
                "本月认定的，和以前认定、到本月还没有结案的。主任 2 天内答复业主，10 天内解决（5.3）；空着的还没有做到。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("认定", MOMENT),
                        Column.of("答复业主", MOMENT),
                        Column.of("解决", MOMENT),
                        Column.of("结案", MOMENT),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select s.number, s.accident_declared_at, case when s.accident_answered_at <= :asOf then s.accident_answered_at end,
                   case when s.accident_solved_at <= :asOf then s.accident_solved_at end,
                   case when s.accident_closed_at <= :asOf then s.accident_closed_at end, s.office, s.place
              from slip s where s.accident_declared_at < :until and (s.accident_closed_at is null or s.accident_closed_at >= :from)
             order by s.accident_declared_at, s.number""");
    }

    private Report promises() {
        return report(
                        "promises",
                        "各项时限",
                        "本月到期的承诺，不论维修单是否办结；提前做到的，做到就计入。一张单可以有多次同一承诺，如返修后再次到场。"
                                + "超时：到期时没有做到；暂停的时间不算。外包单位没到约定时间就改约、退回或不用来了的，不计。要求：100%。",
                        List.of(
                                Column.of("承诺", PROMISE),
                                Column.of("条款", TEXT),
                                Column.of("责任岗位", ROLE),
                                Column.of("次数（次）", COUNT),
                                Column.of("超时（次）", COUNT),
                                Column.of("按时率", RATE)),
                        """
            select p.kind, min(p.clause), %s, count(*), sum(case when p.missed then 1 else 0 end),
                   sum(case when p.missed then 0 else 1 end), count(*)
              from promise p group by p.kind order by min(p.clause), p.kind"""
                                .formatted(ROLE_OF_PROMISE),
                        new Chart("各项时限的按时率", 5))
                .adding();
    }

    private Report roles() {
        return report(
                        "roles",
                        "各岗位时限",
                        "每项承诺算在应当做到的岗位名下，见“各项时限”；口径与该表相同。要求：100%。",
                        List.of(
                                Column.of("责任岗位", ROLE),
                                Column.of("承诺（次）", COUNT),
                                Column.of("超时（次）", COUNT),
                                Column.of("按时率", RATE)),
                        """
            , kept_by as (select %s as role, missed from promise p)
            select role, count(*), sum(case when missed then 1 else 0 end), sum(case when missed then 0 else 1 end), count(*)
              from kept_by group by role order by 2 desc, 1"""
                                .formatted(ROLE_OF_PROMISE),
                        new Chart("各岗位的按时率", 3))
                .adding();
    }

    private Report lateSlips() {
        return report(
                "late",
                "超时维修单",
                "本月到期而没有按时做到的每一次承诺，按单号列出。责任人：到期时负责该单的维修人员，或者登记、告知业主、核查的客服人员；没有人接手的空着。做到：冻结时还没有做到的空着。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("承诺", PROMISE),
                        Column.of("责任岗位", ROLE),
                        Column.of("责任人", KEEPER),
                        Column.of("到期", MOMENT),
                        Column.of("做到", MOMENT),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select p.number, p.kind, %s, coalesce(p.technician, p.clerk), p.due_at, p.kept_at, s.office, s.place
              from promise p join slip s on s.number = p.number where p.missed order by p.number, p.due_at, p.id"""
                        .formatted(ROLE_OF_PROMISE));
    }

    private Report rework() {
        return report(
                "rework",
                "返修",
                "返修：验收或核查不合格，回访说没有修好，或验收后 " + reworkDays + " 天内同一地点、同一项目再次报修。算在没有修好的维修人员名下。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("返修情形", REWORK),
                        Column.of("维修项目", TEXT),
                        Column.of("查明的原因", TEXT),
                        Column.of("维修人员", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select m.number, m.rework, s.item_name, s.found_cause, m.rework_technician, s.office, s.place
              from in_month m join slip s on s.number = m.number where m.rework is not null order by m.number""");
    }

    private Report misjudged() {
        return report(
                "misjudged",
                "判断不准",
                "评估的原因与查明的原因文字不同（空格不计）。只有评估过的维修单才有评估的原因。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("维修项目", TEXT),
                        Column.of("评估的原因", TEXT),
                        Column.of("查明的原因", TEXT),
                        Column.of("维修人员", PERSON)),
                """
            select s.number, s.item_name, s.assessed_cause, s.found_cause, s.technician
              from in_month m join slip s on s.number = m.number
             where replace(s.assessed_cause, ' ', '') <> replace(s.found_cause, ' ', '') order by s.number""");
    }

    private Report deferrals() {
        return report(
                "deferrals",
                "暂缓维修",
                "暂缓后与业主约定的、本月到期的时间，到时修好为兑现；还没有约定就结束的不在此列。维修人员：到期时负责该单的。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("约定于", MOMENT),
                        Column.of("最迟修好", MOMENT),
                        Column.of("修好", MOMENT),
                        Column.of("结果", TEXT),
                        Column.of("维修人员", PERSON)),
                """
            select p.number, p.started_at, p.due_at, p.kept_at, case when p.missed then '没有兑现' else '兑现' end, p.technician
              from promise p where p.kind = 'PROMISED_TIME' order by p.number, p.id""");
    }

    private Report satisfaction(String code, String title, Column who, String expression, String definition) {
        return report(
                code,
                title,
                definition + "联系上：至少一次回访有人接听。一张单一个分（1 至 5 分）：以业主最后的评价为准，业主在网页上改评的代替回访时的。低分为 1 或 2 分。",
                List.of(
                        who,
                        Column.of("回访（张）", COUNT),
                        Column.of("联系上（张）", COUNT),
                        Column.of("联系率", RATE),
                        Column.of("评分（张）", COUNT),
                        Column.of("平均分", SCORE),
                        Column.of("低分（张）", COUNT),
                        Column.of("态度投诉（次）", COUNT)),
                """
            select %1$s, count(distinct r.number), count(distinct case when r.reached then r.number end),
                   count(distinct case when r.reached then r.number end), count(distinct r.number),
                   sum(case when r.counts then 1 else 0 end),
                   sum(case when r.counts then r.score end) * 1.000 / nullif(sum(case when r.counts then 1 else 0 end), 0),
                   sum(case when r.counts and r.score <= 2 then 1 else 0 end), sum(case when r.complaint then 1 else 0 end)
              from calls r join slip s on s.number = r.number
             group by %1$s order by 2 desc, 1"""
                        .formatted(expression),
                new Chart(title + "平均分（分）", 5));
    }

    private Report materials() {
        return report(
                "materials",
                "材料",
                "按材料名称和维修项目合计登记的用料；同一材料写法不同的分别列出。",
                List.of(
                        Column.of("材料", TEXT),
                        Column.of("维修项目", TEXT),
                        Column.of("维修单（张）", COUNT),
                        Column.of("数量", QUANTITY),
                        Column.of("金额", YUAN)),
                """
            select u.name, coalesce(s.item_name, '未选项目'), count(distinct s.number), sum(u.quantity),
                   sum(round(u.quantity * u.unit_price, 2))
              from in_month m join slip s on s.number = m.number join bill b on b.slip_number = s.number
              join used_material u on u.bill = b.id
             group by u.name, coalesce(s.item_name, '未选项目') order by 5 desc, 1, 2""");
    }

    private Report unaccounted() {
        return report(
                        "unaccounted",
                        "用料无账",
                        "用了材料，但费用没有审核，公共部位的也没有核查合格的维修单。应当没有。",
                        List.of(
                                Column.of("维修单", SLIP),
                                Column.of("状态", STATE),
                                Column.of("维修人员", PERSON),
                                Column.of("材料金额", YUAN),
                                Column.of("管理处", TEXT),
                                Column.of("地点", PLACE)),
                        """
            select s.number, s.state, s.technician, sum(round(u.quantity * u.unit_price, 2)), s.office, s.place
              from in_month m join slip s on s.number = m.number join bill b on b.slip_number = s.number
              join used_material u on u.bill = b.id
             where not (s.area = 'PUBLIC' and s.confirmed)
               and not exists (select 1 from bill r where r.slip_number = s.number and r.reviewed_at is not null)
             group by s.number, s.state, s.technician, s.office, s.place order by s.number""")
                .adding();
    }

    private Report fees() {
        return report(
                        "fees",
                        "费用",
                        "费用合计：各次维修的人工、材料和上门服务费。付费方按首张账单。应收、减免、已收、未收为冻结时的累计。",
                        List.of(
                                Column.of("维修项目", TEXT),
                                Column.of("付费方", TEXT),
                                Column.of("收缴状态", COLLECTION),
                                Column.of("维修单（张）", COUNT),
                                Column.of("费用合计", YUAN),
                                Column.of("业主应收", YUAN),
                                Column.of("减免", YUAN),
                                Column.of("已收", YUAN),
                                Column.of("未收", YUAN)),
                        """
            select coalesce(s.item_name, '未选项目'), m.payer, %1$s, count(*), sum(m.cost), sum(m.billed), sum(m.waived), sum(m.received),
                   sum(m.billed - m.waived - m.received)
              from in_month m join slip s on s.number = m.number where m.payer is not null
             group by coalesce(s.item_name, '未选项目'), m.payer, %1$s order by 1, 2, 3"""
                                .formatted(COLLECTION_STATE))
                .adding();
    }

    private Report staff() {
        return report(
                        "staff",
                        "人员",
                        "维修单：本月办结、最后由其负责的。定额工时：登记或评估的工时合计。承诺：维修班的、本月到期、到期时（提前做到的，做到时）由其负责的；"
                                + "没有人领单就到期的只算维修班，登记、通知等别的岗位的不算。返修算在没有修好的人名下。平均分、态度投诉见回访满意度。",
                        List.of(
                                Column.of("维修人员", PERSON),
                                Column.of("维修单（张）", COUNT),
                                Column.of("定额工时", HOURS),
                                Column.of("承诺（次）", COUNT),
                                Column.of("超时（次）", COUNT),
                                Column.of("按时率", RATE),
                                Column.of("返修（张）", COUNT),
                                Column.of("平均分", SCORE),
                                Column.of("态度投诉（次）", COUNT)),
                        """
            , own as (
              select s.technician, count(*) as slips, cast(sum(s.estimated_hours) as decimal(12, 2)) as hours
                from in_month m join slip s on s.number = m.number where s.technician is not null group by s.technician
            ), owed as (
              select technician, count(*) as promises, sum(case when missed then 1 else 0 end) as missed
                from promise where technician is not null group by technician
            ), failed as (
              select rework_technician as technician, count(*) as reworks from in_month
               where rework is not null and rework_technician is not null group by rework_technician
            ), judged as (
              select technician, sum(case when counts then score end) * 1.000 / nullif(sum(case when counts then 1 else 0 end), 0) as score,
                     sum(case when complaint then 1 else 0 end) as complaints
                from calls where technician is not null group by technician
            ), people as (
              select technician from own union select technician from owed union select technician from failed union select technician from judged
            )
            select p.technician, coalesce(o.slips, 0), coalesce(o.hours, 0), coalesce(w.promises, 0), coalesce(w.missed, 0),
                   coalesce(w.promises - w.missed, 0), coalesce(w.promises, 0), coalesce(f.reworks, 0), j.score, coalesce(j.complaints, 0)
              from people p left join own o on o.technician = p.technician left join owed w on w.technician = p.technician
              left join failed f on f.technician = p.technician left join judged j on j.technician = p.technician
             order by 2 desc, 1""",
                        new Chart("每人的维修单（张）", 1))
                .adding();
    }

    private Report clerks() {
        return report(
                "clerks",
                "客服人员",
                "客服人员本人的承诺：登记报修、暂缓后告知业主、核查公共维修，本月到期的；提前做到的，做到就计入。按时做到的算在做的人名下，"
                        + "超时的算在到期时接手的人名下；到期时没有人接手的只算客户服务中心，见“各岗位时限”。要求：100%。",
                List.of(
                        Column.of("客服人员", PERSON),
                        Column.of("承诺（次）", COUNT),
                        Column.of("超时（次）", COUNT),
                        Column.of("按时率", RATE),
                        Column.of("登记超时（次）", COUNT),
                        Column.of("告知业主超时（次）", COUNT),
                        Column.of("核查超时（次）", COUNT)),
                """
            select clerk, count(*), sum(case when missed then 1 else 0 end), sum(case when missed then 0 else 1 end), count(*),
                   sum(case when missed and kind = 'REGISTRATION' then 1 else 0 end),
                   sum(case when missed and kind = 'DEFERRAL_CALL' then 1 else 0 end),
                   sum(case when missed and kind = 'VERIFICATION' then 1 else 0 end)
              from promise where clerk is not null group by clerk order by 2 desc, 1""",
                new Chart("客服人员的按时率", 3));
    }

    private Report statements() {
        return report(
                        "statements",
                        "对账单",
                        "按管理处和地点合计有应收的维修单，一户一行；为冻结时的累计。",
                        List.of(
                                Column.of("管理处", TEXT),
                                Column.of("地点", PLACE),
                                Column.of("维修单（张）", COUNT),
                                Column.of("应收", YUAN),
                                Column.of("减免", YUAN),
                                Column.of("已收", YUAN),
                                Column.of("未收", YUAN)),
                        """
            select s.office, s.place, count(*), sum(m.billed), sum(m.waived), sum(m.received), sum(m.billed - m.waived - m.received)
              from in_month m join slip s on s.number = m.number where m.billed <> 0 group by s.office, s.place order by 1, 2""")
                .adding();
    }

    private Report corrections() {
        return report(
                "corrections",
                "更正",
                "所属月份冻结以后才登记的维修单、才知道的超时承诺，和业主改的评分；以及以前月份的维修单在本次冻结前新增的减免、退款和补收。以前的月报不改。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("更正", TEXT),
                        Column.of("真实时间", MOMENT),
                        Column.of("金额", YUAN),
                        Column.of("理由", TEXT)),
                """
            select s.number, '补登维修单', s.closed_at, cast(null as decimal(14, 2)), s.last_reason
              from in_month m join slip s on s.number = m.number where m.correction
            union all
            select p.number, '补计超时', p.due_at, null, p.clause from promise p where p.correction and p.missed
            union all
            select r.slip_number, '业主改评', r.called_at, null, cast(r.score as varchar(1)) || ' 分' || coalesce('：' || r.words, '')
              from call_back r join month_slip t on t.slip_number = r.slip_number and t.period < :month
             where r.reached and r.called_at > :since and r.called_at <= :asOf
            union all
            select e.slip_number, case e.kind when 'WAIVER' then '减免' when 'REFUND' then '退款' else '补收款' end, e.recorded_at, e.amount, e.reason
              from fee_entry e join month_slip t on t.slip_number = e.slip_number and t.period < :month
             where e.kind <> 'BILLED' and e.recorded_at > :since and e.recorded_at <= :asOf
             order by 1, 3""");
    }

    /** @throws Rejection if there is no such count */
    Report behind(String count, String value) {
        return find(count)
                .flatMap(Report::dimension)
                .map(by -> slips(by, value))
                .orElseThrow(() -> Rejection.invalid("没有“" + count + "”这项统计，请从月报里点开。"));
    }

    private Report slips() {
        return slips("");
    }

    /** The slips behind one line of a count. */
    public Report slips(Dimension by, String value) {
        return slips("where " + by.expression() + " = :value").about(value);
    }

    private SqlReport slips(String filter) {
        return report(
                        "slips",
                        "维修单明细",
                        "办结（关闭或取消）当月的维修单，按真实办结时间；所属月份冻结以后才登记的，作为更正计入未结的月份。",
                        List.of(
                                Column.of("维修单", SLIP),
                                Column.of("接报", MOMENT),
                                Column.of("办结", MOMENT),
                                Column.of("状态", STATE),
                                Column.of("管理处", TEXT),
                                Column.of("地点", PLACE),
                                Column.of("部位", AREA),
                                Column.of("渠道", CHANNEL),
                                Column.of("维修项目", TEXT),
                                Column.of("类别", REPAIR_CLASS),
                                Column.of("维修人员", PERSON),
                                Column.of("及时", TEXT),
                                Column.of("费用合计", YUAN),
                                Column.of("应收", YUAN),
                                Column.of("减免", YUAN),
                                Column.of("已收", YUAN),
                                Column.of("未收", YUAN),
                                Column.of("收缴状态", COLLECTION)),
                        """
            select s.number, s.received_at, s.closed_at, s.state, s.office, s.place, s.area, s.channel, s.item_name, s.repair_class,
                   s.technician, case when m.late then '否' else '是' end, m.cost, m.billed, m.waived, m.received,
                   m.billed - m.waived - m.received, %s
              from in_month m join slip s on s.number = m.number %s order by s.number"""
                                .formatted(COLLECTION_STATE, filter))
                .adding();
    }

    private SqlReport report(String code, String title, String definition, List<Column> columns, String sql) {
        return new SqlReport(
                code,
                title,
                definition,
                columns,
                sql,
                null,
                Optional.empty(),
                Optional.empty(),
                false,
                facts,
                database,
                names);
    }

    private SqlReport report(
            String code, String title, String definition, List<Column> columns, String sql, Chart chart) {
        return report(code, title, definition, columns, sql).with(chart);
    }
}
