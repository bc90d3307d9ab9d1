package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CANCELLED;

import java.time.Instant;

/** What an owner says about a slip at any time, and what the office says to it (4.1, 4.2.1, 4.3.1, Q1). */
public final class Contacting {

    private final Slip slip;

    Contacting(Slip slip) {
        this.slip = slip;
    }

    /** @param counts towards the repeats that make an accident (4.2.1.1); recorded it is anyway */
    void urged(boolean lossOrInjury, boolean counts, Instant now) {
        slip.requireOffered(OwnersStep.URGE);
        slip.severity().urged(lossOrInjury, counts, now);
    }

    void complained(String words, boolean lossOrInjury, boolean counts, Instant now) {
        slip.requireOffered(OwnersStep.COMPLAIN);
        slip.lastReason = words;
        slip.reasons().complaint = words;
        slip.severity().complained(lossOrInjury, counts, now);
    }

    void enquired(Instant now) {
        slip.requireOpen("登记来电");
        slip.milestones().answered(now);
    }

    /** The owner has been told something by a person of the office (Q1). */
    void answered(Instant now) {
        slip.milestones().answered(now);
    }

    /** What the owner adds as long as it can still be repaired with the rest (4.3.1.2). */
    void addToFault(String words) {
        if (!slip.state().mayBeAddedTo()) {
            throw slip.outOfTurn("当前状态为“" + slip.state().label() + "”，不能再补充故障。请另行登记报修。");
        }
        Report report = slip.report().adding(words);
        slip.heed(report.objectionToLength());
        slip.report = report;
    }

    void correctTelephone(String telephone) {
        slip.requireOpen("更正联系电话");
        slip.report = slip.report().withTelephone(telephone);
        slip.intake().correctTelephone(telephone);
    }

    void cancel(String reason, Instant now) {
        slip.requireOffered(OwnersStep.CANCEL);
        slip.lastReason = reason;
        slip.reasons().cancellation = reason;
        slip.closedAt = now;
        slip.become(CANCELLED);
        slip.happened(SlipEvent.Kind.CANCELLED);
    }
}
