package org.baoxiu.testing;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;

import org.baoxiu.testing.Office.RepairCase;

/** The ordinary repair of a leaking tap, as far as a test needs it. */
public final class TapRepair {

    private TapRepair() {}

    /** The owner has accepted the work and the fee is reviewed. */
    public static RepairCase billed(Office office) {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
    }

    public static RepairCase closed(Office office) {
        return billed(office).does("clerk2", CALL_BACK_OWNER, satisfied());
    }
}
