package org.baoxiu.process.repair.clock;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.OptionalInt;
import org.baoxiu.commitment.Limit;
import org.baoxiu.shared.DayOfMonthText;
import org.baoxiu.shared.DurationText;
import org.jspecify.annotations.Nullable;

/** What the table of limits has answered. */
public final class LimitAnswer {

    private LimitAnswer() {}

    /** @throws IllegalStateException if it is no limit */
    public static Limit of(String commitment, Map<String, Object> answer) {
        try {
            String limit = String.valueOf(answer.get("limit"));
            OptionalInt day = DayOfMonthText.parse(limit);
            return new Limit(
                    day.isPresent() ? Duration.ZERO : DurationText.parse(limit),
                    day.orElse(0),
                    duration(answer.get("warning")),
                    duration(answer.get("again")),
                    Boolean.TRUE.equals(answer.get("serviceHours")),
                    String.valueOf(answer.get("clause")));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("serviceCommitments gives no length of time or day for " + commitment, e);
        }
    }

    /** Days of a promise are 24 hours each; nothing given is no time at all. */
    private static Duration duration(@Nullable Object text) {
        return text == null || text.toString().isBlank() ? Duration.ZERO : DurationText.parse(text.toString());
    }
}
