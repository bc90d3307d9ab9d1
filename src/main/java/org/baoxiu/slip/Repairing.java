package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.CONSENTED;
import static org.baoxiu.slip.SlipState.DEFERRED;
import static org.baoxiu.slip.SlipState.FINISHED;
import static org.baoxiu.slip.SlipState.ON_SITE;
import static org.baoxiu.slip.SlipState.SUPPORT_REQUESTED;
import static org.baoxiu.slip.SlipState.WORKING;

import java.math.BigDecimal;
import java.time.Instant;
import org.baoxiu.shared.Plausible;
import org.jspecify.annotations.Nullable;

/** The steps of the work, from its start to the bill, with the ways out of it and what is said when it takes too long (4.3.4, 4.6.4, 5). */
public final class Repairing {

    private final Slip slip;

    Repairing(Slip slip) {
        this.slip = slip;
    }

    /** Hard gate of 4.3.4.4: inside a unit no work without the owner's consent to the present content and amount. */
    void startWork(Instant now) {
        slip.require("开始维修", ON_SITE, CONSENTED, SUPPORT_REQUESTED, DEFERRED, FINISHED, WORKING);
        if (slip.consentRequired()) {
            throw slip.refused("业主还没有同意维修内容和金额，不能开始维修。请先报价并征得业主同意。");
        }
        slip.work().start(slip.paperTime(PaperTimes::startedAt).orElse(now));
        if (slip.milestones().roundStartedAt() == null) {
            slip.milestones().roundStartedAt = now;
            slip.work().startRound();
            slip.acceptance().reported(null);
        }
        slip.milestones().changeSince = null;
        slip.acceptance().revoke();
        slip.become(WORKING);
    }

    void interruptWork(WorkOutcome outcome, String reason, Instant now) {
        slip.require("登记维修进展", WORKING);
        slip.heed(slip.schedule().objectionToGoingOn());
        if (slip.paperTime(PaperTimes::finishedAt).isPresent()) {
            throw slip.refused("补录时填了纸上修理完毕的时间，请选择“已修好”，照纸上登记。");
        }
        slip.work().interrupt(outcome);
        slip.lastReason = reason;
        switch (outcome) {
            case CHANGE -> {
                if (slip.publicArea()) {
                    throw slip.refused("公共部位维修不用业主同意。内容有变时请接着维修，完工时按实际情况登记。");
                }
                slip.agreement().invalidateConsent();
                slip.milestones().changeSince = now;
                slip.become(ON_SITE);
            }
            case HELP -> {
                slip.reasons().help = reason;
                slip.become(SUPPORT_REQUESTED);
            }
            case DEFER -> {
                slip.reasons().deferral = reason;
                slip.milestones().deferred(now);
                slip.work().note("暂缓维修：" + reason);
                slip.become(DEFERRED);
            }
            case DONE -> throw new IllegalArgumentException("finished work goes to finish()");
        }
    }

    public void support(String advice, @Nullable String newTechnician) {
        slip.require("登记技术支援", SUPPORT_REQUESTED);
        slip.work().note("技术支援：" + advice);
        if (newTechnician != null && !newTechnician.equals(slip.technician())) {
            slip.handTo(newTechnician);
        }
    }

    void promise(Instant time, Instant now) {
        slip.require("登记约定时间", DEFERRED);
        slip.heed(Plausible.objectionAhead("约定维修时间", time, now));
        slip.schedule().promise(time);
        slip.milestones().promised(now);
        slip.happened(SlipEvent.Kind.DEFERRED);
    }

    void finish(Completion completion, Instant now) {
        slip.require("登记修理完毕", WORKING);
        slip.heed(Work.objectionTo(completion));
        slip.diagnosis().foundCause = completion.foundCause();
        Instant finished = slip.paperTime(PaperTimes::finishedAt).orElse(now);
        slip.work().finish(completion, finished);
        slip.schedule().approvalNeeded(false);
        if (slip.publicArea()) {
            slip.milestones().solved(finished);
        }
        slip.become(FINISHED);
        slip.happened(SlipEvent.Kind.FINISHED);
    }

    /** Material is used on a slip in work only (4.7.6). */
    public void useMaterials() {
        slip.require("登记用料", WORKING, FINISHED);
    }

    /** What the owner is to pay; never more than what the owner agreed to (4.3.4.4). */
    public void bill(BigDecimal ownerAmount) {
        slip.require("核定费用", FINISHED, CONFIRMED);
        slip.heed(slip.agreement().objectionToBill(ownerAmount));
        slip.tellCost(ownerAmount);
        slip.agreement().bill(ownerAmount);
    }

    /** An important repair has passed its two days: it goes on only with the director's approval, and with it (5.2). */
    public void requireApproval(boolean required) {
        slip.schedule().approvalNeeded(required);
    }

    void approve(Instant until, Instant now) {
        slip.requireOpen("批准继续维修");
        slip.heed(Plausible.objectionAhead("批准的完成时间", until, now));
        slip.schedule().approve(until);
        slip.happened(SlipEvent.Kind.TIME_CHANGED);
    }

    /** The technician needs longer than promised and says until when (5.1). */
    void expect(Instant until, Instant now) {
        slip.requireOpen("报告新的时间");
        slip.heed(Plausible.objectionAhead("新的完成时间", until, now));
        slip.schedule().expect(until);
        slip.happened(SlipEvent.Kind.TIME_CHANGED);
    }
}
