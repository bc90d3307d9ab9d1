package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
@DisplayName("邮件")
@Tag("4.6.1a")
@Tag("4.6.2")
@Tag("long")
class DeliveryTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private static final TaskLinks LINKS = new TaskLinks("https://office.example");

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    private DataSource database;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private Addresses addresses;

    @Autowired
    private DeliveryNodes nodes;

    @Autowired
    private TransactionTemplate step;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private String slip;

    @BeforeEach
    void aSlip() {
        clock.restart();
        slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
    }

    @AfterEach
    void nodesEnd() {
        nodes.end();
    }

    @Test
    @Tag("found:B3")
    @DisplayName("a message reaches its recipient once, after the commit, and says so")
    void delivered() throws Exception {
        DeliveryNode node = started(MAIL.getSmtp().getPort());
        step.executeWithoutResult(running -> {
            node.messages().tell(missed(), "director", List.of("anna"));
            node.queue().look();
            assertThat(state("anna")).isEqualTo(MessageState.WAITING);
        });
        awaitState(node, "anna", MessageState.DELIVERED);
        node.delivery().attempt(only("anna").id());

        MimeMessage[] received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("已超时：到场");
        assertThat(received[0].getContent().toString())
                .isEqualToNormalizingNewlines("维修单 " + slip + " 已超时。\nhttps://office.example/tasks/" + slip);
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received[0].getAllRecipients()).extracting(Object::toString).containsExactly("anna@example.org");
        assertThat(received[0].getFrom()).extracting(Object::toString).containsExactly("baoxiu@localhost");
        assertThat(only("anna").deliveredAt()).isEqualTo(clock.instant());
        assertThat(only("anna").attempts()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(nodes.queued()).isZero());
    }

    @Test
    @DisplayName("a rolled-back step leaves neither a message nor a place in the queue")
    void rolledBack() {
        DeliveryNode node = node(MAIL.getSmtp().getPort(), PATIENCE_MILLIS);
        assertThatThrownBy(() -> step.executeWithoutResult(running -> {
                    node.messages().tell(missed(), "director", List.of("anna"));
                    assertThat(nodes.queued()).isEqualTo(1);
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(of("anna")).isEmpty();
        assertThat(nodes.queued()).isZero();
    }

    @Test
    @DisplayName("who has no address finds the message in the list")
    void noAddress() {
        DeliveryNode node = node(MAIL.getSmtp().getPort(), PATIENCE_MILLIS);
        node.messages().tell(missed(), "director", List.of("none"));
        assertThat(only("none").channel()).isEqualTo(ChannelKind.IN_APP);
        assertThat(only("none").state()).isEqualTo(MessageState.DELIVERED);
        assertThat(nodes.queued()).isZero();
    }

    @Test
    @DisplayName("a mail server that hangs holds up no step and no database connection")
    void hangs() throws Exception {
        try (HangingServer server = new HangingServer()) {
            DeliveryNode node = started(server.port());
            node.messages().tell(missed("first"), "director", List.of("a", "b", "c", "d", "e", "f"));
            await().until(() -> {
                node.queue().look();
                return server.hanging() == Bulkhead.AT_ONCE;
            });
            await().untilAsserted(() -> assertThat(
                            ((HikariDataSource) database).getHikariPoolMXBean().getActiveConnections())
                    .isZero());

            step.executeWithoutResult(running -> {
                node.messages().tell(missed("second"), "director", List.of("a"));
                slips.cancel(slip, "不修了", SlipStory.CLERK);
            });
            assertThat(slips.get(slip).state().ended()).isTrue();
            assertThat(of("a"))
                    .extracting(Message::state)
                    .containsOnly(MessageState.WAITING)
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("a mail server that hangs is given up and tried again later, in time")
    void hangsAndComesBack() throws Exception {
        long id;
        try (HangingServer server = new HangingServer()) {
            DeliveryNode node = node(server.port(), 200);
            node.messages().tell(missed(), "director", List.of("anna"));
            id = only("anna").id();
            assertThat(node.delivery().attempt(id)).contains(clock.instant().plus(Duration.ofMinutes(1)));
            assertThat(only("anna").attempts()).isEqualTo(1);
            assertThat(only("anna").lastError()).isNotBlank();
        }
        clock.advance(Duration.ofMinutes(1));
        node(MAIL.getSmtp().getPort(), PATIENCE_MILLIS).delivery().attempt(id);
        assertThat(state("anna")).isEqualTo(MessageState.DELIVERED);
        assertThat(only("anna").attempts()).isEqualTo(2);
        assertThat(only("anna").lastError()).isNull();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    @DisplayName("while the mail server has no place for the others a new message waits in the queue behind them")
    void behindTheOthers() throws Exception {
        try (HangingServer server = new HangingServer()) {
            DeliveryNode node = started(server.port());
            List<String> others = List.of("a", "b", "c", "d");
            node.messages().tell(missed(), "director", others);
            await().until(() -> {
                node.queue().look();
                return others.stream().map(this::dueOf).anyMatch(clock.instant().plus(Bulkhead.FIRST_AWAY)::equals);
            });
            node.messages().tell(missed(), "director", List.of("anna"));
            assertThat(dueOf("anna"))
                    .isEqualTo(clock.instant().plus(Bulkhead.FIRST_AWAY).plus(Bulkhead.LONGER_EACH));
        }
    }

    @Test
    @DisplayName("a message that fails holds up no other one")
    void afterAFailure() throws Exception {
        DeliveryNode node = node(closedPort(), PATIENCE_MILLIS);
        node.messages().tell(missed(), "director", List.of("anna"));
        assertThat(node.delivery().attempt(only("anna").id())).isPresent();
        node.messages().tell(missed(), "director", List.of("bert"));
        assertThat(dueOf("bert")).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("the queue tries again when the pause is over, not before")
    void triedAgain() throws Exception {
        DeliveryNode node = started(closedPort());
        node.messages().tell(missed(), "director", List.of("anna"));
        awaitAttempts(node, 1);
        awaitDue(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(59));
        node.queue().look();
        clock.advance(Duration.ofSeconds(1));
        awaitAttempts(node, 2);
        awaitDue(Duration.ofMinutes(2));
        assertThat(state("anna")).isEqualTo(MessageState.WAITING);
    }

    @Test
    @DisplayName("the last attempt fails for good, and the reason is kept without the address")
    void failsForGood() throws Exception {
        DeliveryNode node = nodes.with(refusing());
        node.messages().tell(missed(), "director", List.of("anna"));
        long id = only("anna").id();
        for (int attempt = 1; attempt < Delivery.ATTEMPTS; attempt++) {
            assertThat(node.delivery().attempt(id)).contains(clock.instant().plus(Delivery.pause(attempt)));
        }
        assertThat(node.delivery().attempt(id)).isEmpty();
        assertThat(state("anna")).isEqualTo(MessageState.FAILED);
        assertThat(only("anna").attempts()).isEqualTo(Delivery.ATTEMPTS);
        assertThat(only("anna").lastError()).contains("550", "unknown").doesNotContain("anna@");
        assertThat(node.delivery().attempt(id)).isEmpty();
        assertThat(only("anna").attempts()).isEqualTo(Delivery.ATTEMPTS);
    }

    @ParameterizedTest
    @CsvSource({"550, FAILED, 邮件服务器不接受收件人的地址", "450, WAITING, 没有送达"})
    @DisplayName("an address that the server does not know is tried once, one that it cannot serve now again")
    void refusedAddress(int code, MessageState state, String reason) throws Exception {
        try (RefusingMailServer server = new RefusingMailServer(code)) {
            DeliveryNode node = node(server.port(), PATIENCE_MILLIS);
            node.messages().tell(missed(), "director", List.of("anna"));
            node.delivery().attempt(only("anna").id());
        }
        assertThat(state("anna")).isEqualTo(state);
        assertThat(only("anna").lastError()).startsWith(reason).doesNotContain("anna@");
    }

    @Test
    @DisplayName("the pauses double from a minute up to an hour")
    void pauses() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Delivery::pause).map(Duration::toMinutes))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    @DisplayName("what is not worth telling any more is not sent")
    void expired() {
        DeliveryNode node = node(MAIL.getSmtp().getPort(), PATIENCE_MILLIS);
        node.messages().tell(missed(), "director", List.of("anna"));
        clock.advance(NotificationSlice.EXPIRY);
        node.delivery().attempt(only("anna").id());
        assertThat(state("anna")).isEqualTo(MessageState.EXPIRED);
        assertThat(only("anna").attempts()).isZero();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("a moment before it expires it is sent")
    void almostExpired() {
        DeliveryNode node = node(MAIL.getSmtp().getPort(), PATIENCE_MILLIS);
        node.messages().tell(missed(), "director", List.of("anna"));
        clock.advance(NotificationSlice.EXPIRY.minusMillis(1));
        node.delivery().attempt(only("anna").id());
        assertThat(state("anna")).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    @DisplayName("two nodes on one database deliver each message once")
    void twoNodes() {
        DeliveryNode one = started(MAIL.getSmtp().getPort());
        DeliveryNode other = started(MAIL.getSmtp().getPort());
        List<String> people =
                IntStream.range(0, 40).mapToObj(number -> "p" + number).toList();
        step.executeWithoutResult(running -> one.messages().tell(missed(), "maintenance", people));

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            clock.advance(Bulkhead.FIRST_AWAY);
            one.queue().look();
            other.queue().look();
            return nodes.queued() == 0;
        });
        assertThat(people)
                .allSatisfy(person -> assertThat(only(person).attempts()).isEqualTo(1));
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(DeliveryTest::recipient))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeliveryNode started(int port) {
        return node(port, PATIENCE_MILLIS).started();
    }

    private DeliveryNode node(int port, int patienceMillis) {
        return nodes.with(
                new Email(DeliveryNode.mailServer(port, patienceMillis), addresses, LINKS, "baoxiu@localhost"));
    }

    private static int closedPort() throws Exception {
        try (HangingServer server = new HangingServer()) {
            return server.port();
        }
    }

    private static Channel refusing() {
        return new Channel() {
            @Override
            public ChannelKind kind() {
                return ChannelKind.EMAIL;
            }

            @Override
            public boolean reaches(Recipient recipient) {
                return recipient.kind() == Recipient.Kind.PERSON;
            }

            @Override
            public void deliver(Message message) {
                throw new IllegalStateException("sending", new IOException("550 <anna@example.org>: unknown user"));
            }
        };
    }

    private void awaitState(DeliveryNode node, String person, MessageState state) {
        await().untilAsserted(() -> {
            node.queue().look();
            assertThat(state(person)).isEqualTo(state);
        });
    }

    private void awaitAttempts(DeliveryNode node, int attempts) {
        await().untilAsserted(() -> {
            node.queue().look();
            assertThat(only("anna").attempts()).isEqualTo(attempts);
        });
    }

    private void awaitDue(Duration from) {
        await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                                "select execution_time from message_queue where task_name = 'deliver' and picked = false",
                                OffsetDateTime.class)
                        .toInstant())
                .isEqualTo(clock.instant().plus(from)));
    }

    private Instant dueOf(String person) {
        return jdbc.queryForObject(
                        "select execution_time from message_queue where task_name = 'deliver' and task_instance = ?",
                        OffsetDateTime.class,
                        Long.toString(only(person).id()))
                .toInstant();
    }

    private MessageState state(String person) {
        return only(person).state();
    }

    private Message only(String person) {
        assertThat(of(person)).hasSize(1);
        return of(person).get(0);
    }

    private List<Message> of(String person) {
        return repository.findTop100ByRecipientOrderByIdDesc(person).stream()
                .filter(one -> slip.equals(one.slipNumber()))
                .toList();
    }

    private Occasion missed() {
        return missed("only");
    }

    private Occasion missed(String key) {
        return new Occasion(Event.CLOCK_MISSED, key + "-" + slip, slip, Map.of());
    }
}
