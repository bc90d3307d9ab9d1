package org.baoxiu.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that is not there yet, goes away and comes back, and what people see of it. */
@Tag("nodes")
@DisplayName("数据库暂时不在")
class DatabaseAwayTest {

    /** Not as long as a pool waits that nobody has told how long; how quick it is on an idle machine is no matter of a test. */
    private static final Duration AT_MOST = Duration.ofSeconds(25);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path data;

    private final HttpClient browser = HttpClient.newHttpClient();
    private int port;

    @Test
    @Tag("found:E9")
    @Tag("found:B5")
    void everybodyIsToldInChineseAndTheNodeWaits() throws Exception {
        int databasePort = freePort();
        int instruments = freePort();
        Node node = Node.launch(
                "waiting",
                "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                "--management.server.port=" + instruments);
        try {
            await(node + " has asked in vain")
                    .atMost(PATIENCE)
                    .failFast(node + " gave up", () -> !node.runs())
                    .until(() -> node.says("Connection error"));
            try (EmbeddedPostgres server = server(databasePort)) {
                node.ready();
                port = node.port();
                assertThat(get("/report", "text/html").statusCode()).isEqualTo(200);
                assertThat(health(instruments, "readiness").body()).contains("\"jobExecutor\"", "\"messageQueue\"");
                assertThat(health(instruments, "readiness").statusCode()).isEqualTo(200);
            }
            assertThat(health(instruments, "readiness").statusCode()).isEqualTo(503);
            // to start the node anew would not help
            assertThat(health(instruments, "liveness").statusCode()).isEqualTo(200);

            for (String page : new String[] {"/report?office=x", "/r/0123456789abcdef", "/board"}) {
                HttpResponse<String> answer = within(page, "text/html");
                assertThat(answer.body())
                        .as(page)
                        .contains("系统暂时用不了", "请过一会儿再试")
                        .contains("<html lang=\"zh-CN\"");
            }
            assertThat(within("/report", "text/html").body()).contains("tel:0755", "一号管理处");
            assertThat(within("/r/0123456789abcdef", "*/*").body())
                    .contains("系统暂时用不了")
                    .doesNotContain("Internal");
            assertThat(within("/api/v1/repairs/WX1", "application/json").body())
                    .contains("\"code\":\"unavailable\"", "系统暂时用不了");
            assertThat(within("/engine-rest/task", "application/json").body()).contains("系统暂时用不了");
            assertThat(node.runs()).isTrue();

            try (EmbeddedPostgres server = server(databasePort)) {
                await("it works again").atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                                get("/engine-rest/task", "application/json").statusCode())
                        .isEqualTo(200));
                assertThat(get("/report", "text/html").statusCode()).isEqualTo(200);
                assertThat(health(instruments, "readiness").statusCode()).isEqualTo(200);
            }
        } finally {
            node.kill();
        }
    }

    private EmbeddedPostgres server(int databasePort) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("database"))
                .setCleanDataDirectory(false)
                .setPort(databasePort)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    private HttpResponse<String> within(String path, String accept) throws IOException, InterruptedException {
        long before = System.nanoTime();
        HttpResponse<String> answer = get(path, accept);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .as("until %s was answered", path)
                .isLessThan(AT_MOST);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
        return answer;
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accept);
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer bxk_0");
        } else if (!path.startsWith("/r")) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString("clerk1:baoxiu".getBytes(StandardCharsets.UTF_8)));
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> health(int instruments, String group) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + instruments + "/actuator/health/" + group))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
