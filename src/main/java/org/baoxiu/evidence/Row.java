package org.baoxiu.evidence;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baoxiu.evidence.Recorded.Column;
import org.baoxiu.evidence.Recorded.Part;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record as it is now.
 *
 * @param chain  number of the slip, or the month
 * @param when   what tells people which row is meant
 * @param values of its columns, as {@link Canonical} writes them; without those that are null
 * @param parts  likewise of the rows that belong to it
 */
record Row(
        Recorded kind,
        String key,
        String chain,
        @Nullable LocalDateTime when,
        Map<String, String> values,
        List<Map<String, String>> parts) {

    String id() {
        return kind + " " + key;
    }

    /** Of everything that no person has written. */
    byte[] plain(int format) {
        return text(format, false).hash();
    }

    /** Of what people have written, which says nothing without the salt; null where nobody can write anything. */
    byte @Nullable [] words(int format, byte[] salt) {
        return kind.hasWords()
                ? new Canonical().add(salt).add(text(format, true).toString()).hash()
                : null;
    }

    private Canonical text(int format, boolean words) {
        Canonical text = new Canonical().add(kind).add(key).add(chain);
        add(text, kind.columns(), values, format, words);
        kind.part().map(Part::columns).ifPresent(columns -> parts.stream()
                // the databases sort words each in its own way
                .sorted(Comparator.comparing(part -> all(columns, part)))
                .forEach(part -> add(text.add("part"), columns, part, format, words)));
        return text;
    }

    private static String all(List<Column> columns, Map<String, String> part) {
        Canonical text = new Canonical();
        Stream.of(false, true).forEach(words -> add(text, columns, part, Integer.MAX_VALUE, words));
        return text.toString();
    }

    private static void add(
            Canonical text, List<Column> columns, Map<String, String> values, int format, boolean words) {
        columns.stream()
                .filter(column -> column.words() == words && column.since() <= format)
                .forEach(column -> text.addNamed(column.name(), values.get(column.name())));
    }
}
