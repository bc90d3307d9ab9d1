package org.baoxiu.nodes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.RecordingServer;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The drill of the guide for operators: the office works, a backup is made, it works on, everything is lost, the backup is restored into an
 * empty place by the commands of the guide. Texts leave by a gateway that knows no difference between original and copy.
 */
@Tag("nodes")
@DisplayName("备份和恢复演练")
class RestoreDrillTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of the machine and the moment: a copy has its own. */
    private static final List<String> OWN = List.of(
            "installation",
            "backup_made",
            "trouble",
            "remedy",
            "message_queue",
            "spring_session",
            "spring_session_attributes",
            "act_ge_property",
            "act_ru_meter_log",
            "login_failure");

    @TempDir
    Path directory;

    private final List<Node> nodes = new ArrayList<>();
    private RecordingServer gateway;

    @BeforeEach
    void theGatewayListens() throws IOException {
        gateway = new RecordingServer();
    }

    @AfterEach
    void nothingIsLeft() {
        nodes.forEach(Node::kill);
        gateway.close();
    }

    /** Where an office is: its database, how a node reaches it and how the test looks into it. */
    private record Place(Map<String, String> environment, DataSource database) {

        JdbcClient sql() {
            return JdbcClient.create(database);
        }
    }

    @Test
    void ofH2WhileItIsAtWork() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", directory.toString(), "-ifNotExists")
                .start();
        try {
            String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/./original/baoxiu";
            Place original = new Place(
                    Map.of("SPRING_DATASOURCE_URL", url + ";DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000"),
                    new DriverManagerDataSource(url, "sa", ""));
            Path backups = directory.resolve("backups");
            Node node = launch("drill-h2", original, "--baoxiu.backup.directory=" + backups);
            Map<String, List<String>> then = work(node, original);
            run(Map.of("BAOXIU_URL", "http://localhost:" + node.port()), "admin\nbaoxiu\n", "docker/backup-h2.sh");
            assertThat(original.sql()
                            .sql("select count(*) from backup_made")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            workOn(node, original);
            node.kill();

            String copied = "jdbc:h2:file:" + directory.resolve("copy/baoxiu");
            Place copy = new Place(
                    Map.of("SPRING_DATASOURCE_URL", copied + ";DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH"),
                    new DriverManagerDataSource(copied + ";IFEXISTS=TRUE", "sa", ""));
            try (Stream<Path> files = Files.list(backups)) {
                Path backup = files.findFirst().orElseThrow();
                assertThat(command(copy, "--baoxiu.restore=" + backup)).isZero();
                assertThat(command(copy, "--baoxiu.restore=" + backup))
                        .as("never over what is there")
                        .isEqualTo(2);
            }
            theCopyIsAsTheOriginalWas(copy, then);
        } finally {
            server.stop();
        }
    }

    @Test
    void ofPostgres() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Place original = postgres(server, "original");
            Node node = launch("drill-postgres", original);
            Map<String, List<String>> then = work(node, original);
            Path backups = directory.resolve("backups");
            run(pg(server, "original"), "", "docker/backup-postgres.sh", backups.toString());
            workOn(node, original);
            node.kill();

            Place copy = postgres(server, "copy");
            try (Stream<Path> files = Files.list(backups)) {
                run(
                        pg(server, "copy"),
                        "",
                        "docker/restore-postgres.sh",
                        files.findFirst().orElseThrow().toString());
            }
            theCopyIsAsTheOriginalWas(copy, then);
        }
    }

    private static Place postgres(EmbeddedPostgres server, String name) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        }
        return new Place(
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo,postgres",
                        "BAOXIU_DATABASE_URL",
                        server.getJdbcUrl("postgres", name),
                        "BAOXIU_DATABASE_USER",
                        "postgres",
                        "BAOXIU_DATABASE_PASSWORD",
                        "postgres"),
                server.getDatabase("postgres", name));
    }

    private static Map<String, String> pg(EmbeddedPostgres server, String name) {
        return Map.of("PGHOST", "localhost", "PGPORT", "" + server.getPort(), "PGUSER", "postgres", "PGDATABASE", name);
    }

    private Node launch(String name, Place place, String... settings) {
        Map<String, String> environment = new TreeMap<>(Map.of("SPRING_PROFILES_ACTIVE", "demo"));
        environment.putAll(place.environment());
        Node node = Node.launch(
                name,
                environment,
                Stream.concat(
                                Stream.of(settings),
                                Stream.of(
                                        "--baoxiu.notification.sms.url=" + gateway.url("/sms"),
                                        "--baoxiu.notification.sms.secret=secret"))
                        .toArray(String[]::new));
        nodes.add(node);
        return node.ready();
    }

    /** Some slips in different steps, one of them late. @return all that is there when nothing is under way any more */
    private Map<String, List<String>> work(Node node, Place place) throws Exception {
        report(node, "备份前", Instant.now());
        report(node, "备份前超时", Instant.now().minus(Duration.ofMinutes(3)));
        report(node, "备份前已登记", Instant.now());
        register(node, "备份前已登记");
        quiet(place);
        return everything(place);
    }

    private void workOn(Node node, Place place) throws Exception {
        report(node, "备份后", Instant.now());
        register(node, "备份前");
        quiet(place);
    }

    /** Then nothing of it leaves by itself, and then it does again, and nobody has got anything twice. */
    private void theCopyIsAsTheOriginalWas(Place copy, Map<String, List<String>> then) throws Exception {
        Map<String, List<String>> now = everything(copy);
        assertThat(now.keySet()).isEqualTo(then.keySet());
        now.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(then.get(table)));
        assertThat(command(copy, "--baoxiu.check")).as("the records agree").isZero();
        assertThat(command(copy, "--baoxiu.evidence"))
                .as("everything is as it was written")
                .isZero();
        int sent = gateway.requests().size();

        Node node = launch("drill-copy", copy, "--logging.level.org.baoxiu.notification=debug");
        report(node, "副本", Instant.now());
        await("the copy has something to send, and keeps it")
                .atMost(PATIENCE)
                .until(() -> node.says("because this is a copy"));
        assertThat(page(node, "GET", "/operations")).contains("恢复出来的副本", "这是正式系统");
        assertThat(gateway.requests()).hasSize(sent);

        await("it is confirmed when nothing is due")
                .atMost(PATIENCE)
                .until(() -> status(node, "POST", "/operations-keep/confirm") == 302);
        String after = report(node, "恢复以后", Instant.now());
        await("texts leave again").atMost(PATIENCE).until(() -> gateway.requests().stream()
                .anyMatch(text -> text.json().path("slipNumber").asText().equals(after)));
        assertThat(page(node, "GET", "/deliveries")).contains("可能已经送到过");
        assertThat(gateway.requests().stream()
                        .map(request -> request.json())
                        .map(text -> text.path("slipNumber").asText() + " "
                                + text.path("event").asText()))
                .as("what owners were told, by slip and event")
                .doesNotHaveDuplicates();
    }

    /** @return number of the slip */
    private static String report(Node node, String place, Instant received) throws Exception {
        HttpOffice clerk = HttpOffice.rest(node.port(), "clerk1");
        Answer answer = clerk.post(
                "/process-definition/key/repairRequest/submit-form",
                form(with(
                        leakingTap(),
                        "place",
                        place,
                        "receivedAt",
                        received.truncatedTo(ChronoUnit.MILLIS).toString())));
        assertThat(answer.status()).as(node + " answers " + answer.body()).isEqualTo(200);
        return HttpOffice.rest(node.port(), "admin")
                .get("/process-instance/" + answer.body().path("id").asText())
                .body()
                .path("businessKey")
                .asText();
    }

    private static void register(Node node, String place) throws Exception {
        HttpOffice clerk = HttpOffice.rest(node.port(), "clerk1");
        for (JsonNode task : clerk.get("/task?taskDefinitionKey=" + Elements.REGISTER_REQUEST
                        + "&processVariables=place_eq_" + URLEncoder.encode(place, StandardCharsets.UTF_8))
                .body()) {
            Answer answer = clerk.post("/task/" + task.path("id").asText() + "/submit-form", form(registered("PL-01")));
            assertThat(answer.status()).as(node + " answers " + answer.body()).isEqualTo(204);
        }
    }

    private static String form(Map<String, Object> answers) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "variables",
                answers.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }

    /** No step is due and no message waits. */
    private static void quiet(Place place) {
        await("nothing is under way")
                .atMost(PATIENCE)
                .until(() -> place.sql()
                                .sql(
                                        """
                    select (select count(*) from message where state = 'WAITING')
                         + (select count(*) from message_queue where task_name = 'deliver')
                         + (select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ < ?))""")
                                .param(LocalDateTime.now(ZoneId.of("Asia/Shanghai")))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    /** Each row of each table, but what belongs to the machine and the moment. */
    private static Map<String, List<String>> everything(Place place) {
        Map<String, List<String>> all = new TreeMap<>();
        List<String> tables = place.sql()
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list();
        for (String table : tables) {
            if (!OWN.contains(table.toLowerCase(Locale.ROOT))) {
                all.put(
                        table.toLowerCase(Locale.ROOT),
                        place.sql().sql("select * from \"" + table + "\"").query().listOfRows().stream()
                                .map(RestoreDrillTest::words)
                                .sorted()
                                .toList());
            }
        }
        return all;
    }

    private static String words(Map<String, Object> row) {
        return row.values().stream()
                .map(value -> value instanceof byte[] bytes ? Arrays.hashCode(bytes) : value)
                .map(String::valueOf)
                .collect(Collectors.joining("|"));
    }

    private static int command(Place place, String argument) throws Exception {
        Map<String, String> environment = new TreeMap<>(place.environment());
        environment.putIfAbsent("SPRING_PROFILES_ACTIVE", "demo");
        return Node.command("drill-command", environment, argument);
    }

    private static void run(Map<String, String> environment, String typed, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + said)
                .isZero();
    }

    private static HttpResponse<String> asks(Node node, String method, String path) throws Exception {
        String address = "http://localhost:" + node.port();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                "admin:baoxiu".getBytes(StandardCharsets.UTF_8)))
                                .header("Origin", address)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String page(Node node, String method, String path) throws Exception {
        return asks(node, method, path).body();
    }

    private static int status(Node node, String method, String path) throws Exception {
        return asks(node, method, path).statusCode();
    }
}
