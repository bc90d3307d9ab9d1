package org.baoxiu.commitment;

import java.time.Duration;

/**
 * What the decision table of service commitments says about one promise.
 *
 * @param time         how long it may take; positive
 * @param warning      how long before the due time somebody is warned; zero for not at all
 * @param again        how long after a miss it is told again, and again; zero for once only
 * @param serviceHours whether only service hours count, or the time runs around the clock
 */
public record Limit(Duration time, Duration warning, Duration again, boolean serviceHours, String clause) {

  public Limit {
    if (time.isNegative() || time.isZero() || warning.isNegative() || again.isNegative() || warning.compareTo(time) >= 0) {
      throw new IllegalArgumentException("limit " + time + ", warning " + warning + ", again " + again);
    }
  }
}
