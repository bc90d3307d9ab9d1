package org.baoxiu.slip;

import java.time.Clock;
import java.util.List;
import org.baoxiu.shared.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A report that speaks of two faults becomes two slips 拆单: the other fault has a number and a receipt of its own (4.3.1). */
@Service
@Transactional
public class Splits {

    private final Slips slips;
    private final SlipRepository repository;
    private final Clock clock;

    Splits(Slips slips, SlipRepository repository, Clock clock) {
        this.slips = slips;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * The report of the other fault: by the same person at the same place, received now. A person of the office opens nothing by a channel
     * of owners.
     *
     * @throws org.baoxiu.shared.Rejection for whoever may not register such a slip, and once it has ended
     */
    public Report report(String number, String fault, Person by) {
        Slip slip = slips.get(number);
        slip.requireOpen("拆单");
        new Correcting(slip).requireMayRegister(by);
        Report first = slip.report();
        return new Report(
                first.office(),
                first.channel().ofOwners() ? Channel.PHONE : first.channel(),
                first.area(),
                first.reporterName(),
                first.reporterPhone(),
                first.place(),
                fault,
                clock.instant());
    }

    /**
     * Ties a slip that was just opened to the one that it was split from, with a line in the history of either.
     *
     * @param opened its number
     */
    public void tie(String number, String opened, String reason, Person by) {
        String fault = slips.get(opened).report().fault();
        slips.change(
                opened, by, 0, "4.3.1", "从维修单 " + number + " 拆出：" + reason, slip -> slip.ties().splitFrom = number);
        slips.note(number, by, 0, "4.3.1", "拆出维修单 " + opened + "：" + fault + "；原因：" + reason);
    }

    /** The slips that were split from this one, by their numbers. */
    public List<Slip> splitFrom(String number) {
        return repository.findSplitFrom(number);
    }
}
