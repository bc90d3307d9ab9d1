package org.baoxiu.slip;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clerk adds to the report (4.3.1.2, 4.3.1.3, 4.7.5, 4.2.1.2).
 *
 * @param wantedAt the time the owner wants, or null for as soon as possible
 * @param areaConfirmed whether the item of another area than the slip's was chosen on purpose (4.5.1, 4.5.2)
 */
public record Registration(
        String itemCode,
        @Nullable Instant wantedAt,
        boolean emergency,
        boolean forcedEntry,
        boolean lossOrInjury,
        boolean underWarranty,
        boolean areaConfirmed,
        @Nullable String note) {}
