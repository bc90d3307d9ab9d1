package org.baoxiu.models;

import java.util.List;
import java.util.regex.Pattern;

/** The quoted texts, and the names and numbers outside of them, in a cell of a decision table. */
final class Literals {

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Not within a name or behind the point of a number or path; the two points of a range are no such point. */
    private static final String BEGINNING = "(?<!\\w)(?<!(?<!\\.)\\.)";

    private static final Pattern NUMBER = Pattern.compile(BEGINNING + "-?\\d+(?:\\.\\d+)?(?!\\w)");
    private static final Pattern NAME = Pattern.compile(BEGINNING + "[A-Za-z_]\\w*");

    private Literals() {}

    static List<String> in(String cell) {
        return TEXT.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    static List<String> numbersIn(String cell) {
        return NUMBER.matcher(withoutTexts(cell))
                .results()
                .map(found -> found.group())
                .toList();
    }

    static List<String> namesIn(String cell) {
        return NAME.matcher(withoutTexts(cell))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String withoutTexts(String cell) {
        return TEXT.matcher(cell).replaceAll("\"\"");
    }
}
