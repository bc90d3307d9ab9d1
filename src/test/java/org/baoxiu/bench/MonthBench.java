package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.baoxiu.monthend.RandomMonth;
import org.baoxiu.monthend.SlipLoader;
import org.baoxiu.slip.DomainSlice;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a month takes, from its freezing to its workbook, how much memory that needs and how both grow with the slips: on
 * PostgreSQL, each month in a Java process of its own with 512 MB and two cores. {@code mvn -Pbench -Dbench=month} prints a
 * table; it asserts nothing.
 */
public final class MonthBench {

    private static final String SLIPS = System.getProperty("bench.slips", "10000,100000,1000000");
    private static final Path OUTPUT = Path.of("target", "bench");

    /** Times in milliseconds, sizes in bytes. */
    private record Cost(int slips, long freeze, long count, long workbook, long heap, long process) {

        /** @param smaller the month before it; the first has none */
        String line(Cost smaller) {
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.1f | %.1f | %.1f | %s | %.1f | %d | %d |",
                    slips,
                    freeze / 1000.0,
                    count / 1000.0,
                    total() / 1000.0,
                    smaller == null ? "" : String.format(Locale.ROOT, "× %.1f", (double) total() / smaller.total()),
                    workbook / 1e6,
                    heap >> 20,
                    process >> 20);
        }

        private long total() {
            return freeze + count;
        }
    }

    private MonthBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Files.createDirectories(OUTPUT);
        StringBuilder table = new StringBuilder(
                """
        | slips | freezing, s | figures and workbook, s | together, s | growth | workbook, MB | heap, peak, MiB | process, peak, MiB |
        |---|---|---|---|---|---|---|---|
        """);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Cost smaller = null;
            for (int slips :
                    Stream.of(SLIPS.split(",")).mapToInt(Integer::parseInt).toArray()) {
                List<String> database = database(server, "month" + slips);
                load(slips, database);
                Cost cost = measure(slips, database);
                System.out.println(cost.line(null));
                table.append(cost.line(smaller)).append('\n');
                smaller = cost;
            }
        }
        System.out.println(table);
    }

    private static List<String> database(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        }
        return List.of(
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true",
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private static void load(int slips, List<String> database) {
        try (ConfigurableApplicationContext domain = domain(database)) {
            JdbcTemplate sql = domain.getBean(JdbcTemplate.class);
            SlipLoader loader = new SlipLoader(sql);
            loader.load(new RandomMonth(slips, MonthRun.MONTH, 1), slips);
            loader.receivedFrom(MonthRun.MONTH);
            // a month comes in bit by bit, and PostgreSQL has long looked at it
            sql.execute("vacuum analyze");
        }
    }

    /** The domain with its tables, without the engine. */
    static ConfigurableApplicationContext domain(List<String> settings) {
        return new SpringApplicationBuilder(DomainSlice.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    private static Cost measure(int slips, List<String> database) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx512m",
                                "-XX:ActiveProcessorCount=2",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MonthRun.class.getName()),
                        database.stream())
                .toList());
        Path log = OUTPUT.resolve("month-" + slips + ".log");
        Process run = command.redirectErrorStream(true).start();
        Cost cost = null;
        try (BufferedReader lines = run.inputReader();
                Writer output = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.write(line + "\n");
                if (line.startsWith(MonthRun.RESULT)) {
                    long[] values = Stream.of(line.split("\t"))
                            .skip(1)
                            .mapToLong(Long::parseLong)
                            .toArray();
                    cost = new Cost(slips, values[0], values[1], values[2], values[3], values[4]);
                }
            }
        }
        if (run.waitFor() != 0 || cost == null) {
            throw new IllegalStateException("failed; see " + log);
        }
        return cost;
    }
}
