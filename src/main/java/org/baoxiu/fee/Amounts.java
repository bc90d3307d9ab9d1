package org.baoxiu.fee;

import java.math.BigDecimal;
import org.baoxiu.shared.Yuan;

/** What a repair costs and what the owner pays of it; yuan with two decimals (4.3.4.4). */
public record Amounts(
        BigDecimal labour, BigDecimal materials, BigDecimal serviceCharge, BigDecimal total, BigDecimal ownerPays) {

    /** Whether the sums can be right; each part may be, and several of them together a slip of the pen all the same. */
    boolean payable() {
        return Yuan.payable(total) && Yuan.payable(ownerPays);
    }

    Amounts withOwnerPaying(BigDecimal amount) {
        return new Amounts(labour, materials, serviceCharge, total, amount);
    }
}
