package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CONSENTED;
import static org.baoxiu.slip.SlipState.ON_SITE;
import static org.baoxiu.slip.SlipState.QUOTED;
import static org.baoxiu.slip.SlipState.REFUSED;

import java.math.BigDecimal;
import java.time.Instant;
import org.baoxiu.shared.Plausible;
import org.jspecify.annotations.Nullable;

/** The steps from the fault as it was found on site to the word of the owner (4.3.4.4). */
public final class Quoting {

    private final Slip slip;

    Quoting(Slip slip) {
        this.slip = slip;
    }

    public void quote(String foundCause, boolean noiseOrSmell, boolean officeFault, boolean underWarranty) {
        slip.require("报价", ON_SITE, QUOTED);
        slip.heed(slip.schedule().objectionToGoingOn());
        slip.diagnosis().found(foundCause, noiseOrSmell);
        slip.agreement().quote(officeFault, underWarranty);
        slip.become(QUOTED);
    }

    /** The quote says when it can be finished; null for as long as the item takes after the consent (Q4). */
    public void quotedFor(@Nullable Instant completionOrNull, Instant now) {
        slip.require("报价", QUOTED);
        if (completionOrNull != null) {
            slip.heed(Plausible.objectionAhead("预计完成时间", completionOrNull, now));
        }
        slip.schedule().expect(completionOrNull);
    }

    public void quotedAt(BigDecimal ownerAmount) {
        slip.require("报价", QUOTED);
        slip.agreement().quotedAt(ownerAmount);
        slip.agreement()
                .consentedOtherThan(ownerAmount)
                .ifPresentOrElse(
                        former -> slip.happened(SlipEvent.Kind.QUOTE_CHANGED, former),
                        () -> slip.happened(SlipEvent.Kind.QUOTED));
    }

    public void consent() {
        slip.requireOffered(OwnersStep.ANSWER_QUOTE);
        slip.heed(slip.agreement().objectionToConsent());
        slip.agreement().consent();
        slip.work().note(null);
        slip.become(CONSENTED);
    }

    public void askForAnotherQuote(String reason) {
        slip.requireOffered(OwnersStep.ANSWER_QUOTE);
        slip.lastReason = reason;
    }

    public void refuse(String reason, Instant now) {
        slip.requireOffered(OwnersStep.ANSWER_QUOTE);
        slip.lastReason = reason;
        slip.milestones().solved(now);
        slip.become(REFUSED);
    }
}
