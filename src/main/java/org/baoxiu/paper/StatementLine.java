package org.baoxiu.paper;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One slip on a statement (4.3.8).
 *
 * @param date   when the slip ended
 * @param amount yuan; what the owner is to pay, after a reduction
 * @param state  how far it is collected, as people here say it
 */
public record StatementLine(String slipNumber, LocalDate date, String item, BigDecimal labour, BigDecimal materials,
                            BigDecimal serviceCharge, BigDecimal amount, String state) {
}
