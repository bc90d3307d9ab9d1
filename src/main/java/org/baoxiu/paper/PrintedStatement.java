package org.baoxiu.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.baoxiu.fee.Balance;
import org.baoxiu.fee.Capitals;
import org.baoxiu.fee.EntryKind;
import org.baoxiu.fee.FeeEntry;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Times;

/**
 * A statement in the words of the paper; amounts in yuan.
 *
 * @param entries what became of the charges, slip by slip
 */
record PrintedStatement(
        String month,
        String office,
        String place,
        String owner,
        String asOf,
        List<Line> lines,
        List<Entry> entries,
        Sum billed,
        Sum waived,
        Sum received,
        Sum outstanding) {

    /** @param received less what was given back */
    record Line(
            String slipNumber,
            String date,
            String item,
            String labour,
            String materials,
            String serviceCharge,
            String billed,
            String waived,
            String received,
            String outstanding) {}

    record Entry(String slipNumber, String date, String kind, String way, String amount, String reason) {}

    record Sum(String label, String figures, String capitals) {

        static Sum of(String label, BigDecimal amount) {
            return new Sum(label, PrintedFee.figures(amount), Capitals.of(amount));
        }
    }

    static PrintedStatement of(Statement statement) {
        Balance total = statement.total();
        return new PrintedStatement(
                Times.month(statement.month()),
                statement.office(),
                statement.place(),
                statement.owner(),
                Times.minute(statement.asOf()),
                statement.lines().stream().map(PrintedStatement::line).toList(),
                statement.lines().stream()
                        .flatMap(line -> line.entries().stream())
                        .filter(entry -> entry.kind() != EntryKind.BILLED)
                        .map(PrintedStatement::entry)
                        .toList(),
                Sum.of("应收合计", total.billed()),
                Sum.of("减免合计", total.waived()),
                Sum.of("已收合计", total.received()),
                outstanding(total));
    }

    private static Line line(StatementLine line) {
        Balance balance = line.balance();
        return new Line(
                line.slipNumber(),
                day(line.date()),
                line.item(),
                PrintedFee.figures(line.labour()),
                PrintedFee.figures(line.materials()),
                PrintedFee.figures(line.serviceCharge()),
                PrintedFee.figures(balance.billed()),
                PrintedFee.figures(balance.waived()),
                PrintedFee.figures(balance.received()),
                PrintedFee.figures(balance.outstanding()));
    }

    private static Entry entry(FeeEntry entry) {
        return new Entry(
                entry.slipNumber(),
                day(day(entry.recordedAt())),
                entry.kind().label(),
                entry.way() == null ? "" : entry.way().label(),
                PrintedFee.figures(entry.amount()),
                entry.reason() == null ? "" : entry.reason());
    }

    private static Sum outstanding(Balance total) {
        boolean back = total.outstanding().signum() < 0;
        return Sum.of(back ? "应退业主" : "未收合计", total.outstanding().abs());
    }

    private static LocalDate day(Instant time) {
        return LocalTimes.local(time).toLocalDate();
    }

    private static String day(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
