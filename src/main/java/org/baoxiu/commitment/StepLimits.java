package org.baoxiu.commitment;

import java.util.Optional;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;

/** Limits of steps that the process owner has added, in the same table as those of the promises. */
public interface StepLimits {

    /**
     * @param step id of the task in the diagram
     * @return empty if nothing is promised for it
     */
    Optional<Limit> ofStep(String step, @Nullable RepairClass classOrNull, boolean emergency);
}
