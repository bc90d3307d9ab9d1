package org.baoxiu.slip;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something on a slip that its owner wants to know (Q4). It is published once, when the slip is saved and in the same
 * transaction.
 *
 * @param formerAmount yuan, what the owner was told before an amount changed; null for everything else
 */
public record SlipEvent(Kind kind, Slip slip, @Nullable BigDecimal formerAmount) {

    public enum Kind {
        RECEIVED,
        TEAM_NOTIFIED,
        TECHNICIAN_ASSIGNED,
        ARRIVED,
        VISIT_APPOINTED,
        QUOTED,
        QUOTE_CHANGED,
        COST_CHANGED,
        TIME_CHANGED,
        DEFERRED,
        FINISHED,
        CALL_BACK_MISSED,
        CLOSED,
        CANCELLED,
        MISTAKEN,
        JOINED
    }
}
