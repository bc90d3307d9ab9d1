package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quote, consent and bill of a slip (4.3.4.4, 4.3.4.6, 4.7.6, 3.5). What the owner pays is bounded twice: by the consent,
 * and after a rework by what was billed before. A quote or a bill of a million yuan or more is a {@link Rejection}.
 */
@Service
@Transactional
public class Fees {

    private final QuoteRepository quotes;
    private final BillRepository bills;
    private final FeeCollection collection;
    private final Slips slips;
    private final Clock clock;

    Fees(QuoteRepository quotes, BillRepository bills, FeeCollection collection, Slips slips, Clock clock) {
        this.quotes = quotes;
        this.bills = bills;
        this.collection = collection;
        this.slips = slips;
        this.clock = clock;
    }

    /** Records what the technician offers; {@link #decideQuote} puts the amounts to it (4.3.4.4). */
    public void quote(String slipNumber, QuoteRequest request, Person by) {
        BigDecimal labour = labour(slipNumber, slips.get(slipNumber).registeredItem(), request.labourOrNull());
        slips.change(
                slipNumber,
                by,
                5,
                "4.3.4.4",
                "现场确认，原因：" + request.foundCause() + "；维修内容：" + request.workPlan()
                        + (request.completionOrNull() == null
                                ? ""
                                : "；预计 " + Times.minute(request.completionOrNull()) + " 前修好"),
                slip -> {
                    slip.quoting()
                            .quote(
                                    request.foundCause(),
                                    request.noiseOrSmell(),
                                    request.officeFault(),
                                    request.underWarranty());
                    slip.quoting().quotedFor(request.completionOrNull(), clock.instant());
                });
        String item = slips.get(slipNumber).registeredItem().code();
        quotes.save(Quote.of(slipNumber, item, request, labour, clock.instant(), by));
    }

    private static BigDecimal labour(String slipNumber, CatalogueItem item, @Nullable BigDecimal offered) {
        if (item.inPriceList()) {
            if (offered != null && offered.compareTo(item.labourPrice()) != 0) {
                throw Rejection.invalid(
                        slipNumber,
                        "“" + item.name() + "”的人工费按工价表为 " + Yuan.text(item.labourPrice()) + "，不能改动。请清空人工费后重新提交。");
            }
            return item.labourPrice();
        }
        if (offered == null || !Yuan.payable(offered)) {
            throw Rejection.invalid(slipNumber, "“" + item.name() + "”不在工价表内，请填写人工费：0 元以上、100 万元以下，最多两位小数。");
        }
        return offered;
    }

    /** Puts the amounts of the fee rules to the latest quote. */
    public void decideQuote(String slipNumber, FeeRule rule) {
        Quote quote = quoteOf(slipNumber);
        Amounts amounts = amounts(slipNumber, rule, quote.labour(), quote.materials());
        quote.price(rule, amounts);
        quotes.save(quote);
        slips.change(slipNumber, Person.system(), 5, "4.3.4.4", "报价" + inWords(amounts, rule), slip -> slip.quoting()
                .quotedAt(amounts.ownerPays()));
    }

    /**
     * The owner or a deputy agrees to the content and the amount of the latest quote (4.3.4.4).
     *
     * @param noiseConsent also agrees to noise or smell; needed when the quote announces it (4.3.4.6)
     */
    public void consent(String slipNumber, Signatory signatory, boolean noiseConsent, Person by) {
        Quote quote = quoteOf(slipNumber);
        quote.agreed(signatory, noiseConsent, clock.instant());
        slips.change(
                slipNumber,
                by,
                5,
                quote.noiseOrSmell() ? "4.3.4.4、4.3.4.6" : "4.3.4.4",
                signatory + " 同意维修内容和金额" + (quote.noiseOrSmell() ? "，同意有噪音或气味的施工" : ""),
                slip -> slip.quoting().consent());
        quotes.save(quote);
    }

    public void askForAnotherQuote(String slipNumber, String reason, Person by) {
        answer(slipNumber, ConsentOutcome.REQUOTE, "业主要求调整报价：" + reason, reason, by);
    }

