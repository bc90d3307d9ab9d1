package org.baoxiu.shared;

/** Words of people inside the Markdown that forms show: they appear as they were written. */
public final class Markdown {

    /** What becomes a link by itself. */
    private static final String ADDRESS = "(?i)(https?|ftp|www)(:|\\.)";

    private Markdown() {}

    public static String plain(String words) {
        return plain(words, Integer.MAX_VALUE);
    }

    /** The same, cut so that no more than {@code max} characters of Markdown are left: a variable of a process holds 4,000. */
    public static String plain(String words, int max) {
        String all = escaped(words);
        if (all.length() <= max) {
            return all;
        }
        int[] characters = words.codePoints().toArray();
        int fits = 0;
        for (int step = Integer.highestOneBit(characters.length); step > 0; step /= 2) {
            if (fits + step <= characters.length
                    && escaped(new String(characters, 0, fits + step)).length() < max) {
                fits += step;
            }
        }
        return escaped(new String(characters, 0, fits)) + "…";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]#|~@])", "\\\\$1")
                .replaceAll(ADDRESS, "$1\\\\$2")
                .replaceAll("\\s*\\R\\s*", " ")
                .replaceFirst("^(\\d+)([.)])", "$1\\\\$2")
                .replaceFirst("^ *([-+=>])", "\\\\$1");
    }
}
