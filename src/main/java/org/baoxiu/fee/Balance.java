package org.baoxiu.fee;

import java.math.BigDecimal;
import java.util.List;
import org.baoxiu.shared.Yuan;

/** What the entries of a slip, or of several, add up to; yuan with two decimals (3.5, 4.3.8). */
public record Balance(BigDecimal billed, BigDecimal waived, BigDecimal paid, BigDecimal refunded) {

    public static final Balance NONE = of(List.of());

    public Balance plus(Balance other) {
        return new Balance(
                billed.add(other.billed), waived.add(other.waived), paid.add(other.paid), refunded.add(other.refunded));
    }

    public static Balance of(List<FeeEntry> entries) {
        return new Balance(
                sum(entries, EntryKind.BILLED),
                sum(entries, EntryKind.WAIVER),
                sum(entries, EntryKind.PAYMENT),
                sum(entries, EntryKind.REFUND));
    }

    private static BigDecimal sum(List<FeeEntry> entries, EntryKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(FeeEntry::amount)
                .reduce(Yuan.ZERO, BigDecimal::add);
    }

    /** What the owner has to pay in all. */
    public BigDecimal due() {
        return billed.subtract(waived);
    }

    /** What the office has taken in and not given back. */
    public BigDecimal received() {
        return paid.subtract(refunded);
    }

    /** What the owner still owes; negative where the office has to give money back. */
    public BigDecimal outstanding() {
        return due().subtract(received());
    }

    public CollectionState state() {
        if (outstanding().signum() < 0) {
            return CollectionState.TO_REFUND;
        }
        if (billed.signum() == 0) {
            return CollectionState.NOTHING_DUE;
        }
        if (due().signum() == 0) {
            return CollectionState.WAIVED;
        }
        if (outstanding().signum() == 0) {
            return CollectionState.PAID;
        }
        return received().signum() > 0 ? CollectionState.PARTLY_PAID : CollectionState.OPEN;
    }
}
