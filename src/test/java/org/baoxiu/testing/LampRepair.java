package org.baoxiu.testing;

import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.testing.Office.RepairCase;

/** The ordinary repair of a lamp in a corridor, which nobody pays for and customer service verifies. */
public final class LampRepair {

    private LampRepair() {}

    /** The technician is there; nobody has to consent. */
    public static RepairCase onSite(Office office) {
        return TapRepair.arriving(
                office.reports("tech1", darkCorridor()).does("tech1", REGISTER_REQUEST, registered("PB-01")));
    }

    /** It waits to be verified. */
    public static RepairCase repaired(Office office) {
        return onSite(office).does("tech1", CARRY_OUT_REPAIR, done());
    }
}
