package org.baoxiu.monthend;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.baoxiu.commitment.CommitmentKind;

/**
 * The promises that were due in a month, whether their slips have ended or not, as the common table expression {@code promise}. One
 * that is kept before it is due counts as soon as it is kept; one that waits is not due,
 * and one that was withdrawn before it was due is none, as is each of a mistaken or joined slip. Freezing writes down how it stood then.
 *
 * <p>The columns: {@code missed}, whether it was not kept when it was due; {@code kept_at}, when it was kept, if it was by then;
 * {@code technician}, who had the slip when it was due, for the team's promises only; {@code clerk}, who had the task, for those that
 * one clerk keeps; {@code correction}, whether it was due in a month that was frozen before anybody knew of it.
 */
public final class PromisesOfMonth {

    private static final String COLUMNS =
            "id, number, kind, clause, started_at, due_at, missed, kept_at, technician, clerk, correction";

    private static final String FROZEN =
            """
      select c.id, c.slip_number, c.kind, c.clause, c.started_at, c.due_at, p.missed, case when c.ended_at <= :asOf then c.ended_at end,
             p.technician, p.clerk, p.correction
        from month_promise p join commitment c on c.id = p.commitment where p.period = :month""";

    private static final String FACTS =
            """
      select c.id, c.slip_number, c.kind, c.clause, c.started_at, c.due_at,
             c.missed_at is not null or c.ended_at is null or c.ended_at > c.due_at, c.ended_at, c.technician, c.clerk, c.due_at < :from
        from %s and not c.withdrawn and (c.ended_at is not null or c.due_at <= :asOf)
         and not exists (select 1 from slip s where s.number = c.slip_number and s.state in ('MISTAKEN', 'JOINED'))
         and not exists (select 1 from month_promise taken where taken.commitment = c.id)
         and not exists (select 1 from commitment_pause waits where waits.commitment = c.id and waits.paused_until is null)""";

    private static final String DUE = FACTS.formatted("commitment c where c.due_at >= :from and c.due_at < :until");

    /** A slip that a frozen month has taken in owes nothing that was due before. */
    private static final String DUE_BEFORE = FACTS.formatted(
            """
      slip x join commitment c on c.slip_number = x.number
       where c.due_at < :from and not exists (select 1 from month_slip ended where ended.slip_number = x.number)""");

    private static final String NEXT = DUE + "\nunion all\n" + DUE_BEFORE;

    private PromisesOfMonth() {}

    static String expression(MonthScope scope) {
        return "promise (" + COLUMNS + ") as (" + (scope.frozen() ? FROZEN : scope.takesInLateEntries() ? NEXT : DUE)
                + ")";
    }

    /** Writes the promises of a month down; before its slips are, because those that have ended would seem to be of an earlier one. */
    static String takeIn() {
        return "insert into month_promise (commitment, period, correction, missed, technician, clerk)\n"
                + "select id, cast(:month as varchar(7)), correction, missed, technician, clerk from (" + NEXT
                + ") due (" + COLUMNS + ")";
    }

    /** The role that has to keep a promise of the kind in a column (4.6, 5, 4.7.1). */
    public static String roleOf(String kind) {
        return Arrays.stream(CommitmentKind.values())
                .map(one -> " when '" + one.name() + "' then '" + one.keptBy().name() + "'")
                .collect(Collectors.joining("", "case " + kind, " end"));
    }
}
