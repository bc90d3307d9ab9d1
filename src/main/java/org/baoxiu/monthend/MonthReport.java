package org.baoxiu.monthend;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.slip.Markdown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of a month as pages and forms show them. */
@Service
@Transactional(readOnly = true)
public class MonthReport {

  private final MonthEnd months;
  private final Reports reports;

  MonthReport(MonthEnd months, Reports reports) {
    this.months = months;
    this.reports = reports;
  }

  /** The key figures, as Markdown lines for the forms of the check and the receipt. */
  public String summary(YearMonth month) {
    List<String> lines = new ArrayList<>();
    reports.all().get(0).lines(months.scope(month), Integer.MAX_VALUE, line -> lines.add("- " + Markdown.plain(line.get(0).toString()) + "：**"
        + line.get(1) + "**" + (line.get(2).equals("") ? "" : "（要求 " + line.get(2) + "）")));
    return String.join("\n", lines);
  }
}
