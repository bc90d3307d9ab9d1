package org.baoxiu.lists;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.CommitmentKind;

/**
 * How open slips stand against the promise that presses most, as the database says it: the rule is that of the board
 * ({@code OpenClock.pressing}), said once more because 20,000 slips are counted and sorted by it. A test compares the two.
 */
final class OwedPromise {

    /** Where nobody is warned: the last third of the time, at most an hour of it. */
    private static final String SOON =
            "c.due_at - (case when c.warning_seconds > 0 then c.warning_seconds else least(c.limit_seconds / 3, 3600) end)"
                    + " * interval '1' second <= :now";

    /** What of a slip a list sorts by. */
    private static final String SORTED_BY = Stream.of(
                    "number", "received_at", "closed_at", "office", "place", "place_key", "state", "repair_class")
            .map(column -> "s." + column)
            .collect(Collectors.joining(", "));

    private static final String CLOCK =
            """
      select s.*,
             case when paused_at is not null and (pressing_at is null or calm_at < pressing_at) then 'PAUSED'
                  when pressing_at is null and calm_at is null then 'NONE'
                  when calm_at < pressing_at or pressing_at is null then 'WITHIN'
                  when pressing_at <= :now then 'OVERDUE'
                  when pressing_at = soon_at then 'DUE_SOON'
                  else 'WITHIN' end as promise,
             case when paused_at is not null and (pressing_at is null or calm_at < pressing_at) then paused_at
                  when calm_at < pressing_at or pressing_at is null then calm_at
                  else pressing_at end as due_at
        from (select %4$s,
                     min(case when p.commitment is not null then c.due_at end) as paused_at,
                     min(case when %2$s and %3$s then c.due_at end) as calm_at,
                     min(case when %2$s and not (%3$s) then c.due_at end) as pressing_at,
                     min(case when %2$s and %1$s then c.due_at end) as soon_at
                from slip s
                left join commitment c on c.slip_number = s.number and c.ended_at is null
                left join commitment_pause p on p.commitment = c.id and p.paused_until is null
               %%s
               group by %4$s) s"""
                    .formatted(
                            SOON,
                            "p.commitment is null and (c.missed_at is null or c.kind not in (%s))"
                                    .formatted(kinds(CommitmentKind::raisesClass)),
                            "c.kind in (%s) and not (%s)".formatted(kinds(CommitmentKind::wholeRequest), SOON),
                            SORTED_BY);

    private OwedPromise() {}

    /**
     * A row for each slip {@code s} of a condition: what it is sorted by, {@code promise} as a {@code ClockState}, {@code due_at} of the
     * clock that it is of. What runs over the whole request and is not due soon is calm: a pause of the work at hand comes before it. The
     * parameter is {@code now}.
     *
     * <p>Each slip is joined with its own clocks before anything is grouped: a planner that expects one slip and finds three hundred
     * (an office that its statistics do not know yet) would otherwise group the clocks of everybody three hundred times.
     */
    static String table(String where) {
        return "(" + CLOCK.formatted(where) + ") s";
    }

    private static String kinds(Predicate<CommitmentKind> which) {
        return Arrays.stream(CommitmentKind.values())
                .filter(which)
                .map(kind -> "'" + kind.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
