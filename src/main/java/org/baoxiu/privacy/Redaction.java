package org.baoxiu.privacy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;

/** Takes names and telephones out of what people have written. */
final class Redaction {

    /** In the place of a name or a telephone. */
    static final String GONE = "（已删除）";

    private final List<String> words;

    /** @param words names, and telephones as they were typed */
    Redaction(Collection<String> words) {
        this.words = words.stream()
                .filter(word -> !Texts.isBlank(word) && !word.equals(GONE))
                .map(String::strip)
                .distinct()
                // the longer one first: it may contain the other
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Without any telephone, whosever it is, and without these words. */
    String of(String text) {
        String redacted = text;
        for (String word : words) {
            redacted = redacted.replace(word, GONE);
        }
        return Telephones.hiddenIn(redacted);
    }
}
