package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("发给外面的人，没有账号也收得到邮件，别处没有")
class MailOutsideTest {

    private static final String OUTSIDE = "auditor@company.example";

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetup.SMTP.dynamicPort())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    @Autowired
    private SwitchedMail mail;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Messages messages;

    @Autowired
    private DeliveryQueue queue;

    @AfterEach
    void nothingIsConfigured() {
        mail.off();
    }

    @Test
    void theMailArrives() throws Exception {
        messages.tellByMail(List.of(OUTSIDE), "outside-without-mail", "封存", "没有邮件服务器");
        assertThat(messages.of(OUTSIDE)).isEmpty();

        mail.on(new Email(
                DeliveryNode.mailServer(MAIL.getSmtp().getPort(), 10_000),
                addresses,
                new TaskLinks("https://office.example"),
                "office@example.org"));
        messages.tellByMail(List.of(OUTSIDE, "clerk1"), "outside", "存证封存第 12 号", "校验码 A1B2");
        queue.look();
        await().atMost(Duration.ofSeconds(30)).until(() -> MAIL.getReceivedMessages().length == 1);

        MimeMessage received = MAIL.getReceivedMessages()[0];
        assertThat(received.getAllRecipients()[0]).hasToString(OUTSIDE);
        assertThat(received.getSubject()).isEqualTo("存证封存第 12 号");
        assertThat(received.getContent().toString()).contains("校验码 A1B2");
    }
}
