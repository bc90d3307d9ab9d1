package org.baoxiu.slip;

import static org.baoxiu.slip.SlipState.NOTIFIED;
import static org.baoxiu.slip.SlipState.RECEIVED;
import static org.baoxiu.slip.SlipState.REGISTERED;

import java.time.Instant;

/** The steps of a slip from its registration until the team knows of it (4.3.1, 4.3.2). */
public final class Registering {

    private final Slip slip;

    Registering(Slip slip) {
        this.slip = slip;
    }

    /** What whoever reports takes the fault for, until a clerk says what it is. */
    void suggestItem(String itemCode) {
        slip.require("选择维修项目", RECEIVED);
        slip.diagnosis().suggest(itemCode);
    }

    void register(Registration registration, Instant now) {
        slip.require("登记", RECEIVED);
        slip.heed(slip.intake()
                .objectionTo(
                        registration, slip.paperTime(PaperTimes::registeredAt).orElse(now)));
        slip.intake()
                .register(registration, slip.paperTime(PaperTimes::registeredAt).orElse(now));
        slip.diagnosis().choose(registration.itemCode(), registration.areaConfirmed());
        slip.severity().lossOrInjury(registration.lossOrInjury());
        slip.agreement().underWarranty(registration.underWarranty());
        slip.become(REGISTERED);
    }

    void use(CatalogueItem item, Instant now) {
        slip.require("选择维修项目", REGISTERED, NOTIFIED);
        slip.diagnosis().use(item);
        slip.intake().use(item);
        if (slip.state() == NOTIFIED && slip.intake().applicationMissing()) {
            slip.milestones().entryStopped(now);
        }
        takeTimesFromPaper();
    }

    /** As soon as it is known which promises were given, it is known how each was kept. */
    private void takeTimesFromPaper() {
        PaperTimes paper = slip.paper;
        if (paper != null) {
            slip.visit().notified(paper.notifiedAt());
            slip.milestones().visitedAt = paper.arrivedAt();
            slip.milestones().roundStartedAt = paper.startedAt();
            slip.work().finishedAt = paper.finishedAt();
            slip.acceptance().reported(paper.reportedAt());
        }
    }

    void checkArea() {
        slip.heed(slip.diagnosis().objectionToItemIn(slip.report().area()));
    }

    void recordApplication(EntryApplication application, Instant now) {
        slip.require("登记书面申请", REGISTERED, NOTIFIED);
        slip.heed(Intake.objectionTo(application, now));
        slip.intake().application = application;
        slip.milestones().applicationAt = now;
    }

    void notifyTeam(Instant now) {
        offer(slip.paperTime(PaperTimes::notifiedAt).orElse(now));
        slip.happened(SlipEvent.Kind.TEAM_NOTIFIED);
    }

    /** The team was not told in time, or not at all: the slip is offered in its task list, and nobody promises the owner more (4.6.1b). */
    void offerToTeam(Instant now) {
        offer(slip.paperTime(PaperTimes::notifiedAt).orElse(now));
        slip.milestones().offeredAt = slip.paperTime(PaperTimes::notifiedAt).isEmpty() ? now : null;
    }

    private void offer(Instant at) {
        slip.require("通知维修班", REGISTERED);
        slip.heed(slip.intake().objectionToEntry());
        slip.visit().notified(at);
        slip.become(NOTIFIED);
    }

    /** The team has learned of a slip that it was offered before, late or for another round (4.6.1b, S7). */
    void teamReached(Instant at) {
        slip.require("通知维修班", NOTIFIED);
        slip.milestones().teamReached(at);
        slip.happened(SlipEvent.Kind.TEAM_NOTIFIED);
    }
}
