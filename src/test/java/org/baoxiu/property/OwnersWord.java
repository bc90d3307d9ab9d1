package org.baoxiu.property;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;

import java.math.BigDecimal;
import java.util.Map;
import org.baoxiu.fee.Fees;

/**
 * What the owner agreed to, gathered from what people answered and not from what the slip says of itself: a slip that
 * forgets to ask again must not be its own witness (4.3.4.4, 4.3.4.6).
 */
final class OwnersWord {

    private BigDecimal offered;
    private boolean loud;
    private boolean agreed;
    private BigDecimal amount = BigDecimal.ZERO;

    void hear(String task, Map<String, Object> answer, String slipNumber, Fees fees) {
        if (task.equals(QUOTE_REPAIR)) {
            agreed = false;
            offered = fees.latestQuote(slipNumber).orElseThrow().amounts().ownerPays();
            loud = Boolean.TRUE.equals(answer.get("noiseOrSmell"));
        } else if (task.equals(OBTAIN_CONSENT) && "agreed".equals(answer.get("consentOutcome"))) {
            agreed = !loud || Boolean.TRUE.equals(answer.get("noiseConsent"));
            amount = offered;
        } else if (task.equals(CARRY_OUT_REPAIR) && "change".equals(answer.get("workOutcome"))) {
            agreed = false;
        }
    }

    /** To the present content and price. */
    boolean agreed() {
        return agreed;
    }

    /** Yuan, of the last quote that the owner agreed to. */
    BigDecimal amount() {
        return amount;
    }
}
