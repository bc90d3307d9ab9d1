package org.baoxiu.paper;

import java.math.BigDecimal;
import java.util.List;
import org.baoxiu.fee.Capitals;

/** A statement in the words of the paper; amounts in yuan. */
record PrintedStatement(String month, String office, String place, String owner, List<Line> lines, String total,
                        String totalInCapitals) {

  record Line(String slipNumber, String date, String item, String labour, String materials, String serviceCharge, String amount,
              String state) {
  }

  static PrintedStatement of(Statement statement) {
    BigDecimal total = statement.total();
    return new PrintedStatement(statement.month().getYear() + "年" + statement.month().getMonthValue() + "月", statement.office(),
        statement.place(), statement.owner(), statement.lines().stream().map(PrintedStatement::line).toList(),
        PrintedFee.figures(total), Capitals.of(total));
  }

  private static Line line(StatementLine line) {
    return new Line(line.slipNumber(), line.date().getMonthValue() + "月" + line.date().getDayOfMonth() + "日", line.item(),
        PrintedFee.figures(line.labour()), PrintedFee.figures(line.materials()), PrintedFee.figures(line.serviceCharge()),
        PrintedFee.figures(line.amount()), line.state());
  }
}
