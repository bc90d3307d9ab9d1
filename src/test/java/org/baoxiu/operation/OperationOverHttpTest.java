package org.baoxiu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.leakingTap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an operator's instruments read. Its cases are years before those of other tests, whose promises are not due then. */
@ProcedureTest
@DisplayName("运行指标")
class OperationOverHttpTest {

    /** Of nobody. */
    private static final String LINK = "AbCdEfGhIjKlMnOpQrStUvWxYz012345";

    private static final String FIGURES = "/actuator/prometheus";

    @LocalManagementPort
    private int instruments;

    @LocalServerPort
    private int pages;

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate database;

    private RepairCase repair;

    @BeforeEach
    void somebodyOpensALink() {
        office.timeIs("2019-03-04T09:00:00+08:00");
        new Phone(pages).opens("/r/" + LINK);
    }

    @AfterEach
    void theOwnerCancels() {
        if (repair != null) {
            repair.ownerCalls("cancel");
        }
        database.update("delete from message where recipient like 'operation-%'");
        ClockUtil.reset();
    }

    @Test
    void openSlipsAndPromisesWhoseTimeIsOver() {
        double received = figure("baoxiu_slips_open", "state=\"RECEIVED\"");
        double overdue = figure("baoxiu_promises_overdue");

        repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofSeconds(10));
        assertThat(figure("baoxiu_slips_open", "state=\"RECEIVED\"")).isEqualTo(received + 1);
        assertThat(figure("baoxiu_promises_overdue")).isEqualTo(overdue);

        office.timePasses(Duration.ofMinutes(4));
        assertThat(figure("baoxiu_promises_overdue")).isEqualTo(overdue + 1);
    }

    @Test
    void jobsThatFailedAndTimersThatAreLate() {
        double failed = figure("baoxiu_jobs_failed");
        double late = figure("baoxiu_timers_late_seconds");

        repair = office.reports("clerk1", leakingTap());
        office.timePasses(Duration.ofMinutes(4));
        double due = figure("baoxiu_jobs_due");
        assertThat(figure("baoxiu_timers_late_seconds")).isGreaterThanOrEqualTo(Math.max(late, 60));

        List<Job> timers = management
                .createJobQuery()
                .processInstanceId(repair.instance())
                .executable()
                .list();
        timers.forEach(timer -> management.setJobRetries(timer.getId(), 0));
        assertThat(timers).isNotEmpty();
        assertThat(figure("baoxiu_jobs_failed")).isEqualTo(failed + timers.size());
        assertThat(figure("baoxiu_jobs_due")).isEqualTo(due - timers.size());
    }

    @Test
    void messagesThatWaitAndThatNobodyGot() {
        repair = office.reports("clerk1", leakingTap());
        message("WAITING", "2018-01-01 08:00:00", "2018-01-02 08:00:00");
        message("FAILED", "2019-03-04 08:00:00", "2019-03-04 08:30:00");
        message("TO_CALL", "2019-03-04 08:00:00", "2019-03-04 08:30:00");
        message("TO_CALL", "2019-03-04 08:00:00", "2019-03-05 08:00:00");
        message("TOLD", "2019-03-04 08:00:00", "2019-03-05 08:00:00");

        // those of the report itself are being delivered meanwhile
        await().untilAsserted(() -> {
            office.timePasses(Duration.ofSeconds(10));
            assertThat(figure("baoxiu_messages_waiting")).isEqualTo(messages("WAITING"));
            // a call that nothing comes of any more is none
            assertThat(figure("baoxiu_messages_undelivered"))
                    .isEqualTo(messages("FAILED") + messages("EXPIRED") + messages("TO_CALL"));
        });
        assertThat(figure("baoxiu_messages_oldest_seconds"))
                .isGreaterThanOrEqualTo(Duration.ofDays(427).toSeconds());
    }

    private long messages(String state) {
        LocalDateTime now = LocalDateTime.ofInstant(office.now(), ZoneId.of("Asia/Shanghai"));
        return database
                .query(
                        "select state, expires_at from message",
                        (row, number) -> row.getString(1).equals(state)
                                && (!state.equals("TO_CALL")
                                        || row.getObject(2, LocalDateTime.class).isAfter(now)))
                .stream()
                .filter(counts -> counts)
                .count();
    }

    private void message(String state, String createdAt, String expiresAt) {
        database.update(
                """
          insert into message (slip_number, event, event_key, recipient, channel, subject, text, created_at, expires_at, state, attempts)
          values (?, 'CLOCK_MISSED', 'operation', ?, 'IN_APP', '', '', cast(? as timestamp), cast(? as timestamp), ?, 0)""",
                repair.number(),
                "operation-" + state + expiresAt,
                createdAt,
                expiresAt,
                state);
    }

    @Test
    void monthsAndLogins() {
        new Phone(pages).logsIn("clerk1", "baoxiu", Phone.FROM_HERE);
        office.timePasses(Duration.ofSeconds(10));

        assertThat(figure("baoxiu_months_unsettled"))
                .isEqualTo(database.queryForList("select state from business_month", String.class).stream()
                        .filter(state -> !state.equals("CLOSED"))
                        .count());
        assertThat(figure("baoxiu_sessions")).isPositive();
    }

    @Test
    void nobodyIsNamed() {
        repair = office.reports("clerk1", leakingTap());

        assertThat(asks(FIGURES).body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections_active", "http_server_requests_seconds_count")
                .doesNotContain("张", "clerk1", repair.number(), LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/settings.md", "docker/monitoring/alerts.yml", "docker/monitoring/dashboard.json"})
    void whatOperatorsAreToldToWatchIsThere(String file) throws IOException {
        String figures = asks(FIGURES).body();

        List<String> named = Pattern.compile("\\b(?:baoxiu|hikaricp|disk|jvm|http_server)_[a-z_]*[a-z]\\b")
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(figures)
                .containsPattern("(?m)^" + name + "[ {]"));
    }

    @Test
    void aNodeSaysThatItIsReady() {
        Answer ready = asks("/actuator/health/readiness");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body()).contains("\"db\"", "\"diskSpace\"", "\"processEngine\"", "\"messageQueue\"");
        assertThat(asks("/actuator/health/liveness").body()).contains("UP").doesNotContain("db");
        assertThat(asks("/actuator/info").body()).contains("\"artifact\":\"baoxiu\"", "\"version\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "heapdump", "beans", "loggers", "shutdown", "threaddump", "configprops", "sessions"})
    void whatIsNotNeededIsNotThere(String endpoint) {
        assertThat(asks("/actuator/" + endpoint).status()).isEqualTo(404);
    }

    @Test
    void nothingOfItIsWhereThePagesAre() {
        Phone administrator = Phone.of(pages, "admin");

        assertThat(Stream.of(FIGURES, "/actuator", "/actuator/health")
                        .flatMap(address -> Stream.of(new Phone(pages), administrator)
                                .map(phone -> phone.requests("GET", address).status())))
                .allMatch(status -> status == 403 || status == 404);
    }

    /** As a program asks, which takes whatever it gets. */
    private Answer asks(String address) {
        try {
            return new Answer(Http.CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + instruments + address))
                            .build(),
                    BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private double figure(String name, String... tags) {
        String labels = tags.length == 0 ? "" : "\\{" + Pattern.quote(String.join(",", tags)) + "}";
        String all = asks(FIGURES).body();
        Matcher line = Pattern.compile("(?m)^" + name + labels + " (\\S+)$").matcher(all);
        assertThat(line.find()).as("%s in %s", name, all).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
