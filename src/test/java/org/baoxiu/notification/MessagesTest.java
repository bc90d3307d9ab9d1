package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
@DisplayName("消息")
@Tag("4.6.1a")
@Tag("4.6.2")
class MessagesTest {

    @Autowired
    private Messages messages;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate step;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DeliveryQueue queue;

    private String slip;

    @BeforeEach
    void aSlip() {
        clock.restart();
        slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
    }

    @Test
    @DisplayName("without a mail server everything is in the list of messages at once")
    void inTheListAtOnce() {
        messages.tell(missed("a"), "director", List.of("d-" + slip));

        Message message = messages.of("d-" + slip).get(0);
        assertThat(message.state()).isEqualTo(MessageState.DELIVERED);
        assertThat(message.channel()).isEqualTo(ChannelKind.IN_APP);
        assertThat(message.deliveredAt()).isEqualTo(clock.instant());
        assertThat(message.expiresAt()).isEqualTo(clock.instant().plus(NotificationSlice.EXPIRY));
        assertThat(message.slipNumber()).isEqualTo(slip);
        assertThat(message.text()).contains(slip);
        assertThat(message.read()).isFalse();
    }

    @Test
    @DisplayName("one person has one message about one event, whatever roles it goes to")
    void onceEach() {
        messages.tell(missed("a"), "director", List.of("x-" + slip, "y-" + slip));
        messages.tell(missed("a"), "dutyDirector", List.of("x-" + slip, "z-" + slip));
        for (String person : List.of("x-", "y-", "z-")) {
            assertThat(messages.of(person + slip)).as(person).hasSize(1);
        }

        messages.tell(missed("b"), "director", List.of("x-" + slip));
        assertThat(messages.of("x-" + slip)).extracting(Message::eventKey).containsExactly("b-" + slip, "a-" + slip);
    }

    @Test
    @DisplayName("the database itself takes no second message about the same event")
    void onceEachInTheDatabase() {
        Notice notice = new Notice(List.of(ChannelKind.IN_APP), NotificationSlice.EXPIRY, "标题", "内容");
        repository.save(
                Message.of(missed("a"), Recipient.person("x"), "director", notice, new InApp(), clock.instant()));
        assertThatThrownBy(() -> repository.save(Message.of(
                        missed("a"), Recipient.person("x"), "director", notice, new InApp(), clock.instant())))
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    @DisplayName("a step that is rolled back has told nobody anything")
    void rolledBack() {
        assertThatThrownBy(() -> step.executeWithoutResult(running -> {
                    messages.tell(missed("a"), "director", List.of("d-" + slip));
                    throw new IllegalStateException("the step fails");
                }))
                .hasMessage("the step fails");
        assertThat(messages.of("d-" + slip)).isEmpty();
    }

    @Test
    @DisplayName("a message that cannot be written leaves the step as it is")
    void neverBreaksAStep() {
        Occasion unwritable = new Occasion(Event.CLOCK_MISSED, "k".repeat(101), slip, Map.of());
        step.executeWithoutResult(running -> {
            messages.tell(missed("a"), "director", List.of("d-" + slip));
            messages.tell(unwritable, "director", List.of("d-" + slip));
            slips.cancel(slip, "不修了", SlipStory.CLERK);
        });
        assertThat(slips.get(slip).state().ended()).isTrue();
        assertThat(messages.of("d-" + slip)).hasSize(1);
    }

    @Test
    @DisplayName("a broken decision table does roll the step back, with a sentence for people")
    void aBrokenTable() {
        Notices broken = (occasion, role) -> {
            throw Rejection.invalid(occasion.slipNumber(), "请检查通知表。");
        };
        Messages withIt = new Messages(broken, repository, List.of(new InApp()), queue, transactions, clock);
        assertThatThrownBy(() -> step.executeWithoutResult(
                        running -> withIt.tell(missed("a"), "director", List.of("d-" + slip))))
                .isInstanceOf(Rejection.class);
    }

    @Test
    @DisplayName("nobody is told what the table has no rule for")
    void noRule() {
        messages.tell(missed("a"), NotificationSlice.NOT_TOLD, List.of("g-" + slip));
        assertThat(messages.of("g-" + slip)).isEmpty();
    }

    @Test
    @Tag("4.3.7")
    @DisplayName("a message may be about no single slip")
    void aboutNoSlip() {
        String person = "m-" + slip;
        messages.tell(new Occasion(Event.CLOCK_MISSED, "month-" + slip, null, Map.of()), "director", List.of(person));
        assertThat(messages.of(person)).extracting(Message::slipNumber).containsExactly((String) null);
    }

    @Test
    @DisplayName("what came after the list was shown stays unread")
    void readUpToTheShownOnes() {
        String person = "r-" + slip;
        messages.tell(missed("a"), "director", List.of(person, "other-" + slip));
        long shown = messages.of(person).get(0).id();
        messages.tell(missed("b"), "director", List.of(person));

        messages.markRead(person, shown);
        assertThat(messages.of(person)).extracting(Message::read).containsExactly(false, true);
        assertThat(messages.of("other-" + slip)).extracting(Message::read).containsExactly(false);
    }

    private Occasion missed(String key) {
        return new Occasion(Event.CLOCK_MISSED, key + "-" + slip, slip, Map.of());
    }
}
