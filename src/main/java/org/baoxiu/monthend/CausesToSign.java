package org.baoxiu.monthend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Times;

/**
 * Causes of the month that is to be frozen next which nobody has signed: what is signed after the freezing is not in the month any more (4.7.7).
 *
 * @param month the first that is not frozen, over or not
 * @param today the day on which they were counted
 */
public record CausesToSign(YearMonth month, long number, LocalDate today) {

    /** By then the slips of public areas are in (4.5.1), and most causes of the month with them. */
    private static final int PRESSING_FROM = 25;

    public String label() {
        return Times.month(month);
    }

    /** Where they are signed, as an address of this application. */
    public String page() {
        return "/months/" + month + "/causes";
    }

    /** The first moment after the month, from which it may be frozen. */
    public Instant end() {
        return LocalTimes.start(month.plusMonths(1));
    }

    /** Whether little time is left and something to be signed. */
    public boolean pressing() {
        return number > 0 && !today.isBefore(month.atDay(PRESSING_FROM));
    }

    /** Whether this is the last day of the month. */
    public boolean lastDay() {
        return today.equals(month.atEndOfMonth());
    }

    public boolean monthIsOver() {
        return today.isAfter(month.atEndOfMonth());
    }
}
