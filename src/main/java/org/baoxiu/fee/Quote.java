package org.baoxiu.fee;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Signatory;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One quote and the owner's answer to it (4.3.4.4). A later quote is another row: what the owner once agreed to stays
 * readable.
 */
public class Quote {

    @Id
    private long id;

    private String slipNumber;
    private String workPlan;
    private BigDecimal labour;
    private boolean noiseOrSmell;
    private List<QuotedMaterial> materials;
    private @Nullable String itemCode;
    private Instant quotedAt;
    private String quotedBy;

    @Embedded.Nullable(prefix = "rule_")
    private FeeRule rule;

    @Embedded.Nullable(prefix = "amount_")
    private Amounts amounts;

    private @Nullable ConsentOutcome consentOutcome;

    @Embedded.Nullable(prefix = "consent_by_")
    private Signatory consentBy;

    private boolean noiseConsent;
    private @Nullable String consentReason;
    private @Nullable Instant decidedAt;

    /** For the persistence only, which fills in what is never missing. */
    @SuppressWarnings("NullAway.Init")
    Quote() {}

    static Quote of(
            String slipNumber, String itemCode, QuoteRequest request, BigDecimal labour, Instant now, Person by) {
        Quote quote = new Quote();
        quote.slipNumber = slipNumber;
        quote.itemCode = itemCode;
        quote.workPlan = request.workPlan();
        quote.labour = labour;
        quote.noiseOrSmell = request.noiseOrSmell();
        quote.materials = request.materials().stream().map(QuotedMaterial::new).toList();
        quote.quotedAt = now;
        quote.quotedBy = by.id();
        return quote;
    }

    void price(FeeRule rule, Amounts amounts) {
        this.rule = rule;
        this.amounts = amounts;
    }

    void agreed(Signatory by, boolean noiseConsent, Instant now) {
        if (by == null || by.name() == null || by.name().isBlank()) {
            throw Rejection.invalid(slipNumber, "请写明是谁同意的：业主本人或受托人的姓名。");
        }
        if (noiseOrSmell && !noiseConsent) {
            throw Rejection.invalid(slipNumber, "这次维修有较大噪音或气味，要先征得业主同意，请勾选后再提交。");
        }
        consentBy = by;
        this.noiseConsent = noiseConsent;
        decide(ConsentOutcome.AGREED, null, now);
    }

    void notAgreed(ConsentOutcome outcome, String reason, Instant now) {
        decide(outcome, reason, now);
    }

    private void decide(ConsentOutcome outcome, @Nullable String reason, Instant now) {
        consentOutcome = outcome;
        consentReason = reason;
        decidedAt = now;
    }

    /** Markdown lines: what is to be done, what it costs, who pays, and the owner's answer when there is one. */
    public String describe() {
        CostSheet sheet = new CostSheet().line("维修内容：" + workPlan).costs(labour, materials());
        if (rule != null && amounts != null) {
            sheet.sum(rule, amounts);
        }
        if (noiseOrSmell) {
            sheet.line("施工有较大噪音或气味" + (noiseConsent ? "，业主已同意" : "，须业主同意"));
        }
        if (consentOutcome != null && decidedAt != null) {
            sheet.line("业主意见：" + consentOutcome.label() + (consentBy == null ? "" : "，" + consentBy)
                    + (consentReason == null ? "" : "，" + consentReason) + "，" + Times.minute(decidedAt));
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

    public String workPlan() {
        return workPlan;
    }

    /** Yuan. */
    public BigDecimal labour() {
        return labour;
    }

    /** Whether it was for another item than this; of a former release nobody knows, and it was not. */
    boolean forOtherThan(String item) {
        return itemCode != null && !itemCode.equals(item);
    }

    public List<MaterialLine> materials() {
        return materials.stream().map(QuotedMaterial::material).toList();
    }

    public boolean noiseOrSmell() {
        return noiseOrSmell;
    }

    public Instant quotedAt() {
        return quotedAt;
    }

    public String quotedBy() {
        return quotedBy;
    }

    /** Null until the fee rules have been applied, as are the amounts. */
    public @Nullable FeeRule rule() {
        return rule;
    }

    public @Nullable Amounts amounts() {
        return amounts;
    }

    /** Null until the owner has answered, as are the other facts of the answer. */
    public @Nullable ConsentOutcome consentOutcome() {
        return consentOutcome;
    }

    public @Nullable Signatory consentBy() {
        return consentBy;
    }

    public boolean noiseConsent() {
        return noiseConsent;
    }

    public @Nullable String consentReason() {
        return consentReason;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
