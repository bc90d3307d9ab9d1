package org.baoxiu.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The pairs of neighbouring characters of a text as numbers, by which an index finds it: a Chinese word has two characters. Numbers
 * have no collation, so that every database sorts them alike. Each character alone is one too, for questions of one character; ten
 * figures make pairs that are in every slip, so figures that stand together are taken by three and by four; and all places are made of
 * the same few words, so each beginning of one has a number of its own.
 */
final class Grams {

    private static final int MOST_FIGURES = 4;
    private static final int LONGEST_BEGINNING = 16;

    /** Beside the pairs, as all that are no pairs: no text has the controls from 1 to 31 in it. */
    private static final int BEGINNINGS = 16 << Character.SIZE;

    private static final int YEARS = 3 << Character.SIZE;

    private Grams() {}

    /** All by which a text can be found, each once, in ascending order. */
    static int[] of(String text) {
        return sorted(IntStream.range(0, text.length()).flatMap(at -> beginningAt(text, at)));
    }

    private static IntStream beginningAt(String text, int at) {
        if (text.charAt(at) == Spelling.EDGE) {
            return IntStream.empty();
        }
        if (text.charAt(at) == Spelling.PLACE) {
            return IntStream.rangeClosed(1, Math.min(LONGEST_BEGINNING, lengthAt(text, at + 1)))
                    .map(length -> beginning(text.substring(at + 1, at + 1 + length)));
        }
        IntStream.Builder grams = IntStream.builder();
        grams.add(text.charAt(at));
        if (at + 1 < text.length() && text.charAt(at + 1) > ' ') {
            grams.add(pair(text, at));
        }
        for (int count = 3; count <= Math.min(MOST_FIGURES, figuresAt(text, at)); count++) {
            grams.add(figures(text, at, count));
        }
        return grams.build();
    }

    /** As few as tell most: a text without one of them does not hold the needle. */
    static int[] asked(String needle) {
        if (needle.charAt(0) == Spelling.PLACE) {
            return new int[] {beginning(needle.substring(1, Math.min(needle.length(), LONGEST_BEGINNING + 1)))};
        }
        return needle.length() == 1
                ? new int[] {needle.charAt(0)}
                : sorted(IntStream.range(0, needle.length()).flatMap(at -> askedAt(needle, at)));
    }

    private static IntStream askedAt(String needle, int at) {
        int from = at;
        while (from > 0 && figure(needle.charAt(at)) && figure(needle.charAt(from - 1))) {
            from--;
        }
        int together = figuresAt(needle, from);
        if (together >= 3) {
            int count = Math.min(MOST_FIGURES, together);
            int left = figuresAt(needle, at);
            if (left > 1) {
                // side by side, and the last ones
                return left == count || left > count && (at - from) % count == 0
                        ? IntStream.of(figures(needle, at, count))
                        : IntStream.empty();
            }
        }
        return at + 1 < needle.length() ? IntStream.of(pair(needle, at)) : IntStream.empty();
    }

    /** What all slips of one time have in common: those that have ended by the year of their report, open ones as of year 0. */
    static int year(int year) {
        return YEARS | year;
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << Character.SIZE | text.charAt(at + 1);
    }

    private static int figures(String text, int at, int count) {
        return count - 2 << Character.SIZE | Integer.parseInt(text.substring(at, at + count));
    }

    private static int beginning(String place) {
        int hash = place.hashCode();
        return BEGINNINGS | (hash ^ hash >>> 12) & BEGINNINGS - 1;
    }

    /** To the next edge. */
    private static int lengthAt(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != Spelling.EDGE && text.charAt(end) != Spelling.PLACE) {
            end++;
        }
        return end - at;
    }

    private static int figuresAt(String text, int at) {
        int end = at;
        while (end < text.length() && figure(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    private static boolean figure(char character) {
        return character >= '0' && character <= '9';
    }

    private static int[] sorted(IntStream grams) {
        return grams.sorted().distinct().toArray();
    }

    /** Of several needles. */
    static int[] asked(Iterable<String> needles) {
        IntStream all = IntStream.empty();
        for (String needle : needles) {
            all = IntStream.concat(all, Arrays.stream(asked(needle)));
        }
        return sorted(all);
    }
}
