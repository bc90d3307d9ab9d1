package org.baoxiu.commitment;

import java.time.Instant;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.jspecify.annotations.Nullable;

/** What the times of a slip's promises hang on, as it is registered: whatever else is put right changes no promise. */
public record Grounds(@Nullable RepairClass repairClass, boolean emergency, @Nullable Instant wantedAt) {

    public static Grounds of(Slip slip) {
        return new Grounds(
                slip.repairClass(), slip.intake().emergency(), slip.intake().wantedAt());
    }

    boolean limitLikeThatOf(Grounds other) {
        return repairClass == other.repairClass && emergency == other.emergency;
    }

    /** A class that rested on a mistake has gone down: no person has decided so, and no rule. */
    boolean dailyAgainSince(Grounds former) {
        return repairClass == RepairClass.DAILY
                && former.repairClass != null
                && former.repairClass.above(RepairClass.DAILY);
    }
}
