package org.baoxiu.fee;

import java.math.BigDecimal;
import java.util.List;
import org.baoxiu.shared.Yuan;

/** Applies a fee rule to labour and materials (3.5, 4.3.4.4). */
final class FeeCalculator {

    private FeeCalculator() {}

    /**
     * The owner's share of the whole, rounded half up to fen and never below the rule's minimum. An owner without a share
     * pays nothing, nor does the owner of a job that costs neither labour nor material, such as the look at a gas smell:
     * then no service charge arises.
     *
     * @param labour yuan
     */
    static Amounts amounts(FeeRule rule, BigDecimal labour, List<MaterialLine> lines) {
        return amounts(rule, labour, lines.stream().map(MaterialLine::amount).reduce(Yuan.ZERO, BigDecimal::add));
    }

    /** @param materials yuan, what all of them cost together */
    static Amounts amounts(FeeRule rule, BigDecimal labour, BigDecimal materials) {
        BigDecimal work = Yuan.toFen(labour);
        boolean charged = rule.ownerPays() && work.add(materials).signum() > 0;
        BigDecimal service = Yuan.toFen(charged ? rule.serviceCharge() : BigDecimal.ZERO);
        BigDecimal total = work.add(materials).add(service);
        BigDecimal ownerPays = charged
                ? total.multiply(BigDecimal.valueOf(rule.ownerSharePercent(), 2))
                        .max(rule.minimumCharge())
                : BigDecimal.ZERO;
        return new Amounts(work, materials, service, total, Yuan.toFen(ownerPays));
    }
}
