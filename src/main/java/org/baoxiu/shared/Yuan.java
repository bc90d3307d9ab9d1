package org.baoxiu.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts of money as people here write them, and their rounding to fen. */
public final class Yuan {

    public static final BigDecimal ZERO = toFen(BigDecimal.ZERO);

    private Yuan() {}

    public static BigDecimal toFen(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.HALF_UP);
    }

    /** @param fen whole ones, as the decision tables have them */
    public static BigDecimal ofFen(Number fen) {
        return BigDecimal.valueOf(fen.longValue(), 2);
    }

    public static String text(BigDecimal yuan) {
        return toFen(yuan).toPlainString() + " 元";
    }

    /** Whether an amount can be paid: whole fen, not negative and below a million yuan, beyond which it is a slip of the pen. */
    public static boolean payable(@Nullable BigDecimal yuan) {
        return yuan != null
                && yuan.signum() >= 0
                && yuan.stripTrailingZeros().scale() <= 2
                && yuan.compareTo(BigDecimal.valueOf(1_000_000)) < 0;
    }
}
