package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baoxiu.notification.NotificationProperties.Hook;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.StateChanged;
import org.baoxiu.slip.TestClock;
import org.baoxiu.testing.RecordingServer;
import org.baoxiu.testing.RecordingServer.Answer;
import org.baoxiu.testing.RecordingServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Events to the application of a client, against a real server. */
@NotificationTest
@DisplayName("应用通知")
@Tag("Q4")
class WebHookTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ANOTHER_SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private MessageRepository repository;

    @Autowired
    private DeliveryNodes nodes;

    @Autowired
    private TransactionTemplate step;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private RecordingServer server;
    private String slip;
    private String client;

    @BeforeEach
    void aSlipAndAServer() throws Exception {
        clock.restart();
        slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
        client = slip.toLowerCase();
        server = new RecordingServer();
    }

    @AfterEach
    void nodesAndServerEnd() {
        server.close();
        nodes.end();
    }

    @Test
    @DisplayName("the event says what has become of which slip, signed, and nothing about people")
    void event() {
        DeliveryNode node = told(nodes.with(hook(PATIENCE, SECRET)), SlipState.QUOTED);
        node.delivery().attempt(only().id());
        Request request = server.requests().get(0);
        assertThat(request.uri()).hasToString("/hook");
        assertThat(request.json()).hasSize(4);
        assertThat(request.json().get("id").asText()).isEqualTo(Long.toString(only().id()));
        assertThat(request.json().get("type").asText()).isEqualTo("repair.state-changed");
        assertThat(request.json().get("occurredAt").asText())
                .isEqualTo(clock.instant().toString());
        assertThat(request.json().get("data")).hasSize(3);
        assertThat(request.json().at("/data/number").asText()).isEqualTo(slip);
        assertThat(request.json().at("/data/state").asText()).isEqualTo("QUOTED");
        assertThat(request.json().at("/data/stateLabel").asText()).isEqualTo("已报价");
        assertThat(request.headers())
                .containsEntry("webhook-id", Long.toString(only().id()))
                .containsEntry(
                        "webhook-timestamp", Long.toString(clock.instant().getEpochSecond()));
        assertThat(signedWith(SECRET, request)).isTrue();
        assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(only().toString()).doesNotContain(SECRET, "127.0.0.1");
    }

    @Test
    @DisplayName("the signature is the one of the example of Standard Webhooks")
    void signature() {
        assertThat(Base64.getEncoder()
                        .encodeToString(Signature.of(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}",
                                new Hook(URI.create("https://example.org"), SECRET).key())))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    @DisplayName("an application that refuses the signature is tried again, until both sides have the same secret")
    void wrongSignature() {
        server.answering(request -> signedWith(SECRET, request) ? Answer.OK : Answer.status(401));
        DeliveryNode wrong = told(nodes.with(hook(PATIENCE, ANOTHER_SECRET)), SlipState.QUOTED);
        assertThat(wrong.delivery().attempt(only().id()))
                .contains(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(only().lastError()).isEqualTo("应用拒绝了（错误码 401）");
        clock.advance(Duration.ofMinutes(1));
        nodes.with(hook(PATIENCE, SECRET)).delivery().attempt(only().id());
        assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
        assertThat(only().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"500, 暂时不能用", "503, 暂时不能用", "429, 暂时不能用", "400, 拒绝了", "404, 拒绝了", "410, 拒绝了", "302, 拒绝了"})
    @DisplayName("whatever the application answers but 2xx, it is tried again; nobody is sent elsewhere")
    void statuses(int status, String reason) {
        server.answering(Answer.status(status));
        DeliveryNode node = told(nodes.with(hook(PATIENCE, SECRET)), SlipState.QUOTED);
        assertThat(node.delivery().attempt(only().id())).isPresent();
        assertThat(only().state()).isEqualTo(MessageState.WAITING);
        assertThat(only().lastError()).isEqualTo("应用" + reason + "（错误码 " + status + "）");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "an application that hangs before or in its answer is given up; after a restart the same event is sent again, once")
    void hangsAndComesBackAfterARestart(boolean silent) {
        if (silent) {
            server.neverAnswering();
        } else {
            server.answering(new Answer(200, "{\"errcode\":0}", false));
        }
        DeliveryNode before = told(nodes.with(hook(Duration.ofMillis(300), SECRET)), SlipState.QUOTED)
                .started();
        await().untilAsserted(() -> {
            before.queue().look();
            assertThat(only().attempts()).isEqualTo(1);
        });
        assertThat(only().lastError()).startsWith("应用没有应答");
        before.close();

        server.answering(Answer.OK);
        DeliveryNode after = nodes.with(hook(PATIENCE, SECRET)).started();
        DeliveryNode other = nodes.with(hook(PATIENCE, SECRET)).started();
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> {
            after.queue().look();
            other.queue().look();
            assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
        });
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(server.requests())
                .hasSize(2)
                .extracting(request -> request.headers().get("webhook-id"))
                .containsOnly(Long.toString(only().id()));
        assertThat(server.requests().get(1).headers().get("webhook-timestamp"))
                .as("signed anew")
                .isNotEqualTo(server.requests().get(0).headers().get("webhook-timestamp"));
        await().until(() -> nodes.queued() == 0);
    }

    @Test
    @DisplayName(
            "an application that is away for a day has not got the event; it is listed with the reason and can be sent again")
    void expires() {
        server.answering(Answer.status(500));
        DeliveryNode node = told(nodes.with(hook(PATIENCE, SECRET)), SlipState.QUOTED);
        Optional<Instant> again = node.delivery().attempt(only().id());
        while (again.isPresent()) {
            clock.advance(Duration.between(clock.instant(), again.get()));
            again = node.delivery().attempt(only().id());
        }
        assertThat(only().state()).isEqualTo(MessageState.EXPIRED);
        assertThat(server.requests()).hasSizeBetween(25, 35);
        Undelivered undelivered = new Undelivered(
                repository, node.queue(), (number, what, recipient, caller) -> {}, slips, null, event -> {}, clock);
        assertThat(undelivered.latest())
                .filteredOn(message -> message.id() == only().id())
                .singleElement()
                .satisfies(message -> assertThat(message.lastError()).contains("错误码 500"));
        server.answering(Answer.OK);
        undelivered.sendAgain(only().id());
        node.delivery().attempt(only().id());
        assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    @DisplayName("every state is told once, a step that is rolled back never, and a client without a web hook nothing")
    void once() {
        DeliveryNode node = nodes.with(hook(PATIENCE, SECRET));
        told(told(told(node, SlipState.QUOTED), SlipState.QUOTED), SlipState.CONSENTED);
        assertThat(told()).extracting(Message::facts).hasSize(2);
        assertThatThrownBy(() -> step.executeWithoutResult(running -> {
                    told(node, SlipState.WORKING);
                    assertThat(nodes.queued()).isEqualTo(3);
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(nodes.queued()).isEqualTo(2);
        node.messages().tellClient("nobody", new StateChanged(slips.get(slip), SlipState.QUOTED));
        assertThat(repository.findTop100ByRecipientOrderByIdDesc("client:nobody"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.org/, " + SECRET,
        "https://user:word@example.org/, " + SECRET,
        "ftp://example.org/, " + SECRET,
        "/hook, " + SECRET,
        "https://example.org/, whsec_c2hvcnQ=",
        "https://example.org/, MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "https://example.org/, whsec_***"
    })
    @DisplayName("an address in clear text or with a login, and a weak secret, are refused at the start")
    void settings(URI url, String secret) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hook(url, secret));
    }

    private DeliveryNode told(DeliveryNode node, SlipState state) {
        node.messages().tellClient(client, new StateChanged(slips.get(slip), state));
        return node;
    }

    private WebHook hook(Duration patience, String secret) {
        return new WebHook(
                new NotificationProperties(
                        Duration.ofDays(1),
                        patience,
                        null,
                        null,
                        null,
                        Map.of(client, new Hook(server.url("/hook"), secret))),
                clock);
    }

    /** As a receiver does it. */
    private static boolean signedWith(String secret, Request request) {
        String signed = Stream.of("webhook-id", "webhook-timestamp")
                .map(request.headers()::get)
                .reduce("", (one, two) -> one + two + ".");
        return request.headers()
                .get("webhook-signature")
                .equals("v1,"
                        + Base64.getEncoder()
                                .encodeToString(Signature.of(
                                        signed + request.body(),
                                        Base64.getDecoder().decode(secret.substring("whsec_".length())))));
    }

    private Message only() {
        assertThat(told()).hasSize(1);
        return told().get(0);
    }

    private List<Message> told() {
        return repository.findTop100ByRecipientOrderByIdDesc("client:" + client);
    }
}
