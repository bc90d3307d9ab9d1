package org.baoxiu.audit;

import java.time.Instant;
import java.util.List;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of elements are looked at, by when they ended; what is null or empty does not matter.
 *
 * @param from       inclusive, {@code until} exclusive
 * @param technician login name of whoever had the task, or the slip
 */
public record HeatFilter(
        Instant from,
        Instant until,
        List<String> offices,
        @Nullable RepairClass repairClass,
        @Nullable String item,
        @Nullable String technician) {}
