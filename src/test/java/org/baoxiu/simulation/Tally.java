package org.baoxiu.simulation;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many clocks of one kind were started, and how they ended. */
record Tally(int started, int met, int missed) {

    /** One clock that has ended. */
    record Outcome(String kind, boolean missed) {}

    static Map<String, Tally> of(Collection<Outcome> outcomes) {
        return outcomes.stream()
                .collect(Collectors.toMap(
                        Outcome::kind,
                        one -> one.missed() ? new Tally(1, 0, 1) : new Tally(1, 1, 0),
                        Tally::plus,
                        TreeMap::new));
    }

    private Tally plus(Tally other) {
        return new Tally(started + other.started, met + other.met, missed + other.missed);
    }
}
