package org.baoxiu.notification;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** E-mail to the address in the person's profile, once a mail server is configured. */
@Component
@ConditionalOnProperty("spring.mail.host")
class Email implements Channel {

  private final JavaMailSender server;
  private final Addresses addresses;
  private final String sender;

  Email(JavaMailSender server, Addresses addresses, @Value("${baoxiu.mail.sender}") String sender) {
    this.server = server;
    this.addresses = addresses;
    this.sender = sender;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.EMAIL;
  }

  @Override
  public boolean reaches(Recipient recipient) {
    return recipient.kind() == Recipient.Kind.PERSON && addresses.emailOf(recipient.name()).isPresent();
  }

  @Override
  public void deliver(Message message) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(sender);
    mail.setTo(addresses.emailOf(message.recipient())
        .orElseThrow(() -> DeliveryFailure.permanent("收件人已没有邮箱地址")));
    mail.setSubject(message.subject());
    mail.setText(message.text());
    try {
      server.send(mail);
    } catch (MailSendException e) {
      throw refused(e) ? DeliveryFailure.permanent("邮件服务器不接受收件人的地址") : e;
    }
  }

  /** The server said 5xx of the address, not only of this attempt. */
  private static boolean refused(MailSendException e) {
    return Arrays.stream(e.getMessageExceptions()).flatMap(Email::chain)
        .anyMatch(cause -> cause instanceof SMTPAddressFailedException failed && failed.getReturnCode() >= 500);
  }

  /** Jakarta Mail has a chain of its own beside that of the causes. */
  private static Stream<Exception> chain(Exception first) {
    return Stream.iterate(first, Objects::nonNull,
        one -> one instanceof MessagingException mail ? mail.getNextException() : null);
  }
}
