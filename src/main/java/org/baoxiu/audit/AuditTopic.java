package org.baoxiu.audit;

import static org.baoxiu.audit.AuditCell.*;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.audit.TodayFigure.Clauses;
import org.baoxiu.slip.HistoryLines;

/**
 * What an auditor asks of a period, with its clause and what is counted. The number of a topic is that of its lines, by the same query. {@code %s} in a
 * query is where the offices stand.
 */
public enum AuditTopic {
    MISSED(
            "没有做到的承诺",
            "4.6、5",
            "时限在这段时间到期、到期时没有做到的，每项承诺一行，后来做到的也算。“怎么说”是超时以后有人在处理时写的话，“告知”是系统告知了谁",
            columns(
                    "维修单", SLIP, "地点", WORDS, "承诺", PROMISE, "条款", TEXT, "由谁", KEEPER, "到期", MOMENT, "迟了", LATE, "怎么说",
                    WORDS, "告知", TEXT),
            """
            select m.slip_number, m.place, m.kind as promise, m.clause, m.kind as keeper_kind, m.keeper, m.due_at as due, m.due_at, m.ended_at,
                   said.text as said, substring(told.text from position('：告知' in told.text) + 3) as told
              from (select c.id, c.slip_number, s.place, c.kind, c.clause, coalesce(c.technician, c.clerk) as keeper, c.due_at, c.ended_at,
                           (select max(h.id) from history_entry h where\s"""
                    + HistoryLines.SAID_OF_MISS
                    + """
            ) as said_by,
                           (select max(h.id) from history_entry h where\s"""
                    + HistoryLines.TOLD_OF_MISS
                    + """
            ) as told_by
                      from commitment c join slip s on s.number = c.slip_number
                     where c.due_at >= :from and c.due_at < :until and c.due_at <= :now and\s"""
                    + Clauses.NOT_KEPT + " and " + Clauses.REPAIR
                    + """
            %s) m left join history_entry said on said.id = m.said_by left join history_entry told on told.id = m.told_by
             order by m.due_at desc, m.slip_number, m.id"""),
    PEOPLE(
            "每个人的超时",
            "4.7.1",
            "接手：这段时间派给他或他领的单，协助的不算。接手时已超时：接手以前这张单已有承诺到期没有做到，不是他的。本人的承诺：这段时间到期、到期时由他负责的",
            columns("人员", PERSON, "接手（张）", COUNT, "接手时已超时（张）", COUNT, "本人的承诺（次）", COUNT, "其中超时（次）", COUNT),
            """
            select person, sum(taken) as taken, sum(taken_late) as taken_late, sum(owed) as owed, sum(missed) as missed
              from (select a.technician as person, 1 as taken,
                           case when exists (select 1 from commitment c where c.slip_number = a.slip_number and c.due_at <= a.assigned_at
                             and not c.withdrawn and (c.ended_at is null or c.ended_at > c.due_at)) then 1 else 0 end as taken_late,
                           0 as owed, 0 as missed
                      from assignment a join slip s on s.number = a.slip_number
                     where not a.helper and a.assigned_at >= :from and a.assigned_at < :until and\s"""
                    + Clauses.REPAIR
                    + """
            %s
                     union all
                    select coalesce(c.technician, c.clerk), 0, 0, 1, case when c.ended_at is null or c.ended_at > c.due_at then 1 else 0 end
                      from commitment c join slip s on s.number = c.slip_number
                     where coalesce(c.technician, c.clerk) is not null and c.due_at >= :from and c.due_at < :until and c.due_at <= :now and\s"""
                    + Clauses.OWED + " and " + Clauses.REPAIR
                    + """
            %s) happened
             group by person order by sum(missed) desc, sum(taken) desc, person"""),
    FORCED_ENTRY(
            "撬锁破门和书面申请",
            "4.7.5",
            "这段时间接报的须撬锁破门的单，每张都要先有业主的书面申请",
            columns(
                    "维修单", SLIP, "地点", WORDS, "接报", MOMENT, "申请人", TEXT, "申请编号", TEXT, "登记申请", MOMENT, "到场", MOMENT,
                    "维修人员", PERSON),
            """
            select s.number, s.place, s.received_at, coalesce(s.application_applicant, '没有登记申请') as applicant,
                   s.application_reference, s.application_at, s.arrived_at, s.technician
              from slip s where s.forced_entry and s.received_at >= :from and s.received_at < :until and\s"""
                    + Clauses.REPAIR + "%s order by s.received_at desc, s.number"),
    PUT_RIGHT("更正的内容", "4.3.1", "登记以后改正的内容，改前改后和原因", Said.HEADINGS, Said.said(HistoryLines.PUT_RIGHT)),
    HANDED_OVER("移交、转单、退单", "3.3、S4", "换了人办的，和退回小组的，连同理由", Said.HEADINGS, Said.said(HistoryLines.HANDED_OVER)),
    CALLED_OFF("取消、误登记、并单", "S1、4.3.1", "没有修好就结束的单，连同理由", Said.HEADINGS, Said.said(HistoryLines.CALLED_OFF)),
    DOWNGRADED("降级", "4.4.2", "由重要维修降为日常维修的，连同理由", Said.HEADINGS, Said.said(HistoryLines.DOWNGRADED)),
    LET_OFF(
            "减免和退款",
            "3.5",
            "审核时减的、应收以后减免的、退还的，连同理由",
            columns("维修单", SLIP, "地点", WORDS, "时间", MOMENT, "谁", PERSON, "什么", TEXT, "金额（元）", YUAN, "理由", WORDS),
            """
            select * from (select f.slip_number, s.place, f.recorded_at as happened, f.recorded_by,
                     case f.kind when 'WAIVER' then '减免' else '退款' end as what, f.amount, f.reason
                from fee_entry f join slip s on s.number = f.slip_number
               where f.kind in ('WAIVER', 'REFUND') and f.recorded_at >= :from and f.recorded_at < :until%s
               union all
              select b.slip_number, s.place, b.reviewed_at, b.reviewed_by, '审核时减', b.amount_owner_pays - b.reviewed_amount, b.reduction_reason
                from bill b join slip s on s.number = b.slip_number
               where b.reduction_reason is not null and b.reviewed_at >= :from and b.reviewed_at < :until%s) given
             order by happened desc, slip_number, what"""),
    MONEY(
            "从报价到收款",
            "4.3.4.4、3.5",
            "这段时间报过价或有收费记录的单，金额是到现在为止的：最后的报价、业主同意的、应收、减免、已收、退款，未收是应收加退款减去减免和已收",
            columns(
                    "维修单", SLIP, "地点", WORDS, "报价（元）", YUAN, "同意（元）", YUAN, "应收（元）", YUAN, "减免（元）", YUAN, "已收（元）", YUAN,
                    "退款（元）", YUAN, "未收（元）", YUAN),
            """
            select s.number, s.place, s.quoted_amount, s.consented_amount, coalesce(f.billed, 0.00) as billed, coalesce(f.waived, 0.00) as waived,
                   coalesce(f.paid, 0.00) as paid, coalesce(f.refunded, 0.00) as refunded,
                   coalesce(f.billed + f.refunded - f.waived - f.paid, 0.00) as owed
              from slip s left join (select slip_number, sum(case kind when 'BILLED' then amount else 0 end) as billed,
                     sum(case kind when 'WAIVER' then amount else 0 end) as waived, sum(case kind when 'PAYMENT' then amount else 0 end) as paid,
                     sum(case kind when 'REFUND' then amount else 0 end) as refunded
                from fee_entry group by slip_number) f on f.slip_number = s.number
             where (exists (select 1 from fee_entry e where e.slip_number = s.number and e.recorded_at >= :from and e.recorded_at < :until)
                or exists (select 1 from quote q where q.slip_number = s.number and q.quoted_at >= :from and q.quoted_at < :until)) and\s"""
                    + Clauses.REPAIR + "%s order by s.received_at desc, s.number"),
    AGAIN_IN_PLACE(
            "同一处反复报修",
            "4.7.7",
            "这段时间同一处、同一项目报修不止一次，或者返过工的",
            columns("管理处", TEXT, "房屋或地点", WORDS, "项目", TEXT, "报修（张）", COUNT, "返工（次）", COUNT, "最近一次", MOMENT),
            """
            select s.office, max(s.place) as place, coalesce(max(s.item_name), '未定项目') as item, count(*) as slips, sum(s.reworks) as reworks,
                   max(s.received_at) as latest
              from slip s where s.received_at >= :from and s.received_at < :until and\s"""
                    + Clauses.REPAIR
                    + """
            %s
             group by s.office, s.place_key, s.item_code having count(*) > 1 or sum(s.reworks) > 0
             order by count(*) desc, sum(s.reworks) desc, max(s.place), max(s.item_name)"""),
    AGAIN_IN_BUILDING(
            "同一栋楼反复报修",
            "4.7.7",
            "这段时间同一栋楼、同一项目报修不止一次的",
            columns("管理处", TEXT, "楼栋", TEXT, "项目", TEXT, "报修（张）", COUNT, "几处", COUNT, "返工（次）", COUNT, "最近一次", MOMENT),
            """
            select s.office, s.building, coalesce(max(s.item_name), '未定项目') as item, count(*) as slips, count(distinct s.place_key) as places,
                   sum(s.reworks) as reworks, max(s.received_at) as latest
              from slip s where s.building is not null and s.received_at >= :from and s.received_at < :until and\s"""
                    + Clauses.REPAIR
                    + """
            %s
             group by s.office, s.building, s.item_code having count(*) > 1
             order by count(*) desc, sum(s.reworks) desc, s.building, max(s.item_name)"""),
    SLIPS(
            "全部维修单",
            "4.3.7",
            "这段时间接报的，和这段时间关闭、取消的",
            columns(
                    "维修单", SLIP, "管理处", TEXT, "地点", WORDS, "项目或故障", WORDS, "类别", CLASS, "状态", STATE, "维修人员", PERSON,
                    "接报", MOMENT, "结束", MOMENT, "业主应付（元）", YUAN),
            """
            select s.number, s.office, s.place, coalesce(s.item_name, s.fault) as subject, s.repair_class, s.state, s.technician, s.received_at,
                   s.closed_at, s.final_amount
              from slip s where\s"""
                    + Clauses.OF_PERIOD + " and " + Clauses.REPAIR + "%s order by s.received_at desc, s.number");

