package org.baoxiu.commitment;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.slip.Slip;

/** Those from outside who alone may do a repair: the team waits for them, and its time for the repair with it (Q3, 5.1). */
public interface Outsiders {

    /** Since when one of them is on the way or at work; empty where nobody is, and where the team may do the repair. */
    Optional<Instant> awaitedSince(Slip slip);
}
