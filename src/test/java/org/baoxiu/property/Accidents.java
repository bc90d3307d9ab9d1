package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.slip.Slip;

/**
 * What may make a slip an accident, gathered from what people said and when, and not from what the slip counts of itself (4.2.1).
 */
final class Accidents {

    private static final int REPEATS = 3;
    private static final Duration COUNTED_AS_ONE = Duration.ofHours(1);
    private static final Duration UNRESOLVED = Duration.ofDays(14);

    private int counted;
    private Instant lastCounted;
    private boolean lossOrInjury;
    private boolean declared;

    /**
     * The owner urges or complains.
     *
     * @param promises as they are before it is recorded
     */
    void repeated(List<Commitment> promises, Instant now) {
        boolean missed = promises.stream()
                .anyMatch(promise -> promise.missedAt() != null
                        || !promise.paused()
                                && promise.dueAt()
                                                .compareTo(
                                                        promise.ended()
                                                                ? promise.endedAt()
                                                                        .minusNanos(1)
                                                                : now)
                                        <= 0);
        if (missed && (lastCounted == null || !lastCounted.plus(COUNTED_AS_ONE).isAfter(now))) {
            counted++;
            lastCounted = now;
        }
    }

    /** A person may say so with every registration, assessment and call. */
    void said(Map<String, Object> answer) {
        lossOrInjury |= Boolean.TRUE.equals(answer.get("lossOrInjury"));
    }

    /** Only after a missed promise, after fourteen days, or by a person's word. */
    void check(Slip slip, Instant now) {
        assertThat(slip.severity().repeatCount())
                .as("what counts towards an accident")
                .isEqualTo(counted);
        if (slip.accident() != null && !declared) {
            declared = true;
            boolean unresolved = !now.isBefore(slip.report().receivedAt().plus(UNRESOLVED));
            assertThat(counted >= REPEATS || unresolved || lossOrInjury)
                    .as(
                            "an accident with %s repeats that count, %s after the receipt",
                            counted, Duration.between(slip.report().receivedAt(), now))
                    .isTrue();
        }
    }
}
