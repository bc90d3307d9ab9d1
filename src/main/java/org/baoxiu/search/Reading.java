package org.baoxiu.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Texts;

/**
 * One way to understand what was typed.
 *
 * @param needles all of which a slip has to say; none is empty
 */
record Reading(List<String> needles) {

    /** Without letters, but those before an extension. */
    private static final Pattern TELEPHONE = Pattern.compile("[^\\p{L}]*(?:(?:转|分机|ext|x)[^\\p{L}]*)?");

    private static final int SHORTEST_TELEPHONE = 7;

    Reading {
        needles = List.copyOf(new LinkedHashSet<>(needles));
    }

    /** The most precise one first; none if nothing was typed that could be looked for. */
    static List<Reading> of(String typed) {
        String line = Texts.line(typed);
        PlaceName place = PlaceName.of(line);
        boolean telephone = TELEPHONE.matcher(line).matches();
        boolean onlyFlat = onlyFlat(place) && !(telephone && Spelling.of(line).length() >= SHORTEST_TELEPHONE);
        return Stream.of(
                        place.building().isEmpty() ? Stream.<Reading>empty() : Stream.of(beginning(place)),
                        telephone && !onlyFlat
                                ? Stream.of(needles(Stream.of(Telephones.national(line))))
                                : Stream.<Reading>empty(),
                        onlyFlat ? Stream.<Reading>empty() : words(line))
                .flatMap(readings -> readings)
                .filter(reading -> !reading.needles().isEmpty())
                .distinct()
                .toList();
    }

    /** 3-2-501 without its dashes would be 32-501 as well; PL-01 is an item. */
    private static boolean onlyFlat(PlaceName place) {
        return place.isFlat()
                && (place.building().charAt(0) > 'Z' || place.building().charAt(0) < 'A');
    }

    /** Of a building, a unit or a flat whatever begins like it: the number may not be complete yet. */
    private static Reading beginning(PlaceName place) {
        return new Reading(List.of(Spelling.PLACE + Spelling.of(place.key())));
    }

    /** With a flat among other words in its normal form; and each as it was typed. */
    private static Stream<Reading> words(String line) {
        List<String> words = List.of(line.split(" "));
        return Stream.of(
                new Reading(words.stream()
                        .map(Reading::needle)
                        .filter(needle -> !needle.isEmpty())
                        .toList()),
                needles(words.stream()));
    }

    private static String needle(String word) {
        PlaceName place = PlaceName.of(word);
        return place.isFlat() ? Spelling.PLACE + Spelling.of(place.key()) : Spelling.of(word);
    }

    private static Reading needles(Stream<String> words) {
        return new Reading(
                words.map(Spelling::of).filter(needle -> !needle.isEmpty()).toList());
    }
}
