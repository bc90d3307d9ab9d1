package org.baoxiu.paper;

import org.baoxiu.fee.MaterialLine;

/** A line of material in the words of the paper; amounts in yuan. */
record PrintedMaterial(String name, String quantity, String unitPrice, String amount) {

    static final PrintedMaterial BLANK = new PrintedMaterial("", "", "", "");

    static PrintedMaterial of(MaterialLine line) {
        return new PrintedMaterial(
                line.name(),
                line.quantity().stripTrailingZeros().toPlainString(),
                PrintedFee.figures(line.unitPrice()),
                PrintedFee.figures(line.amount()));
    }
}
