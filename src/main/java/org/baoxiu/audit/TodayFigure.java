package org.baoxiu.audit;

/**
 * A figure of the page 今日, with what it counts: the slips that its query finds, so that the number and the list behind it cannot
 * differ. A mistaken or joined slip is in none.
 */
public enum TodayFigure {
    RECEIVED("今天报修", "今天 0 点以来收到的，按真实的接报时间", "s.received_at >= :midnight and s.received_at <= :now", "s.received_at"),
    CLOSED("今天结束", "今天 0 点以来关闭或取消的", "s.closed_at >= :midnight and s.closed_at <= :now", "s.closed_at"),
    OPEN("未结", "还没有关闭或取消的", "s.closed_at is null", "s.received_at"),
    AGE_1("不到 1 天", "未结的，从接报算起不到 1 天", "s.closed_at is null and s.received_at > :day1", "s.received_at"),
    AGE_3(
            "1 至 3 天",
            "未结的，从接报算起满 1 天、不到 3 天",
            "s.closed_at is null and s.received_at <= :day1 and s.received_at > :day3",
            "s.received_at"),
    AGE_7(
            "3 至 7 天",
            "未结的，从接报算起满 3 天、不到 7 天",
            "s.closed_at is null and s.received_at <= :day3 and s.received_at > :day7",
            "s.received_at"),
    AGE_14(
            "7 至 14 天",
            "未结的，从接报算起满 7 天、不到 14 天",
            "s.closed_at is null and s.received_at <= :day7 and s.received_at > :day14",
            "s.received_at"),
    AGE_OLD(
            "14 天以上",
            "未结的，从接报算起满 14 天（4.2.1.3 要求两周内解决）",
            "s.closed_at is null and s.received_at <= :day14",
            "s.received_at"),
    OVERDUE(
            "已超时",
            "未结的，至少有一项时限已过还没有做到，暂停的不算",
            "s.closed_at is null and exists (select 1 from commitment c where c.slip_number = s.number and c.due_at <= :now and "
                    + Clauses.RUNS + ")",
            "s.received_at"),
    DUE_SOON(
            "一小时内到时限",
            "未结的，至少有一项时限在一小时内到期，暂停的不算",
            "s.closed_at is null and exists (select 1 from commitment c where c.slip_number = s.number and c.due_at > :now and c.due_at <= :soon and "
                    + Clauses.RUNS + ")",
            "s.received_at"),
    MISSED(
            "今天超时",
            "时限今天到期、到期时没有做到的，后来做到的也算",
            "exists (select 1 from commitment c where c.slip_number = s.number and " + Clauses.MISSED + ")",
            "s.received_at"),
    ACCIDENTS(
            "未结事故",
            "已成为维修事故、还没有结案的（5.3）",
            "s.closed_at is null and s.accident_declared_at is not null and s.accident_closed_at is null",
            "s.accident_declared_at"),
    UNPAID("未收", "审核过的应收减去减免和已收，还有余额的（3.5）", "s.number in (select o.slip_number from owing o)", "s.received_at"),
    UNDELIVERED(
            "消息没送到",
            "有消息没有送到、还没有人处理的",
            "s.number in (select m.slip_number from message m where m.state in ('FAILED', 'EXPIRED') or m.state = 'TO_CALL' and m.expires_at > :now)",
            "s.received_at");

    /** What several figures say alike. */
    static final class Clauses {

        /** Of {@code commitment c}: neither kept nor paused. */
        static final String RUNS =
                "c.ended_at is null and not exists (select 1 from commitment_pause p where p.commitment = c.id and p.paused_until is null)";

        /** Of {@code commitment c}: somebody had to keep it when it was due. */
        static final String OWED = "not c.withdrawn"
                + " and not exists (select 1 from commitment_pause p where p.commitment = c.id and p.paused_until is null)";

        /** Of {@code commitment c}: likewise, and it was not kept then. */
        static final String NOT_KEPT = OWED + " and (c.ended_at is null or c.ended_at > c.due_at)";

        /** Of {@code commitment c}: due today and not kept then. */
        static final String MISSED = "c.due_at >= :midnight and c.due_at <= :now and " + NOT_KEPT;

        /** Slips whose owners have not paid all, with what is {@code owed} in yuan; before the statement that reads from it. */
        static String owing(String amongOffices) {
            return """
              with owing as (
                select b.slip_number, b.owed
                  from (select f.slip_number, sum(case when f.kind in ('BILLED', 'REFUND') then f.amount else - f.amount end) as owed
                          from fee_entry f group by f.slip_number) b
                  join slip s on s.number = b.slip_number
                 where b.owed > 0 and %s%s)
              """
                    .formatted(REPAIR, amongOffices);
        }

        /** Of {@code slip s}: received in a period, or ended in it. */
        static final String OF_PERIOD =
                "(s.received_at >= :from and s.received_at < :until or s.closed_at >= :from and s.closed_at < :until)";

        /** Of {@code slip s}: a repair of its own. */
        static final String REPAIR = "s.state not in ('MISTAKEN', 'JOINED')";

        private Clauses() {}
    }

    private final String title;
    private final String definition;
    private final String condition;
    private final String order;

    TodayFigure(String title, String definition, String condition, String order) {
        this.title = title;
        this.definition = definition;
        this.condition = condition;
        this.order = order;
    }

    public String title() {
        return title;
    }

    /** What is counted, beside the figure. */
    public String definition() {
        return definition;
    }

    /** Of {@code slip s}. */
    String condition() {
        return condition + " and " + Clauses.REPAIR;
    }

    /** The oldest first. */
    String order() {
        return order + ", s.number";
    }
}
