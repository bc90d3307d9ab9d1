package org.baoxiu.process.repair.variables;

import java.util.Set;
import org.baoxiu.engine.KeptByHistory;
import org.springframework.stereotype.Component;

/**
 * Of a repair the engine keeps what its class and its way hung on, so that its clocks can be counted again without the record
 * of the clocks. The slip has everything else, and a line for each escalation.
 */
@Component
class HistoryOfRepairs implements KeptByHistory {

    @Override
    public Set<String> variables() {
        return Set.of(
                "receivedAt",
                "area",
                "emergency",
                "forcedEntry",
                "lossOrInjury",
                "repeatCount",
                "unresolved",
                "classLabel");
    }
}
