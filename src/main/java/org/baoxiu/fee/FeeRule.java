package org.baoxiu.fee;

import java.math.BigDecimal;
import org.baoxiu.shared.Yuan;

/**
 * Who pays and what is charged on top, as the decision {@code repairFee} says (3.5, 4.3.4.4).
 *
 * @param payer             owner, office, warranty or publicFund
 * @param payerLabel        the same in Chinese
 * @param ownerSharePercent owner's part of the total, 0–100
 * @param serviceCharge     yuan for the visit; charged only when the owner pays a part
 * @param minimumCharge     yuan; the least that an owner who pays a part is charged
 * @param reason            Chinese, for the quote
 */
public record FeeRule(
        String payer,
        String payerLabel,
        int ownerSharePercent,
        BigDecimal serviceCharge,
        BigDecimal minimumCharge,
        String reason) {

    public FeeRule {
        if (ownerSharePercent < 0 || ownerSharePercent > 100) {
            throw new IllegalArgumentException("owner's share must be 0-100 percent but is " + ownerSharePercent);
        }
        if (!Yuan.payable(serviceCharge) || !Yuan.payable(minimumCharge)) {
            throw new IllegalArgumentException(
                    "charges must be whole fen and not negative: " + serviceCharge + ", " + minimumCharge);
        }
    }

    boolean ownerPays() {
        return ownerSharePercent > 0;
    }
}
