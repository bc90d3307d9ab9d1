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
  /** How many were sent away since the server last answered; above zero it is slow. */
  private final AtomicInteger staying = new AtomicInteger();

  /** @return how long a new message stays away before it tries to {@link #enter}: not at all while the server answers */
  Duration join() {
    return staying.get() > 0 ? away() : Duration.ZERO;
  }

  /** @return how long the message has to stay away; empty if there was a place, and then {@link #leave} has to follow */
  Optional<Duration> enter() {
    try {
      if (places.tryAcquire(staying.get() > 0 ? 0 : MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.of(away());
  }

  /** @param answered whether the server has said something about the message */
  void leave(boolean answered) {
    if (answered) {
      staying.set(0);
    } else {
      staying.compareAndSet(0, 1);
    }
    places.release();
  }

  private Duration away() {
    Duration away = FIRST_AWAY.plus(LONGER_EACH.multipliedBy(staying.getAndIncrement()));
    return away.compareTo(LONGEST_AWAY) < 0 ? away : LONGEST_AWAY;
  }
}
