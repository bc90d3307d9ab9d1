package org.baoxiu.paper;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What the repairs of one owner cost in one month (4.3.8). An owner is a name at a place of an office.
 *
 * @param lines in the order of their dates
 */
public record Statement(YearMonth month, String office, String place, String owner, List<StatementLine> lines) {

  /** Yuan; what the lines add up to. */
  BigDecimal total() {
    return lines.stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
