package org.baoxiu.slip;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.slip.Catalogue.Entry;

/** Which items somebody's sentence speaks of; the owner's page goes by the same rules while it is written (report.js). */
final class SpokenItems {

    /** What "…" in a word stands for: little enough that both sides of it belong together. */
    private static final String BETWEEN = "[^。！？!?\\n]{0,8}?";

    private SpokenItems() {}

    /**
     * Dangers first, then by the longest word. A word within what a longer one has found says nothing of its own: gas in gas stove,
     * fire in a stove that does not light.
     */
    static List<Entry> in(String text, List<Entry> entries) {
        Map<String, String> found = new LinkedHashMap<>();
        entries.stream().flatMap(entry -> entry.words().stream()).forEach(word -> {
            Matcher spoken = pattern(word).matcher(text);
            if (spoken.find()) {
                found.put(word, spoken.group());
            }
        });
        Map<String, String> counted = found.entrySet().stream()
                .filter(one -> found.values().stream()
                        .noneMatch(other -> other.length() > one.getValue().length() && other.contains(one.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return entries.stream()
                .filter(entry -> entry.words().stream().anyMatch(counted::containsKey))
                .sorted(Comparator.comparing(Entry::danger).reversed().thenComparing(entry -> -longest(entry, counted)))
                .toList();
    }

    private static int longest(Entry entry, Map<String, String> counted) {
        return entry.words().stream()
                .filter(counted::containsKey)
                .mapToInt(word -> word.replace("…", "").length())
                .max()
                .orElse(0);
    }

    private static Pattern pattern(String word) {
        return Pattern.compile(
                Arrays.stream(word.split("…")).map(Pattern::quote).collect(Collectors.joining(BETWEEN)));
    }
}
