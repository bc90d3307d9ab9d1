package org.baoxiu.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of people where only a few characters have room: the one place where anything is shortened. */
public final class Excerpt {

    /** What a reader takes for one character, however many code points it is made of. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final String CUT = "…";
    private static final String DOMAIN = "([\\w-])\\.(?=[a-zA-Z]{2})";

    private Excerpt() {}

    /**
     * The beginning of a text, never cut inside of a character.
     *
     * @param max code points, the mark of the cut among them; at least 1
     */
    public static String of(String words, int max) {
        if (length(words) <= max) {
            return words;
        }
        StringBuilder kept = new StringBuilder();
        int room = max - length(CUT);
        for (Matcher next = CHARACTER.matcher(words);
                next.find() && length(next.group()) <= room;
                room -= length(next.group())) {
            kept.append(next.group());
        }
        return kept.toString().stripTrailing() + CUT;
    }

    /** The same of what people have typed, for messages that others see: in one line, without telephone numbers and links. */
    public static String line(String words, int max) {
        return of(unlinked(Telephones.hiddenIn(words)).replaceAll("\\s+", " ").strip(), max);
    }

    /** Chats and mail programs make a link of whatever looks like an address, and take signs for their own Markdown or HTML. */
    private static String unlinked(String words) {
        return words.replace("://", "：//")
                .replaceAll(DOMAIN, "$1．")
                .replace("](", "］（")
                .replace('<', '＜');
    }

    private static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
