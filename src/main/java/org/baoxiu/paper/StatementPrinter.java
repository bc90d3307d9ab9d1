package org.baoxiu.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.FeeCollection;
import org.baoxiu.fee.Fees;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the monthly statements of owners 月结账单 as PDF, A4 (4.3.8). */
@Service
@Transactional(readOnly = true)
public class StatementPrinter {

    private final PdfWriter writer;
    private final Slips slips;
    private final Fees fees;
    private final FeeCollection collection;
    private final Clock clock;

    StatementPrinter(PdfWriter writer, Slips slips, Fees fees, FeeCollection collection, Clock clock) {
        this.writer = writer;
        this.slips = slips;
        this.fees = fees;
        this.collection = collection;
        this.clock = clock;
    }

    /** Each statement begins on a page of its own. */
    public byte[] print(List<Statement> statements) {
        return writer.write(
                "statement",
                Map.of(
                        "statements",
                        statements.stream().map(PrintedStatement::of).toList()));
    }

    /**
     * The statement of a slip's owner over the slips that ended in a month. An unknown number, the slip of a public area, which
     * has no owner, and a month without any closed slip are a {@link Rejection}.
     */
    public Statement of(String slipNumber, YearMonth month) {
        Slip slip = slips.get(slipNumber);
        if (slip.publicArea()) {
            throw Rejection.invalid(slipNumber, "公共部位维修不向业主收费，没有业主账单。");
        }
        List<StatementLine> lines =
                slips.endedOfSameOwner(slip, LocalTimes.start(month), LocalTimes.start(month.plusMonths(1))).stream()
                        .flatMap(ended -> line(ended).stream())
                        .toList();
        if (lines.isEmpty()) {
            throw Rejection.invalid(slipNumber, "这位业主在" + Times.month(month) + "没有已关闭的收费维修单，没有账单可以打印。");
        }
        return new Statement(
                month,
                slip.report().office(),
                slip.report().place(),
                slip.report().reporterName(),
                lines,
                clock.instant());
    }

    /** A quote that the owner refused has no bill and costs nothing. */
    private Optional<StatementLine> line(Slip slip) {
        return fees.latestBill(slip.number())
                .filter(bill -> bill.reviewedAmount() != null)
                .map(Bill::amounts)
                .flatMap(amounts -> Optional.ofNullable(slip.closedAt()).map(closed -> line(slip, closed, amounts)));
    }

    private StatementLine line(Slip slip, Instant closed, Amounts amounts) {
        return new StatementLine(
                slip.number(),
                LocalTimes.local(closed).toLocalDate(),
                slip.registeredItem().name(),
                amounts.labour(),
                amounts.materials(),
                amounts.serviceCharge(),
                collection.balance(slip.number()),
                collection.entries(slip.number()));
    }
}
