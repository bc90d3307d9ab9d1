package org.baoxiu.slip;

import java.time.Clock;
import org.baoxiu.shared.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What whoever may register puts right on an open slip, each with its line in the history (4.3.1). */
@Service
@Transactional
public class Corrections {

    private final Slips slips;
    private final Clock clock;

    Corrections(Slips slips, Clock clock) {
        this.slips = slips;
        this.clock = clock;
    }

    /** @throws org.baoxiu.shared.Rejection FORBIDDEN for whoever may not register such a slip */
    public void requireMayRegister(String number, Person by) {
        new Correcting(slips.get(number)).requireMayRegister(by);
    }

    /** The slip is none: it ends, and counts nowhere as a repair. */
    public void markMistaken(String number, String reason, Person by) {
        slips.change(number, by, 0, "4.3.1", "标为误登记：" + reason, slip -> {
            Correcting correcting = new Correcting(slip);
            correcting.requireMayRegister(by);
            correcting.mistaken(reason, clock.instant());
        });
    }
}
