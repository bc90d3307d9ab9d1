package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baoxiu.testing.TestDatabase;

/**
 * How late a missed promise reaches whoever is told: Baoxiu's settings beside the starter's defaults, on H2 and PostgreSQL, on
 * the same work. {@code mvn -Pbench} prints the table of docs/benchmarks.md; it asserts nothing.
 */
public final class LatenessBench {

    private static final int SINGLES = Integer.getInteger("bench.singles", 30);
    private static final int MANY = Integer.getInteger("bench.many", 1000);
    private static final String DATABASES = System.getProperty("bench.databases", "H2,PostgreSQL");
    private static final Path OUTPUT = Path.of("target", "bench");

    /** What the Spring Boot starter and the engine do when nothing is set. */
    private static final List<String> DEFAULTS = List.of(
            "--baoxiu.timer-alarm=false",
            "--baoxiu.job-back-pressure=false",
            "--camunda.bpm.history-level=full",
            "--camunda.bpm.job-execution.wait-time-in-millis=5000",
            "--camunda.bpm.job-execution.max-wait=60000",
            "--camunda.bpm.job-execution.max-jobs-per-acquisition=3",
            "--camunda.bpm.job-execution.core-pool-size=3",
            "--camunda.bpm.job-execution.max-pool-size=10",
            "--camunda.bpm.job-execution.queue-capacity=3",
            "--camunda.bpm.generic-properties.properties.job-executor-acquire-by-due-date=false");

    private record Work(String condition, String timers) {}

    /** Times in milliseconds. */
    private record Lateness(int number, long median, long p99, long max) {

        double ratioTo(Lateness other) {
            return (double) p99 / Math.max(1, other.p99);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f / %.2f / %.2f", median / 1000.0, p99 / 1000.0, max / 1000.0);
        }
    }

    private LatenessBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(OUTPUT);
        StringBuilder table = new StringBuilder(
                """
        | database | condition | timers | n | Baoxiu, s (p50 / p99 / max) | p99 to idle | n | defaults, s | their p99 to ours |
        |---|---|---|---|---|---|---|---|---|
        """);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (String kind : DATABASES.split(",")) {
                Map<Work, Lateness> tuned = measure(server, kind, "baoxiu", SINGLES, 1, List.of());
                // with them each takes ten times as long
                Map<Work, Lateness> defaults =
                        measure(server, kind, "defaults", Math.max(1, SINGLES / 6), 10, DEFAULTS);
                tuned.forEach((work, late) -> {
                    Lateness idle = tuned.get(new Work("idle", work.timers()));
                    Lateness usual = defaults.get(work);
                    table.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %d | %s | × %.2f | %d | %s | × %.1f |%n",
                            kind,
                            work.condition(),
                            work.timers(),
                            late.number(),
                            late,
                            late.ratioTo(idle),
                            usual.number(),
                            usual,
                            usual.ratioTo(late)));
                });
            }
        }
        System.out.println(table);
    }

    private static List<String> database(EmbeddedPostgres server, String kind, String name)
            throws IOException, SQLException {
        if (kind.equals("H2")) {
            Path file =
                    Files.createTempDirectory(OUTPUT, "h2-").toAbsolutePath().resolve(name);
            return List.of("--spring.datasource.url=jdbc:h2:file:" + file
                    + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256");
        }
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        }
        return List.of(
                "--spring.profiles.active=postgres",
                "--baoxiu.evidence.key=" + TestDatabase.EVIDENCE_KEY,
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    /**
     * The hanging mail server comes in a process and a database of its own, which then are as new as those of the idle engine.
     *
     * @param singles how many timers are measured one by one
     * @param idle how long the engine is left idle before a single timer at most, in seconds
     */
    private static Map<Work, Lateness> measure(
            EmbeddedPostgres server, String kind, String name, int singles, int idle, List<String> settings)
            throws IOException, InterruptedException, SQLException {
        Map<Work, Lateness> results = new LinkedHashMap<>();
        for (boolean mail : new boolean[] {false, true}) {
            String part = mail ? name + "_mail" : name;
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-Xmx1g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LatenessRun.class.getName(),
                    String.valueOf(mail),
                    String.valueOf(singles),
                    String.valueOf(MANY),
                    String.valueOf(idle),
                    "--server.port=0"));
            command.addAll(database(server, kind, part));
            command.addAll(settings);
            run(command, kind, part, results);
        }
        return results;
    }

    private static void run(List<String> command, String kind, String name, Map<Work, Lateness> results)
            throws IOException, InterruptedException {
        Path log = OUTPUT.resolve(kind + "-" + name + ".log");
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = run.inputReader();
                Writer output = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.write(line + "\n");
                if (line.startsWith(LatenessRun.RESULT)) {
                    String[] parts = line.split("\t");
                    Lateness late = new Lateness(
                            Integer.parseInt(parts[3]),
                            Long.parseLong(parts[4]),
                            Long.parseLong(parts[5]),
                            Long.parseLong(parts[6]));
                    System.out.println(String.join("  ", kind, name, parts[1], parts[2], late.toString()));
                    results.put(new Work(parts[1], parts[2]), late);
                }
            }
        }
        if (run.waitFor() != 0) {
            throw new IllegalStateException("failed; see " + log);
        }
    }
}
