package org.baoxiu.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
  public boolean reaches(String login) {
    return addresses.emailOf(login).isPresent();
  }

  @Override
  public boolean immediate() {
    return false;
  }

  @Override
  public void deliver(Message message) {
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(sender);
    mail.setTo(addresses.emailOf(message.recipient())
        .orElseThrow(() -> new IllegalStateException("the recipient has no e-mail address any more")));
    mail.setSubject(message.subject());
    mail.setText(message.text());
    server.send(mail);
  }
}
