package org.baoxiu.slip;

import java.time.Clock;
import java.util.List;
import org.baoxiu.shared.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins slips about the same fault 并单, with a line in the history of either (4.2.1.1, 4.3.1). */
@Service
@Transactional
public class Joins {

    private final Slips slips;
    private final SlipRepository repository;
    private final Clock clock;

    Joins(Slips slips, SlipRepository repository, Clock clock) {
        this.slips = slips;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * @param kept  the slip that goes on
     * @param ended the slip that ended in it
     */
    public record Joined(Slip kept, Slip ended) {}

    /** Whichever of the two was received later ends in the other one. The repeat report has still to be counted by whoever calls. */
    public Joined join(String number, String other, String reason, Person by) {
        Joining joining = Joining.of(slips.get(number), slips.get(other));
        joining.check(by);
        Slip kept = joining.kept();
        Slip ended = joining.ended();
        joining.join(reason, clock.instant());
        slips.change(ended.number(), by, 0, "4.3.1", "并入维修单 " + kept.number() + "：" + reason, slip -> {});
        slips.change(kept.number(), by, 0, "4.3.1", "并入了维修单 " + ended.number() + "：" + reason, slip -> {});
        return new Joined(kept, ended);
    }

    /** The slips that ended in this one, by their numbers. */
    public List<Slip> joinedTo(String number) {
        return repository.findJoinedTo(number);
    }

    /** The slip that goes on where this one has ended in another, otherwise itself. */
    public Slip inForce(Slip slip) {
        Slip found = slip;
        while (found.ties().joinedTo() != null) {
            found = slips.get(found.ties().joinedTo());
        }
        return found;
    }
}
