package org.baoxiu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.models.Replay;
import org.baoxiu.models.Replays;
import org.baoxiu.monthend.RandomMonth;
import org.baoxiu.monthend.SlipLoader;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to try a draft of the tables of classes, limits, fees and items on the slips of a month, on PostgreSQL: {@code mvn
 * -Pbench -Dbench=replay} prints a table; it asserts nothing.
 */
public final class ReplayBench {

    private static final String SLIPS = System.getProperty("bench.slips", "10000,100000");
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Each slip was looked up, classified, quoted and billed by a table. */
    private static final String DECISIONS =
            """
        insert into decision_taken (decision, version, decided_at, slip_number, occasion, inputs, outputs)
        select d.decision, 1, s.received_at, s.number, d.occasion, replace(d.inputs, '#', cast(mod(s.place_number, 5) as varchar)), d.outputs
          from (select number, received_at, row_number() over (order by number) as place_number from slip) s,
               (values ('repairCatalogue', 'Task_LookUpCatalogue', '{"itemCode":"PL-01"}', '{"labourPriceFen":4000}'),
                       ('repairClassification', 'Task_ClassifyRequest', '{"lossOrInjury":false,"repeatCount":#,"inPriceList":true,"estimatedHours":#.5,"unresolved":null}', '{"repairClass":"daily"}'),
                       ('repairFee', 'Task_DecideFee', '{"area":"inside","rework":false,"officeFault":false,"underWarranty":false}', '{}'),
                       ('repairFee', 'Task_DecideBill', '{"area":"inside","rework":false,"officeFault":false,"underWarranty":false}', '{}'))
                 as d (decision, occasion, inputs, outputs)
         order by s.received_at""";

    private ReplayBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        StringBuilder table = new StringBuilder("| slips | things decided again | seconds |\n|---|---|---|\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int slips :
                    Stream.of(SLIPS.split(",")).mapToInt(Integer::parseInt).toArray()) {
                table.append(measure(server, slips));
            }
        }
        System.out.println(table);
    }

    private static String measure(EmbeddedPostgres server, int slips) throws SQLException, IOException {
        String name = "replay" + slips;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(BaoxiuApplication.class)
                .profiles("demo")
                .run(
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", name)
                                + "&reWriteBatchedInserts=true",
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--server.port=0")) {
            JdbcTemplate sql = application.getBean(JdbcTemplate.class);
            SlipLoader loader = new SlipLoader(sql);
            loader.load(new RandomMonth(slips, MonthRun.MONTH, 1), slips);
            loader.complete();
            sql.update(DECISIONS);
            sql.execute("vacuum analyze");
            long draft = application.getBean(ModelDrafts.class).keep("processowner", draft());
            Replay replay = run(application.getBean(Replays.class), draft);
            System.out.println(replay.figures());
            return String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %.1f |%n",
                    slips,
                    replay.all(),
                    Duration.between(replay.started(), replay.finished()).toMillis() / 1000.0);
        }
    }

    private static Replay run(Replays replays, long draft) {
        LocalDate from = MonthRun.MONTH.minusMonths(3).atDay(1);
        long id = replays.begin(draft, from, MonthRun.MONTH.plusMonths(2).atDay(1), "processowner");
        long end = System.nanoTime() + PATIENCE.toNanos();
        Replay replay = replays.one(id).orElseThrow();
        while (replay.running() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            replay = replays.one(id).orElseThrow();
        }
        if (replay.running() || replay.failure() != null) {
            throw new IllegalStateException(String.valueOf(replay));
        }
        return replay;
    }

    private static Map<String, byte[]> draft() throws IOException {
        return Map.of(
                "repair-classification.dmn",
                changed("repair-classification.dmn", "&gt;= 3", "&gt;= 2"),
                "service-commitments.dmn",
                changed("service-commitments.dmn", "\"15 分钟\"", "\"20 分钟\""),
                "repair-fee.dmn",
                changed("repair-fee.dmn", "<text>10</text>", "<text>14</text>"),
                "repair-catalogue.dmn",
                changed("repair-catalogue.dmn", "<text>40</text>", "<text>45</text>"));
    }

    private static byte[] changed(String file, String part, String by) throws IOException {
        String text = Files.readString(Path.of("processes", file));
        int at = text.indexOf(part);
        if (at < 0) {
            throw new IllegalStateException(file + " has no " + part);
        }
        return (text.substring(0, at) + by + text.substring(at + part.length())).getBytes(StandardCharsets.UTF_8);
    }
}
