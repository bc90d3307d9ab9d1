package org.baoxiu.process.repair.variables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.baoxiu.shared.Markdown;
import org.jspecify.annotations.Nullable;

/** The variables of a slip while they are put together. */
public final class Values {

    /** The same words for the Markdown of a form, where they would otherwise be read as such; not there where they would not. */
    static final String SHOWN = "Shown";
    /** Below the 4,000 characters that a string variable holds. */
    static final int LENGTH = 3_900;

    private final Map<String, Object> all = new LinkedHashMap<>();

    Values() {}

    public void put(String name, @Nullable Object valueOrNull) {
        all.put(name, valueOrNull);
    }

    public void putIfThere(String name, @Nullable Object valueOrNull) {
        if (valueOrNull != null) {
            all.put(name, valueOrNull);
        }
    }

    /** Words of people; empty where there are none. */
    public void words(String name, @Nullable String wordsOrNull) {
        String words = wordsOrNull == null ? "" : wordsOrNull;
        all.put(name, words);
        String plain = Markdown.plain(words, LENGTH);
        if (!plain.equals(words)) {
            all.put(name + SHOWN, plain);
        }
    }

    Map<String, Object> all() {
        return all;
    }
}
