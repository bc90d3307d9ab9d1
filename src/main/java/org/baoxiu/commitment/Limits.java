package org.baoxiu.commitment;

import java.util.Optional;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;

/** Where the limits of the promises are kept: a process owner changes them without a programmer. */
public interface Limits {

    /**
     * @param classOrNull the slip's class; null before it is known
     * @return empty if there is no such promise for this class
     */
    Optional<Limit> of(CommitmentKind kind, @Nullable RepairClass classOrNull, boolean emergency);
}
