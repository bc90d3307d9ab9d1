package org.baoxiu.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.Capitals;
import org.baoxiu.fee.FeeRule;
import org.baoxiu.fee.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Materials and money in the words of the paper, amounts in yuan; empty is yet to be written by hand (4.3.1.4, 4.3.4.4).
 *
 * @param basis whether the figures are the quote's or the bill's
 */
record PrintedFee(
        String basis,
        List<PrintedMaterial> materials,
        String labour,
        String materialsTotal,
        String serviceCharge,
        String total,
        String payer,
        String payable,
        String payableInCapitals,
        String reduction,
        String collection) {

    /** As many rows as the forms have; a sheet that is still to be written on has them all. */
    private static final int ROWS = 5;

    static PrintedFee blank() {
        return new PrintedFee("", padded(Stream.empty()), "", "", "", "", "", "", "", "", "");
    }

    static PrintedFee of(Quote quote) {
        FeeRule rule = quote.rule();
        Amounts amounts = quote.amounts();
        return rule == null || amounts == null
                ? blank()
                : of(
                        "报价",
                        padded(quote.materials().stream().map(PrintedMaterial::of)),
                        rule,
                        amounts,
                        amounts.ownerPays(),
                        "",
                        "");
    }

    static PrintedFee of(Bill bill) {
        FeeRule rule = bill.rule();
        Amounts amounts = bill.amounts();
        String collection = bill.collectionLabel();
        return rule == null || amounts == null
                ? blank()
                : of(
                        "结算",
                        bill.materials().stream().map(PrintedMaterial::of).toList(),
                        rule,
                        amounts,
                        bill.payable(),
                        reduction(bill.reductionReason(), amounts),
                        collection == null ? "" : collection);
    }

    private static PrintedFee of(
            String basis,
            List<PrintedMaterial> materials,
            FeeRule rule,
            Amounts amounts,
            BigDecimal payable,
            String reduction,
            String collection) {
        return new PrintedFee(
                basis,
                materials,
                figures(amounts.labour()),
                figures(amounts.materials()),
                figures(amounts.serviceCharge()),
                figures(amounts.total()),
                rule.payerLabel() + "（" + rule.reason() + "）",
                figures(payable),
                Capitals.of(payable),
                reduction,
                collection);
    }

    private static String reduction(@Nullable String reason, Amounts before) {
        return reason == null ? "" : "由 " + figures(before.ownerPays()) + " 元减免，理由：" + reason;
    }

    private static List<PrintedMaterial> padded(Stream<PrintedMaterial> lines) {
        return Stream.concat(lines, Stream.generate(() -> PrintedMaterial.BLANK))
                .limit(ROWS)
                .toList();
    }

    static String figures(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
