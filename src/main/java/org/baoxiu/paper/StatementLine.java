package org.baoxiu.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.baoxiu.fee.Balance;
import org.baoxiu.fee.FeeEntry;

/**
 * One slip on a statement (4.3.8); amounts in yuan.
 *
 * @param date    when the slip ended
 * @param balance what the owner is to pay, after a reduction in the review, and how far it is collected
 * @param entries what was paid, let off and given back since, oldest first
 */
public record StatementLine(
        String slipNumber,
        LocalDate date,
        String item,
        BigDecimal labour,
        BigDecimal materials,
        BigDecimal serviceCharge,
        Balance balance,
        List<FeeEntry> entries) {}
