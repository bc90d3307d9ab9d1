package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.notification.NotificationProperties.Robot;
import org.baoxiu.testing.RecordingServer;
import org.baoxiu.testing.RecordingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@DisplayName("测试一个渠道")
class ChannelTestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final TaskLinks LINKS = new TaskLinks("https://office.example");

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    private RecordingServer server;

    @BeforeEach
    void aServer() throws Exception {
        server = new RecordingServer();
    }

    @AfterEach
    void itEnds() {
        server.close();
    }

    @Test
    void aTextMessageGoesToTheNumberThatWasTyped() {
        assertThat(all().test(ChannelKind.SMS, "138 0000 0000", "admin")).isEmpty();
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.json().get("phone").asText()).isEqualTo("13800000000");
            assertThat(request.json().get("event").asText()).isEqualTo("TEST");
            assertThat(request.json().get("text").asText()).contains("测试消息");
            assertThat(request.headers().get("x-baoxiu-signature")).isNotEmpty();
        });
        assertThat(all().test(ChannelKind.SMS, "0755-88886666", "admin").orElseThrow())
                .contains("11 位手机号码");
    }

    @Test
    void aMailGoesToThePersonsOwnAddress() throws Exception {
        assertThat(all().test(ChannelKind.EMAIL, "somebody@else.example", "admin"))
                .isEmpty();
        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("admin@office.example");
            assertThat(mail.getSubject()).isEqualTo("测试消息");
        });
        assertThat(all().test(ChannelKind.EMAIL, "", "nobody").orElseThrow()).contains("您自己没有邮箱地址");
    }

    @Test
    void aChatGetsItInItsGroup() {
        assertThat(all().test(ChannelKind.WE_COM, "director", "admin")).isEmpty();
        assertThat(server.requests().get(0).uri().toString()).contains("/wecom");
        assertThat(all().test(ChannelKind.WE_COM, "maintenance", "admin").orElseThrow())
                .isEqualTo("企业微信群机器人没有配置");
    }

    @Test
    void theChannelsOwnErrorIsSaid() {
        server.answering(Answer.status(403));
        assertThat(all().test(ChannelKind.SMS, "13800000000", "admin")).contains("短信网关拒绝了（错误码 403）");
        server.answering(Answer.body("{\"errcode\":93000}"));
        assertThat(all().test(ChannelKind.WE_COM, "director", "admin")).contains("企业微信群机器人拒绝了（错误码 93000）");
    }

    @Test
    void whatIsNotConfiguredSaysSo() {
        ChannelTests none = tests(false);
        assertThat(none.channels()).hasSize(4).noneMatch(ChannelTests.Configured::configured);
        assertThat(none.test(ChannelKind.SMS, "13800000000", "admin")).contains("短信网关没有配置");
        assertThat(none.test(ChannelKind.EMAIL, "", "admin")).contains("邮件服务器没有配置");
        assertThat(none.test(ChannelKind.DING_TALK, "director", "admin")).contains("钉钉群机器人没有配置");
        assertThat(none.test(ChannelKind.WEB_HOOK, "", "admin")).contains("应用通知不能测试");
        assertThat(all().channels())
                .extracting(ChannelTests.Configured::configured)
                .containsExactly(true, true, true, false);
        assertThat(all().channels().get(2).groups()).isEqualTo(List.of("director"));
    }

    private ChannelTests all() {
        return tests(true);
    }

    private ChannelTests tests(boolean configured) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Addresses addresses = person -> Optional.of("admin@office.example").filter(mail -> person.equals("admin"));
        if (configured) {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(MAIL.getSmtp().getPort());
            beans.addBean("email", new Email(sender, addresses, LINKS, "repairs@office.example"));
        }
        Map<String, Robot> robots = configured ? Map.of("director", new Robot(server.url("/wecom"), null)) : Map.of();
        Clock clock = Clock.systemDefaultZone();
        beans.addBean("weCom", new GroupRobot(ChannelKind.WE_COM, robots, PATIENCE, LINKS, clock));
        beans.addBean("dingTalk", new GroupRobot(ChannelKind.DING_TALK, Map.of(), PATIENCE, LINKS, clock));
        SmsGateway sms = new SmsGateway(
                new NotificationProperties(
                        Duration.ofDays(1),
                        PATIENCE,
                        configured ? new NotificationProperties.Sms(server.url("/sms"), "secret") : null,
                        null,
                        null,
                        null),
                null,
                beans.getBeanProvider(OwnerLinks.class),
                beans.getBeanProvider(Contacts.class),
                clock);
        return new ChannelTests(
                beans.getBeanProvider(Email.class),
                sms,
                beans.getBeanProvider(GroupRobot.class),
                addresses,
                () -> true);
    }
}