    /** A heading with what stands below it. */
    record Column(String heading, AuditCell cell) {}

    /** What the topics have in common that are lines of the history. */
    private static final class Said {

        private static final List<Column> HEADINGS =
                columns("维修单", SLIP, "地点", WORDS, "时间", MOMENT, "谁", PERSON, "条款", TEXT, "写的是", WORDS);

        private static String said(String which) {
            return """
            select h.slip_number, s.place, h.occurred_at, h.person, h.clause, h.text
              from history_entry h join slip s on s.number = h.slip_number
             where h.occurred_at >= :from and h.occurred_at < :until and\s"""
                    + which + "%s order by h.occurred_at desc, h.id desc";
        }
    }

    private final String title;
    private final String clause;
    private final String definition;
    private final List<Column> columns;
    private final String sql;

    AuditTopic(String title, String clause, String definition, List<Column> columns, String sql) {
        this.title = title;
        this.clause = clause;
        this.definition = definition;
        this.columns = columns;
        this.sql = sql;
    }

    private static List<Column> columns(Object... pairs) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            columns.add(new Column((String) pairs[i], (AuditCell) pairs[i + 1]));
        }
        return List.copyOf(columns);
    }

    public String title() {
        return title;
    }

    public String clause() {
        return clause;
    }

    /** What is counted, beside the figure. */
    public String definition() {
        return definition;
    }

    public List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** Which cell of each line is the number of a slip; -1 for none. */
    public int slipColumn() {
        return columns.stream().map(Column::cell).toList().indexOf(SLIP);
    }

    List<Column> columns() {
        return columns;
    }

    /** Ends with its order. */
    String sql(boolean someOffices) {
        return sql.replace("%s", someOffices ? " and s.office in (:offices)" : "");
    }
}
