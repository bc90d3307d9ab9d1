package org.baoxiu.slip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repairs of the same item at the same place that follow each other so closely that the later one counts as rework (5.4). */
@Service
@Transactional(readOnly = true)
public class SameRepairs {

    private final SlipRepository slips;
    private final Duration closely;

    /** @param reworkDays within how many days after its acceptance a repair that is reported again counts as reworked */
    SameRepairs(SlipRepository slips, @Value("${baoxiu.month.rework-days}") int reworkDays) {
        this.slips = slips;
        this.closely = Duration.ofDays(reworkDays);
    }

    /** Those that this one follows, the earliest first. */
    public List<Slip> before(Slip slip) {
        Instant received = slip.report().receivedAt();
        return slip.item() == null
                ? List.of()
                : slips.findAcceptedAt(
                        slip.report().office(),
                        slip.intake().placeKey(),
                        slip.item().code(),
                        slip.number(),
                        received.minus(closely),
                        received);
    }

    /** Those that follow this one, the earliest first. */
    public List<Slip> after(Slip slip) {
        Instant accepted = slip.acceptance().confirmedAt();
        return slip.item() == null || accepted == null
                ? List.of()
                : slips.findReportedAt(
                        slip.report().office(),
                        slip.intake().placeKey(),
                        slip.item().code(),
                        slip.number(),
                        accepted,
                        accepted.plus(closely));
    }
}
