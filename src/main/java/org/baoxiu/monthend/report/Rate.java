package org.baoxiu.monthend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole, such as the slips in time among all. */
public record Rate(long part, long whole) {

    Rate plus(Rate more) {
        return new Rate(part + more.part, whole + more.whole);
    }

    /** Between 0 and 1, as a spreadsheet keeps a percentage; the whole must not be empty. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return whole == 0 ? "—" : fraction().movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }
}
