package org.baoxiu.shared;

import org.jspecify.annotations.Nullable;

/**
 * What people type, paste or send, brought into one form at the door: nothing invisible, one kind of blank, Latin letters and
 * digits of one width. Chinese punctuation, units and the characters of names stay as they are.
 */
public final class Texts {

    private static final int WIDE = 0xFEE0;
    /** Of the category of letters or symbols, and yet nothing to be seen. */
    private static final String EMPTY_SIGNS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final String LINE_BREAKS = "\n\u000B\f\r\u0085\u2028\u2029";

    private Texts() {}

    /** One line, without blanks around it; line breaks become blanks. Empty for what nobody can see. */
    public static String line(String typed) {
        return lines(typed).replaceAll("\\s*\n\\s*", " ");
    }

    /** One line or several, without blanks around them. Empty for what nobody can see. */
    public static String lines(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n").codePoints().forEach(character -> append(text, character));
        return text.codePoints().allMatch(Texts::invisible)
                ? ""
                : text.toString().strip();
    }

    /** Whether there is nothing that anybody could read. */
    public static boolean isBlank(@Nullable String textOrNull) {
        return textOrNull == null || lines(textOrNull).isEmpty();
    }

    private static void append(StringBuilder text, int character) {
        if (LINE_BREAKS.indexOf(character) >= 0) {
            text.append('\n');
        } else if (character == '\t'
                || Character.getType(character) == Character.SPACE_SEPARATOR
                || EMPTY_SIGNS.indexOf(character) >= 0) {
            text.append(' ');
        } else if (wide(character)) {
            text.append((char) (character - WIDE));
        } else if (!dropped(character)) {
            text.appendCodePoint(character);
        }
    }

    private static boolean wide(int character) {
        return character >= '\uFF10' && character <= '\uFF19'
                || character >= '\uFF21' && character <= '\uFF3A'
                || character >= '\uFF41' && character <= '\uFF5A';
    }

    /** Controls, marks of direction, soft hyphens and the like, and what is no character by definition. */
    private static boolean dropped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        };
    }

    /** A mark that changes the character before it is nothing by itself. */
    private static boolean invisible(int character) {
        return Character.isWhitespace(character) || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
