package org.baoxiu.notification;

import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.baoxiu.slip.TestClock;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** One node of the application with a mail server, on the database of the test. */
record MailNode(Messages messages, Delivery delivery, DeliveryQueue queue) implements AutoCloseable {

  static MailNode on(int port, int patienceMillis, DataSource database, MessageRepository repository, Notices notices,
                     Addresses addresses, PlatformTransactionManager transactions, TestClock clock) {
    List<Channel> channels = List.of(new InApp(), new Email(server(port, patienceMillis), addresses, "baoxiu@localhost"));
    Delivery delivery = new Delivery(repository, channels, clock);
    DeliveryQueue queue = new DeliveryQueue(database, delivery, clock);
    return new MailNode(new Messages(notices, repository, channels, queue, transactions, clock), delivery, queue);
  }

  private static JavaMailSenderImpl server(int port, int patienceMillis) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setDefaultEncoding("UTF-8");
    Properties properties = server.getJavaMailProperties();
    for (String kind : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.setProperty("mail.smtp." + kind, Integer.toString(patienceMillis));
    }
    return server;
  }

  @Override
  public void close() {
    queue.stop();
  }
}