    public void refuse(String slipNumber, String reason, Person by) {
        answer(slipNumber, ConsentOutcome.REFUSED, "业主不同意维修：" + reason, reason, by);
    }

    private void answer(String slipNumber, ConsentOutcome outcome, String text, String reason, Person by) {
        slips.change(slipNumber, by, 5, "4.3.4.4", text, slip -> {
            if (outcome == ConsentOutcome.REFUSED) {
                slip.quoting().refuse(reason, clock.instant());
            } else {
                slip.quoting().askForAnotherQuote(reason);
            }
        });
        Quote quote = quoteOf(slipNumber);
        quote.notAgreed(outcome, reason, clock.instant());
        quotes.save(quote);
    }

    /** The material that the finished work used, before its bill is decided (4.7.6). */
    public void recordUsed(String slipNumber, List<MaterialLine> used, Person by) {
        String text = used.isEmpty()
                ? "没有使用材料"
                : "使用材料：" + used.stream().map(MaterialLine::describe).collect(Collectors.joining("；"));
        slips.change(slipNumber, by, 5, "4.7.6", text, slip -> slip.repairing().useMaterials());
        Bill bill = latestBill(slipNumber).filter(open -> !open.decided()).orElseGet(() -> Bill.open(slipNumber));
        bills.save(bill.use(used, clock.instant(), by));
    }

    /** The bill of the work just finished: labour as agreed, material as used; never above the consent (4.3.4.4). */
    public void decideBill(String slipNumber, FeeRule rule) {
        Bill bill = latestBill(slipNumber)
                .filter(open -> !open.decided())
                .orElseThrow(() -> Rejection.invalid(slipNumber, "还没有登记用料，不能核定费用。请先登记使用的材料。"));
        Amounts amounts = amounts(slipNumber, rule, agreedLabour(slipNumber), bill.materials());
        bill.decide(rule, amounts);
        bills.save(bill);
        slips.change(
                slipNumber, Person.system(), 5, "4.3.4.4", "核定费用，" + inWords(amounts, rule), slip -> slip.repairing()
                        .bill(amounts.ownerPays()));
    }

    private static String inWords(Amounts amounts, FeeRule rule) {
        return "合计 " + Yuan.text(amounts.total()) + "，业主应付 " + Yuan.text(amounts.ownerPays()) + "（" + rule.payerLabel()
                + "）";
    }

    /**
     * In a public area nobody is asked for consent, so that the listed labour counts (4.5.1); so it does where the item was corrected
     * since: what is more than the owner has agreed to needs another consent.
     */
    private BigDecimal agreedLabour(String slipNumber) {
        CatalogueItem item = slips.get(slipNumber).registeredItem();
        return quotes.findFirstBySlipNumberAndConsentOutcomeOrderByIdDesc(slipNumber, ConsentOutcome.AGREED)
                .filter(agreed -> !(agreed.forOtherThan(item.code()) && item.inPriceList()))
                .map(Quote::labour)
                .orElse(item.labourPrice());
    }

    /** @throws Rejection once the owner has paid for the item that stands on the bill */
    public void checkItemCorrectable(String slipNumber) {
        if (collection.balance(slipNumber).paid().signum() > 0) {
            throw Rejection.outOfTurn(slipNumber, "业主已经按账单付过款，不能再更正维修项目。收错了的，请先减免、退款。");
        }
    }

