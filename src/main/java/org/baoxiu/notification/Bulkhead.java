package org.baoxiu.notification;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets a few messages at once through to one channel, so that a server that hangs takes no thread from the other channels.
 * While the server is quick, whoever comes waits a moment for a place.
 */
final class Bulkhead {

  static final int AT_ONCE = 3;
  private static final long MOMENT_MILLIS = 1_000;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private volatile boolean slow;

  /** Whether there was a place; then {@link #leave} has to follow. */
  boolean enter() {
    try {
      boolean entered = places.tryAcquire(slow ? 0 : MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      slow |= !entered;
      return entered;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** @param answered whether the server has said something about the message */
  void leave(boolean answered) {
    slow = !answered;
    places.release();
  }
}
