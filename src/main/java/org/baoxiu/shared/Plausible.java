package org.baoxiu.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which times can be meant. A year that was typed wrong must neither start a clock nor stop one for ever, so what is out of
 * bounds is refused with the time as it was understood.
 */
public final class Plausible {

    /** Further back, somebody has to say why it is entered only now (4.7.8). */
    private static final Period FRESH = Period.ofDays(30);

    private static final Period YEAR = Period.ofYears(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

    private Plausible() {}

    /** A time that is wished or promised: after {@code now} and within a year of it, otherwise a {@link Rejection}. */
    public static Instant ahead(String what, Instant time, Instant now) {
        objectionAhead(what, time, now).ifPresent(objection -> {
            throw Rejection.invalid(objection);
        });
        return time;
    }

    /** What is wrong with a time that is wished or promised, as a sentence for the person at the screen. */
    public static Optional<String> objectionAhead(String what, Instant time, Instant now) {
        if (!time.isAfter(now)) {
            return Optional.of(what + shown(time) + "要晚于现在，请改正后重新提交。");
        }
        if (time.isAfter(now.atZone(ZoneId.systemDefault()).plus(YEAR).toInstant())) {
            return Optional.of(what + shown(time) + "要在一年以内，请核对年份后重新提交。");
        }
        return Optional.empty();
    }

    /**
     * The true time of a receipt: not after {@code now}, not more than a year before it, and not more than thirty days before
     * it unless a reason is given; otherwise a {@link Rejection}.
     *
     * @param reason why it is entered only now, or null
     */
    public static Instant received(Instant time, @Nullable String reason, Instant now) {
        if (time.isAfter(now)) {
            throw Rejection.invalid("收到时间" + shown(time) + "不能晚于现在，请改正后重新提交。");
        }
        if (time.isBefore(before(now, YEAR))) {
            throw Rejection.invalid("收到时间" + shown(time) + "是一年以前，请核对年份后重新提交。");
        }
        if (time.isBefore(before(now, FRESH)) && Texts.isBlank(reason)) {
            throw Rejection.invalid("收到时间" + shown(time) + "早于 30 天前。请核对；如果没有填错，请在“补记原因”中写明为什么现在才登记。");
        }
        return time;
    }

    /** The date of a paper that exists already: not after {@code today} and not more than a year before it. */
    public static Optional<String> objectionPast(String what, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(what + "（" + DAY.format(day) + "）不能晚于今天，请核对后重新填写。");
        }
        return day.isBefore(today.minus(YEAR))
                ? Optional.of(what + "（" + DAY.format(day) + "）是一年以前，请核对年份后重新填写。")
                : Optional.empty();
    }

    private static Instant before(Instant now, Period period) {
        return now.atZone(ZoneId.systemDefault()).minus(period).toInstant();
    }

    /** With the year, which is what was mistyped most likely. */
    private static String shown(Instant time) {
        try {
            return "（" + Times.minuteAndYear(time) + "）";
        } catch (DateTimeException farOff) {
            return "（" + time + "）";
        }
    }
}