    /**
     * Finished work whose item was corrected costs what that item costs, as long as nobody has reviewed the fee; never above the consent,
     * nor more for the owner than before. Where the office pays, it may cost more.
     */
    public void itemCorrected(String slipNumber) {
        latestBill(slipNumber)
                .filter(bill -> bill.decided() && bill.reviewedAmount() == null)
                .ifPresent(bill -> {
                    FeeRule rule = Objects.requireNonNull(bill.rule());
                    Amounts before = Objects.requireNonNull(bill.amounts());
                    Amounts amounts = amounts(slipNumber, rule, agreedLabour(slipNumber), bill.materials());
                    int owner = amounts.ownerPays().compareTo(before.ownerPays());
                    if (owner < 0 || owner == 0 && amounts.total().compareTo(before.total()) != 0) {
                        bill.decide(rule, amounts);
                        bills.save(bill);
                        slips.change(
                                slipNumber,
                                Person.system(),
                                5,
                                "4.3.4.4",
                                "项目更正，重新核定费用，" + inWords(amounts, rule),
                                slip -> {
                                    if (owner < 0) {
                                        slip.repairing().bill(amounts.ownerPays());
                                    }
                                });
                    }
                });
    }

    private Amounts amounts(String slipNumber, FeeRule rule, BigDecimal labour, List<MaterialLine> materials) {
        Amounts amounts = afterRework(slipNumber, FeeCalculator.amounts(rule, labour, materials));
        if (!amounts.payable()) {
            throw Rejection.invalid(
                    slipNumber,
                    "合计 " + Yuan.text(amounts.total()) + "，业主应付 " + Yuan.text(amounts.ownerPays())
                            + "，都要低于 100 万元。请核对人工费以及每项材料的数量和单价，改正后重新提交。");
        }
        return amounts;
    }

    /** What the owner pays after a rework is what was payable before it: neither more nor, by the rework alone, less. */
    private Amounts afterRework(String slipNumber, Amounts amounts) {
        if (!slips.get(slipNumber).rework()) {
            return amounts;
        }
        return bills.findBySlipNumberOrderByIdDesc(slipNumber).stream()
                .filter(Bill::decided)
                .findFirst()
                .map(before -> amounts.withOwnerPaying(before.payable()))
                .orElse(amounts);
    }

    /**
     * Customer service reviews the fee, and by that charges it (3.5).
     *
     * @param reducedToOrNull yuan, below the bill and with a reason, by whoever may waive; null approves the bill as it is
     * @param agreedWay       monthly, cash or transfer
     */
    public void review(
            String slipNumber,
            @Nullable BigDecimal reducedToOrNull,
            @Nullable String reasonOrNull,
            String agreedWay,
            Person by) {
        if (reducedToOrNull != null) {
            FeeCollection.requireMayWaive(slipNumber, by);
        }
        CollectionWay way = CollectionWay.of(slipNumber, agreedWay);
        Bill bill = latestBill(slipNumber)
                .filter(Bill::decided)
                .orElseThrow(() -> Rejection.invalid(slipNumber, "费用还没有核定，不能审核。"));
        Instant now = clock.instant();
        bill.review(reducedToOrNull, reasonOrNull, way, now, by);
        slips.change(
                slipNumber,
                by,
                6,
                "3.5",
                (reducedToOrNull == null ? "费用审核通过，应收 " : "费用减免为 ") + Yuan.text(bill.payable()) + "（" + way.label()
                        + "）" + (reducedToOrNull == null ? "" : "：" + reasonOrNull),
                slip -> slip.confirming().approveFee(bill.payable(), way.code(), now));
        collection.charge(bills.save(bill), now, by);
    }

    /** All quotes of a slip, the oldest first. */
    public List<Quote> quotes(String slipNumber) {
        return quotes.findBySlipNumberOrderById(slipNumber);
    }

    /** All bills of a slip, the oldest first: one for each round of work. */
    public List<Bill> bills(String slipNumber) {
        return bills.findBySlipNumberOrderById(slipNumber);
    }

    public Optional<Quote> latestQuote(String slipNumber) {
        return quotes.findFirstBySlipNumberOrderByIdDesc(slipNumber);
    }

    public Optional<Bill> latestBill(String slipNumber) {
        return bills.findFirstBySlipNumberOrderByIdDesc(slipNumber);
    }

    private Quote quoteOf(String slipNumber) {
        return latestQuote(slipNumber).orElseThrow(() -> Rejection.invalid(slipNumber, "还没有报价，请先现场确认并报价。"));
    }
}
