package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrong passwords from outside. */
@ProcedureTest
@Tag("found:E4")
class LoginDelaysTest {

    private static final String STRANGER = "203.0.113.7";
    /** More than there are connections. */
    private static final int CROWD = 48;

    private static final String OFFICE = "198.51.100.1";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private IdentityService identity;

    @Autowired
    private LoginDelays delays;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void everybodyTriesAgain() {
        database.sql("delete from login_failure").update();
        ClockUtil.reset();
    }

    @Test
    void whoeverGuessesWaitsAndThePersonLogsInFromElsewhere() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);
            office.timePasses(Duration.ofMinutes(6));
        }
        assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);

        assertThat(status("admin", "baoxiu", OFFICE))
                .as("from the office at once")
                .isEqualTo(200);
        assertThat(status("admin", "baoxiu", STRANGER)).as("from there later").isEqualTo(401);
        office.timePasses(LoginDelays.LONGEST);
        assertThat(status("admin", "baoxiu", STRANGER))
                .as("nobody is locked for good")
                .isEqualTo(200);
        assertThat(status("admin", "wrong", STRANGER)).isEqualTo(401);
        office.timePasses(Duration.ofSeconds(3));
        assertThat(status("admin", "baoxiu", STRANGER))
                .as("the count begins anew")
                .isEqualTo(200);
    }

    @Test
    void theDelayGrows() throws Exception {
        for (int seconds : new int[] {3, 6, 12, 24, 48, 96, 192, 300, 300}) {
            assertThat(status("clerk1", "wrong", STRANGER)).isEqualTo(401);
            office.timePasses(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(delays.waitUntil("clerk1", STRANGER)).as("%s s", seconds).isPresent();
            office.timePasses(Duration.ofMillis(1));
            assertThat(delays.waitUntil("clerk1", STRANGER)).as("%s s", seconds).isEmpty();
        }
        assertThat(delays.waitUntil("clerk2", STRANGER)).isEmpty();
    }

    @Test
    void whoeverTriesManyNamesWaitsForAll() throws Exception {
        for (int i = 0; i <= LoginDelays.FREE_OF_AN_ADDRESS; i++) {
            delays.failed("name" + i, STRANGER);
        }
        assertThat(status("clerk1", "baoxiu", STRANGER)).isEqualTo(401);
        assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
    }

    @Test
    void anOfficeThatMistypesEveryDayLogsIn() throws Exception {
        for (int i = 0; i < 3 * LoginDelays.FREE_OF_AN_ADDRESS; i++) {
            delays.failed("name" + i % 40, OFFICE);
            office.timePasses(Duration.ofMinutes(6));
        }

        assertThat(status("clerk1", "wrong", OFFICE)).isEqualTo(401);
        assertThat(status("clerk2", "baoxiu", OFFICE)).isEqualTo(200);
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() throws Exception {
        status("clerk1", "wrong", OFFICE);
        status("nobody", "wrong", OFFICE);

        office.timeIs("2026-11-20T09:00:00+08:00");

        assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
        assertThat(status("clerk2", "baoxiu", OFFICE)).isEqualTo(200);
    }

    @Test
    void anAdministratorLetsAPersonTryAtOnce() throws Exception {
        status("clerk1", "wrong", OFFICE);
        assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(401);

        assertThat(HttpOffice.rest(port, "admin")
                        .post("/user/clerk1/unlock", "")
                        .status())
                .isEqualTo(204);

        assertThat(status("clerk1", "baoxiu", OFFICE)).isEqualTo(200);
    }

    @Test
    void nobodyIsLockedForGoodFromWithinEither() {
        for (int i = 0; i < 11; i++) {
            assertThat(identity.checkPassword("clerk2", "wrong")).isFalse();
            office.timePasses(LoginDelays.LONGEST);
        }
        assertThat(identity.checkPassword("clerk2", "baoxiu")).isTrue();
    }

    @Test
    void manyGuessesAtOnceLeaveConnectionsForOthers() throws Exception {
        delays.failed("somebody", OFFICE);
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            CyclicBarrier together = new CyclicBarrier(CROWD);
            List<Future<Integer>> answers = IntStream.range(0, CROWD)
                    .mapToObj(guess -> crowd.submit(() -> {
                        together.await();
                        return status("guessed" + guess, "wrong", STRANGER);
                    }))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(401);
            }
        } finally {
            crowd.shutdownNow();
        }
        assertThat(database.sql("select failures from login_failure where login like '*%' and address = ?")
                        .param(LoginDelays.key(STRANGER))
                        .query(Integer.class)
                        .list())
                .as("each of them counts")
                .containsExactly(CROWD);
    }

    @Test
    void whoWaitsIsToldUntilWhenAndNothingAboutThePassword() throws Exception {
        HttpResponse<String> wrong = answer("clerk1", "wrong", STRANGER);
        assertThat(wrong.body()).contains("账号或密码不正确。请在 09:00:03 以后再登录");
        assertThat(wrong.headers().firstValue("Retry-After")).hasValue("3");

        HttpResponse<String> right = answer("clerk1", "baoxiu", STRANGER);
        assertThat(right.statusCode()).isEqualTo(401);
        assertThat(right.body()).contains("请在 09:00:03 以后再登录", "不核对").doesNotContain("不正确");
        assertThat(answer("clerk1", "wrong again", STRANGER).body())
                .as("the same for the right password and a wrong one")
                .isEqualTo(right.body());

        assertThat(answer("nobody", "wrong", STRANGER).body())
                .as("the same for a name that nobody has")
                .isEqualTo(wrong.body());
        assertThat(answer("nobody", "wrong", STRANGER).body()).isEqualTo(right.body());
    }

    @Test
    void tasklistAndTheOtherPagesSayItToo() throws Exception {
        String login = "username=clerk1&password=wrong";
        assertThat(loginOf("/camunda/api/admin/auth/user/default/login/tasklist", login)
                        .body())
                .contains("\"message\":\"账号或密码不正确。请在 09:00:03 以后再登录");
        assertThat(loginOf("/camunda/api/admin/auth/user/default/login/tasklist", "username=clerk1&password=baoxiu")
                        .body())
                .contains("刚才输错过密码，请在 09:00:03");
        assertThat(loginOf("/login", "username=clerk1&password=baoxiu").body()).contains("刚才输错过密码，请在 09:00:03 以后再登录");
        assertThat(get("/board", "clerk1", "baoxiu", "127.0.0.1").body()).contains("刚才输错过密码，请在 09:00:03 以后再登录");
    }

    private HttpResponse<String> loginOf(String path, String form) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String base = "http://localhost:" + port;
        HttpResponse<String> page =
                browser.send(HttpRequest.newBuilder(URI.create(base + "/login")).build(), BodyHandlers.ofString());
        HttpRequest login = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-CSRF-TOKEN", page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1"))
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(login, BodyHandlers.ofString());
    }

    private int status(String login, String password, String address) throws IOException, InterruptedException {
        return answer(login, password, address).statusCode();
    }

    private HttpResponse<String> answer(String login, String password, String address)
            throws IOException, InterruptedException {
        return get("/engine-rest/task/count", login, password, address);
    }

    private HttpResponse<String> get(String path, String login, String password, String address)
            throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Http.CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + credentials)
                        .header("X-Forwarded-For", address)
                        .build(),
                BodyHandlers.ofString());
    }
}
