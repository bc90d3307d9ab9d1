package org.baoxiu.slip;

import java.time.Instant;

/**
 * What the clerk adds to the report (4.3.1.2, 4.3.1.3, 4.7.5, 4.2.1.2).
 *
 * @param wantedAt the time the owner wants, or null for as soon as possible
 */
public record Registration(String itemCode, Instant wantedAt, boolean emergency, boolean forcedEntry, boolean lossOrInjury,
                           boolean underWarranty, String note) {
}
