package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.baoxiu.notification.NotificationProperties.Robot;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.baoxiu.testing.RecordingServer;
import org.baoxiu.testing.RecordingServer.Answer;
import org.baoxiu.testing.RecordingServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Text messages and group chats, against a real server. */
@NotificationTest
@DisplayName("短信、企业微信群、钉钉群")
@Tag("Q4")
@Tag("4.6.1a")
class HttpChannelsTest {

    private static final String SECRET = "SEC-secret";
    private static final String MOBILE = "13800000000";
    private static final String OTHER_MOBILE = "13900139000";
    private static final TaskLinks LINKS = new TaskLinks("https://office.example");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    private Slips slips;

    @Autowired
    private TestClock clock;

    private RecordingServer server;
    private String slip;

    @BeforeEach
    void aSlipAndAServer() throws Exception {
        clock.restart();
        slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
        server = new RecordingServer();
    }

    @AfterEach
    void nodesAndServerEnd() {
        server.close();
        nodes.end();
    }

    @Test
    @DisplayName("the gateway gets number, text and link, signed; the record keeps neither number nor link")
    void textMessage() {
        DeliveryNode node =
                nodes.with(sms(PATIENCE, SECRET, number -> "https://repairs.example.org/r/token-of-" + number));
        node.messages()
                .tellOwner(
                        slip,
                        new Occasion(Event.QUOTED, "q-" + slip, slip, Map.of("amount", "95.50 元")),
                        OwnerNews.OWNER);
        Message message = toOwner("q");
        node.delivery().attempt(message.id());

        Request request = server.requests().get(0);
        assertThat(request.json().get("id").asText()).isEqualTo(Long.toString(message.id()));
        assertThat(request.json().get("phone").asText()).isEqualTo(MOBILE);
        assertThat(request.json().get("event").asText()).isEqualTo("QUOTED");
        assertThat(request.json().get("slipNumber").asText()).isEqualTo(slip);
        assertThat(request.json().get("text").asText())
                .isEqualTo("维修单 " + slip + " 已超时。 https://repairs.example.org/r/token-of-" + slip);
        assertThat(request.json().get("link").asText()).isEqualTo("https://repairs.example.org/r/token-of-" + slip);
        assertThat(request.json().get("facts").get("amount").asText()).isEqualTo("95.50 元");
        assertThat(request.headers().get("x-baoxiu-timestamp")).isEqualTo(Long.toString(clock.millis()));
        assertThat(request.headers().get("x-baoxiu-signature"))
                .isEqualTo(HexFormat.of().formatHex(Signature.of(clock.millis() + request.body(), SECRET)));
        assertThat(toOwner("q").state()).isEqualTo(MessageState.DELIVERED);
        assertThat(toOwner("q").toString()).doesNotContain(MOBILE, "token-of");
    }

    @Test
    @DisplayName(
            "whoever is told without a slip is told once, without number and link; whoever cannot be reached, not at all")
    void textMessageWithoutASlip() {
        DeliveryNode node =
                nodes.with(sms(PATIENCE, SECRET, number -> "https://repairs.example.org/r/token-of-" + number));
        for (int i = 0; i < 2; i++) {
            node.messages()
                    .tellContacts(
                            new Occasion(Event.INCIDENT_ENDED, "i-" + slip, null, Map.of("what", "停水")),
                            OwnerNews.OWNER,
                            List.of("r7", "r8"));
        }
        assertThat(repository.findTop100ByRecipientOrderByIdDesc("contact:r8")).isEmpty();
        Message message = repository.findTop100ByRecipientOrderByIdDesc("contact:r7").stream()
                .filter(one -> one.eventKey().equals("i-" + slip))
                .findFirst()
                .orElseThrow();
        node.delivery().attempt(message.id());

        assertThat(server.requests()).hasSize(1);
        Request request = server.requests().get(0);
        assertThat(request.json().get("phone").asText()).isEqualTo(OTHER_MOBILE);
        assertThat(request.json().has("slipNumber")).isFalse();
        assertThat(request.json().get("link").asText()).isEmpty();
        assertThat(message.toString()).doesNotContain(OTHER_MOBILE);
    }

