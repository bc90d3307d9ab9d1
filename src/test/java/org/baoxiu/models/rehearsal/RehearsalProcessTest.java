package org.baoxiu.models.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** How a process that rehearses is started, asked and ended: in the place of the application stands one that says what it finds. */
@DisplayName("演练的进程")
@Tag("nodes")
class RehearsalProcessTest {

    private static final DataSize MEMORY = DataSize.ofMegabytes(48);

    private static final String SAYS_WHAT_IT_FINDS =
            """
            package org.baoxiu;

            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.util.TreeSet;

            public class BaoxiuApplication {
                public static void main(String[] args) throws Exception {
                    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
                    out.println("something else that it writes");
                    out.println("@rehearsal {\\"run\\": null, \\"refused\\": null, \\"done\\": true}");
                    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                        if (order.contains("memory")) {
                            System.exit(3);
                        }
                        if (order.contains("crash")) {
                            out.println("last words");
                            System.exit(7);
                        }
                        Path there = Path.of("").toAbsolutePath();
                        Path score = Path.of("/proc/self/oom_score_adj");
                        String found = String.join("|",
                            "args=" + String.join(" ", args),
                            "env=" + String.join(",", new TreeSet<>(System.getenv().keySet())),
                            "there=" + there,
                            "files=" + there.toFile().list().length,
                            "tmp=" + System.getProperty("java.io.tmpdir"),
                            "heap=" + Runtime.getRuntime().maxMemory(),
                            "score=" + (Files.exists(score) ? Files.readString(score).strip() : "1000"),
                            "asked=" + order.contains("日常维修"));
                        out.println("@rehearsal {\\"run\\": null, \\"refused\\": \\"" + found + "\\", \\"done\\": true}");
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private RehearsalProcess process;

    @BeforeEach
    void starts() throws Exception {
        Path source = Files.writeString(folder.resolve("BaoxiuApplication.java"), SAYS_WHAT_IT_FINDS);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-encoding", "UTF-8", "-d", folder.toString(), source.toString()))
                .isZero();
        process = RehearsalProcess.start(
                new ThisProgram() {
                    @Override
                    protected Stream<String> classPath() {
                        return Stream.of(folder.toString());
                    }
                },
                MEMORY);
    }

    @AfterEach
    void ends() {
        process.close();
    }

    private static Order order(String name) {
        return new Order(Map.of(), List.of(), List.of(name));
    }

    private Map<String, String> found() {
        Map<String, String> found = new TreeMap<>();
        String said = process.rehearse(order("日常维修"), run -> {}).orElseThrow();
        for (String one : said.split("\\|")) {
            found.put(one.replaceFirst("=.*", ""), one.replaceFirst("^[^=]*=", ""));
        }
        return found;
    }

    @Test
    @DisplayName("it works in an empty place of its own, which is gone afterwards, and knows no setting of the office")
    void apart() {
        Map<String, String> found = found();

        assertThat(found)
                .containsEntry("args", "--spring.profiles.active=demo,rehearsal")
                .containsEntry("files", "0")
                .containsEntry("asked", "true");
        Path there = Path.of(found.get("there"));
        assertThat(there).isNotEqualTo(Path.of("").toAbsolutePath());
        assertThat(found).containsEntry("tmp", there.toString());
        Set<String> harmless = Set.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");
        Set<String> known = new TreeSet<>(Arrays.asList(found.get("env").split(",")));
        known.remove("");
        assertThat(harmless).containsAll(known);
        assertThat(System.getenv().keySet())
                .as("there is something to be kept from it")
                .anyMatch(name -> !harmless.contains(name));

        process.close();

        assertThat(there).doesNotExist();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child -> child.info().commandLine().orElse("").contains(there.toString()));
    }

    @Test
    @DisplayName("it has no more memory than it may, and is the first that the machine ends")
    void small() {
        Map<String, String> found = found();

        assertThat(Long.parseLong(found.get("heap"))).isLessThanOrEqualTo(MEMORY.toBytes());
        assertThat(found).containsEntry("score", "1000");
    }

    @Test
    @DisplayName("that it ended for want of memory is told from every other end, of which its last words are kept")
    void ended() {
        assertThatThrownBy(() -> process.rehearse(order("memory"), run -> {}))
                .isInstanceOfSatisfying(RehearsalProcess.Ended.class, ended -> assertThat(ended.outOfMemory())
                        .isTrue());
    }

    @Test
    @DisplayName("an end without a word of memory is none for want of it")
    void crashed() {
        assertThatThrownBy(() -> process.rehearse(order("crash"), run -> {}))
                .hasMessageContaining("last words")
                .isInstanceOfSatisfying(RehearsalProcess.Ended.class, ended -> assertThat(ended.outOfMemory())
                        .isFalse());
    }
}
