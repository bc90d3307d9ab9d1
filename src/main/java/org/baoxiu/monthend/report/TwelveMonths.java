package org.baoxiu.monthend.report;

/** The year that ends with a month. */
final class TwelveMonths {

    static final int MONTHS = 12;

    /**
     * The slips of each of its months with the month, as a common table expression that follows the facts: each month as it was frozen; one
     * that is over and not frozen yet as it would be now.
     */
    static final String IN_MONTHS =
            """
      , in_months (number, period, as_of, every_score) as (
        select m.number, cast(:month as varchar(7)), coalesce(b.every_score_until, :asOf), b.every_score_until is not null
          from in_month m left join business_month b on b.period = :month
        union all
        select t.slip_number, t.period, coalesce(b.every_score_until, b.frozen_at), b.every_score_until is not null
          from month_slip t join business_month b on b.period = t.period where t.period > :yearBefore and t.period < :month
        union all
        select s.number, greatest(substring(cast(s.closed_at as varchar(30)) from 1 for 7), cast(:next as varchar(7))),
               cast(:asOf as timestamp(3)), false
          from slip s where cast(:next as varchar(7)) < cast(:month as varchar(7)) and s.closed_at < :from and s.state not in ('MISTAKEN', 'JOINED')
           and not exists (select 1 from month_slip taken where taken.slip_number = s.number)
      )
      """;

    private TwelveMonths() {}
}
