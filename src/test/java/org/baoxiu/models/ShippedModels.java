package org.baoxiu.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The models of this release as a process owner changes them: each change replaces something that is there. */
final class ShippedModels {

    private ShippedModels() {}

    static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (String folder : new String[] {"processes", "forms"}) {
            try (Stream<Path> paths = Files.list(Path.of(folder))) {
                paths.forEach(path -> files.put(folder + "/" + path.getFileName(), read(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String file(String name) {
        return read(Path.of(name.endsWith(".form") ? "forms" : "processes", name));
    }

    static UnaryOperator<String> replacing(String part, String by) {
        return text -> {
            if (!text.contains(part)) {
                throw new IllegalArgumentException("not there: " + part);
            }
            return text.replace(part, by);
        };
    }

    /** The first match only; {@code .} stands for line ends too. */
    static UnaryOperator<String> matching(String pattern, String by) {
        return text -> {
            String changed = text.replaceFirst("(?s)" + pattern, by);
            if (changed.equals(text)) {
                throw new IllegalArgumentException("not there: " + pattern);
            }
            return changed;
        };
    }

    static Models models(Map<String, String> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new Models(contents);
    }
}
