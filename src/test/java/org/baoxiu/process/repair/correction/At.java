package org.baoxiu.process.repair.correction;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.TapRepair;

/** How far a repair that a plumber does may have got while its slip is open. */
enum At {
    RECEIVED,
    NOTIFIED,
    PICKED_UP,
    OWNER_ABSENT,
    ON_SITE,
    QUOTED,
    WORKING,
    SUPPORT_REQUESTED,
    DEFERRED,
    FINISHED,
    CONFIRMED,
    REVIEWED;

    /** @param item of the catalogue, as it was registered */
    RepairCase reached(Office office, String item) {
        RepairCase repair = TapRepair.reported(office);
        for (At step : values()) {
            if (step == this || step.ordinal() < ordinal() && !step.leadsAside()) {
                repair = step.next(repair, item);
            }
        }
        return repair;
    }

    private boolean leadsAside() {
        return this == OWNER_ABSENT || this == SUPPORT_REQUESTED || this == DEFERRED;
    }

    private RepairCase next(RepairCase repair, String item) {
        return switch (this) {
            case RECEIVED -> repair;
            case NOTIFIED -> repair.does("clerk1", REGISTER_REQUEST, registered(item));
            case PICKED_UP -> repair.does("tech1", PICK_UP_SLIP, pickedUp());
            case OWNER_ABSENT -> repair.does("tech1", VISIT_SITE, ownerAbsent());
            case ON_SITE -> repair.does("tech1", VISIT_SITE, arrived());
            case QUOTED -> repair.does("tech1", QUOTE_REPAIR, quoted());
            case WORKING -> repair.does("tech1", OBTAIN_CONSENT, agreed());
            case SUPPORT_REQUESTED -> repair.does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
            case DEFERRED -> repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
            case FINISHED -> repair.does("tech1", CARRY_OUT_REPAIR, done());
            case CONFIRMED -> repair.does("tech1", ACCEPT_REPAIR, accepted());
            case REVIEWED -> repair.does("tech1", REPORT_RESULT, reported()).does("clerk1", REVIEW_FEE, feeApproved());
        };
    }
}
