package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.Map;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the settings of a mail server switch on. */
@NotificationTest
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@DirtiesContext
@DisplayName("邮件服务器的设置")
@Tag("4.6.1a")
@Tag("4.6.2")
class MailServerTest {

    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    private Messages messages;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private JavaMailSenderImpl server;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("baoxiu.mail.sender", () -> "repairs@example.org");
    }

    @AfterAll
    static void theServerEnds() {
        MAIL.stop();
    }

    @Test
    @DisplayName("with a mail server the queue runs and messages come from the sender of the settings")
    void runs() throws Exception {
        String slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
        assertThat(queue.isRunning()).isTrue();

        messages.tell(
                new Occasion(Event.CLOCK_MISSED, "a-" + slip, slip, Map.of()), "director", List.of("anna", "none"));
        await().untilAsserted(() -> {
            queue.look();
            assertThat(messages.of("anna").get(0).state()).isEqualTo(MessageState.DELIVERED);
        });
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getFrom())
                .extracting(Object::toString)
                .containsExactly("repairs@example.org");
        assertThat(messages.of("none").get(0).channel()).isEqualTo(ChannelKind.IN_APP);
    }

    @Test
    @DisplayName("it is given up after ten seconds unless that is set otherwise")
    void patience() {
        assertThat(server.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "10000")
                .containsEntry("mail.smtp.writetimeout", "10000");
    }
}
