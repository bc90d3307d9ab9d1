package org.baoxiu.monthend;

/**
 * The slips that were open when a month began and when it was over, or are now, as the common table expressions {@code carried} and
 * {@code still_open}. Freezing writes them down as they then were, so that what one month hands on is what the next one begins with:
 * what was carried over and what was received is what has ended and what is still open. A slip that was marked as mistaken or joined to another since is not
 * carried over into the month in which that happened, and in no month that is not frozen is it open.
 */
final class OpenSlips {

    private static final String COLUMNS = "number, state, repair_class, technician";

    private static final String HANDED_ON =
            """
      select o.slip_number from month_open o join slip s on s.number = o.slip_number
       where o.period = :before and (s.state not in ('MISTAKEN', 'JOINED') or s.closed_at > :asOf)""";

    private static final String OPEN_BEFORE =
            "select s.number from slip s where s.received_at < :from and (s.closed_at is null or s.closed_at >= :from) and s.state not in ('MISTAKEN', 'JOINED')";

    private static final String FROZEN =
            "select slip_number, state, repair_class, technician from month_open where period = :month";

    private static final String OPEN = "select s.number, s.state, s.repair_class, s.technician from slip s "
            + "where s.received_at < :until and (s.closed_at is null or s.closed_at >= :until) and s.state not in ('MISTAKEN', 'JOINED')";

    private OpenSlips() {}

    static String expressions(MonthScope scope) {
        return "carried (number) as (" + (scope.frozen() || scope.takesInLateEntries() ? HANDED_ON : OPEN_BEFORE)
                + "),\n" + "still_open (" + COLUMNS + ") as (" + (scope.frozen() ? FROZEN : OPEN) + ")";
    }

    static String takeIn() {
        return "insert into month_open (period, slip_number, state, repair_class, technician)\n"
                + "select cast(:month as varchar(7)), left_open.* from (" + OPEN + ") left_open";
    }
}
