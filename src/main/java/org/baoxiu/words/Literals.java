package org.baoxiu.words;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quoted texts, and the names and numbers outside of them, in a cell of a decision table. A text with a backslash is never taken apart: a
 * part of it that ends with one would leave its quotes, and the rest would be an expression that nobody has looked at.
 */
public final class Literals {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Not within a name or behind the point of a number or path; the two points of a range are no such point. */
    private static final String BEGINNING = "(?<!\\w)(?<!(?<!\\.)\\.)";

    private static final Pattern NUMBER = Pattern.compile(BEGINNING + "-?\\d+(?:\\.\\d+)?(?!\\w)");
    private static final Pattern NAME = Pattern.compile(BEGINNING + "[A-Za-z_]\\w*");

    private Literals() {}

    public static List<String> in(String cell) {
        return TEXT.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    public static List<String> numbersIn(String cell) {
        return NUMBER.matcher(withoutTexts(cell))
                .results()
                .map(found -> found.group())
                .toList();
    }

    public static List<String> namesIn(String cell) {
        return NAME.matcher(withoutTexts(cell))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String withoutTexts(String cell) {
        return TEXT.matcher(cell).replaceAll("\"\"");
    }

    private static boolean isPlain(String text) {
        return text.indexOf('\\') < 0;
    }

    /** The text of a cell that is nothing but one, without a backslash. */
    public static Optional<String> only(String cell) {
        Matcher text = TEXT.matcher(cell.strip());
        return text.matches() && isPlain(text.group(1)) ? Optional.of(text.group(1)) : Optional.empty();
    }

    /** The cell with another expression in the place of each text without a backslash. */
    public static String each(String cell, UnaryOperator<String> expression) {
        return TEXT.matcher(cell)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isPlain(found.group(1)) ? expression.apply(found.group(1)) : found.group()));
    }

    public static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
