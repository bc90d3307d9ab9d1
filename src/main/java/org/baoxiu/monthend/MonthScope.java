package org.baoxiu.monthend;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.shared.LocalTimes;

/**
 * What is counted: a frozen month, or what an open one holds so far.
 *
 * @param next the first month that is not frozen: it takes in what is recorded late
 * @param since when the month before was frozen: what was recorded by then about earlier months is no correction of this one
 * @param asOf what came later, such as money or an owner's other score, belongs to a later month
 */
public record MonthScope(YearMonth month, YearMonth next, Instant since, Instant asOf) {

    private static final int TWO_WEEKS = 14;
    private static final Pattern NAME = Pattern.compile(":([A-Za-z]+)");

    boolean frozen() {
        return month.isBefore(next);
    }

    /** Whether what belongs to a frozen month and was recorded after its freezing is in this one. */
    boolean takesInLateEntries() {
        return month.equals(next);
    }

    /**
     * A query about this scope: what it names as {@code :month} and so on is in its text, so that it is no question about another
     * month. With parameters, H2 2.3.232 answers parts of it with what it had found for the month before.
     */
    public String in(String sql) {
        Map<String, String> literals = literals();
        return NAME.matcher(sql)
                .replaceAll(name -> Matcher.quoteReplacement(literals.getOrDefault(name.group(1), name.group())));
    }

    private Map<String, String> literals() {
        LocalDateTime until = LocalTimes.local(LocalTimes.start(month.plusMonths(1)));
        LocalDateTime end = LocalTimes.local(asOf).isBefore(until) ? LocalTimes.local(asOf) : until;
        return Map.of(
                "month",
                text(month),
                "before",
                text(month.minusMonths(1)),
                "yearBefore",
                text(month.minusMonths(12)),
                "next",
                text(next),
                "since",
                time(LocalTimes.local(since)),
                "from",
                time(LocalTimes.local(LocalTimes.start(month))),
                "until",
                time(until),
                "end",
                time(end),
                "twoWeeksBefore",
                time(end.minusDays(TWO_WEEKS)),
                "asOf",
                time(LocalTimes.local(asOf)));
    }

    private static String text(YearMonth month) {
        return "'" + month + "'";
    }

    private static String time(LocalDateTime time) {
        return "timestamp '" + Timestamp.valueOf(time) + "'";
    }
}
