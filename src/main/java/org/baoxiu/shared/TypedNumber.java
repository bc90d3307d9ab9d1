package org.baoxiu.shared;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people type it, also with a Chinese input method: {@code 1,200}, {@code ４５．５}, {@code 45。5}, {@code 45元}. Commas stand
 * between thousands only; whatever could mean two things ({@code 1,2}, {@code 1e3}) is none. The scripts of the forms read the
 * same (amounts.js).
 */
public final class TypedNumber {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,3})?\\s*元?");

    private TypedNumber() {}

    /** @return empty if it is no number, or one that is longer than any amount, quantity or time here */
    public static Optional<BigDecimal> of(String typed) {
        String halfWidth = Texts.line(typed).replaceAll("[．。｡]", ".").replace('，', ',');
        return SHAPE.matcher(halfWidth).matches()
                ? Optional.of(new BigDecimal(halfWidth.replaceAll("[,元\\s]", "")))
                : Optional.empty();
    }
}
