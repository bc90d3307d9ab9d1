package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
@DisplayName("同一件事告诉很多人")
class CircularsTest {

    private static final List<String> MANY =
            IntStream.rangeClosed(1, 120).mapToObj(id -> "many" + id).toList();

    @Autowired
    private DeliveryNodes nodes;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private OldMessages old;

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private final String key = "i-" + UUID.randomUUID();
    private final TextsThatMayFail texts = new TextsThatMayFail();
    private DeliveryNode node;
    private Circulars circulars;

    private static final class TextsThatMayFail implements Channel {

        private volatile String broken = "";

        @Override
        public ChannelKind kind() {
            return ChannelKind.SMS;
        }

        @Override
        public boolean reaches(Recipient recipient) {
            if (recipient.name().equals(broken)) {
                throw new IllegalStateException("the register is away");
            }
            return recipient.kind() == Recipient.Kind.CONTACT;
        }

        @Override
        public void deliver(Message message) {}
    }

    @BeforeEach
    void aNode() {
        clock.restart();
        node = nodes.with(texts);
        circulars = new Circulars(node.messages(), node.queue(), database);
    }

    @AfterEach
    void nothingLeft() {
        nodes.end();
        database.sql("delete from circular").update();
        database.sql("delete from message_queue where task_name = 'circular'").update();
    }

    @Test
    @DisplayName("the step writes the first messages, each piece the next, and each person has one")
    void inPiecesEachOnce() {
        tell(MANY);
        assertThat(told()).isEqualTo(Circulars.PIECE);
        long id = circular();
        assertThat(queued()).containsExactly(id + "-50");

        piece(id, 50);
        assertThat(told()).isEqualTo(100);
        assertThat(queued()).containsExactlyInAnyOrder(id + "-50", id + "-100");
        piece(id, 50);
        assertThat(told()).as("a piece that is looked at twice is written once").isEqualTo(100);

        piece(id, 100);
        piece(id, 100);
        assertThat(told()).isEqualTo(120);
        assertThat(MANY).allSatisfy(one -> assertThat(repository.findTop100ByRecipientOrderByIdDesc("contact:" + one))
                .filteredOn(message -> message.eventKey().equals(key))
                .singleElement()
                .satisfies(message -> assertThat(message.facts()).contains("3栋")));
        assertThat(database.sql("select count(*) from circular")
                        .query(Integer.class)
                        .single())
                .as("nothing is kept of what is done")
                .isZero();
    }

    @Test
    @DisplayName("a piece that fails has told nobody and is tried again as a whole")
    void aPieceThatFails() {
        tell(MANY);
        long id = circular();
        texts.broken = "many70";
        assertThatThrownBy(() -> piece(id, 50)).hasMessageContaining("the register is away");
        assertThat(told()).isEqualTo(50);

        texts.broken = "";
        piece(id, 50);
        assertThat(told()).isEqualTo(100);
    }

    @Test
    void aStepThatIsRolledBackHasToldNobody() {
        transaction.executeWithoutResult(step -> {
            circulars.tell(occasion(), OwnerNews.OWNER, MANY);
            step.setRollbackOnly();
        });
        assertThat(told()).isZero();
        assertThat(queued()).isEmpty();
    }

    @Test
    void aFewAreToldAtOnce() {
        tell(MANY.subList(0, 50));
        assertThat(told()).isEqualTo(50);
        assertThat(queued()).isEmpty();
    }

    @Test
    @DisplayName("the queue says that the next piece is due, a moment after the one before")
    void theQueueSaysWhen() {
        List<Object> heard = new CopyOnWriteArrayList<>();
        DeliveryQueue queue = new DeliveryQueue(
                source,
                node.delivery(),
                new CodeDelivery(database, null, () -> true, clock),
                old,
                heard::add,
                clock,
                true);
        queue.addCircular(new CircularDue(7, 50));
        queue.start();
        try {
            queue.look();
            await().during(Duration.ofMillis(500)).until(() -> !heard.contains(new CircularDue(7, 50)));
            clock.advance(Duration.ofSeconds(6));
            queue.look();
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(new CircularDue(7, 50)));
            clock.advance(Duration.ofMinutes(2));
            queue.look();
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(new EveryMinute()));
        } finally {
            queue.stop();
        }
    }

    private Occasion occasion() {
        return new Occasion(Event.INCIDENT_DECLARED, key, null, Map.of("place", "3栋"));
    }

    private void tell(List<String> ids) {
        transaction.executeWithoutResult(step -> circulars.tell(occasion(), OwnerNews.OWNER, ids));
    }

    private void piece(long id, int told) {
        transaction.executeWithoutResult(step -> circulars.tellNext(new CircularDue(id, told)));
    }

    private int told() {
        return database.sql("select count(*) from message where event_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private long circular() {
        return database.sql("select id from circular where event_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private List<String> queued() {
        return database.sql("select task_instance from message_queue where task_name = 'circular'")
                .query(String.class)
                .list();
    }
}
