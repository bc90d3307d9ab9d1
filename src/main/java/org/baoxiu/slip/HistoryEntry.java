package org.baoxiu.slip;

import java.time.Instant;

/**
 * One line of a slip's readable history: what happened, who did it, when and under which clause. Lines are only added.
 *
 * @param step      one of the seven steps, 1–7, or 0 for what may happen at any time
 * @param aboutTime whether it changes a time that the owner was told (Q4)
 */
public record HistoryEntry(
        String slipNumber,
        Instant occurredAt,
        String person,
        int step,
        String clause,
        String text,
        boolean aboutTime) {}
