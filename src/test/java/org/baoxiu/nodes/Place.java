package org.baoxiu.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.testing.RecordingServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where an office is whose machines break: its database, and how nodes reach it.
 *
 * @param database how the test looks into it; a file of H2 can be looked into while no node runs
 */
record Place(String name, Map<String, String> environment, DataSource database, RecordingServer gateway) {

    static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Until somebody at a page has an answer, whatever it is; how quick it is on an idle machine is no matter of a test. */
    private static final Duration AT_MOST = Duration.ofSeconds(25);

    private static final Pattern WAITING = Pattern.compile("(?m)^baoxiu_messages_waiting(?:\\{[^}]*})? ([0-9.]+)$");

    /** A node, and the port of its instruments. */
    record Machine(Node node, int instruments) {}

    static Place ofH2(String name, Path directory, RecordingServer gateway) {
        String url = "jdbc:h2:file:" + directory.resolve("baoxiu");
        return new Place(
                name,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo",
                        "SPRING_DATASOURCE_URL",
                        url
                                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=256"),
                new DriverManagerDataSource(url + ";IFEXISTS=TRUE;DEFAULT_NULL_ORDERING=HIGH", "sa", ""),
                gateway);
    }

    static Place ofPostgres(String name, String url, DataSource database, RecordingServer gateway) {
        return new Place(
                name,
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "demo,postgres",
                        "BAOXIU_DATABASE_URL",
                        url,
                        "BAOXIU_DATABASE_USER",
                        "postgres",
                        "BAOXIU_DATABASE_PASSWORD",
                        "postgres"),
                database,
                gateway);
    }

    /** Does not wait for it. */
    Machine launch(String node, Map<String, String> more, String... settings) throws IOException {
        int instruments = freePort();
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new Machine(
                Node.launch(
                        name + "-" + node,
                        all,
                        Stream.concat(
                                        Stream.of(settings),
                                        Stream.of(
                                                "--management.server.port=" + instruments,
                                                "--baoxiu.notification.sms.url=" + gateway.url("/sms"),
                                                "--baoxiu.notification.sms.secret=secret"))
                                .toArray(String[]::new)),
                instruments);
    }

    Machine launch(String node, String... settings) throws IOException {
        return launch(node, Map.of(), settings);
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    JdbcClient sql() {
        return JdbcClient.create(database);
    }

    /** Minutes pass in which nobody hears of the dead, so that others take over the messages that they had in hand. */
    void nobodyHearsOfTheDead() {
        // what the living have in hand takes them a moment
        longNotHeardOf(Duration.ofSeconds(10));
    }

    void allAreDead() {
        longNotHeardOf(Duration.ZERO);
    }

    private void longNotHeardOf(Duration atLeast) {
        sql().sql("update message_queue set last_heartbeat = :longAgo where picked and last_heartbeat < :until")
                .param("longAgo", Timestamp.from(Instant.now().minus(Duration.ofHours(1))))
                .param("until", Timestamp.from(Instant.now().minus(atLeast)))
                .update();
    }

    /**
     * No step is due and no message waits.
     *
     * @param meanwhile each time that it is not so yet
     * @return when
     */
    Instant settled(Machine machine, Runnable meanwhile) {
        HttpOffice admin = HttpOffice.rest(machine.node().port(), "admin");
        await(name + " is settled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    meanwhile.run();
                    return admin.get("/job/count?executable=true&withRetriesLeft=true")
                                            .body()
                                            .path("count")
                                            .asInt(1)
                                    == 0
                            && waiting(machine) == 0;
                });
        return Instant.now();
    }

    private static double waiting(Machine machine) throws IOException, InterruptedException {
        Matcher waiting =
                WAITING.matcher(page("http://localhost:" + machine.instruments() + "/actuator/prometheus", "text/plain")
                        .body());
        return waiting.find() ? Double.parseDouble(waiting.group(1)) : 1;
    }

    /** The same question at the command line, when no node runs or beside them. */
    void commandSaysThatAllAgrees() throws InterruptedException {
        assertThat(Node.command(name + "-check", environment, "--baoxiu.check"))
                .as("how --baoxiu.check ends")
                .isZero();
    }

    /** What an owner sees who wants to report something: soon, in Chinese. */
    static HttpResponse<String> owner(Machine machine) throws IOException, InterruptedException {
        HttpResponse<String> page = chinese(machine, "/report?office=%E4%B8%80%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84");
        assertThat(page.statusCode()).as(page.body()).isIn(200, 500, 503);
        return page;
    }

    /** A page that needs the database. */
    static HttpResponse<String> chinese(Machine machine, String path) throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<String> page = page("http://localhost:" + machine.node().port() + path, "text/html");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("until %s was answered", path)
                .isLessThan(AT_MOST);
        assertThat(page.body())
                .as("%s %s", page, page.headers().map())
                .contains("<html lang=\"zh-CN\"")
                .doesNotContain("Internal Server Error");
        return page;
    }

    private static HttpResponse<String> page(String address, String accept) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Accept", accept)
                                .build(),
                        BodyHandlers.ofString());
    }
}
