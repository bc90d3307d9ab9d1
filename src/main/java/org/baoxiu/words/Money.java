package org.baoxiu.words;

import java.math.BigDecimal;
import java.util.Optional;
import org.baoxiu.shared.TypedNumber;
import org.baoxiu.shared.Yuan;

/** Yuan as people write them; the program reads whole fen. */
record Money() implements Style {

    /** What is no amount becomes a text, which is no number either: it must not be taken for fen. */
    @Override
    public String inCodes(String cell) {
        String typed = Literals.only(cell).orElse(cell.strip());
        return typed.isEmpty()
                ? cell
                : fen(typed)
                        .map(BigDecimal::toPlainString)
                        .orElseGet(() -> Literals.quoted(typed.replaceAll("[\"\\\\]", "")));
    }

    private static Optional<BigDecimal> fen(String typed) {
        return TypedNumber.of(typed)
                .map(yuan -> yuan.movePointRight(2).stripTrailingZeros())
                .filter(fen -> fen.scale() <= 0);
    }

    @Override
    public String said(String value) {
        return value.matches("\\d{1,12}") ? Yuan.text(Yuan.ofFen(Long.valueOf(value))) : value;
    }
}
