package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How good the work was: what had to be done again, what was judged wrongly, what owners said (3.4, S7). */
@Component
class QualityReports {

    private final Queries queries;
    private final int reworkDays;

    QualityReports(Queries queries, @Value("${baoxiu.month.rework-days}") int reworkDays) {
        this.queries = queries;
        this.reworkDays = reworkDays;
    }

    Report rework() {
        return queries.report(
                "rework",
                "返修",
                "返修：验收或核查不合格，回访说没有修好，或验收后 " + reworkDays + " 天内同一地点、同一项目再次报修，后来取消的不算。算在没有修好的维修人员名下。"
                        + "前一张：再次报修的，是哪一张没有修好；验收、回访说没有修好的，就是本单。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("返修情形", REWORK),
                        Column.of("前一张", SLIP),
                        Column.of("维修项目", TEXT),
                        Column.of("查明的原因", TEXT),
                        Column.of("维修人员", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select m.number, m.rework, m.former, s.item_name, s.found_cause, m.rework_technician, s.office, s.place
              from in_month m join slip s on s.number = m.number where m.rework is not null order by m.number""");
    }

    Report misjudged() {
        return queries.report(
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

    /** In their own words: what to improve (S7). */
    Report lowScores() {
        return queries.report(
                "low-scores",
                "低分和业主的话",
                "评分为 1 或 2 分的维修单，一张单一个分，以业主最后的评价为准，与“回访满意度”的低分相同。随后：回访以后怎样办，和理由。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("评分（分）", COUNT),
                        Column.of("业主的话", WORDS),
                        Column.of("随后", BRIEF),
                        Column.of("理由", WORDS),
                        Column.of("维修人员", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select c.number, c.score, r.words, case r.follow_up when 'IMPROVE' then '改进' when 'REWORK' then '返修' when 'CLOSE' then '结束回访' end,
                   r.follow_up_reason, c.technician, s.office, s.place
              from calls c join call_back r on r.id = c.id join slip s on s.number = c.number
             where c.counts and c.score <= 2 order by c.score, c.number, c.id""");
    }

    Report satisfactionByTeam() {
        return satisfaction("team", "回访满意度（班组）", Column.of("班组", TEAM), "s.item_qualification", "班组按维修项目所需的资质划分。");
    }

    Report satisfactionByTechnician() {
        return satisfaction(
                "technician", "回访满意度（人员）", Column.of("维修人员", PERSON), "r.technician", "算在业主评价时负责该单的维修人员名下。");
    }

    private Report satisfaction(String code, String title, Column who, String expression, String definition) {
        return queries.report(
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
}
