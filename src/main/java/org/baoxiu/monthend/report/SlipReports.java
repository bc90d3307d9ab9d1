package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.springframework.stereotype.Component;

/** Which requests came, ended and stayed open in a month, and of what kind they were (3.4, 4.7.1). */
@Component
class SlipReports {

    private final Queries queries;

    SlipReports(Queries queries) {
        this.queries = queries;
    }

    Report flow() {
        return queries.report(
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

    Report open() {
        return queries.report(
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

    Report accidents() {
        return queries.report(
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

    Report requests(Dimension by) {
        return queries.report(
                        Reports.code(by),
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

    /** All slips of the month. */
    Report slips() {
        return slips("");
    }

    /** The slips behind one line of a count. */
    Report slips(Dimension by, String value) {
        return slips("where " + by.expression() + " = :value").about(value);
    }

    /** What was filled in by fields that the process owner has added to forms. */
    Report extras() {
        return queries.report(
                "extras",
                "补充内容",
                "维修单明细里的维修单，在流程管理员给表单增加的各项里最后填了什么；内容的名称是填写时表单上的。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE),
                        Column.of("内容", TEXT),
                        Column.of("填写", TEXT),
                        Column.of("步骤", TEXT),
                        Column.of("时间", MOMENT)),
                """
            select s.number, s.office, s.place, f.label, f.words, f.step, f.filled_at
              from in_month m join slip s on s.number = m.number join free_field f on f.slip_number = s.number
             where f.words <> '' and not exists (select 1 from free_field l
                     where l.slip_number = f.slip_number and l.field_key = f.field_key and l.id > f.id)
             order by s.number, f.id""");
    }

    private SqlReport slips(String filter) {
        return queries.report(
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
                                Column.of("及时", BRIEF),
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
                                .formatted(FeeReports.COLLECTION_STATE, filter))
                .adding();
    }
}
