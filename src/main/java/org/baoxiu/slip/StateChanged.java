package org.baoxiu.slip;

/**
 * A slip has got into another state after it was opened. It is published once, when the slip is saved and in the same
 * transaction; by then the slip itself may be further.
 */
public record StateChanged(Slip slip, SlipState state) {}
