package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.notification.NotificationProperties.Robot;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.RecordingServer;
import org.baoxiu.testing.RecordingServer.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("通知维修班，真的送达")
@Tag("found:B1")
@Tag("4.3.2")
@Tag("4.6.1b")
@Tag("4.6.2")
class TeamReachedTest {

    private static final String TEAM = "maintenance";
    private static final List<String> TECHNICIANS = List.of("tech1", "tech2", "tech3");

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    private Office office;

    @Autowired
    private NotificationProperties settings;

    @Autowired
    private SwitchedMail mail;

    @Autowired
    private MessageRepository messages;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private Undelivered undelivered;

    private RecordingServer server;

    @BeforeEach
    void serverOfTheChat() throws Exception {
        server = new RecordingServer();
    }

    @AfterEach
    void nothingIsConfigured() {
        settings.weCom().clear();
        settings.dingTalk().clear();
        mail.off();
        server.close();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"WE_COM", "DING_TALK"})
    @DisplayName(
            "the chat of the team has the message with everything in it before the owner reads that the team knows")
    void chat(ChannelKind chat) {
        robot(chat);
        List<String> ownerReadBefore = new CopyOnWriteArrayList<>();
        server.answering(request -> {
            ownerReadBefore.addAll(toldToOwner(number(request.body())));
            return Answer.OK;
        });
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "faultDescription", "燃气味很重 13912345678"))
                .does("clerk1", Elements.REGISTER_REQUEST, with(registered("PL-01"), "emergency", true));
        awaitNotified(repair);

        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().get(0).json().get("text").get("content").asText())
                .startsWith("【紧急】请领单：" + repair.number())
                .contains("一号管理处 3 栋 502", "燃气味很重 …", "日常维修", "前到场")
                .endsWith("\nhttp://localhost:8080/tasks/" + repair.number())
                .doesNotContain("139", "张三");
        assertThat(ownerReadBefore).isEmpty();
        assertThat(repair.slip().visit().notifiedAt())
                .isEqualTo(ofTeam(repair).get(0).deliveredAt());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).startedAt())
                .isEqualTo(repair.slip().visit().notifiedAt());
        assertThat(repair.commitment(CommitmentKind.NOTIFICATION).missed()).isFalse();
        assertThat(repair.openTasks()).contains(Elements.PICK_UP_SLIP);
    }

    @Test
    @DisplayName(
            "without a chat the first mail that arrives counts, and the owner reads it once however many technicians have one")
    void mail() throws Exception {
        mail.on(new Email(
                DeliveryNode.mailServer(MAIL.getSmtp().getPort(), 10_000),
                login -> login.equals("tech1") || login.equals("tech3")
                        ? Optional.of(login + "@example.org")
                        : Optional.empty(),
                new TaskLinks("https://office.example"),
                "office@example.org"));
        RepairCase repair = office.reports("clerk1", leakingTap());
        repair.does("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"));
        awaitNotified(repair);

        MimeMessage received = MAIL.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("请领单 " + repair.number() + " 3 栋 502");
        assertThat(received.getContent().toString())
                .contains("一号管理处 3 栋 502", "厨房水龙头漏水", "日常维修", "前到场", "https://office.example/tasks/" + repair.number());
        assertThat(toldToOwner(repair.number())).hasSize(1);
        assertThat(messages.findTop100ByRecipientOrderByIdDesc("tech1"))
                .filteredOn(message -> repair.number().equals(message.slipNumber()))
                .as("one message, not another one for the task")
                .extracting(Message::event)
                .containsExactly(Event.NEW_SLIP);
    }

    @Test
    @DisplayName(
            "a chat that refuses: the promise is missed at once, head and supervisor learn of it, the owner reads nothing, the slip can be picked up")
    void refused() {
        robot(ChannelKind.DING_TALK);
        server.answering(Answer.body("{\"errcode\":310000}"));
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"));
        awaitSettled(repair, MessageState.FAILED);
        await().untilAsserted(() -> assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED));

        assertThat(repair.commitment(CommitmentKind.NOTIFICATION).missed()).isTrue();
        for (String person : List.of("clerklead", "supervisor")) {
            assertThat(messages.findTop100ByRecipientOrderByIdDesc(person))
                    .filteredOn(message -> repair.number().equals(message.slipNumber()))
                    .extracting(Message::event)
                    .contains(Event.TEAM_NOT_REACHED);
        }
        assertThat(toldToOwner(repair.number())).isEmpty();
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).running()).isTrue();

        undelivered.toldByPhone(ofTeam(repair).get(0).id(), "clerk1");
        assertThat(toldToOwner(repair.number())).hasSize(1);
        repair.does("tech1", Elements.PICK_UP_SLIP, pickedUp());
    }

    @Test
    @DisplayName(
            "a chat that is away: after three minutes the head has the task, the team its list; when it is back the owner reads that the team knows")
    void away() {
        robot(ChannelKind.DING_TALK);
        server.answering(Answer.status(503));
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"));
        await().untilAsserted(() -> {
            queue.look();
            assertThat(ofTeam(repair))
                    .singleElement()
                    .extracting(Message::attempts)
                    .isEqualTo(1);
        });
        assertThat(repair.slip().state()).isEqualTo(SlipState.REGISTERED);
        assertThat(repair.openTasks()).doesNotContain(Elements.PICK_UP_SLIP);
        office.timeIs(repair.commitment(CommitmentKind.NOTIFICATION).dueAt());
        repair.dueTimersFire();

        assertThat(repair.commitment(CommitmentKind.NOTIFICATION).missed()).isTrue();
        assertThat(repair.told(CommitmentKind.NOTIFICATION)).hasSize(1);
        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(repair.openTasks()).contains(Elements.PICK_UP_SLIP);
        assertThat(toldToOwner(repair.number())).isEmpty();

        server.answering(Answer.OK);
        awaitSettled(repair, MessageState.DELIVERED);
        await().untilAsserted(() -> assertThat(toldToOwner(repair.number())).hasSize(1));
    }

    @Test
    @DisplayName("nobody in the team: a missed promise at once")
    void nobody() {
        TECHNICIANS.forEach(person -> office.leaves(person, TEAM));
        try {
            RepairCase repair = office.reports("clerk1", leakingTap())
                    .does("clerk1", Elements.REGISTER_REQUEST, registered("PL-01"));
            assertThat(repair.commitment(CommitmentKind.NOTIFICATION).missed()).isTrue();
            assertThat(toldToOwner(repair.number())).isEmpty();
            assertThat(repair.openTasks()).contains(Elements.PICK_UP_SLIP);
        } finally {
            TECHNICIANS.forEach(person -> office.joins(person, TEAM));
        }
    }

    private void robot(ChannelKind chat) {
        (chat == ChannelKind.WE_COM ? settings.weCom() : settings.dingTalk())
                .put(TEAM, new Robot(server.url("/send?key=k"), null));
    }

    private void awaitNotified(RepairCase repair) {
        await().untilAsserted(() -> {
            queue.look();
            assertThat(toldToOwner(repair.number())).hasSize(1);
        });
        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    private void awaitSettled(RepairCase repair, MessageState state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            office.timePasses(Duration.ofSeconds(30));
            queue.look();
            assertThat(ofTeam(repair))
                    .singleElement()
                    .extracting(Message::state)
                    .isEqualTo(state);
        });
    }

    private List<Message> ofTeam(RepairCase repair) {
        return messages.findTop100ByRecipientOrderByIdDesc("group:" + TEAM).stream()
                .filter(message -> repair.number().equals(message.slipNumber()))
                .toList();
    }

    private List<String> toldToOwner(String slip) {
        return new ArrayList<>(messages.findTop100ByRecipientOrderByIdDesc("owner:" + slip).stream()
                .filter(message -> message.event() == Event.TEAM_NOTIFIED)
                .map(Message::text)
                .toList());
    }

    private static String number(String body) {
        return body.replaceAll("(?s).*(WX\\d{8}-\\d{6}).*", "$1");
    }
}
