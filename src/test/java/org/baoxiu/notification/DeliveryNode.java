package org.baoxiu.notification;

import java.util.List;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One node of the application with channels of its own, on the database of the test. */
record DeliveryNode(Messages messages, Delivery delivery, DeliveryQueue queue) implements AutoCloseable {

    static JavaMailSenderImpl mailServer(int port, int patienceMillis) {
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

    DeliveryNode started() {
        queue.start();
        return this;
    }

    @Override
    public void close() {
        queue.stop();
    }
}
