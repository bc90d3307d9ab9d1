package org.baoxiu.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers of buildings and flats in words: 十二, 一百零一, and digit by digit 五零一. */
final class ChineseNumbers {

    static final String DIGIT = "[零〇○一二两三四五六七八九十百]";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern COUNTED =
            Pattern.compile("(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?");
    private static final int HUNDREDS = 1;
    private static final int TENS = 2;
    private static final int TEN = 3;
    private static final int ONES = 4;

    private ChineseNumbers() {}

    /** In Arabic digits; unchanged where it is no number. */
    static String arabic(String words) {
        if (!words.matches(".*[十百].*")) {
            return words.chars().mapToObj(ChineseNumbers::digit).collect(Collectors.joining());
        }
        Matcher number = COUNTED.matcher(words);
        if (!number.matches()) {
            return words;
        }
        int tens = number.group(TEN) == null ? 0 : number.group(TENS) == null ? 1 : value(number.group(TENS));
        return String.valueOf(value(number.group(HUNDREDS)) * 100 + tens * 10 + value(number.group(ONES)));
    }

    private static int value(String digitOrNull) {
        return digitOrNull == null ? 0 : Integer.parseInt(digit(digitOrNull.charAt(0)));
    }

    private static String digit(int word) {
        return switch (word) {
            case '〇', '○' -> "0";
            case '两' -> "2";
            default -> String.valueOf(DIGITS.indexOf(word));
        };
    }
}
