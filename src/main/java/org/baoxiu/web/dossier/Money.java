package org.baoxiu.web.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.fee.Balance;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.FeeEntry;
import org.baoxiu.fee.MaterialLine;
import org.baoxiu.fee.Quote;
import org.baoxiu.shared.Yuan;
import org.jspecify.annotations.Nullable;

/** From the quote to the money, in the order in which it came about (4.3.4.4, 3.5). */
final class Money {

    private Money() {}

    private record Step(Instant at, String what, @Nullable BigDecimal amount, String more, String by) {

        List<String> cells() {
            return List.of(Words.time(at), what, amount == null ? "" : Yuan.text(amount), more, by);
        }
    }

    static Table of(Papers papers, Words words) {
        List<Step> steps = new ArrayList<>();
        papers.quotes().forEach(quote -> quoted(quote, steps, words));
        papers.bills().forEach(bill -> billed(bill, steps, words));
        papers.entries().forEach(entry -> steps.add(collected(entry, words)));
        steps.sort(Comparator.comparing(Step::at));
        List<List<String>> lines =
                new ArrayList<>(steps.stream().map(Step::cells).toList());
        if (!papers.entries().isEmpty()) {
            lines.add(sum(Balance.of(papers.entries())));
        }
        return Table.of("money", "报价、同意、账单、收款", List.of("时间", "事项", "业主应付", "说明", "经手"), lines);
    }

    private static void quoted(Quote quote, List<Step> steps, Words words) {
        steps.add(new Step(
                quote.quotedAt(),
                "报价",
                quote.amounts() == null ? null : quote.amounts().ownerPays(),
                sentence(
                        words.written(quote.workPlan()),
                        "人工 " + Yuan.text(quote.labour()),
                        materials(quote.materials()),
                        quote.amounts() == null
                                ? null
                                : "合计 " + Yuan.text(quote.amounts().total()),
                        quote.rule() == null ? null : quote.rule().payerLabel()),
                words.name(quote.quotedBy())));
        Instant decidedAt = quote.decidedAt();
        if (quote.consentOutcome() != null && decidedAt != null) {
            steps.add(new Step(
                    decidedAt,
                    "业主" + quote.consentOutcome().label(),
                    null,
                    sentence(words.written(quote.consentReason()), quote.noiseConsent() ? "同意施工有噪音或气味" : null),
                    quote.consentBy() == null ? "" : quote.consentBy().toString()));
        }
    }

    private static void billed(Bill bill, List<Step> steps, Words words) {
        steps.add(new Step(
                bill.recordedAt(),
                "账单",
                bill.amounts() == null ? null : bill.amounts().ownerPays(),
                sentence(
                        materials(bill.materials()),
                        bill.amounts() == null
                                ? null
                                : "合计 " + Yuan.text(bill.amounts().total()),
                        bill.rule() == null ? null : bill.rule().payerLabel()),
                words.name(bill.recordedBy())));
        if (bill.reviewedAt() != null) {
            steps.add(new Step(
                    bill.reviewedAt(),
                    bill.reductionReason() == null ? "审核通过" : "审核减免",
                    bill.reviewedAmount(),
                    sentence(bill.collectionLabel(), words.written(bill.reductionReason())),
                    words.name(bill.reviewedBy())));
        }
    }

    private static Step collected(FeeEntry entry, Words words) {
        return new Step(
                entry.recordedAt(),
                entry.kind().label(),
                entry.amount(),
                sentence(entry.way() == null ? null : entry.way().label(), words.written(entry.reason())),
                words.name(entry.recordedBy()));
    }

    private static List<String> sum(Balance balance) {
        return List.of(
                "",
                "现在",
                Yuan.text(balance.due()),
                "已收 " + Yuan.text(balance.received()) + "，未收 " + Yuan.text(balance.outstanding()) + "，"
                        + balance.state().label(),
                "");
    }

    private static String materials(List<MaterialLine> materials) {
        return materials.isEmpty()
                ? "没有材料"
                : materials.stream().map(MaterialLine::describe).collect(Collectors.joining("；"));
    }

    private static String sentence(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("；"));
    }
}
