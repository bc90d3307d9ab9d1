package org.baoxiu.commitment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something is due and who has been told of it: a promise of a slip, or the hand-over of a month. What follows from the clock is
 * the same for either: a warning, the miss, and the miss again (4.3.8, 4.6, 5.3).
 */
public class Deadline {

    String clause;
    Instant dueAt;
    long warningSeconds;
    long againSeconds;

    @Nullable
    Instant warnedAt;

    @Nullable
    Instant missedAt;

    @Nullable
    Instant toldAt;

    /** Empty: a {@link Commitment}, which knows when it is due, or the persistence fills it. */
    @SuppressWarnings("NullAway.Init")
    Deadline() {}

    /** Who is told how often, by the limit; when it is due hangs on the time that counts. */
    void use(Limit limit) {
        clause = limit.clause();
        warningSeconds = limit.warning().toSeconds();
        againSeconds = limit.again().toSeconds();
    }

    /** What is to be told at this moment, if anything, while it is owed. */
    public Optional<Stage> stage(Instant now) {
        if (missedAt != null) {
            Instant told = toldAt == null ? missedAt : toldAt;
            return againSeconds > 0 && times(now) > times(told) ? Optional.of(Stage.AGAIN) : Optional.empty();
        }
        if (!dueAt.isAfter(now)) {
            return Optional.of(Stage.MISSED);
        }
        return warningSeconds > 0 && warnedAt == null && !warningAt().isAfter(now)
                ? Optional.of(Stage.WARNING)
                : Optional.empty();
    }

    /** How often a miss was to be told again until then. Counted from the due time, so that a timer that was late skips none. */
    private long times(Instant moment) {
        return Duration.between(dueAt, moment).toSeconds() / againSeconds;
    }

    /** Notes what somebody is told; the miss stays the first one. */
    public void told(Stage stage, Instant now) {
        if (stage == Stage.WARNING) {
            warnedAt = now;
        } else {
            missedAt = missedAt == null ? now : missedAt;
            toldAt = now;
        }
    }

    public Instant dueAt() {
        return dueAt;
    }

    /** When somebody is warned; the due time itself where nobody is. */
    public Instant warningAt() {
        return dueAt.minusSeconds(warningSeconds);
    }

    /** As a timer reads it: when it is due, and then as often as a miss is told again (5.3). */
    public String cycle() {
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dueAt.atZone(ZoneId.systemDefault())) + "/"
                + Duration.ofSeconds(againSeconds);
    }

    public @Nullable Instant warnedAt() {
        return warnedAt;
    }

    /** When the miss was noticed, which is the true due time plus the lateness of the timer. */
    public @Nullable Instant missedAt() {
        return missedAt;
    }

    /** When somebody was told last that it is missed. */
    public @Nullable Instant toldAt() {
        return toldAt;
    }

    /** How many whole days it was late when somebody was told last; zero while nobody was. */
    public long daysLate() {
        return toldAt == null ? 0 : Duration.between(dueAt, toldAt).toDays();
    }
}
