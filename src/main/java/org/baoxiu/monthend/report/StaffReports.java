package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.springframework.stereotype.Component;

/** What each technician and each clerk did and kept (3.4, 5.4). */
@Component
class StaffReports {

    private final Queries queries;

    StaffReports(Queries queries) {
        this.queries = queries;
    }

    Report staff() {
        return queries.report(
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

    Report clerks() {
        return queries.report(
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
}
