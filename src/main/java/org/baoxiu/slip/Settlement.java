package org.baoxiu.slip;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The money as it was settled by the review of the fee (3.5).
 *
 * @param finalAmount yuan, what the owner has to pay
 * @param collection  monthly, cash or transfer
 * @param settledAt   when; no other time of the slip says it, since the work may be done again afterwards
 */
public record Settlement(BigDecimal finalAmount, String collection, Instant settledAt) {}
