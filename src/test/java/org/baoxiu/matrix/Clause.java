package org.baoxiu.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A clause of the procedure.
 *
 * @param number as everybody cites it: S1–S7, Q1–Q6, 3.1–5.4
 */
public record Clause(String number, String text) {

    private static final Path LIST = Path.of("src", "test", "resources", "clauses.txt");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])(?:[SQ]\\d+|[1-9]\\d*(?:\\.\\d+)+[ab]?)(?![\\w])");

    /** All clauses, in the order of the procedure. */
    public static List<Clause> all() {
        try {
            return Files.readAllLines(LIST).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Clause::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Clause parse(String line) {
        String[] parts = line.split("\\s*\\|\\s*");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a clause: " + line);
        }
        return new Clause(parts[0], parts[1]);
    }

    /** The numbers that a text cites, whether there are such clauses or not. */
    public static List<String> citedIn(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
