package org.baoxiu.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.baoxiu.shared.Codes;

/** What people say for each code of one kind, both ways. */
final class Words {

    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    static <E extends Enum<E>> Words of(Class<E> type, Function<E, String> word) {
        Words all = new Words();
        Arrays.stream(type.getEnumConstants()).forEach(one -> all.with(Codes.of(one), word.apply(one)));
        return all;
    }

    /** @throws IllegalStateException if the word means something else already */
    Words with(String code, String word) {
        words.putIfAbsent(code, word);
        String other = codes.putIfAbsent(word, code);
        if (other != null && !other.equals(code)) {
            throw new IllegalStateException(word + " means both " + other + " and " + code);
        }
        return this;
    }

    Words with(Words more) {
        more.codes.forEach((word, code) -> with(code, more.word(code)).with(code, word));
        return this;
    }

    /** What is no word here stays as it is: a code, or what somebody has mistyped. */
    String code(String word) {
        return codes.getOrDefault(word, word);
    }

    String word(String code) {
        return words.getOrDefault(code, code);
    }

    boolean isCode(String code) {
        return words.containsKey(code);
    }
}
