package org.baoxiu.monthend.report;

import static org.baoxiu.monthend.report.CellType.*;

import java.util.List;
import org.springframework.stereotype.Component;

/** Material and money of a month, and what was put right of former ones (4.5, 4.7.1). */
@Component
class FeeReports {

    /** As {@link org.baoxiu.fee.Balance#state} tells it. */
    static final String COLLECTION_STATE =
            """
      case when m.received > m.billed - m.waived then 'TO_REFUND' when m.billed = 0 then 'NOTHING_DUE'
                        when m.billed = m.waived then 'WAIVED' when m.received = m.billed - m.waived then 'PAID'
                        when m.received > 0 then 'PARTLY_PAID' else 'OPEN' end""";

    /** What was let off or given back of the slips of the month by then, as a common table expression that follows the facts. */
    private static final String LET_OFF =
            """
      , let_off (number, what, amount, reason, by_whom, happened) as (
        select f.slip_number, case f.kind when 'WAIVER' then '减免' else '退款' end, f.amount, f.reason, f.recorded_by, f.recorded_at
          from in_month m join fee_entry f on f.slip_number = m.number where f.kind in ('WAIVER', 'REFUND') and f.recorded_at <= :asOf
        union all
        select b.slip_number, '审核时减', b.amount_owner_pays - b.reviewed_amount, b.reduction_reason, b.reviewed_by, b.reviewed_at
          from in_month m join bill b on b.slip_number = m.number where b.reduction_reason is not null and b.reviewed_at <= :asOf
      )""";

    private final Queries queries;

    FeeReports(Queries queries) {
        this.queries = queries;
    }

    Report materials() {
        return queries.report(
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

    Report unaccounted() {
        return queries.report(
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

    Report fees() {
        return queries.report(
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

    Report statements() {
        return queries.report(
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
            select s.office, min(s.place), count(*), sum(m.billed), sum(m.waived), sum(m.received), sum(m.billed - m.waived - m.received)
              from in_month m join slip s on s.number = m.number where m.billed <> 0 group by s.office, s.place_key order by 1, 2""")
                .adding();
    }

    /** From what was offered to what has come in, slip by slip (4.3.4.4, 3.5). */
    Report money() {
        return queries.report(
                        "money",
                        "从报价到收款",
                        "报过价或有应收的维修单：最后的报价、业主同意的、应收、减免、已收（减去退款）、未收，为冻结时的累计。没有报价、没有同意的空着。",
                        List.of(
                                Column.of("维修单", SLIP),
                                Column.of("报价", YUAN),
                                Column.of("同意", YUAN),
                                Column.of("应收", YUAN),
                                Column.of("减免", YUAN),
                                Column.of("已收", YUAN),
                                Column.of("未收", YUAN),
                                Column.of("收缴状态", COLLECTION),
                                Column.of("管理处", TEXT),
                                Column.of("地点", PLACE)),
                        """
            select s.number, s.quoted_amount, s.consented_amount, m.billed, m.waived, m.received, m.billed - m.waived - m.received, %s,
                   s.office, s.place
              from in_month m join slip s on s.number = m.number where s.quoted_amount is not null or m.billed <> 0 order by s.number"""
                                .formatted(COLLECTION_STATE))
                .adding();
    }

    /** What the office does not get from anybody, by the reason for it. */
    Report borne() {
        return queries.report(
                        "borne",
                        "管理处承担的费用",
                        "本月办结的维修单里由管理处承担的，按情形和理由合计，以冻结时为准。不收费的维修：收费规则定为管理处承担的账单，人工、材料合计；"
                                + "审核时减：客服审核时比账单少收的；减免：应收以后减的，与“减免”相同。",
                        List.of(
                                Column.of("情形", TEXT),
                                Column.of("理由", WORDS),
                                Column.of("维修单（张）", COUNT),
                                Column.of("金额", YUAN)),
                        LET_OFF
                                + """

            , given as (
              select '不收费的维修' as what, coalesce(b.rule_reason, b.rule_payer_label) as reason, b.slip_number as number, b.amount_total as amount
                from in_month m join bill b on b.slip_number = m.number where b.rule_payer = 'office' and b.recorded_at <= :asOf
              union all
              select what, reason, number, amount from let_off where what <> '退款'
            )
            select what, reason, count(distinct number), sum(amount) from given group by what, reason order by 1, 4 desc, 2""")
                .adding();
    }

    /** What owners were let off, and what they got back, each with its reason. */
    Report letOff() {
        return queries.report(
                "let-off",
                "减免和退款",
                "本月办结的维修单里，审核时减的、应收以后减免的、退还的，到冻结时为止，各有理由。",
                List.of(
                        Column.of("维修单", SLIP),
                        Column.of("什么", TEXT),
                        Column.of("金额", YUAN),
                        Column.of("理由", WORDS),
                        Column.of("谁", PERSON),
                        Column.of("时间", MOMENT),
                        Column.of("管理处", TEXT),
                        Column.of("地点", PLACE)),
                LET_OFF
                        + """

            select l.number, l.what, l.amount, l.reason, l.by_whom, l.happened, s.office, s.place
              from let_off l join slip s on s.number = l.number order by l.what, l.number, l.happened, l.amount""");
    }

    Report corrections() {
        return queries.report(
                "corrections",
                "更正",
                "所属月份冻结以后才登记的维修单、才知道的超时承诺、补签的原因处置，和业主改的评分；以及以前月份的维修单在本次冻结前新增的减免、退款和补收。以前的月报不改。",
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
            union all
            select null, '补签原因处置（' || w.period || '）', w.signed_at, null, w.cause || '：' || w.done
              from cause_measure w where w.period < :month and w.signed_at > :since and w.signed_at <= :asOf
             order by 1, 3""");
    }
}
