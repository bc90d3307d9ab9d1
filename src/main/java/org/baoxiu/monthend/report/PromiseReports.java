package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.baoxiu.monthend.PromisesOfMonth;
import org.baoxiu.slip.HistoryLines;
import org.springframework.stereotype.Component;

/** What was promised and whether it was kept (4.6, 5.4). */
@Component
class PromiseReports {

    private static final String ROLE_OF_PROMISE = PromisesOfMonth.roleOf("p.kind");

    private final Queries queries;

    PromiseReports(Queries queries) {
        this.queries = queries;
    }

    Report promises() {
        return queries.report(
                        "promises",
                        "各项时限",
                        "本月到期的承诺，不论维修单是否办结；提前做到的，做到就计入。一张单可以有多次同一承诺，如返修后再次到场。"
                                + "超时：到期时没有做到；暂停的时间不算。外包单位没到约定时间就改约、退回或不用来了的，不计。要求：100%。",
                        List.of(
                                Column.of("承诺", PROMISE),
                                Column.of("条款", BRIEF),
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

    Report roles() {
        return queries.report(
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

    /** By role, so that each reads its own together (4.7.1). */
    Report lateSlips() {
        return queries.report(
                "late",
                "超时维修单",
                "本月到期而没有按时做到的每一次承诺，按责任岗位列出，先到期的在前。责任人：到期时负责该单的维修人员，或者登记、告知业主、核查的客服人员；没有人接手的空着。"
                        + "类别：作出承诺时的。做到：冻结时还没有做到的空着，迟了的时间算到冻结时。"
                        + "说明、处理：超时以后最后一次处理时写的原因和怎样处理的；告知：系统告知的岗位。都以冻结时为准。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("承诺", PROMISE),
                        Column.of("责任岗位", ROLE),
                        Column.of("责任人", KEEPER),
                        Column.of("类别", REPAIR_CLASS),
                        Column.of("条款", BRIEF),
                        Column.of("到期", MOMENT),
                        Column.of("做到", MOMENT),
                        Column.of("迟了", DURATION),
                        Column.of("说明", WORDS),
                        Column.of("处理", WORDS),
                        Column.of("告知", TEXT),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            , miss as (
              select p.id, p.number, p.kind, %1$s as role, coalesce(p.technician, p.clerk) as keeper, c.repair_class, p.clause, p.due_at, p.kept_at,
                     (select max(h.id) from history_entry h where h.occurred_at <= :asOf and %2$s) as said_by,
                     (select max(h.id) from history_entry h where h.occurred_at <= :asOf and %3$s) as told_by
                from promise p join commitment c on c.id = p.id where p.missed
            )
            select m.number, m.kind, m.role, m.keeper, m.repair_class, m.clause, m.due_at, m.kept_at,
                   m.due_at, coalesce(m.kept_at, cast(:asOf as timestamp(3))),
                   substring(said.text from position('：' in said.text) + 1),
                   substring(said.text from 1 for position('：' in said.text) - 1),
                   substring(told.text from position('%4$s' in told.text) + %5$d), s.office, s.place
              from miss m join slip s on s.number = m.number
              left join history_entry said on said.id = m.said_by left join history_entry told on told.id = m.told_by
             order by m.role, m.due_at, m.number, m.id"""
                        .formatted(
                                ROLE_OF_PROMISE,
                                HistoryLines.SAID_OF_MISS,
                                HistoryLines.TOLD_OF_MISS,
                                HistoryLines.TOLD,
                                HistoryLines.TOLD.length()));
    }

    Report deferrals() {
        return queries.report(
                "deferrals",
                "暂缓维修",
                "暂缓后与业主约定的、本月到期的时间，到时修好为兑现；还没有约定就结束的不在此列。维修人员：到期时负责该单的。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("约定于", MOMENT),
                        Column.of("最迟修好", MOMENT),
                        Column.of("修好", MOMENT),
                        Column.of("结果", BRIEF),
                        Column.of("维修人员", PERSON)),
                """
            select p.number, p.started_at, p.due_at, p.kept_at, case when p.missed then '没有兑现' else '兑现' end, p.technician
              from promise p where p.kind = 'PROMISED_TIME' order by p.number, p.id""");
    }
}
