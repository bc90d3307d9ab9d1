package org.baoxiu.cockpit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which ended cases somebody looks for; what is empty does not matter.
 *
 * @param number any part of the number of a slip, or of another business key
 * @param place  any part of a place, however it is written
 * @param person login name of somebody who had to do with it
 * @param from   inclusive, {@code until} exclusive, of the end
 * @param all    whether all processes are looked through; otherwise repairs only
 * @param page   counted from 1
 */
record FinishedFilter(String number, String place, String person, Instant from, Instant until, boolean all, int page) {

    static final int DAYS = 7;
    private static final int LONGEST = 100;

    /**
     * As it is typed; without dates the last {@value #DAYS} days.
     *
     * @throws Rejection for what cannot be read
     */
    static FinishedFilter typed(
            @Nullable String number,
            @Nullable String place,
            @Nullable String person,
            @Nullable String from,
            @Nullable String until,
            boolean all,
            int page,
            Clock clock) {
        LocalDate last = day(until, LocalDate.now(clock));
        LocalDate first = day(from, last.minusDays(DAYS));
        if (first.isAfter(last)) {
            throw Rejection.invalid("结束日期要从前到后：“从”不能晚于“到”，请改正。");
        }
        return new FinishedFilter(
                line(number), line(place), line(person), start(first), start(last.plusDays(1)), all, Math.max(1, page));
    }

    private static String line(@Nullable String typed) {
        String line = typed == null ? "" : Texts.line(typed);
        return line.substring(0, Math.min(LONGEST, line.length()));
    }

    private static LocalDate day(@Nullable String typed, LocalDate otherwise) {
        if (typed == null || Texts.isBlank(typed)) {
            return otherwise;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Rejection.invalid("日期请写成 2026-11-30 这样。");
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    /** The normal form of the place, which is kept beside each. */
    String placeKey() {
        return place.isEmpty() ? "" : PlaceName.of(place).key();
    }
}
