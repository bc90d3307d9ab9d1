package org.baoxiu.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.registered;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.baoxiu.fee.Fees;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.notification.OwnerLinks;
import org.baoxiu.notification.QueueBell;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.photo.Photos;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.testing.ClientsServer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.RecordingServer;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Not a test of the build: lives a {@link SmallOffice} and writes down its database, for the tests of later releases. How it
 * is called is in {@code src/test/resources/releases/README.md}.
 */
@ProcedureTest
class ReleaseDump {

    private static final Path DIRECTORY = Path.of("target", "release");

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MonthEnd months;

    @Autowired
    Fees fees;

    @Autowired
    OwnerSteps owner;

    @Autowired
    Photos photos;

    @Autowired
    ReservedNumbers sheets;

    @Autowired
    OwnerLinks links;

    @Autowired
    DataSource dataSource;

    @Autowired
    BeanFactory application;

    private JdbcClient database;

    @Test
    void write() throws Exception {
        database = JdbcClient.create(dataSource);
        SmallOffice all = new SmallOffice(office, engine, months, fees, owner, photos, sheets);
        // the queue pauses by the clock that stands still between the events
        ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor();
        bell.scheduleAtFixedRate(() -> QueueBell.ring(application), 0, 300, TimeUnit.MILLISECONDS);
        office.timeIs("2026-08-03T09:00:00+08:00");
        String key = client();
        office.ofSlip(reports(key)).ownerCalls("cancel");
        queueIsQuiet();
        all.threeMonths();
        ClientsServer.answering(RecordingServer.Answer.status(503));
        office.timeIs("2026-11-20T08:00:00+08:00");
        office.ofSlip(reports(key)).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        queueIsQuiet();
        all.openCases();
        queueIsQuiet();
        String number = reports(key);
        office.ofSlip(number).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        queueIsQuiet();
        Files.createDirectories(DIRECTORY);
        SortedMap<String, String> facts = new TreeMap<>(Map.of(
                "now",
                office.now().toString(),
                "client.key",
                key,
                "client.slip",
                number,
                "link.open",
                link("select max(number) from slip where closed_at is null"),
                "link.closed",
                link("select max(number) from slip where state = 'CLOSED'")));
        for (String month : database.sql("select period from business_month")
                .query(String.class)
                .list()) {
            facts.putAll(MonthFigures.of(dataSource, port, month).facts(month));
        }
        Files.write(
                DIRECTORY.resolve(name() + ".properties"),
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .toList());
        bell.shutdown();
        dump();
        assertThat(database.sql("select distinct state from message")
                        .query(String.class)
                        .list())
                .contains("WAITING", "EXPIRED", "DELIVERED", "TO_CALL");
        ClockUtil.reset();
    }

    private String link(String slip) {
        return links.issue(database.sql(slip).query(String.class).single()).replaceFirst(".*/r/", "");
    }

    /** Whatever is due has been tried, and nothing is under way. */
    private void queueIsQuiet() {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> assertThat(database.sql(
                                """
        select * from message_queue where picked or task_name = 'deliver' and execution_time <= ?""")
                        .param(Timestamp.from(office.now()))
                        .query()
                        .listOfRows())
                .isEmpty());
    }

    private String client() throws Exception {
        String form = "id=" + ClientsServer.CLIENT + "&name=app&offices="
                + URLEncoder.encode("一号管理处", StandardCharsets.UTF_8);
        Matcher key = Pattern.compile("bxk_[A-Za-z0-9_-]{43}")
                .matcher(posts(
                        "/clients",
                        "application/x-www-form-urlencoded",
                        form,
                        "Basic "
                                + Base64.getEncoder().encodeToString("admin:baoxiu".getBytes(StandardCharsets.UTF_8))));
        assertThat(key.find()).isTrue();
        return key.group();
    }

    private String reports(String key) throws Exception {
        String json = new ObjectMapper()
                .writeValueAsString(fields(
                        "office",
                        "一号管理处",
                        "place",
                        "7 栋 801",
                        "fault",
                        "厨房水龙头漏水",
                        "name",
                        "李四",
                        "phone",
                        "13900000000",
                        "another",
                        true));
        return new ObjectMapper()
                .readTree(posts("/api/v1/repairs", "application/json", json, "Bearer " + key))
                .path("number")
                .asText();
    }

    private String posts(String path, String type, String body, String authorization) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", authorization)
                                .header("Content-Type", type)
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String name() {
        return TestDatabase.postgres() ? "postgres" : "h2";
    }

    private void dump() throws Exception {
        Path file = DIRECTORY.resolve(name() + ".sql.gz");
        Files.deleteIfExists(file);
        if (!TestDatabase.postgres()) {
            database.sql("script to '" + file + "' compression gzip").query().listOfRows();
            return;
        }
        URI address;
        try (Connection connection = dataSource.getConnection()) {
            address = URI.create(connection.getMetaData().getURL().replaceFirst("^jdbc:", ""));
        }
        Process dump = new ProcessBuilder(List.of(
                        "pg_dump",
                        "-h",
                        address.getHost(),
                        "-p",
                        "" + address.getPort(),
                        "-U",
                        "postgres",
                        "--inserts",
                        "--rows-per-insert=100",
                        "--no-owner",
                        "--no-privileges",
                        address.getPath().substring(1)))
                .start();
        try (InputStream sql = dump.getInputStream();
                OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            sql.transferTo(packed);
        }
        assertThat(dump.waitFor()).as("pg_dump").isZero();
    }
}
