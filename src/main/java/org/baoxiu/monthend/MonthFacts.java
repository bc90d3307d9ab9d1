package org.baoxiu.monthend;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What all figures of a month are made of: the beginning of every query, and how it is written down when the month is frozen. */
@Component
public class MonthFacts {

    /**
     * One score a request: what the owner said last by then counts, {@code counts}; every call is on record (Q6). In the months that were
     * frozen before, every call that got through counted.
     */
    private static final String CALLS =
            """
      calls (id, number, technician, reached, score, complaint, counts) as (
        select r.id, r.slip_number, r.technician, r.reached, r.score, r.conduct_complaint,
               r.reached and (b.every_score_until is not null or r.id = max(case when r.reached then r.id end) over (partition by r.slip_number))
          from in_month m join call_back r on r.slip_number = m.number
          left join business_month b on b.period = :month
         where r.called_at <= coalesce(b.every_score_until, :asOf))""";

    private final SlipsOfMonth slips;

    MonthFacts(SlipsOfMonth slips) {
        this.slips = slips;
    }

    public String with(MonthScope scope) {
        return "with "
                + String.join(
                        ",\n",
                        slips.expression(scope),
                        PromisesOfMonth.expression(scope),
                        OpenSlips.expressions(scope),
                        CALLS,
                        CausesOfMonth.expression(scope))
                + "\n";
    }

    /** Counts the causes of an open month that nobody has signed. */
    String unsignedCauses(MonthScope scope) {
        return CausesOfMonth.unsigned(slips.numbers(scope));
    }

    /** In this order. */
    List<String> takeIn() {
        return Stream.concat(
                        Stream.of(PromisesOfMonth.takeIn(), slips.takeIn(), OpenSlips.takeIn(), CausesOfMonth.takeIn()),
                        RepeatsOfYear.takeIn().stream())
                .toList();
    }
}
