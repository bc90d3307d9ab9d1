package org.baoxiu.slip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the telephone gives to be found by: a telephone number in any spelling, its last digits, or the number of a
 * slip with or without its dashes.
 *
 * @param digits     at least four, without the code of the country
 * @param slipNumber as it is written on the slip, or null if it cannot be one
 */
public record Caller(String digits, @Nullable String slipNumber) {

    private static final int FEWEST = 4;
    /** From here on digits are a whole number of somebody, wherever they stand in a longer one. */
    private static final int WHOLE = 7;

    private static final int RUNNING_NUMBER = 6;
    private static final Pattern SLIP_NUMBER = Pattern.compile("(?:WX)?(\\d{8})(\\d{6})");

    /** @throws Rejection if there are fewer than four digits */
    public static Caller of(String typed) {
        String digits = Telephones.national(typed);
        if (digits.length() < FEWEST) {
            throw Rejection.invalid("请填写来电号码（只记得尾号的，至少填 " + FEWEST + " 位）或维修单号。");
        }
        return new Caller(digits, slipNumber(typed).orElse(null));
    }

    /** The number of a slip as it is written on the slip; empty for anything else. */
    public static Optional<String> slipNumber(String typed) {
        Matcher number = SLIP_NUMBER.matcher(plain(typed));
        return number.matches() ? Optional.of("WX" + number.group(1) + "-" + number.group(2)) : Optional.empty();
    }

    /** @throws Rejection if it can be none */
    public static String neededSlipNumber(String typed) {
        return slipNumber(typed).orElseThrow(() -> Rejection.invalid("请填写维修单号，例如 WX20261123-000001。"));
    }

    /** A slip by what stands on it. */
    record Known(String number, String telephone) {}

    /** Whether the slip is of this caller, also where either leaves out the area code, or the 0 before it, and the other does not. */
    boolean mayBe(Known known) {
        String telephone = Telephones.national(known.telephone());
        String dialled = "0" + telephone;
        return known.number().equals(slipNumber)
                || dialled.endsWith(digits)
                || digits.length() >= WHOLE && dialled.contains(digits)
                || telephone.length() >= WHOLE && digits.endsWith(telephone)
                || digits.length() >= RUNNING_NUMBER && plain(known.number()).endsWith(digits);
    }

    private static String plain(String typed) {
        return Texts.line(typed).toUpperCase().replaceAll("[^0-9A-Z]", "");
    }
}
