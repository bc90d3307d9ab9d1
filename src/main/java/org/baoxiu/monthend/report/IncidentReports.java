package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.springframework.stereotype.Component;

/** Faults that concerned many: one repair each, however many called. */
@Component
class IncidentReports {

    private final Queries queries;

    IncidentReports(Queries queries) {
        this.queries = queries;
    }

    Report incidents() {
        return queries.report(
                        "incidents",
                        "公共故障",
                        "登记或开始（以晚的为准）在本月的；没有开始就取消的计划不计。一件公共故障不论多少人来电，只算一件、由一张维修单修。来电人按电话计，同一件里一个电话打几次都算一人。",
                        List.of(
                                Column.of("管理处", TEXT),
                                Column.of("类型", TEXT),
                                Column.of("公共故障（件）", COUNT),
                                Column.of("维修单（张）", COUNT),
                                Column.of("来电（人）", COUNT)),
                        """
            select f.office, f.kind, count(*), count(distinct f.slip_number), sum(f.callers)
              from (select i.office, case when i.planned then '计划停用' else '突发故障' end as kind, i.slip_number,
                           (select count(distinct c.telephone_key) from incident_caller c
                             where c.incident_id = i.id and c.called_at <= :asOf) as callers
                      from incident i
                     where greatest(i.begins_at, i.declared_at) >= :from and greatest(i.begins_at, i.declared_at) < :until
                       and greatest(i.begins_at, i.declared_at) <= :asOf
                       and (i.ended_at is null or i.ended_at >= i.begins_at)) f
             group by f.office, f.kind order by 1, 2""")
                .adding();
    }
}
