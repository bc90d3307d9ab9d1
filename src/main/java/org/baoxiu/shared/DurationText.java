package org.baoxiu.shared;

import java.text.Normalizer;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as a decision table has it: 15 分钟, 2 小时, 1 天 12 小时, 1 分 40 秒, 半小时; ISO 8601 as in the tables of former
 * releases as well. A day has 24 hours.
 */
public final class DurationText {

    private static final Pattern WORDS = Pattern.compile("(?:(?<days>\\d{1,4})天)?(?:(?<hours>\\d{1,4})个?(?:小时|钟头))?"
            + "(?:(?<minutes>\\d{1,5})(?:分钟|分))?(?:(?<seconds>\\d{1,5})(?:秒钟|秒))?");

    private DurationText() {}

    /** @throws DateTimeParseException if it is none */
    public static Duration parse(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher parts = WORDS.matcher(words.replaceAll("^半个?小时$", "30分钟"));
        return words.isEmpty() || !parts.matches()
                ? Duration.parse(words)
                : Duration.ofDays(number(parts.group("days")))
                        .plusHours(number(parts.group("hours")))
                        .plusMinutes(number(parts.group("minutes")))
                        .plusSeconds(number(parts.group("seconds")));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
