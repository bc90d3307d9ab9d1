package org.baoxiu.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A slip has got into somebody's hands, or out of them.
 *
 * @param technician login name; null if nobody has the slip now
 */
public record SlipInHands(String slipNumber, @Nullable String technician) {}
