package org.baoxiu.nodes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baoxiu.nodes.Ledger.Escalation;
import org.baoxiu.nodes.Ledger.Miss;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.testing.RecordingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application in several processes on one PostgreSQL, with the limits and the settings of everyday. Any order of the
 * tests does; in this one the fewest nodes have to be started.
 */
@Tag("nodes")
@DisplayName("多个节点：每个时限只升级一次，每个月只结一次，一个也不丢")
@TestMethodOrder(OrderAnnotation.class)
class NodesTest {

    private static final Duration REGISTRATION = Duration.ofMinutes(3);
    /** {@code camunda.bpm.job-execution.lock-time-in-millis} */
    private static final Duration JOB_LOCK = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Node> NODES = new ArrayList<>();
    private static EmbeddedPostgres server;
    private static DataSource database;
    private static RecordingServer gateway;

    @BeforeAll
    static void anEmptyDatabase() throws IOException {
        server = EmbeddedPostgres.start();
        database = server.getPostgresDatabase();
        gateway = new RecordingServer();
    }

    @AfterAll
    static void nothingIsLeft() throws IOException {
        NODES.forEach(Node::kill);
        gateway.close();
        server.close();
    }

    @Test
    @Order(1)
    @Tag("4.6.1a")
    void twoNodesFireEveryTimerOnce() throws Exception {
        List<Node> nodes = running(2);
        Ledger ledger = new Ledger(database, "双节点路");
        comeDueAtOnce(nodes, "双节点路", 60);

        await(nodes + " have fired all").atMost(PATIENCE).until(() -> ledger.fired() >= 60);

        assertThat(nodes).as("both took their part").allMatch(node -> ledger.firedBy(node) > 0);
        eachEscalatedOnce(ledger, 60);
        eachOwnerToldOnce(ledger);
        assertThat(versionsOfEachModel())
                .as("deployed by one of the nodes that started together")
                .containsOnly(1);
    }

    @Test
    @Order(2)
    @Tag("4.6.1a")
    void aNodeThatIsKilledInTheMiddleLosesAndRepeatsNothing() throws Exception {
        List<Node> nodes = running(2);
        Node victim = nodes.get(0);
        Node survivor = nodes.get(1);
        Ledger ledger = new Ledger(database, "断电路");
        try (Gate gate = comeDueAtOnce(nodes, "断电路", 500)) {
            await(nodes + " fire")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> ledger.firedBy(victim) >= 20 && ledger.firedBy(survivor) >= 20);
            gate.shut();
            await(victim + " is in the middle of a timer").atMost(PATIENCE).until(() -> gate.waiting(victim) > 0);
            assertThat(ledger.fired()).as("others are still due").isLessThan(450);
            victim.kill();
            assertThat(ledger.lockedUntil())
                    .as("nothing waits longer for the dead")
                    .isBefore(Instant.now().plus(JOB_LOCK));
        }

