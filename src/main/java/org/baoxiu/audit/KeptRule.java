package org.baoxiu.audit;

import org.baoxiu.audit.TodayFigure.Clauses;

/**
 * What must never be, whichever way something came in: the steps refuse it, and this looks for it in what is on record. Normally none is
 * found. A mistaken or joined slip is in none.
 */
public enum KeptRule {
    WORK_WITHOUT_CONSENT(
            "业主没有同意就动了工",
            "4.3.4.4",
            "业主单元内的单，已经动工，动工以前却没有业主同意的报价；按纸单补登的不比先后",
            "s.area = 'INSIDE' and s.work_started_at is not null and not exists (select 1 from quote q where q.slip_number = s.number"
                    + " and q.consent_outcome = 'AGREED' and (q.decided_at <= s.work_started_at or s.paper_started_at is not null))"),
    BILL_ABOVE_CONSENT(
            "应收超过业主同意的金额",
            "4.3.4.4",
            "有一张账单要业主付的钱，比业主最后同意的多，或者业主没有同意过",
            "exists (select 1 from bill b where b.slip_number = s.number and coalesce(b.reviewed_amount, b.amount_owner_pays) >"
                    + " coalesce((select q.amount_owner_pays from quote q where q.id = (select max(l.id) from quote l"
                    + " where l.slip_number = s.number and l.consent_outcome = 'AGREED' and l.decided_at <= b.recorded_at)), 0))"),
    FORCED_ENTRY_WITHOUT_APPLICATION(
            "没有书面申请就撬锁破门",
            "4.7.5",
            "须撬锁破门的单，维修人员已经到场，却没有登记业主的书面申请，也没有停下来等",
            "s.forced_entry and s.arrived_at is not null and s.application_applicant is null and s.entry_stopped_at is null"),
    CALL_BACK_BY_TECHNICIAN(
            "维修人员自己回访",
            "4.3.6",
            "回访的人就是维修这张单的人，或者在回访以前接过、协助过这张单",
            "exists (select 1 from call_back c where c.slip_number = s.number and (c.called_by = c.technician"
                    + " or exists (select 1 from assignment a where a.slip_number = s.number and a.technician = c.called_by"
                    + " and a.assigned_at <= c.called_at)))"),
    WITHOUT_QUALIFICATION(
            "没有资质的人维修",
            "Q3",
            "动工的维修人员，在派给他（或他领单）的那天没有这个项目的资质，或者资质已经到期；外包的、已经离职的不算",
            // a slip has the code of the catalogue, a certificate the name: airConditioning, AIR_CONDITIONING
            "s.work_started_at is not null and s.item_qualification is not null and s.technician is not null"
                    + " and not exists (select 1 from certificate c where c.technician = s.technician"
                    + " and (s.item_qualification = 'general' or s.item_contractor_only"
                    + " or replace(c.qualification, '_', '') = upper(s.item_qualification))"
                    + " and c.expires_on >= cast(coalesce((select max(a.assigned_at) from assignment a where a.slip_number = s.number"
                    + " and a.technician = s.technician and not a.helper), s.work_started_at) as date))"
                    + " and not exists (select 1 from contractor_order o where o.slip_number = s.number)"
                    + " and exists (select 1 from ACT_ID_USER u where u.ID_ = s.technician)"),
    TIMES_RUN_BACKWARDS(
            "时间前后颠倒",
            "4.7.8",
            "登记早于接报、到场早于领单、完工早于动工、结束早于接报或完工；返工的只比接报、登记和结束",
            "(s.registered_at < s.received_at or s.closed_at < s.received_at or s.reworks = 0 and (s.arrived_at < s.picked_up_at"
                    + " or s.finished_at < s.work_started_at or s.closed_at < s.finished_at))"),
    MATERIAL_WITHOUT_REVIEW(
            "用了材料，费用却没有人审核",
            "4.7.6",
            "业主单元内的单，已经关闭，用过材料，却没有审核过的账单，收费和减免都没有",
            "s.area = 'INSIDE' and s.state = 'CLOSED' and exists (select 1 from bill b join used_material m on m.bill = b.id"
                    + " where b.slip_number = s.number) and not exists (select 1 from bill b where b.slip_number = s.number"
                    + " and b.reviewed_amount is not null)");

    private final String title;
    private final String clause;
    private final String definition;
    private final String condition;

    KeptRule(String title, String clause, String definition, String condition) {
        this.title = title;
        this.clause = clause;
        this.definition = definition;
        this.condition = condition;
    }

    public String title() {
        return title;
    }

    /** That is broken where a slip is found. */
    public String clause() {
        return clause;
    }

    /** What is looked for, beside the figure. */
    public String definition() {
        return definition;
    }

    /** Of {@code slip s}. */
    String condition() {
        return condition + " and " + Clauses.REPAIR;
    }
}
