package org.baoxiu.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A fault that was found when the product was used. Tests that hold it mended are tagged {@code found:} and its row.
 *
 * @param row   A1–E10
 * @param holds what is right since
 * @param with  the later capability that completes a row that is moved, otherwise empty
 */
public record FoundInUse(String row, String holds, State state, String with) {

    /** How far the mending has come. */
    public enum State {
        /** Not mended yet: no test stands for it. */
        OPEN,
        /** A later capability completes it; a test shows what holds already. */
        MOVED,
        MENDED;

        private static State of(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.name().toLowerCase().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a state: " + word));
        }
    }

    static final String TAG = "found:";
    private static final Path LIST = Path.of("src", "test", "resources", "found-in-use.txt");

    /** All rows, in their order. */
    public static List<FoundInUse> all() {
        try {
            return Files.readAllLines(LIST).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FoundInUse::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FoundInUse parse(String line) {
        String[] parts = line.split("\\s*\\|\\s*");
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a row: " + line);
        }
        String[] state = parts[2].split(" to ", 2);
        return new FoundInUse(parts[0], parts[1], State.of(state[0]), state.length == 1 ? "" : state[1]);
    }
}
