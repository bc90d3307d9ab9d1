package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.CLOSED;
import static org.baoxiu.slip.SlipState.CONFIRMED;
import static org.baoxiu.slip.SlipState.FOLLOWED_UP;
import static org.baoxiu.slip.SlipState.NOTIFIED;
import static org.baoxiu.slip.SlipState.REFUSED;

import java.time.Instant;

/** The steps after the acceptance: the call-back, what follows from it, the end (4.3.6, S7, Q6). */
public final class FollowingUp {

    private final Slip slip;

    FollowingUp(Slip slip) {
        this.slip = slip;
    }

    /** An owner is called back about finished work or about a quote that was refused (4.3.6). */
    public void callBack(boolean reached) {
        slip.require("登记回访", CONFIRMED, REFUSED);
        if (!reached) {
            slip.happened(SlipEvent.Kind.CALL_BACK_MISSED);
        }
    }

    /** The owner may still say something when all is over (Q6). */
    public void rate() {
        slip.require("评价", CLOSED);
    }

    public void followUp() {
        slip.require("结束回访", CONFIRMED, REFUSED, FOLLOWED_UP);
        if (slip.state() != REFUSED) {
            slip.become(FOLLOWED_UP);
        }
    }

    /**
     * The call-back says "not fixed": the slip goes to dispatch again, the consent stays and nothing more is charged. What was
     * agreed about times is kept or missed by now and binds nobody in the next round.
     */
    public void rework(String reason, Instant now) {
        slip.require("返修", FOLLOWED_UP);
        slip.milestones().newVisit();
        slip.newRound();
        slip.visit().again(now);
        slip.schedule().promise(null);
        slip.acceptance().sendBack();
        slip.lastReason = reason;
        slip.work().note("返修：" + reason);
        slip.become(NOTIFIED);
    }

    public void improve() {
        slip.require("登记改进措施", FOLLOWED_UP, REFUSED);
    }

    void noteForImprovement(String reason) {
        slip.requireOpen("改进");
        slip.lastReason = reason;
        slip.reasons().improvement = reason;
    }

    /** What was reported on paper ended with that: a call-back that is made up for afterwards moves it into no other month. */
    void close(Instant now) {
        slip.require("关闭", FOLLOWED_UP, REFUSED);
        if (slip.accidentOpen()) {
            throw slip.outOfTurn("维修事故还没有结案，不能关闭维修单。请先由主任结案。");
        }
        slip.closedAt = slip.paperTime(PaperTimes::reportedAt).orElse(now);
        slip.become(CLOSED);
        slip.happened(SlipEvent.Kind.CLOSED);
    }
}