        await(survivor + " has fired the rest").atMost(JOB_LOCK.plus(PATIENCE)).until(() -> ledger.fired() >= 500);
        eachEscalatedOnce(ledger, 500);
    }

    /**
     * A timer may be overtaken by those that its node has taken at the same time: 8 that are worked on, 20 in the queue and 20
     * just acquired. The first to be due was the last to be reported, so that the order of the reports would not do.
     */
    @Test
    @Order(3)
    @Tag("4.6.1a")
    void whatCameDueWhileNothingRanFiresOldestFirstAndTheRecordTellsTheTruth() throws Exception {
        int slips = 100;
        int takenAtOnce = 48;
        Ledger ledger = new Ledger(database, "停机路");
        NODES.forEach(Node::kill);
        Node withoutTimers = launch("--camunda.bpm.job-execution.enabled=false").ready();
        Instant lastDue = Instant.now().plusMillis(50L * slips);
        report(withoutTimers, "停机路", slips, number -> lastDue.minusMillis(50L * number)
                .minus(REGISTRATION));
        withoutTimers.kill();
        await("all are due").atMost(PATIENCE).until(() -> Instant.now().isAfter(lastDue));
        Instant started = Instant.now();
        Node after = running(1).get(0);

        await(after + " has fired all").atMost(PATIENCE).until(() -> ledger.fired() >= slips);

        eachEscalatedOnce(ledger, slips);
        List<Miss> misses = ledger.misses();
        List<Miss> byDue =
                misses.stream().sorted(Comparator.comparing(Miss::dueAt)).toList();
        assertThat(misses).allSatisfy(miss -> {
            assertThat(miss.dueAt())
                    .isEqualTo(miss.receivedAt().plus(REGISTRATION))
                    .isBefore(started);
            assertThat(miss.missedAt()).isBetween(started, Instant.now());
            assertThat(Math.abs(misses.indexOf(miss) - byDue.indexOf(miss)))
                    .as("places out of turn")
                    .isLessThanOrEqualTo(takenAtOnce);
        });
    }

    @Test
    @Order(4)
    @Tag("3.4")
    @Tag("4.3.7")
    void aMonthThatIsStartedTwiceAndLosesANodeInEachStepHasOnePackWithoutGapOrDouble() throws Exception {
        List<Node> nodes = running(2);
        MonthLedger ledger = MonthLedger.ofRandomSlips(database, 3_000);
        ExecutorService clerk = Executors.newSingleThreadExecutor();
        try (Gate takingIn = new Gate(database, "month_slip");
                Gate packing = new Gate(database, "month_pack")) {
            takingIn.shut();
            packing.shut();
            firstOfTheMonth(nodes.get(0));
            Node freezing = whoStandsAt(takingIn, nodes);
            Node other = theOther(freezing, nodes);
            Future<Answer> byHand = clerk.submit(() -> HttpOffice.rest(other.port(), "clerklead")
                    .post(
                            "/process-definition/key/monthEnd/submit-form",
                            form(Map.of("monthDay", ledger.month().atDay(15).toString()))));
            await("the second one waits for the first").atMost(PATIENCE).until(() -> ledger.waitsForMonth(other));
            freezing.kill();
            takingIn.open();
            assertThat(byHand.get().status()).as(byHand.get().body().toString()).isEqualTo(200);

            nodes = running(2);
            Node counting = whoStandsAt(packing, nodes);
            counting.kill();
            assertThat(ledger.packs())
                    .as("nothing is left of the half of a pack")
                    .isZero();
        } finally {
            clerk.shutdownNow();
        }

        await("the survivor has counted the month, and the timer has found it settled")
                .atMost(JOB_LOCK.plus(PATIENCE))
                .until(() -> ledger.waitsForCheck() && ledger.casesThatFoundNothing() == 1);
        ledger.everySlipIsInTheMonthOnce();
        ledger.oneCaseHasOnePackWithTheFiguresOfARecount();
    }

    /** The timer of the 1st is due now. */
    private static void firstOfTheMonth(Node node) {
        String timer = JdbcClient.create(database)
                .sql("select id_ from act_ru_job where process_def_key_ = 'monthEnd'")
                .query(String.class)
                .single();
        Answer answer = HttpOffice.rest(node.port(), "admin")
                .put("/job/" + timer + "/duedate", "{\"duedate\": \"2026-11-01T00:05:00.000+0800\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
    }

    private static Node whoStandsAt(Gate gate, List<Node> nodes) {
        return await("one of " + nodes + " is in the middle")
                .atMost(JOB_LOCK.plus(PATIENCE))
                .until(
                        () -> nodes.stream()
                                .filter(node -> gate.waiting(node) > 0)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Node theOther(Node one, List<Node> nodes) {
        return nodes.stream().filter(node -> node != one).findFirst().orElseThrow();
    }

    /** The gateway may take an hour, so that whatever happens meanwhile happens while it hangs. */
    @Test
    @Order(5)
    @Tag("4.6.1a")
    void aGatewayThatHangsHoldsUpNoTaskAndNoTimer() throws Exception {
        NODES.forEach(Node::kill);
        Ledger ledger = new Ledger(database, "无声路");
        try (RecordingServer silent = new RecordingServer().neverAnswering()) {
            Node node = launch(silent, "--baoxiu.notification.patience=1h").ready();
            report(node, "无声路先", 10, number -> Instant.now());
            await("messages hang at the gateway")
                    .atMost(PATIENCE)
                    .until(() -> silent.requests().size() >= 3);

            report(node, "无声路后", 60, number -> Instant.now().minus(REGISTRATION));
            register(node, "无声路先");
            await(node + " has fired all timers").atMost(PATIENCE).until(() -> ledger.fired() >= 60);

            assertThat(ledger.registered()).as("tasks done").isEqualTo(10);
            assertThat(ledger.attempts())
                    .as("messages that the gateway has answered or that were given up")
                    .isZero();
            node.kill();
        }
    }

    /** That many nodes that are up, the ones that are still running among them. */
    private static List<Node> running(int count) {
        List<Node> running =
                new ArrayList<>(NODES.stream().filter(Node::runs).limit(count).toList());
        while (running.size() < count) {
            running.add(launch());
        }
        running.forEach(Node::ready);
        return running;
    }

    private static Node launch(String... settings) {
        return launch(gateway, settings);
    }

    private static Node launch(RecordingServer gateway, String... settings) {
        Node node = Node.launch(
                "node" + (NODES.size() + 1),
                server.getJdbcUrl("postgres", "postgres"),
                Stream.concat(
                                Stream.of(settings),
                                Stream.of(
                                        "--baoxiu.notification.sms.url=" + gateway.url("/sms"),
                                        "--baoxiu.notification.sms.secret=secret"))
                        .toArray(String[]::new));
        NODES.add(node);
        return node;
    }

    /** Late slips whose timers start together, when each of the nodes is at work on some. */
    private static Gate comeDueAtOnce(List<Node> nodes, String street, int slips) throws Exception {
        HttpOffice admin = HttpOffice.rest(nodes.get(0).port(), "admin");
        suspendTimers(admin, true);
        report(nodes.get(0), street, slips, number -> Instant.now()
                .minus(REGISTRATION)
                .minusMillis(number));
        Gate gate = Gate.beforeTimersCommit(database);
        gate.shut();
        suspendTimers(admin, false);
        await(nodes + " are at work").atMost(PATIENCE).until(() -> nodes.stream()
                .allMatch(node -> gate.waiting(node) > 0));
        gate.open();
        return gate;
    }

    private static void suspendTimers(HttpOffice admin, boolean suspended) {
        Answer answer = admin.put(
                "/job-definition/suspended",
                "{\"processDefinitionKey\": \"repairRequest\", \"includeJobs\": true, \"suspended\": " + suspended
                        + "}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
    }

    private static void report(Node node, String street, int slips, IntFunction<Instant> receivedAt) throws Exception {
        HttpOffice clerk = HttpOffice.rest(node.port(), "clerk1");
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < slips; i++) {
                String form = form(with(
                        leakingTap(),
                        "place",
                        street + " " + i + " 号",
                        "receivedAt",
                        receivedAt.apply(i).truncatedTo(ChronoUnit.MILLIS).toString()));
                answers.add(clerks.submit(() -> clerk.post("/process-definition/key/repairRequest/submit-form", form)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status())
                        .as(node + " answers " + answer.get().body())
                        .isEqualTo(200);
            }
        } finally {
            clerks.shutdownNow();
        }
    }

    /** A clerk does the registration of every slip of a street. */
    private static void register(Node node, String street) throws Exception {
        HttpOffice clerk = HttpOffice.rest(node.port(), "clerk1");
        for (JsonNode task : clerk.get("/task?taskDefinitionKey=" + RepairRequestProcess.Elements.REGISTER_REQUEST
                        + "&processVariables=place_like_" + URLEncoder.encode(street + "%", StandardCharsets.UTF_8))
                .body()) {
            Answer answer = clerk.post("/task/" + task.get("id").asText() + "/submit-form", form(registered("PL-01")));
            assertThat(answer.status()).as(node + " answers " + answer.body()).isEqualTo(204);
        }
    }

    private static String form(Map<String, Object> answers) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(
                "variables",
                answers.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }

    private static void eachEscalatedOnce(Ledger ledger, int slips) {
        List<Escalation> escalations = ledger.escalations();
        assertThat(escalations).as("slips").hasSize(slips);
        assertThat(escalations)
                .as("not escalated exactly once")
                .filteredOn(escalation -> !escalation.once())
                .isEmpty();
    }

    /** By text message, when the request was received; the queue of messages is looked at every five seconds. */
    private static void eachOwnerToldOnce(Ledger ledger) {
        List<String> slips = ledger.escalations().stream().map(Escalation::slip).toList();
        await("every owner is told").atMost(PATIENCE).until(() -> Set.copyOf(told())
                .containsAll(slips));
        assertThat(told()).filteredOn(slips::contains).as("told exactly once").hasSameSizeAs(slips);
    }

    private static List<String> told() {
        return gateway.requests().stream()
                .map(request -> request.json().get("slipNumber").asText())
                .toList();
    }

    private static List<Integer> versionsOfEachModel() {
        return JdbcClient.create(database)
                .sql(
                        """
        select max(version_) from act_re_procdef group by key_
        union all select max(version_) from act_re_decision_def group by key_""")
                .query(Integer.class)
                .list();
    }
}
