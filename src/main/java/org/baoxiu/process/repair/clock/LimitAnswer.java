package org.baoxiu.process.repair.clock;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.commitment.Limit;
import org.jspecify.annotations.Nullable;

/** What the table of limits has answered. */
public final class LimitAnswer {

    /** As ISO 8601 writes a day of whichever month. */
    private static final Pattern DAY_OF_MONTH = Pattern.compile("---(\\d\\d)");

    private LimitAnswer() {}

    /** @throws IllegalStateException if it is no limit */
    public static Limit of(String commitment, Map<String, Object> answer) {
        try {
            String limit = String.valueOf(answer.get("limit"));
            Matcher day = DAY_OF_MONTH.matcher(limit);
            boolean byDay = day.matches();
            return new Limit(
                    byDay ? Duration.ZERO : Duration.parse(limit),
                    byDay ? Integer.parseInt(day.group(1)) : 0,
                    duration(answer.get("warning")),
                    duration(answer.get("again")),
                    Boolean.TRUE.equals(answer.get("serviceHours")),
                    String.valueOf(answer.get("clause")));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "serviceCommitments gives no ISO 8601 duration or day for " + commitment, e);
        }
    }

    /** Days of a promise are 24 hours each; nothing given is no time at all. */
    private static Duration duration(@Nullable Object text) {
        return text == null || text.toString().isBlank() ? Duration.ZERO : Duration.parse(text.toString());
    }
}
