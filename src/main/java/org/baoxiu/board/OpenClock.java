package org.baoxiu.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.baoxiu.commitment.CommitmentKind;
import org.jspecify.annotations.Nullable;

/**
 * A promise that is still owed, as far as the board needs it.
 *
 * @param warning    how long before the due time somebody is warned; zero for not at all
 * @param noticed    whether a miss has been noticed
 * @param pausedFrom null while the clock runs
 */
record OpenClock(
        CommitmentKind kind,
        Instant dueAt,
        Duration limit,
        Duration warning,
        boolean noticed,
        @Nullable Instant pausedFrom,
        @Nullable String why) {

    /** Where nobody is warned: the last third of the time, but of a promise in days not half of a week. */
    private static final Duration SOON_AT_MOST = Duration.ofHours(1);

    /**
     * The clock that presses most: the one due next. While the work at hand is paused, the day or two that the whole request
     * may take say nothing until they are nearly over, so the pause is what there is to know.
     */
    static Optional<SlipClock> pressing(Collection<OpenClock> owed, Instant now) {
        Comparator<OpenClock> byTimeLeft = Comparator.comparing(clock -> clock.left(now));
        Optional<OpenClock> running = owed.stream()
                .filter(clock -> !clock.paused() && !clock.settled())
                .min(byTimeLeft);
        Optional<OpenClock> paused = owed.stream().filter(OpenClock::paused).min(byTimeLeft);
        boolean pauseCounts = running.isEmpty()
                || running.get().kind().wholeRequest() && running.get().state(now) == ClockState.WITHIN;
        return (pauseCounts ? paused.or(() -> running) : running)
                .map(clock -> new SlipClock(clock.kind, clock.state(now), clock.left(now), clock.why));
    }

    ClockState state(Instant now) {
        if (paused()) {
            return ClockState.PAUSED;
        }
        Duration left = left(now);
        if (left.isZero() || left.isNegative()) {
            return ClockState.OVERDUE;
        }
        return left.compareTo(soon()) <= 0 ? ClockState.DUE_SOON : ClockState.WITHIN;
    }

    private Duration left(Instant now) {
        return Duration.between(paused() ? pausedFrom : now, dueAt);
    }

    private Duration soon() {
        Duration third = limit.dividedBy(3);
        return !warning.isZero() ? warning : third.compareTo(SOON_AT_MOST) < 0 ? third : SOON_AT_MOST;
    }

    private boolean paused() {
        return pausedFrom != null;
    }

    /** The class has been raised for it, and the promises of the higher class press instead (4.2.2, 4.2.1.3). */
    private boolean settled() {
        return noticed && kind.raisesClass();
    }
}
