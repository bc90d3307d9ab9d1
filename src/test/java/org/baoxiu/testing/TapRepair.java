package org.baoxiu.testing;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office.RepairCase;

/** The ordinary repair of a leaking tap, as far as a test needs it. */
public final class TapRepair {

    private TapRepair() {}

    public static RepairCase reported(Office office) {
        return office.reports("clerk1", leakingTap());
    }

    /** The team has been notified. */
    public static RepairCase registered(Office office) {
        return reported(office).does("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"));
    }

    /** The technician is there. */
    public static RepairCase onSite(Office office) {
        return arriving(registered(office));
    }

    /** The owner has consented to the price. */
    public static RepairCase working(Office office) {
        return working(registered(office));
    }

    /** The owner has accepted the work and the fee is reviewed. */
    public static RepairCase billed(Office office) {
        return billed(working(office));
    }

    public static RepairCase closed(Office office) {
        return billed(office).does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    /** It cannot be repaired now, and nobody has told the owner yet. */
    public static RepairCase deferred(Office office) {
        return working(office).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
    }

    /** The tap turns out to be more than a small repair. */
    public static RepairCase important(Office office) {
        return reported(office)
                .does("clerk1", REGISTER_REQUEST, Answers.registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, assessed("PL-14", 6));
    }

    /** The water has done damage. */
    public static RepairCase accident(Office office) {
        return reported(office)
                .does("clerk1", REGISTER_REQUEST, with(Answers.registered("PL-01"), "lossOrInjury", true))
                .does("supervisor", ASSESS_FAULT, assessed("PL-01", 1));
    }

    /** From the notified team to the technician on site. */
    public static RepairCase arriving(RepairCase notified) {
        return notified.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
    }

    /** From the notified team to the consent. */
    public static RepairCase working(RepairCase notified) {
        boolean listed = notified.slip().item().inPriceList();
        return arriving(notified)
                .does("tech1", QUOTE_REPAIR, listed ? quoted() : with(quoted(), "labourYuan", 80))
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    /** From the consent to the reviewed fee. */
    public static RepairCase billed(RepairCase consented) {
        return consented
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, Answers.reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
    }

    /** The director lets an overdue important repair go on, if that is asked for. */
    public static RepairCase approved(RepairCase important) {
        important
                .told(CommitmentKind.IMPORTANT_REPAIR)
                .forEach(task ->
                        important.does("director", task, escalated("approve", "newTime", "2026-12-20T18:00:00+08:00")));
        return important;
    }
}
