package org.baoxiu.nodes;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.testing.TestDatabase;

/** The application in a Java process of its own. What it writes goes to {@code target/nodes/<name>.log}. */
public final class Node {

    private static final Path OUTPUT = Path.of("target", "nodes");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final String name;
    private final Path output;
    private final Process process;

    private Node(String name, Path output, Process process) {
        this.name = name;
        this.output = output;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /**
     * Starts a node and does not wait for it.
     *
     * @param name     also its host name in the engine's job log and its name among the database's sessions
     * @param database JDBC address
     * @param settings besides those of everyday, as on the command line
     */
    static Node launch(String name, String database, String... settings) {
        return launch(
                name,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo,postgres",
                        "BAOXIU_DATABASE_URL",
                        database,
                        "BAOXIU_DATABASE_USER",
                        "postgres",
                        "BAOXIU_DATABASE_PASSWORD",
                        "postgres"),
                settings);
    }

    /** @param environment all that it knows of profiles, database and settings, besides the command line */
    public static Node launch(String name, Map<String, String> environment, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
                "--camunda.bpm.generic-properties.properties.hostname=" + name));
        arguments.addAll(List.of(settings));
        return new Node(name, output(name), start(name, ofThisBuild(), environment, arguments));
    }

    /**
     * Asks something of the jar that does not start the application.
     *
     * @return how it ends
     */
    static int command(String name, Map<String, String> environment, String... arguments) throws InterruptedException {
        return start(name, ofThisBuild(), environment, List.of(arguments)).waitFor();
    }

    private static Path output(String name) {
        return OUTPUT.resolve(name + ".log");
    }

    private static List<String> ofThisBuild() {
        return List.of("-cp", applicationClassPath(), BaoxiuApplication.class.getName());
    }

    private static Process start(
            String name, List<String> program, Map<String, String> environment, List<String> arguments) {
        // quick to start and small: several of them share the machine
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1");
        builder.command().addAll(program);
        builder.command().addAll(arguments);
        builder.environment()
                .keySet()
                .removeIf(variable -> variable.startsWith("SPRING_") || variable.startsWith("BAOXIU_"));
        builder.environment().putAll(environment);
        builder.environment().putIfAbsent("BAOXIU_EVIDENCE_KEY", TestDatabase.EVIDENCE_KEY);
        try {
            Files.createDirectories(OUTPUT);
            return builder.redirectErrorStream(true)
                    .redirectOutput(output(name).toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the test classes and the authorization server: the application would take the beans among them for its own. */
    private static String applicationClassPath() {
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(tests))
                .filter(entry -> !entry.contains("oauth2-authorization-server"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until the node answers requests and fires timers. */
    public Node ready() {
        await(this + " is ready")
                .atMost(START_LIMIT)
                .failFast(this + " has stopped", () -> !process.isAlive())
                .until(() -> written().contains("Started BaoxiuApplication in"));
        return this;
    }

    public int port() {
        Matcher port = PORT.matcher(written());
        if (!port.find()) {
            throw new IllegalStateException(this + " has no port");
        }
        return Integer.parseInt(port.group(1));
    }

    private String written() {
        try {
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean says(String words) {
        return written().contains(words);
    }

    String name() {
        return name;
    }

    boolean runs() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** As an operator does it: what is under way is finished. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** As when the power fails: nothing is finished, nothing is given back. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return "node " + name + " (see " + output + ")";
    }
}
