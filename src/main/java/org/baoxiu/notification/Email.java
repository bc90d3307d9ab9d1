package org.baoxiu.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail to the address in the person's profile, once a mail server is configured. */
@Component
@ConditionalOnProperty("spring.mail.host")
class Email implements Channel {

    /** RFC 3834: no automatic answer is sent to it, so that two programs do not write to each other for ever. */
    static final String AUTO_SUBMITTED = "Auto-Submitted";

    private final JavaMailSender server;
    private final Addresses addresses;
    private final TaskLinks links;
    private final String sender;

    Email(JavaMailSender server, Addresses addresses, TaskLinks links, @Value("${baoxiu.mail.sender}") String sender) {
        this.server = server;
        this.addresses = addresses;
        this.links = links;
        this.sender = sender;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.PERSON
                && addresses.emailOf(recipient.name()).isPresent();
    }

    @Override
    public void deliver(Message message) {
        send(
                addresses.emailOf(message.recipient()).orElseThrow(() -> DeliveryFailure.permanent("收件人已没有邮箱地址")),
                message.subject(),
                links.under(message));
    }

    void send(String address, String subject, String text) {
        MimeMessage mail = server.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            parts.setFrom(sender);
            parts.setTo(address);
            parts.setSubject(subject);
            parts.setText(text);
            mail.setHeader(AUTO_SUBMITTED, "auto-generated");
            server.send(mail);
        } catch (MailSendException e) {
            throw refused(e) ? DeliveryFailure.permanent("邮件服务器不接受收件人的地址") : e;
        } catch (MessagingException e) {
            throw DeliveryFailure.permanent("邮箱地址不正确");
        }
    }

    /** The server said 5xx of the address, not only of this attempt. */
    private static boolean refused(MailSendException e) {
        return Arrays.stream(e.getMessageExceptions())
                .flatMap(Email::chain)
                .anyMatch(cause -> cause instanceof SMTPAddressFailedException failed && failed.getReturnCode() >= 500);
    }

    /** Jakarta Mail has a chain of its own beside that of the causes. */
    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(
                first,
                Objects::nonNull,
                one -> one instanceof MessagingException mail ? mail.getNextException() : null);
    }
}
