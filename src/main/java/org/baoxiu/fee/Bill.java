package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Yuan;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What one finished round of work used and costs (4.7.6, 4.3.4.4), and its review by customer service (3.5). Rework is a
 * round, and a bill, of its own.
 */
public class Bill {

    @Id
    private Long id;

    private String slipNumber;
    private List<UsedMaterial> materials;
    private Instant recordedAt;
    private String recordedBy;

    @Embedded.Nullable(prefix = "rule_")
    private FeeRule rule;

    @Embedded.Nullable(prefix = "amount_")
    private Amounts amounts;

    private BigDecimal reviewedAmount;
    private String reductionReason;
    private CollectionWay collection;
    private Instant reviewedAt;
    private String reviewedBy;

    /** For the persistence only. */
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
    void review(BigDecimal reducedToOrNull, String reasonOrNull, CollectionWay way, Instant now, Person by) {
        if (reducedToOrNull != null) {
            checkReduction(reducedToOrNull, reasonOrNull);
            reductionReason = reasonOrNull;
        }
        reviewedAmount = reducedToOrNull == null ? amounts.ownerPays() : Yuan.toFen(reducedToOrNull);
        collection = way;
        reviewedAt = now;
        reviewedBy = by.id();
    }

    private void checkReduction(BigDecimal reducedTo, String reason) {
        if (!Yuan.payable(reducedTo) || reducedTo.compareTo(amounts.ownerPays()) >= 0) {
            throw Rejection.invalid(
                    slipNumber, "减免后的金额要在 0 元以上、低于原应付的 " + Yuan.text(amounts.ownerPays()) + "，最多两位小数。不减免请选择“按账单收费”。");
        }
        if (reason == null || reason.isBlank()) {
            throw Rejection.invalid(slipNumber, "减免费用要写明理由，请填写后重新提交。");
        }
    }

    public boolean decided() {
        return amounts != null;
    }

    boolean reviewed() {
        return reviewedAmount != null;
    }

    /** Yuan: the reviewed amount, before the review what the rules say. */
    public BigDecimal payable() {
        return reviewed() ? reviewedAmount : amounts.ownerPays();
    }

    /** Markdown lines: what was used, what it costs, who pays, and the review when there was one. */
    public String describe() {
        CostSheet sheet = new CostSheet();
        if (decided()) {
            sheet.costs(amounts.labour(), materials()).sum(rule, amounts);
        } else {
            materials().forEach(material -> sheet.line("材料：" + material.describe()));
        }
        if (reductionReason != null) {
            sheet.important("减免后应付", reviewedAmount, "（" + reductionReason + "）");
        }
        if (collection != null) {
            sheet.line("收款方式：" + collectionLabel());
        }
        return sheet.markdown();
    }

    public Long id() {
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
    public FeeRule rule() {
        return rule;
    }

    public Amounts amounts() {
        return amounts;
    }

    /** Yuan; null until customer service has reviewed the bill, as are the other facts of the review. */
    public BigDecimal reviewedAmount() {
        return reviewedAmount;
    }

    public String reductionReason() {
        return reductionReason;
    }

    public String collection() {
        return collection == null ? null : collection.code();
    }

    /** How the owner pays, as people here say it. */
    public String collectionLabel() {
        return collection == null ? null : collection.label();
    }

    public Instant reviewedAt() {
        return reviewedAt;
    }

    public String reviewedBy() {
        return reviewedBy;
    }
}
