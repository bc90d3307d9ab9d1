package org.baoxiu.notification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baoxiu.slip.TestClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The nodes of a test, which end together and leave nothing to deliver behind. */
class DeliveryNodes {

    private final DataSource database;
    private final MessageRepository repository;
    private final Notices notices;
    private final OldMessages old;
    private final DeliveryQueue ofTheContext;
    private final PlatformTransactionManager transactions;
    private final TestClock clock;
    private final List<DeliveryNode> nodes = new ArrayList<>();

    DeliveryNodes(
            DataSource database,
            MessageRepository repository,
            Notices notices,
            OldMessages old,
            DeliveryQueue ofTheContext,
            PlatformTransactionManager transactions,
            TestClock clock) {
        this.database = database;
        this.repository = repository;
        this.notices = notices;
        this.old = old;
        this.ofTheContext = ofTheContext;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A node that has not started yet, with the list of messages, the telephone and these channels. */
    DeliveryNode with(Channel... configured) {
        // it has no channels, and gives up what it finds
        if (ofTheContext.isRunning()) {
            ofTheContext.stop();
        }
        List<Channel> channels = Stream.concat(Stream.of(new InApp(), new Phone()), Arrays.stream(configured))
                .toList();
        Delivery delivery = new Delivery(repository, channels, event -> {}, () -> true, clock);
        DeliveryQueue queue = new DeliveryQueue(
                database,
                delivery,
                new CodeDelivery(JdbcClient.create(database), null, () -> true, clock),
                old,
                event -> {},
                clock,
                true);
        DeliveryNode node = new DeliveryNode(
                new Messages(notices, repository, channels, queue, transactions, clock), delivery, queue);
        nodes.add(node);
        return node;
    }

    /** How many messages are in the queue. */
    int queued() {
        return new JdbcTemplate(database)
                .queryForObject("select count(*) from message_queue where task_name = 'deliver'", Integer.class);
    }

    void end() {
        nodes.forEach(DeliveryNode::close);
        nodes.clear();
        new JdbcTemplate(database).update("delete from message_queue where task_name = 'deliver'");
    }
}
