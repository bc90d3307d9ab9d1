package org.baoxiu.monthend;

import java.util.Arrays;
import java.util.List;

/**
 * What broke again and again in the year that ends with a month, as the common table expression {@code repeats}: the slips of one item at one place, or
 * in one building, more than one in the year and at least one in the month. Freezing writes them down: the register recognises places later, and
 * what was two places is one then.
 *
 * <p>The columns: {@code what}, the place or building; {@code places}, how many there are in it.
 */
public final class RepeatsOfYear {

    /** What slips have in common. */
    public enum Kind {
        PLACE("max(s.place)", "s.place_key", ""),
        BUILDING("s.building", "s.building", " and s.building is not null");

        private final String said;
        private final String key;
        private final String condition;

        Kind(String said, String key, String condition) {
            this.said = said;
            this.key = key;
            this.condition = condition;
        }
    }

    private static final String COLUMNS = "office, what, item_name, in_month, in_year, places, reworks, latest";

    private static final String FACTS =
            """
      select s.office, %1$s as what, max(s.item_name) as item_name, sum(case when i.period = :month then 1 else 0 end) as in_month, count(*) as in_year,
             count(distinct s.place_key) as places, sum(s.reworks) as reworks, max(s.received_at) as latest
        from %2$s i join slip s on s.number = i.number
       where s.item_code is not null%3$s%4$s
       group by s.office, %5$s, s.item_code
      having count(*) > 1 and sum(case when i.period = :month then 1 else 0 end) > 0""";

    private static final String FROZEN_YEAR =
            "(select slip_number as number, period from month_slip where period > :yearBefore and period <= :month)";

    private RepeatsOfYear() {}

    /**
     * Of a month as it was frozen, or as it is.
     *
     * @param year a table of the slips of the year, with the number and the month of each
     */
    public static String expression(Kind kind, String year) {
        return "repeats (" + COLUMNS + ") as (\n  select " + COLUMNS
                + " from month_repeat where period = :month and kind = '" + kind
                + "'\n  union all\n" + facts(kind, year, " and cast(:next as varchar(7)) <= cast(:month as varchar(7))")
                + ")\n";
    }

    /** Writes those of a month down, after its slips. */
    static List<String> takeIn() {
        return Arrays.stream(Kind.values())
                .map(kind -> "insert into month_repeat (period, kind, " + COLUMNS
                        + ")\nselect cast(:month as varchar(7)), '" + kind + "', found.* from ("
                        + facts(kind, FROZEN_YEAR, "") + ") found")
                .toList();
    }

    private static String facts(Kind kind, String year, String condition) {
        return FACTS.formatted(kind.said, year, kind.condition, condition, kind.key);
    }
}
