package org.baoxiu.shared;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of whichever month as a decision table has it: 每月 25 日; ISO 8601 (---25) as in the tables of former releases as well. The 28th is the
 * last that every month has.
 */
public final class DayOfMonthText {

    private static final Pattern DAY = Pattern.compile("(?:每月|---)(0?[1-9]|1\\d|2[0-8])日?");

    private DayOfMonthText() {}

    /** From 1 to 28; empty if it is none. */
    public static OptionalInt parse(String text) {
        Matcher day =
                DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        return day.matches() ? OptionalInt.of(Integer.parseInt(day.group(1))) : OptionalInt.empty();
    }
}
