package org.baoxiu.monthend;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What is counted: a frozen month, or what an open one would hold if it were frozen now.
 *
 * @param asOf money that came or went later belongs to a later month
 */
record MonthScope(YearMonth month, boolean open, Instant asOf) {

  /** The parameters that every query of the statistics may use. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("month", month.toString());
    parameters.put("yearBefore", month.minusMonths(12).toString());
    parameters.put("open", open);
    parameters.put("from", local(BusinessMonth.start(month)));
    parameters.put("until", local(BusinessMonth.start(month.plusMonths(1))));
    parameters.put("asOf", local(asOf));
    return parameters;
  }

  private static LocalDateTime local(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneId.systemDefault());
  }
}
