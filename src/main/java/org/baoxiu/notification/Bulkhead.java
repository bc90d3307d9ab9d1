package org.baoxiu.notification;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a few messages at once through to one channel, so that a server that hangs takes no thread from the other channels.
 * While the server is quick, whoever comes waits a moment for a place. While it is not, messages are turned away, each for a
 * little longer than the one before: however many wait, only a few a second come back and burden the database.
 */
final class Bulkhead {

  static final int AT_ONCE = 3;
  static final Duration FIRST_AWAY = Duration.ofSeconds(10);
  static final Duration LONGER_EACH = Duration.ofMillis(200);
  static final Duration LONGEST_AWAY = Duration.ofMinutes(5);
  private static final long MOMENT_MILLIS = 1_000;

  private final Semaphore places = new Semaphore(AT_ONCE);
  /** Since the server last answered; above zero it is slow. */
  private final AtomicInteger turnedAway = new AtomicInteger();

  /** @return how long the message has to stay away; empty if there was a place, and then {@link #leave} has to follow */
  Optional<Duration> enter() {
    try {
      if (places.tryAcquire(turnedAway.get() > 0 ? 0 : MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration away = FIRST_AWAY.plus(LONGER_EACH.multipliedBy(turnedAway.getAndIncrement()));
    return Optional.of(away.compareTo(LONGEST_AWAY) < 0 ? away : LONGEST_AWAY);
  }

  /** @param answered whether the server has said something about the message */
  void leave(boolean answered) {
    if (answered) {
      turnedAway.set(0);
    } else {
      turnedAway.compareAndSet(0, 1);
    }
    places.release();
  }
}
