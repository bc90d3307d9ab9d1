package org.baoxiu.owner;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.ConsentOutcome;
import org.baoxiu.fee.FeeRule;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.Quote;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.owner.OwnerView.Change;
import org.baoxiu.owner.OwnerView.Line;
import org.baoxiu.owner.OwnerView.Offer;
import org.baoxiu.owner.OwnerView.Rating;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.TimeText;
import org.baoxiu.shared.Times;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.Completions;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what an owner may see of a slip: no names but the technician's, nothing of the office's own affairs (Q4). */
@Component
@Transactional(readOnly = true)
public class OwnerViews {

    private final Slips slips;
    private final Commitments commitments;
    private final Fees fees;
    private final Feedback feedback;
    private final OwnerRemarks remarks;
    private final Photos photos;
    private final Names names;
    private final Clock clock;

    OwnerViews(
            Slips slips,
            Commitments commitments,
            Fees fees,
            Feedback feedback,
            OwnerRemarks remarks,
            Photos photos,
            Names names,
            Clock clock) {
        this.slips = slips;
        this.commitments = commitments;
        this.fees = fees;
        this.feedback = feedback;
        this.remarks = remarks;
        this.photos = photos;
        this.names = names;
        this.clock = clock;
    }

    public OwnerView of(Slip slip) {
        List<HistoryEntry> history = slips.history(slip.number());
        List<Commitment> clocks = commitments.of(slip.number());
        return new OwnerView(
                slip,
                SevenSteps.of(slip, history),
                promise(clocks).orElse(null),
                technician(slip),
                completion(slip, clocks),
                cost(slip),
                changes(slip, history),
                offer(slip),
                work(slip),
                rating(slip),
                remarks.of(slip.number()),
                photos.of(slip.number()));
    }

    private @Nullable String technician(Slip slip) {
        return Optional.ofNullable(slip.technician()).map(names::of).orElse(null);
    }

    /** The promise that has to be kept next, or the one that was broken last. */
    private Optional<String> promise(List<Commitment> clocks) {
        Instant now = clock.instant();
        List<Commitment> running = clocks.stream()
                .filter(Commitment::running)
                .filter(one -> one.kind() != CommitmentKind.ADDED_STEP)
                .toList();
        Optional<Commitment> next =
                running.stream().filter(one -> one.dueAt().isAfter(now)).min(Comparator.comparing(Commitment::dueAt));
        return next.or(() -> running.stream().max(Comparator.comparing(Commitment::dueAt)))
                .map(one -> {
                    Duration left = Duration.between(now, one.dueAt());
                    return one.kind().label() + "：应在 " + Times.minute(one.dueAt()) + " 前，"
                            + (left.isNegative() ? TimeText.after("已超时", left) + "，已上报督办" : TimeText.after("还剩", left));
                });
    }

    private String completion(Slip slip, List<Commitment> clocks) {
        Instant finished = slip.work().finishedAt();
        if (finished != null && slip.workFinished() && !slip.state().ended() && slip.state() != SlipState.REFUSED) {
            return Times.minute(finished) + " 修理完毕";
        }
        return switch (slip.state()) {
            case RECEIVED, REGISTERED, NOTIFIED, PICKED_UP ->
                slip.visitExpectedAt() == null ? "维修人员上门后告知" : Times.minute(slip.visitExpectedAt()) + " 上门，修好的时间上门后告知";
            case ON_SITE, QUOTED, CONSENTED, WORKING, SUPPORT_REQUESTED, DEFERRED -> expected(slip, clocks);
            case REFUSED -> "不维修";
            case FINISHED, CONFIRMED, FOLLOWED_UP, CLOSED, CANCELLED, MISTAKEN, JOINED ->
                finished == null ? "没有维修" : Times.minute(finished) + " 修理完毕";
        };
    }

    private static String expected(Slip slip, List<Commitment> clocks) {
        Optional<Instant> time = Completions.time(slip).or(() -> clocks.stream()
                .filter(one -> one.kind() == CommitmentKind.REPAIR && one.running())
                .map(Commitment::dueAt)
                .findFirst());
        return time.map(Completions::by).orElseGet(() -> Completions.expected(slip));
    }

    private static String cost(Slip slip) {
        if (slip.publicArea()) {
            return "公共部位维修，不向业主收费";
        }
        return Stream.of(
                        line("应付", slip.agreement().finalAmount()),
                        line("应付", slip.agreement().billedAmount()),
                        line("您同意的金额", slip.agreement().consentedAmount()),
                        line("报价", slip.agreement().quotedAmount()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(line -> line.what() + " " + line.yuan())
                .orElse("维修人员现场确认后报价");
    }

    private static Optional<Line> line(String what, @Nullable BigDecimal amount) {
        return Optional.ofNullable(amount).map(known -> new Line(what, known));
    }

    /** What was said about time and money so far, and every change of it. */
    private List<Change> changes(Slip slip, List<HistoryEntry> history) {
        List<Change> changes = new ArrayList<>();
        history.stream()
                .filter(HistoryEntry::aboutTime)
                .forEach(entry -> changes.add(new Change(entry.occurredAt(), Telephones.hiddenIn(entry.text()))));
        fees.quotes(slip.number()).stream()
                .flatMap(quote -> Optional.ofNullable(quote.amounts()).map(amounts -> change(quote, amounts)).stream())
                .forEach(changes::add);
        Optional.ofNullable(slip.agreement().settlement())
                .map(settled -> new Change(settled.settledAt(), "结算 " + Yuan.text(settled.finalAmount())))
                .ifPresent(changes::add);
        return changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    private static Change change(Quote quote, Amounts amounts) {
        ConsentOutcome answer = quote.consentOutcome();
        return new Change(
                quote.quotedAt(),
                "报价 " + Yuan.text(amounts.ownerPays()) + (answer == null ? "" : "，您的答复：" + answer.label()));
    }

    private @Nullable Offer offer(Slip slip) {
        Optional<Quote> latest = fees.latestQuote(slip.number());
        return !slip.offers(OwnersStep.ANSWER_QUOTE)
                ? null
                : latest.filter(quote -> quote.consentOutcome() == null)
                        .flatMap(OwnerViews::offer)
                        .orElse(null);
    }

    private static Optional<Offer> offer(Quote quote) {
        FeeRule rule = quote.rule();
        Amounts amounts = quote.amounts();
        return rule == null || amounts == null ? Optional.empty() : Optional.of(offer(quote, rule, amounts));
    }

    private static Offer offer(Quote quote, FeeRule rule, Amounts amounts) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("人工费", quote.labour()));
        quote.materials()
                .forEach(material -> lines.add(new Line(
                        "材料：" + material.name() + " × "
                                + material.quantity().stripTrailingZeros().toPlainString(),
                        material.amount())));
        lines.add(new Line("上门服务费", amounts.serviceCharge()));
        lines.add(new Line("合计", amounts.total()));
        return new Offer(
                quote.id(),
                quote.workPlan(),
                lines,
                rule.payerLabel() + "（" + rule.reason() + "）",
                new Line("您应付", amounts.ownerPays()),
                quote.noiseOrSmell());
    }

    private static @Nullable String work(Slip slip) {
        return slip.offers(OwnersStep.JUDGE_WORK) ? slip.work().done() : null;
    }

    private Rating rating(Slip slip) {
        Optional<Integer> score =
                feedback.latest(slip.number()).filter(CallBack::reached).map(CallBack::score);
        return new Rating(feedback.awaitsRating(slip.number()), slip.repairDone(), score.orElse(null));
    }
}
