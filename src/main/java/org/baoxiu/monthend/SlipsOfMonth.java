package org.baoxiu.monthend;

import org.baoxiu.monthend.report.Rework;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The slips that ended in a month, without those that were mistaken or joined to another, with the facts that figures are made of, as the common table expression {@code in_month} of
 * their queries. Freezing writes the facts down; for an open month they are worked out when somebody looks. What is named
 * with a colon is of {@link MonthScope}.
 *
 * <p>The columns: {@code late}, whether any promise was broken; {@code rework} and {@code rework_technician}, see {@link Rework};
 * {@code former}, the slip that it repeats, for a repeat only;
 * {@code cost} of all rounds of work; {@code payer}, as the first bill says; {@code billed}, {@code waived} and {@code received} in
 * yuan (3.5).
 */
@Component
class SlipsOfMonth {

    private static final String COLUMNS =
            "number, correction, late, rework, rework_technician, former, cost, payer, billed, waived, received";

    private static final String FROZEN =
            "select slip_number, correction, late, rework, rework_technician, former, cost, payer, billed, waived, "
                    + "received from month_slip where period = :month";

    /** What ended in the month, and what ended before and is in no month yet. */
    private static final String NEXT =
            "%1$s.closed_at < :until and %1$s.state not in ('MISTAKEN', 'JOINED') and not exists (select 1 from month_slip taken where taken.slip_number = %1$s.number)";

    private static final String LATER =
            "%1$s.closed_at >= :from and %1$s.closed_at < :until and %1$s.state not in ('MISTAKEN', 'JOINED')";

    /** Promises, bills and entries are added up for all slips at once; what only few slips need is looked up by an index. */
    private static final String FACTS =
            """
      select s.number, s.closed_at < :from, coalesce(p.missed, 0) > 0,
             case when s.reworks > 0 then case when exists (%1$s) then 'CALL_BACK' else 'ACCEPTANCE' end
                  when exists (%2$s) then 'REPEAT' end,
             case when s.reworks > 0 then coalesce((%1$s order by r.id limit 1), s.technician)
                  else (%2$s order by e.confirmed_at desc, e.number desc limit 1) end,
             case when s.reworks = 0 then (%7$s order by e.confirmed_at desc, e.number desc limit 1) end,
             coalesce(w.cost, 0),
             (select b.rule_payer_label from bill b where b.slip_number = s.number and b.amount_total is not null order by b.id limit 1),
             coalesce(f.billed, 0), coalesce(f.waived, 0), coalesce(f.received, 0)
        from slip s left join (%3$s) p on p.slip_number = s.number left join (%4$s) w on w.slip_number = s.number
             left join (%5$s) f on f.slip_number = s.number
       where %6$s""";

    private static final String PROMISES =
            """
      select c.slip_number, sum(case when c.missed_at is not null or c.ended_at > c.due_at then 1 else 0 end) as missed
        from slip x join commitment c on c.slip_number = x.number where %s group by c.slip_number""";

    private static final String WORK =
            """
      select b.slip_number, sum(b.amount_total) as cost
        from slip x join bill b on b.slip_number = x.number where %s group by b.slip_number""";

    private static final String ENTRIES =
            """
      select f.slip_number, sum(case f.kind when 'BILLED' then f.amount else 0 end) as billed,
             sum(case f.kind when 'WAIVER' then f.amount else 0 end) as waived,
             sum(case f.kind when 'PAYMENT' then f.amount when 'REFUND' then - f.amount else 0 end) as received
        from slip x join fee_entry f on f.slip_number = x.number
       where f.recorded_at <= :asOf and %s group by f.slip_number""";

    private static final String NOT_FIXED =
            "select r.technician from call_back r where r.slip_number = s.number and r.follow_up = 'REWORK'";

    /** Of a repeat that was called off, nothing was done again. */
    private static final String EARLIER =
            """
      select e.%2$s from slip e where s.state <> 'CANCELLED' and e.office = s.office and e.place_key = s.place_key and e.item_code = s.item_code
         and e.number <> s.number and e.confirmed_at <= s.received_at and e.confirmed_at > s.received_at - interval '%1$d' day""";

    private final int reworkDays;

    /** @param reworkDays within how many days after its acceptance a repair that is reported again counts as reworked (5.4) */
    SlipsOfMonth(@Value("${baoxiu.month.rework-days}") int reworkDays) {
        this.reworkDays = reworkDays;
    }

    /** As the beginning of a query has it. */
    String expression(MonthScope scope) {
        return "in_month (" + COLUMNS + ") as (" + (scope.frozen() ? FROZEN : facts(ended(scope))) + ")";
    }

    /** The numbers alone, of an open month. */
    String numbers(MonthScope scope) {
        return "select s.number from slip s where " + ended(scope).formatted("s");
    }

    private static String ended(MonthScope scope) {
        return scope.takesInLateEntries() ? NEXT : LATER;
    }

    private String facts(String ended) {
        String inner = ended.formatted("x");
        return FACTS.formatted(
                NOT_FIXED,
                EARLIER.formatted(reworkDays, "technician"),
                PROMISES.formatted(inner),
                WORK.formatted(inner),
                ENTRIES.formatted(inner),
                ended.formatted("s"),
                EARLIER.formatted(reworkDays, "number"));
    }

    /** Writes the slips of a month down. */
    String takeIn() {
        return "insert into month_slip (period, slip_" + COLUMNS + ")\n"
                + "select cast(:month as varchar(7)), taken_in.* from (" + facts(NEXT) + ") taken_in";
    }
}
