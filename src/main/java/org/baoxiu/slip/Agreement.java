package org.baoxiu.slip;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What owner and office have agreed about the money, from the quote to the settlement (4.3.4.4, 3.5). A part of the
 * {@link Slip}, whose steps alone change it.
 *
 * <p>Amounts are yuan with two decimals and mean what the owner pays; null is not yet, or no longer.
 */
public class Agreement {

    boolean underWarranty;
    boolean officeFault;

    @Nullable
    BigDecimal quotedAmount;

    @Nullable
    BigDecimal consentedAmount;

    boolean consentValid;

    @Nullable
    BigDecimal billedAmount;

    @Embedded.Nullable
    Settlement settlement;

    Agreement() {}

    void underWarranty(boolean claimed) {
        underWarranty = claimed;
    }

    /** A quote replaces what was agreed before: another content or amount needs a new consent. */
    void quote(boolean officeFault, boolean underWarranty) {
        this.officeFault = officeFault;
        this.underWarranty = underWarranty;
        consentValid = false;
        quotedAmount = null;
    }

    void quotedAt(BigDecimal amount) {
        quotedAmount = amount;
    }

    /** What the owner agreed to before, if it is not this. */
    Optional<BigDecimal> consentedOtherThan(BigDecimal amount) {
        return Optional.ofNullable(consentedAmount).filter(known -> known.compareTo(amount) != 0);
    }

    /** The last amount that the owner knows, if it is not this (Q4); the owner of a public area knows none. */
    Optional<BigDecimal> knownOtherThan(BigDecimal amount) {
        return Stream.of(
                        Optional.ofNullable(finalAmount()),
                        Optional.ofNullable(billedAmount),
                        Optional.ofNullable(consentedAmount))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(known -> known.compareTo(amount) != 0);
    }

    Optional<String> objectionToConsent() {
        return quotedAmount == null ? Optional.of("金额还没有算出，不能登记业主同意。请先完成报价。") : Optional.empty();
    }

    /** To an amount that the owner has seen. */
    void consent() {
        consentedAmount = quotedAmount;
        consentValid = true;
    }

    /** The content changes: what the owner agreed to is no longer what is done. */
    void invalidateConsent() {
        consentValid = false;
    }

    Optional<String> objectionToBill(BigDecimal amount) {
        BigDecimal limit = consentedAmount == null ? BigDecimal.ZERO : consentedAmount;
        return amount.compareTo(limit) > 0
                ? Optional.of("应收 " + amount.toPlainString() + " 元，超过业主同意的 " + limit.toPlainString()
                        + " 元。请把维修进展改为“内容或价格有变，重新报价”，并征得业主同意。")
                : Optional.empty();
    }

    void bill(BigDecimal amount) {
        billedAmount = amount;
    }

    Optional<String> objectionToSettling(BigDecimal amount) {
        if (billedAmount == null) {
            return Optional.of("费用还没有核定，不能审核。请联系系统管理员。");
        }
        return amount.signum() < 0 || amount.compareTo(billedAmount) > 0
                ? Optional.of("审核后的金额要在 0 元和 " + billedAmount.toPlainString() + " 元之间，请改正。")
                : Optional.empty();
    }

    void settle(Settlement settlement) {
        this.settlement = settlement;
    }

    public boolean underWarranty() {
        return underWarranty;
    }

    public boolean officeFault() {
        return officeFault;
    }

    public @Nullable BigDecimal quotedAmount() {
        return quotedAmount;
    }

    public @Nullable BigDecimal consentedAmount() {
        return consentedAmount;
    }

    /** Whether the owner has agreed to the present content and amount. */
    public boolean consentValid() {
        return consentValid;
    }

    public @Nullable BigDecimal billedAmount() {
        return billedAmount;
    }

    /** What was settled, or null while it is not: settled money stays settled when the work is done again. */
    public @Nullable Settlement settlement() {
        return settlement;
    }

    public @Nullable BigDecimal finalAmount() {
        return settlement == null ? null : settlement.finalAmount();
    }
}