    @Test
    @DisplayName("HMAC-SHA256 as the standard's example has it")
    void signature() {
        assertThat(HexFormat.of().formatHex(Signature.of("what do ya want for nothing?", "Jefe")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    @DisplayName("without pages for owners the text goes without a link")
    void withoutLink() {
        DeliveryNode node = told(nodes.with(sms(PATIENCE, SECRET, null)), "a");
        node.delivery().attempt(toOwner("a").id());
        assertThat(server.requests().get(0).json().get("text").asText()).isEqualTo("维修单 " + slip + " 已超时。");
    }

    @Test
    @DisplayName("a wrong secret is refused, which no other attempt would change")
    void wrongSignature() {
        server.answering(request -> request.headers()
                        .get("x-baoxiu-signature")
                        .equals(HexFormat.of()
                                .formatHex(Signature.of(
                                        request.headers().get("x-baoxiu-timestamp") + request.body(), SECRET)))
                ? Answer.OK
                : Answer.status(401));
        DeliveryNode wrong = told(nodes.with(sms(PATIENCE, "another secret", null)), "a");
        assertThat(wrong.delivery().attempt(toOwner("a").id())).isEmpty();
        assertThat(toOwner("a").state()).isEqualTo(MessageState.FAILED);
        assertThat(toOwner("a").attempts()).isEqualTo(1);
        assertThat(toOwner("a").lastError()).isEqualTo("短信网关拒绝了（错误码 401）");

        DeliveryNode right = told(nodes.with(sms(PATIENCE, SECRET, null)), "b");
        right.delivery().attempt(toOwner("b").id());
        assertThat(toOwner("b").state()).isEqualTo(MessageState.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "500, WAITING, 暂时不能用",
        "503, WAITING, 暂时不能用",
        "429, WAITING, 暂时不能用",
        "408, WAITING, 暂时不能用",
        "400, FAILED, 拒绝了",
        "403, FAILED, 拒绝了",
        "404, FAILED, 拒绝了",
        "302, FAILED, 拒绝了"
    })
    @DisplayName("what may pass is tried again, what will not is not")
    void statuses(int status, MessageState state, String reason) {
        server.answering(Answer.status(status));
        DeliveryNode node = told(nodes.with(sms(PATIENCE, SECRET, null)), "a");
        node.delivery().attempt(toOwner("a").id());
        assertThat(toOwner("a").state()).isEqualTo(state);
        assertThat(toOwner("a").lastError()).isEqualTo("短信网关" + reason + "（错误码 " + status + "）");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "a server that hangs before or in its answer is given up; another node tries again when the pause is over")
    void hangsAndComesBackAfterARestart(boolean silent) {
        if (silent) {
            server.neverAnswering();
        } else {
            server.answering(new Answer(200, "{\"errcode\":0}", false));
        }
        DeliveryNode before =
                told(nodes.with(sms(Duration.ofMillis(300), SECRET, null)), "a").started();
        await().untilAsserted(() -> {
            before.queue().look();
            assertThat(toOwner("a").attempts()).isEqualTo(1);
        });
        assertThat(toOwner("a").lastError()).startsWith("短信网关没有应答");
        before.close();

        server.answering(Answer.OK);
        DeliveryNode after = nodes.with(sms(PATIENCE, SECRET, null)).started();
        clock.advance(Duration.ofMinutes(1));
        await().untilAsserted(() -> {
            after.queue().look();
            assertThat(toOwner("a").state()).isEqualTo(MessageState.DELIVERED);
        });
        assertThat(toOwner("a").attempts()).isEqualTo(2);
        assertThat(server.requests())
                .hasSize(2)
                .extracting(request -> request.json().get("id"))
                .containsOnly(server.requests().get(0).json().get("id"));
        await().until(() -> nodes.queued() == 0);
    }

    @Test
    @DisplayName("a server that hangs holds up no step, no database connection and no other channel")
    void hangs() throws Exception {
        server.neverAnswering();
        DeliveryNode node = nodes.with(
                        sms(PATIENCE, SECRET, null),
                        new Email(
                                DeliveryNode.mailServer(MAIL.getSmtp().getPort(), (int) PATIENCE.toMillis()),
                                addresses,
                                LINKS,
                                "baoxiu@localhost"))
                .started();
        IntStream.range(0, 40).forEach(number -> told(node, "sms" + number));
        await().until(() -> {
            node.queue().look();
            return server.requests().size() == Bulkhead.AT_ONCE;
        });
        await().untilAsserted(() -> assertThat(
                        ((HikariDataSource) database).getHikariPoolMXBean().getActiveConnections())
                .isZero());

        step.executeWithoutResult(running -> {
            node.messages()
                    .tell(
                            new Occasion(Event.CLOCK_MISSED, "mail-" + slip, slip, Map.of()),
                            "director",
                            List.of("anna"));
            slips.cancel(slip, "不修了", SlipStory.CLERK);
        });
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            node.queue().look();
            assertThat(MAIL.getReceivedMessages()).hasSize(1);
        });
        assertThat(server.requests()).as("none of them has ended").hasSize(Bulkhead.AT_ONCE);
    }

    @Test
    @DisplayName("two nodes on one database send each message once")
    void twoNodes() {
        DeliveryNode one = nodes.with(sms(PATIENCE, SECRET, null)).started();
        DeliveryNode other = nodes.with(sms(PATIENCE, SECRET, null)).started();
        IntStream.range(0, 40).forEach(number -> told(one, "each" + number));

        await().atMost(Duration.ofSeconds(30)).until(() -> {
            clock.advance(Bulkhead.FIRST_AWAY);
            one.queue().look();
            other.queue().look();
            return nodes.queued() == 0;
        });
        assertThat(server.requests())
                .extracting(request -> request.json().get("id").asText())
                .hasSize(40)
                .doesNotHaveDuplicates();
        assertThat(ofOwner())
                .filteredOn(message -> message.eventKey().startsWith("each"))
                .hasSize(40)
                .allSatisfy(message -> assertThat(message.attempts()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({"13800000000, SMS", "+86 138-0000-0000, SMS", "010-12345678, PHONE", "12345, PHONE"})
    @DisplayName("only a mobile number gets text messages, any other owner a call")
    void numbers(String phone, ChannelKind channel) {
        slip = slips.open(
                        new Report("一号管理处", Channel.PHONE, Area.INSIDE, "张三", phone, "1 栋 101", "漏水", clock.instant()),
                        SlipStory.CLERK)
                .number();
        DeliveryNode node = told(nodes.with(sms(PATIENCE, SECRET, null)), "a");
        assertThat(toOwner("a").channel()).isEqualTo(channel);
        assertThat(toOwner("a").state())
                .isEqualTo(channel == ChannelKind.SMS ? MessageState.WAITING : MessageState.TO_CALL);
        if (channel == ChannelKind.SMS) {
            node.delivery().attempt(toOwner("a").id());
            assertThat(server.requests().get(0).json().get("phone").asText()).isEqualTo(MOBILE);
        }
    }

    @Test
    @DisplayName("messages of a channel that is switched off do not wait for ever")
    void switchedOff() {
        told(nodes.with(sms(PATIENCE, SECRET, null)), "a");
        DeliveryNode without = nodes.with().started();
        await().untilAsserted(() -> {
            without.queue().look();
            assertThat(toOwner("a").state()).isEqualTo(MessageState.FAILED);
        });
        assertThat(toOwner("a").lastError()).isEqualTo("短信渠道没有配置");
    }

    @Test
    @DisplayName(
            "the chat of a group gets one message with DingTalk's signature, and each of its people one in the list")
    void dingTalk() {
        DeliveryNode node = nodes.with(robot(ChannelKind.DING_TALK, "/robot/send?access_token=t0ken", SECRET));
        node.messages()
                .tell(
                        new Occasion(Event.CLOCK_MISSED, "g-" + slip, slip, Map.of()),
                        "director",
                        List.of("x-" + slip, "y-" + slip));
        node.delivery().attempt(toGroup("g").id());

        Request request = server.requests().get(0);
        String timestamp = Long.toString(clock.millis());
        assertThat(request.query())
                .containsEntry("access_token", "t0ken")
                .containsEntry("timestamp", timestamp)
                .containsEntry(
                        "sign", Base64.getEncoder().encodeToString(Signature.of(timestamp + "\n" + SECRET, SECRET)));
        assertThat(request.json().get("msgtype").asText()).isEqualTo("text");
        assertThat(request.json().get("text").get("content").asText())
                .isEqualTo("维修单 " + slip + " 已超时。\nhttps://office.example/tasks/" + slip);
        assertThat(toGroup("g").state()).isEqualTo(MessageState.DELIVERED);
        for (String person : List.of("x-", "y-")) {
            assertThat(node.messages().of(person + slip))
                    .extracting(Message::channel)
                    .containsExactly(ChannelKind.IN_APP);
        }
    }

    @Test
    @DisplayName("a group without a robot has no message of its own")
    void groupWithoutRobot() {
        DeliveryNode node = nodes.with(robot(ChannelKind.WE_COM, "/send?key=k", null));
        node.messages()
                .tell(
                        new Occasion(Event.CLOCK_MISSED, "g-" + slip, slip, Map.of()),
                        "maintenance",
                        List.of("x-" + slip));
        assertThat(repository.findTop100ByRecipientOrderByIdDesc("group:maintenance"))
                .isEmpty();
        assertThat(node.messages().of("x-" + slip)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"errcode\":0}, DELIVERED, ``",
                "{\"errcode\":310000}, FAILED, 企业微信群机器人拒绝了（错误码 310000）",
                "{\"errcode\":45009}, WAITING, 企业微信群机器人暂时不能用（错误码 45009）",
                "{\"errcode\":-1}, WAITING, 企业微信群机器人暂时不能用（错误码 -1）",
                "<html>, WAITING, 企业微信群机器人的应答看不懂",
                "{}, WAITING, 企业微信群机器人的应答看不懂"
            })
    @DisplayName("a robot says in the body whether it took the message; its key is written down nowhere")
    void robotsAnswer(String answer, MessageState state, String reason) {
        server.answering(Answer.body(answer));
        DeliveryNode node = nodes.with(robot(ChannelKind.WE_COM, "/send?key=the-key", null));
        node.messages()
                .tell(new Occasion(Event.CLOCK_MISSED, "g-" + slip, slip, Map.of()), "director", List.of("x-" + slip));
        node.delivery().attempt(toGroup("g").id());

        assertThat(server.requests().get(0).uri()).hasToString("/send?key=the-key");
        assertThat(toGroup("g").state()).isEqualTo(state);
        assertThat(toGroup("g").lastError() == null ? "" : toGroup("g").lastError())
                .isEqualTo(reason);
    }

    @Test
    @DisplayName("nobody listens: the reason does not quote the address")
    void nobodyListens() {
        URI nobody = server.url("/send?key=the-key");
        server.close();
        DeliveryNode node = nodes.with(new GroupRobot(
                ChannelKind.WE_COM, Map.of("director", new Robot(nobody, null)), PATIENCE, LINKS, clock));
        node.messages()
                .tell(new Occasion(Event.CLOCK_MISSED, "g-" + slip, slip, Map.of()), "director", List.of("x-" + slip));
        node.delivery().attempt(toGroup("g").id());
        assertThat(toGroup("g").lastError()).startsWith("企业微信群机器人没有应答").doesNotContain("the-key", "127.0.0.1");
        assertThat(toGroup("g").state()).isEqualTo(MessageState.WAITING);
    }

    private DeliveryNode told(DeliveryNode node, String key) {
        node.messages()
                .tellOwner(slip, new Occasion(Event.FINISHED, key + "-" + slip, slip, Map.of()), OwnerNews.OWNER);
        return node;
    }

    private SmsGateway sms(Duration patience, String secret, Function<String, String> links) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (links != null) {
            OwnerLinks pages = new OwnerLinks() {
                @Override
                public String issue(String slipNumber) {
                    throw new AssertionError("a link that is sent knows its telephone");
                }

                @Override
                public String issueFor(String slipNumber, String telephone) {
                    assertThat(telephone)
                            .isEqualTo(slips.get(slipNumber).report().reporterPhone());
                    return links.apply(slipNumber);
                }
            };
            beans.addBean("links", pages);
        }
        Contacts contacts =
                id -> Optional.of(new Contacts.Contact("业主甲", OTHER_MOBILE)).filter(contact -> id.equals("r7"));
        beans.addBean("contacts", contacts);
        ObjectProvider<OwnerLinks> provider = beans.getBeanProvider(OwnerLinks.class);
        return new SmsGateway(
                new NotificationProperties(
                        Duration.ofDays(1),
                        patience,
                        new NotificationProperties.Sms(server.url("/sms"), secret),
                        null,
                        null,
                        null),
                slips,
                provider,
                beans.getBeanProvider(Contacts.class),
                clock);
    }

    private GroupRobot robot(ChannelKind kind, String address, String secret) {
        return new GroupRobot(kind, Map.of("director", new Robot(server.url(address), secret)), PATIENCE, LINKS, clock);
    }

    private Message toOwner(String key) {
        return ofOwner().stream()
                .filter(message -> message.eventKey().equals(key + "-" + slip))
                .findFirst()
                .orElseThrow();
    }

    private List<Message> ofOwner() {
        return repository.findTop100ByRecipientOrderByIdDesc("owner:" + slip);
    }

    private Message toGroup(String key) {
        return repository.findTop100ByRecipientOrderByIdDesc("group:director").stream()
                .filter(message -> message.eventKey().equals(key + "-" + slip))
                .findFirst()
                .orElseThrow();
    }
}
