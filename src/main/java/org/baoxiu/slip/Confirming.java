package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.FINISHED;

import java.math.BigDecimal;
import java.time.Instant;

/** The steps in which finished work is accepted or verified, told of and paid (4.3.4.8, 4.5.1, 4.6.3, 3.5). */
public final class Confirming {

    private final Slip slip;

    Confirming(Slip slip) {
        this.slip = slip;
    }

    void accept(Signatory signatory, Instant now) {
        slip.requireOffered(OwnersStep.JUDGE_WORK);
        confirm(signatory.toString(), now);
    }

    void verifyPublicWork(String by, Instant now) {
        slip.require("登记核查合格", FINISHED);
        confirm(by, now);
    }

    private void confirm(String by, Instant now) {
        Instant confirmed = slip.paperTime(PaperTimes::acceptedAt).orElse(now);
        slip.acceptance().confirm(by, confirmed);
        slip.milestones().solved(confirmed);
        slip.become(CONFIRMED);
    }

    void rejectWork(String reason) {
        slip.require("登记验收不合格", FINISHED);
        slip.newRound();
        slip.acceptance().sendBack();
        slip.lastReason = reason;
        slip.work().note((slip.publicArea() ? "核查不合格：" : "业主验收不合格：") + reason);
    }

    void reportResult(Instant now) {
        slip.require("反馈维修结果", CONFIRMED);
        slip.acceptance().reported(slip.paperTime(PaperTimes::reportedAt).orElse(now));
    }

    public void approveFee(BigDecimal amount, String collection, Instant now) {
        slip.require("审核费用", CONFIRMED);
        slip.heed(slip.agreement().objectionToSettling(amount));
        slip.tellCost(amount);
        slip.agreement().settle(new Settlement(amount, collection, now));
    }
}
