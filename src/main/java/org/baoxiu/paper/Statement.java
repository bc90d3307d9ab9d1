package org.baoxiu.paper;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.baoxiu.fee.Balance;

/**
 * What the repairs of one owner cost in one month and how far that is collected (3.5, 4.3.8). An owner is a name at a place of
 * an office.
 *
 * @param lines in the order of their dates
 * @param asOf  what was collected later is not on it
 */
public record Statement(
        YearMonth month, String office, String place, String owner, List<StatementLine> lines, Instant asOf) {

    /** What the lines add up to. */
    Balance total() {
        return lines.stream().map(StatementLine::balance).reduce(Balance.NONE, Balance::plus);
    }
}
