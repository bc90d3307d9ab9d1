package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the technician found and offers on site (4.3.4.4, 4.7.7).
 *
 * @param labourOrNull yuan; needed when the item is not in the price list, otherwise null or the listed price
 * @param noiseOrSmell whether the work will be loud or smell (4.3.4.6)
 * @param completionOrNull when it can be finished; null for as long as the work takes (Q4)
 */
public record QuoteRequest(
        String foundCause,
        String workPlan,
        @Nullable BigDecimal labourOrNull,
        boolean officeFault,
        boolean underWarranty,
        boolean noiseOrSmell,
        @Nullable Instant completionOrNull,
        List<MaterialLine> materials) {}
