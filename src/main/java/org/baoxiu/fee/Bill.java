package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Yuan;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What one finished round of work used and costs (4.7.6, 4.3.4.4), and its review by customer service (3.5). Rework is a
 * round, and a bill, of its own.
 */
public class Bill {

    @Id
    private long id;

    private String slipNumber;
    private List<UsedMaterial> materials;
    private Instant recordedAt;
    private String recordedBy;

    @Embedded.Nullable(prefix = "rule_")
    private FeeRule rule;

    @Embedded.Nullable(prefix = "amount_")
    private Amounts amounts;

    private @Nullable BigDecimal reviewedAmount;
    private @Nullable String reductionReason;
    private @Nullable CollectionWay collection;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewedBy;

    /** For the persistence only, which fills in what is never missing. */
    @SuppressWarnings("NullAway.Init")
    Bill() {}

    static Bill open(String slipNumber) {
        Bill bill = new Bill();
        bill.slipNumber = slipNumber;
        return bill;
    }

    Bill use(List<MaterialLine> used, Instant now, Person by) {
        materials = used.stream().map(UsedMaterial::new).toList();
        recordedAt = now;
        recordedBy = by.id();
        return this;
    }

    void decide(FeeRule rule, Amounts amounts) {
        this.rule = rule;
        this.amounts = amounts;
    }

    /** Approves the bill as it is, or reduced to an amount below it with a reason (3.5). */
    void review(
            @Nullable BigDecimal reducedToOrNull,
            @Nullable String reasonOrNull,
            CollectionWay way,
            Instant now,
            Person by) {
        if (reducedToOrNull != null) {
            checkReduction(reducedToOrNull, reasonOrNull);
            reductionReason = reasonOrNull;
        }
        reviewedAmount = reducedToOrNull == null ? decidedAmounts().ownerPays() : Yuan.toFen(reducedToOrNull);
        collection = way;
        reviewedAt = now;
        reviewedBy = by.id();
    }

    private void checkReduction(BigDecimal reducedTo, @Nullable String reason) {
        BigDecimal before = decidedAmounts().ownerPays();
        if (!Yuan.payable(reducedTo) || reducedTo.compareTo(before) >= 0) {
            throw Rejection.invalid(
                    slipNumber, "减免后的金额要在 0 元以上、低于原应付的 " + Yuan.text(before) + "，最多两位小数。不减免请选择“按账单收费”。");
        }
        if (reason == null || reason.isBlank()) {
            throw Rejection.invalid(slipNumber, "减免费用要写明理由，请填写后重新提交。");
        }
    }

    public boolean decided() {
        return amounts != null;
    }

    /** Yuan: the reviewed amount, before the review what the rules say. */
    public BigDecimal payable() {
        return reviewedAmount == null ? decidedAmounts().ownerPays() : reviewedAmount;
    }

    private Amounts decidedAmounts() {
        return Optional.ofNullable(amounts).orElseThrow(() -> Rejection.invalid(slipNumber, "费用还没有核定，不能审核。"));
    }

    /** Markdown lines: what was used, what it costs, who pays, and the review when there was one. */
    public String describe() {
        CostSheet sheet = new CostSheet();
        if (rule != null && amounts != null) {
            sheet.costs(amounts.labour(), materials()).sum(rule, amounts);
        } else {
            materials().forEach(material -> sheet.line("材料：" + material.describe()));
        }
        if (reductionReason != null && reviewedAmount != null) {
            sheet.important("减免后应付", reviewedAmount, "（" + reductionReason + "）");
        }
        if (collection != null) {
            sheet.line("收款方式：" + collectionLabel());
        }
        return sheet.markdown();
    }

    /** 0 until it is saved. */
    public long id() {
        return id;
    }

    public String slipNumber() {
        return slipNumber;
    }

    public List<MaterialLine> materials() {
        return materials.stream().map(UsedMaterial::material).toList();
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    /** Null until the fee rules have been applied, as are the amounts. */
    public @Nullable FeeRule rule() {
        return rule;
    }

    public @Nullable Amounts amounts() {
        return amounts;
    }

    /** Yuan; null until customer service has reviewed the bill, as are the other facts of the review. */
    public @Nullable BigDecimal reviewedAmount() {
        return reviewedAmount;
    }

    public @Nullable String reductionReason() {
        return reductionReason;
    }

    public @Nullable String collection() {
        return collection == null ? null : collection.code();
    }

    /** How the owner pays, as people here say it. */
    public @Nullable String collectionLabel() {
        return collection == null ? null : collection.label();
    }

    public @Nullable Instant reviewedAt() {
        return reviewedAt;
    }

    public @Nullable String reviewedBy() {
        return reviewedBy;
    }
}
