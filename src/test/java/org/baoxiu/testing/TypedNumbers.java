package org.baoxiu.testing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What people type into a field for an amount, and what is meant: the same for the server and for the script of the forms. */
public record TypedNumbers(String typed, Optional<BigDecimal> meant) {

    public static Stream<TypedNumbers> all() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "typed-numbers.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", 2))
                .map(parts -> new TypedNumbers(
                        parts[0],
                        Optional.of(parts[1])
                                .filter(number -> !number.isEmpty())
                                .map(BigDecimal::new)));
    }
}
