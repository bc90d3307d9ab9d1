package org.baoxiu.cockpit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One table as the browser shows it, in the words of its readers.
 *
 * @param note what the table is, and what it is not
 */
public record Sheet(String note, List<String> headings, List<Line> lines) {

    /** @param mark {@code missed} or {@code open}, which the browser colours; otherwise empty */
    public record Line(String mark, List<String> cells) {

        static Line of(String... cells) {
            return new Line("", List.of(cells));
        }

        static Line marked(String mark, String... cells) {
            return new Line(mark, List.of(cells));
        }
    }

    static Sheet of(String note, List<String> headings, Stream<Line> lines) {
        return new Sheet(note, headings, lines.toList());
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
