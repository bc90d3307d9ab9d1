package org.baoxiu.lists;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /**
     * One row for each slip that owes something: {@code promise} as a {@code ClockState}, {@code due_at} of the clock that it is of. What
     * runs over the whole request and is not due soon is calm: a pause of the work at hand comes before it. The parameter is {@code now}.
     */
    static final String TABLE =
            """
      (select slip_number,
              case when paused_at is not null and (pressing_at is null or calm_at < pressing_at) then 'PAUSED'
                   when pressing_at is null and calm_at is null then 'NONE'
                   when calm_at < pressing_at or pressing_at is null then 'WITHIN'
                   when pressing_at <= :now then 'OVERDUE'
                   when pressing_at = soon_at then 'DUE_SOON'
                   else 'WITHIN' end as promise,
              case when paused_at is not null and (pressing_at is null or calm_at < pressing_at) then paused_at
                   when calm_at < pressing_at or pressing_at is null then calm_at
                   else pressing_at end as due_at
         from (select slip_number,
                      min(case when paused then due_at end) as paused_at,
                      min(case when runs and calm then due_at end) as calm_at,
                      min(case when runs and not calm then due_at end) as pressing_at,
                      min(case when runs and soon then due_at end) as soon_at
                 from (select c.slip_number, c.due_at,
                              p.commitment is not null as paused,
                              p.commitment is null and (c.missed_at is null or c.kind not in (%1$s)) as runs,
                              %3$s as soon,
                              c.kind in (%2$s) and not (%3$s) as calm
                         from commitment c
                         left join commitment_pause p on p.commitment = c.id and p.paused_until is null
                        where c.ended_at is null) clocks
                group by slip_number) earliest)"""
                    .formatted(kinds(CommitmentKind::raisesClass), kinds(CommitmentKind::wholeRequest), SOON);

    private OwedPromise() {}

    private static String kinds(Predicate<CommitmentKind> which) {
        return Arrays.stream(CommitmentKind.values())
                .filter(which)
                .map(kind -> "'" + kind.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
