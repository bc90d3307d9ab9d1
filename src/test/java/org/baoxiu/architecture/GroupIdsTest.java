package org.baoxiu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.shared.Groups;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("小组代码只写在一处")
class GroupIdsTest {

    private static final Path CODE = Path.of("src", "main", "java");

    @Test
    void noOtherClassWritesTheIdOfAGroup() throws IOException {
        List<String> ids =
                Arrays.stream(Groups.class.getFields()).map(GroupIdsTest::value).toList();
        assertThat(ids).hasSize(8);
        try (Stream<Path> files = Files.walk(CODE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")
                                    && !file.endsWith("org/baoxiu/shared/Groups.java"))
                            .filter(file ->
                                    ids.stream().anyMatch(id -> read(file).contains("\"" + id + "\""))))
                    .isEmpty();
        }
    }

    private static String value(java.lang.reflect.Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
