package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.baoxiu.slip.HistoryLines;
import org.springframework.stereotype.Component;

/** What did not go its ordinary way in a month, each with the reason that somebody gave for it (4.2, 4.3.1, 4.4.2, 4.7.5). */
@Component
class ChangeReports {

    /** A line of the history says what, then why behind the first colon. */
    private static final String WHAT =
            "case when position('：' in h.text) > 0 then substring(h.text from 1 for position('：' in h.text) - 1) else h.text end";

    private static final String WHY =
            "case when position('：' in h.text) > 0 then substring(h.text from position('：' in h.text) + 1) end";

    /** What was put right says what it was and is in between; that may name somebody, and stands on the slip. */
    private static final String WHY_PUT_RIGHT =
            "case when position('；原因：' in h.text) > 0 then substring(h.text from position('；原因：' in h.text) + 4) end";

    private final Queries queries;

    ChangeReports(Queries queries) {
        this.queries = queries;
    }

    Report calledOff() {
        return said(
                "called-off",
                "取消、误登记、并单",
                "本月里没有修好就结束的单，连同理由，每次一行。误登记的和并入别的单的不是维修，不在其他各表里。",
                HistoryLines.CALLED_OFF,
                WHY);
    }

    Report downgraded() {
        return said("downgraded", "降级", "本月里由重要维修降为日常维修的，连同理由（4.4.2）。", HistoryLines.DOWNGRADED, WHY);
    }

    Report putRight() {
        return said(
                "put-right",
                "登记的更正",
                "本月里更正了登记内容的单：更正了哪一项，和原因，每项一行（4.3.1）。改前改后的内容在维修单的经过里。",
                HistoryLines.PUT_RIGHT,
                WHY_PUT_RIGHT);
    }

    private Report said(String code, String title, String definition, String which, String why) {
        return queries.report(
                code,
                title,
                definition,
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("时间", MOMENT),
                        Column.of("什么", TEXT),
                        Column.of("理由", WORDS),
                        Column.of("谁", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select h.slip_number, h.occurred_at, %s, %s, h.person, s.office, s.place
              from history_entry h join slip s on s.number = h.slip_number
             where h.occurred_at >= :from and h.occurred_at < :until and h.occurred_at <= :asOf and %s
             order by h.occurred_at, h.id"""
                        .formatted(WHAT, why, which));
    }

    Report forcedEntries() {
        return queries.report(
                "forced-entries",
                "撬锁破门",
                "本月办结的、须撬锁破门的维修单。每张都要先有书面申请（4.7.5）：申请编号、什么时候登记的，和故障情况、到场时间。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("接报", MOMENT),
                        Column.of("故障情况", WORDS),
                        Column.of("书面申请", TEXT),
                        Column.of("登记申请", MOMENT),
                        Column.of("到场", MOMENT),
                        Column.of("维修人员", PERSON),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select s.number, s.received_at, s.fault,
                   case when s.application_applicant is null then '没有登记申请' else coalesce(s.application_reference, '已登记') end,
                   s.application_at, s.arrived_at, s.technician, s.office, s.place
              from in_month m join slip s on s.number = m.number where s.forced_entry order by s.number""");
    }

    /** Outside contractors are no technicians of ours: what each was given, and what became of it (Q3). */
    Report contractors() {
        return queries.report(
                "contractors",
                "外包单位",
                "本月办结的维修单里派给外包单位的，每次派单一行，按单位列出。约定到场：最后约定的；到场：现场师傅登记的。按时率见“各项时限”的“外包单位到场”。",
                List.of(
                        Column.of("外包单位", TEXT),
                        Column.of("维修单", SLIP),
                        Column.of("派单号", TEXT),
                        Column.of("约定到场", MOMENT),
                        Column.of("到场", MOMENT),
                        Column.of("结果", BRIEF),
                        Column.of("结束", MOMENT),
                        Column.of("写的是", WORDS),
                        Column.of("维修项目", TEXT),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                """
            select c.name, o.slip_number, o.order_number, o.agreed_at, o.arrived_at,
                   case o.ended_as when 'DONE' then '已修好' when 'HANDED_BACK' then '退回' when 'CALLED_OFF' then '不用来了' else '没有登记' end,
                   o.ended_at, o.result_text, s.item_name, s.office, s.place
              from in_month m join contractor_order o on o.slip_number = m.number join contractor c on c.id = o.contractor
              join slip s on s.number = m.number where o.given_at <= :asOf order by c.name, o.id""");
    }
}
