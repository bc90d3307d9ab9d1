package org.baoxiu.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a few messages at once through to one channel, so that a server that hangs takes no thread from the other channels.
 * While the server is quick, whoever comes waits a moment for a place. While it is not, messages stay away, each for a
 * little longer than the one before: however many wait, only a few a second come back and burden the database.
 */
final class Bulkhead {

    static final int AT_ONCE = 3;
    static final Duration FIRST_AWAY = Duration.ofSeconds(10);
    static final Duration LONGER_EACH = Duration.ofMillis(200);
    static final Duration LONGEST_AWAY = Duration.ofMinutes(5);
    private static final long MOMENT_MILLIS = 1_000;

    private final Semaphore places = new Semaphore(AT_ONCE);
    /** Since the server last answered. */
    private final AtomicInteger sentAway = new AtomicInteger();

    private volatile boolean answers = true;

    /** @return how long a new message stays away before it tries to {@link #enter}: not at all unless others had to */
    Duration join() {
        return sentAway.get() > 0 ? away() : Duration.ZERO;
    }

    /** @return how long the message has to stay away; empty if there was a place, and then {@link #leave} has to follow */
    Optional<Duration> enter() {
        try {
            if (places.tryAcquire(answers && sentAway.get() == 0 ? MOMENT_MILLIS : 0, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.of(away());
    }

    /** @param answered whether the server has said something about the message */
    void leave(boolean answered) {
        answers = answered;
        if (answered) {
            sentAway.set(0);
        }
        places.release();
    }

    private Duration away() {
        Duration away = FIRST_AWAY.plus(LONGER_EACH.multipliedBy(sentAway.getAndIncrement()));
        return away.compareTo(LONGEST_AWAY) < 0 ? away : LONGEST_AWAY;
    }
}
