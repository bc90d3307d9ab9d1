package org.baoxiu.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.shared.Texts;

/** The one spelling in which texts and questions are compared: one width, small letters, no blanks, no punctuation. */
final class Spelling {

    /** Stands before each thing that is said, so that no two are read as one. */
    static final char EDGE = '\n';

    /** Stands before a place in its normal form: a question asks for its beginning. */
    static final char PLACE = '\u000B';

    private Spelling() {}

    /** Empty for what has neither letter nor number. */
    static String of(String text) {
        return Normalizer.normalize(Texts.line(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Spelling::counts)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean counts(int character) {
        return Character.isLetterOrDigit(character)
                || switch (Character.getType(character)) {
                    case Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.NON_SPACING_MARK -> true;
                    default -> false;
                };
    }

    /** Each thing once; nothing if there is none. */
    static String lines(Stream<String> things) {
        return after(EDGE, things);
    }

    static String places(Stream<String> forms) {
        return after(PLACE, forms);
    }

    private static String after(char mark, Stream<String> things) {
        return things.map(Spelling::of)
                .filter(thing -> !thing.isEmpty())
                .distinct()
                .map(thing -> mark + thing)
                .collect(Collectors.joining());
    }
}
