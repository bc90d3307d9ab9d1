package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.NOTIFIED;
import static org.baoxiu.slip.SlipState.ON_SITE;
import static org.baoxiu.slip.SlipState.PICKED_UP;

import java.time.Instant;
import org.baoxiu.shared.Plausible;

/** The steps by which a slip gets to a technician, who gets to the owner (4.3.3, 4.6.2, S4, 3.3). */
public final class Dispatching {

    private final Slip slip;

    Dispatching(Slip slip) {
        this.slip = slip;
    }

    /** The slip goes to a technician whose qualification {@code dispatch} has checked (Q3). */
    public void pickUp(String technician, Instant now) {
        slip.require("领单或派单", NOTIFIED);
        slip.heed(slip.intake().objectionToEntry());
        slip.heed(slip.schedule().objectionToGoingOn());
        slip.milestones().teamReached(now);
        slip.handTo(technician);
        slip.visit().pickedUp(now);
        slip.become(PICKED_UP);
    }

    public void arrive(Instant now) {
        slip.require("登记到场", PICKED_UP);
        Instant arrived = slip.paperTime(PaperTimes::arrivedAt).orElse(now);
        slip.visit().arrived(arrived);
        slip.milestones().visited(arrived);
        slip.become(ON_SITE);
        slip.happened(SlipEvent.Kind.ARRIVED);
    }

    public void ownerAbsent(String reason, Instant now) {
        slip.require("登记业主不在", PICKED_UP);
        slip.milestones().visited(now);
        failed(VisitOutcome.OWNER_ABSENT, reason);
    }

    public void reschedule(Instant appointment, Instant now) {
        slip.requireOffered(OwnersStep.RESCHEDULE);
        slip.heed(Plausible.objectionAhead("预约上门时间", appointment, now));
        slip.visit().appoint(appointment);
        slip.happened(SlipEvent.Kind.VISIT_APPOINTED);
    }

    public void transfer(String technician, String reason) {
        slip.require("转单", PICKED_UP);
        slip.heed(slip.visit().objectionTo(technician, "转单要转给"));
        slip.handTo(technician);
        failed(VisitOutcome.TRANSFERRED, reason);
    }

    public void giveBack(String reason) {
        slip.require("退单", PICKED_UP);
        slip.visit().release();
        failed(VisitOutcome.RETURNED, reason);
        slip.become(NOTIFIED);
    }

    private void failed(VisitOutcome outcome, String reason) {
        slip.visit().failed(outcome);
        slip.lastReason = reason;
        slip.reasons().visit = reason;
    }

    /** The supervisor gives the slip in hand to another technician, whom {@code dispatch} has checked (3.3, 4.6.2). */
    public void reassign(String technician) {
        if (!SlipState.WITH_TECHNICIAN.contains(slip.state())) {
            throw slip.refused(
                    slip.technician() == null
                            ? "还没有人领单，不能改派。请在“领单或派单”中派单。"
                            : "当前状态为“" + slip.state().label() + "”，不能改派。请刷新任务列表后再看。");
        }
        slip.heed(slip.visit().objectionTo(technician, "改派要派给"));
        slip.handTo(technician);
    }

    /**
     * The slip in hand becomes another technician's, whom {@code dispatch} has checked (3.3). The owner hears of it as long as
     * there is something to repair.
     */
    public void handOver(String technician) {
        requireInHand();
        slip.heed(slip.visit().objectionTo(technician, "要移交给"));
        if (slip.state().repaired()) {
            slip.visit().handTo(technician);
        } else {
            slip.handTo(technician);
        }
    }

    /** The slip in hand is nobody's until one of the group takes it; who has repaired it already stays on record (3.3, 4.7.1). */
    public void release() {
        requireInHand();
        if (!slip.state().repaired()) {
            slip.visit().release();
        }
    }

    private void requireInHand() {
        if (!slip.inHand()) {
            throw slip.outOfTurn("当前状态为“" + slip.state().label() + "”，没有可以移交的维修工作。请刷新后再看。");
        }
    }
}
