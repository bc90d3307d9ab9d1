package org.baoxiu.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as people here write them. The year is said whenever it is not the present one, by the office's clock: texts
 * are written in many places that have no clock of their own.
 */
public final class Times {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final DateTimeFormatter ANY_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final String YEAR = "\\d{4}年(?=\\d{1,2}月\\d{1,2}日)";

    /** Null in a program without an office. */
    private static volatile @Nullable Clock clock;

    private Times() {}

    /** The clock that says which year is the present one. */
    public static void tellBy(Clock officeClock) {
        clock = officeClock;
    }

    public static String minute(Instant time) {
        ZonedDateTime local = time.atZone(ZoneId.systemDefault());
        Clock office = clock;
        boolean thisYear = office == null
                || local.getYear()
                        == office.instant().atZone(ZoneId.systemDefault()).getYear();
        return local.format(thisYear ? THIS_YEAR : ANY_YEAR);
    }

    /** Likewise where the year is always said: on paper, and in what is kept. */
    public static String minuteAndYear(Instant time) {
        return time.atZone(ZoneId.systemDefault()).format(ANY_YEAR);
    }

    /** Such as 2026年11月. */
    public static String month(YearMonth month) {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }

    /** A text without the years of its times: what was written before the turn of the year is the same text after it. */
    public static String withoutYears(String text) {
        return text.replaceAll(YEAR, "");
    }
}
