package org.baoxiu.fee;

import java.math.BigDecimal;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Yuan;

/**
 * One material of a quote or a bill. A negative, over-precise or missing figure is a {@link Rejection}.
 *
 * @param name      up to 100 characters
 * @param quantity  in the unit that the price is for; above 0, below 10,000, up to three decimals
 * @param unitPrice yuan per unit, from 0 to below 1,000,000, up to two decimals
 */
public record MaterialLine(String name, BigDecimal quantity, BigDecimal unitPrice) {

    private static final BigDecimal QUANTITY_LIMIT = BigDecimal.valueOf(10_000);

    public MaterialLine {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw Rejection.invalid("每项材料都要写名称，不超过 100 字，请改正。");
        }
        if (quantity == null
                || quantity.signum() <= 0
                || quantity.stripTrailingZeros().scale() > 3
                || quantity.compareTo(QUANTITY_LIMIT) >= 0) {
            throw Rejection.invalid("材料“" + name + "”的数量要大于 0、小于 10000，最多三位小数，请改正。");
        }
        if (!Yuan.payable(unitPrice)) {
            throw Rejection.invalid("材料“" + name + "”的单价要在 0 元以上、100 万元以下，最多两位小数，请改正。");
        }
    }

    /** Yuan, rounded to fen line by line so that the lines of a print-out add up. */
    public BigDecimal amount() {
        return Yuan.toFen(quantity.multiply(unitPrice));
    }

    public String describe() {
        return name + "，" + quantity.stripTrailingZeros().toPlainString() + " × " + Yuan.text(unitPrice) + " = "
                + Yuan.text(amount());
    }
}
