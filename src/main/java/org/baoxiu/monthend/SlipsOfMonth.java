package org.baoxiu.monthend;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The slips of a month with the facts that figures are made of, as the common table expression {@code in_month} of their
 * queries. Freezing writes the facts down; for an open month they are worked out when somebody looks. The parameters are
 * those of {@link MonthScope}.
 *
 * <p>The columns: {@code late}, whether any promise was broken; {@code rework} and {@code rework_technician}, see {@link Rework};
 * {@code cost} of all rounds of work; {@code payer}, as the first bill says; {@code billed}, {@code waived} and {@code received} in
 * yuan (3.5).
 */
@Component
class SlipsOfMonth {

  static final String MISSED = "(c.missed_at is not null or c.ended_at > c.due_at)";

  private static final String COLUMNS =
      "number, correction, late, rework, rework_technician, cost, payer, billed, waived, received";

  private static final String FROZEN = "select slip_number, correction, late, rework, rework_technician, cost, payer, billed, waived, "
      + "received from month_slip where period = :month";

  /** Looks every fact up by an index, so that it takes as long as there are slips on either database. */
  private static final String FACTS = """
      select s.number, s.closed_at < :from,
             exists (select 1 from commitment c where c.slip_number = s.number and %1$s),
             case when s.reworks > 0 then case when exists (%2$s) then 'CALL_BACK' else 'ACCEPTANCE' end
                  when exists (%3$s) then 'REPEAT' end,
             case when s.reworks > 0 then coalesce((%2$s order by r.id limit 1), s.technician)
                  else (%3$s order by e.confirmed_at desc, e.number desc limit 1) end,
             coalesce((select sum(b.amount_total) from bill b where b.slip_number = s.number), 0),
             (select b.rule_payer_label from bill b where b.slip_number = s.number and b.amount_total is not null order by b.id limit 1),
             %4$s, %5$s, %6$s - %7$s
        from slip s
       where s.closed_at < :until and not exists (select 1 from month_slip taken where taken.slip_number = s.number)""";

  private static final String NOT_FIXED = "select r.technician from call_back r where r.slip_number = s.number and r.follow_up = 'REWORK'";

  private static final String EARLIER = """
      select e.technician from slip e where e.office = s.office and e.place = s.place and e.item_code = s.item_code
         and e.number <> s.number and e.confirmed_at <= s.received_at and e.confirmed_at > s.received_at - interval '%d' day""";

  private static final String ENTRIES =
      "coalesce((select sum(f.amount) from fee_entry f where f.slip_number = s.number and f.kind = '%s' and f.recorded_at <= :asOf), 0)";

  private final String facts;

  /** @param reworkDays within how many days after its acceptance a repair that is reported again counts as reworked (5.4) */
  SlipsOfMonth(@Value("${baoxiu.month.rework-days}") int reworkDays) {
    facts = FACTS.formatted(MISSED, NOT_FIXED, EARLIER.formatted(reworkDays), ENTRIES.formatted("BILLED"), ENTRIES.formatted("WAIVER"),
        ENTRIES.formatted("PAYMENT"), ENTRIES.formatted("REFUND"));
  }

  /** The beginning of every query. */
  String with(MonthScope scope) {
    return "with in_month (" + COLUMNS + ") as (" + (scope.open() ? facts : FROZEN) + ")\n";
  }

  /** Writes the slips of a month down. */
  String takeIn() {
    return "insert into month_slip (period, slip_" + COLUMNS + ")\n"
        + "select cast(:month as varchar(7)), taken_in.* from (" + facts + ") taken_in";
  }
}
