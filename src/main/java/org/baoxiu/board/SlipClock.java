package org.baoxiu.board;

import java.time.Duration;
import org.baoxiu.commitment.CommitmentKind;
import org.jspecify.annotations.Nullable;

/**
 * The clock that a slip has to be judged by now.
 *
 * @param left how much time is left, negative once it is over; for a paused clock what was left when it was paused
 * @param why  the reason of the pause; null while the clock runs
 */
public record SlipClock(CommitmentKind kind, ClockState state, Duration left, @Nullable String why) {}
