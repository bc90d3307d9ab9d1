package org.baoxiu.monthend;

/**
 * The causes that were found on the slips of a month, with what the supervisor has signed about each (4.7.7), as the common table expression
 * {@code causes}. What is written about a cause is signed for one month; of several the last counts. Freezing writes both down as they then are;
 * what is signed later is a correction of the next month.
 *
 * <p>The columns: {@code building} and {@code item_code}, empty where there is none; {@code done}, {@code signed_by} and {@code signed_at}, null
 * while nobody has signed.
 */
final class CausesOfMonth {

    private static final String COLUMNS =
            "office, building, item_code, item_name, cause, slips, reworks, done, signed_by, signed_at";

    private static final String FROZEN = "select " + COLUMNS + " from month_cause where period = :month";

    /** Of slips with their number and whether they were reworked. */
    private static final String FACTS =
            """
      select k.office, k.building, k.item_code, k.item_name, k.cause, k.slips, k.reworks, w.done, w.signed_by, w.signed_at
        from (select s.office, coalesce(s.building, '') as building, coalesce(s.item_code, '') as item_code,
                     max(coalesce(s.item_name, '未选项目')) as item_name, trim(s.found_cause) as cause, count(*) as slips, count(m.rework) as reworks
                from %s m join slip s on s.number = m.number where trim(s.found_cause) <> ''
               group by s.office, coalesce(s.building, ''), coalesce(s.item_code, ''), trim(s.found_cause)) k
        left join (select office, building, item_code, cause, done, signed_by, signed_at,
                          row_number() over (partition by office, building, item_code, cause order by id desc) as latest
                     from cause_measure where period = :month and signed_at <= :asOf) w
          on w.office = k.office and w.building = k.building and w.item_code = k.item_code and w.cause = k.cause and w.latest = 1""";

    private CausesOfMonth() {}

    /**
     * How many of an open month nobody has signed, worked out without the other facts of its slips.
     *
     * @param slips a query for their numbers
     */
    static String unsigned(String slips) {
        return "with causes (" + COLUMNS + ") as ("
                + FACTS.formatted("(select number, cast(null as varchar(20)) as rework from (" + slips + ") ended)")
                + ")\nselect count(*) from causes where signed_at is null";
    }

    static String expression(MonthScope scope) {
        return "causes (" + COLUMNS + ") as (" + (scope.frozen() ? FROZEN : FACTS.formatted("in_month")) + ")";
    }

    /** Writes the causes of a month down, after its slips. */
    static String takeIn() {
        return "insert into month_cause (period, " + COLUMNS + ")\nselect cast(:month as varchar(7)), found.* from ("
                + FACTS.formatted("(select slip_number as number, rework from month_slip where period = :month)")
                + ") found";
    }
}
