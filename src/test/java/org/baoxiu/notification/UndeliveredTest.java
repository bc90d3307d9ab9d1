package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.notification.NotificationSlice.NotificationTest;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationTest
@DisplayName("没有送到的消息")
@Tag("Q4")
class UndeliveredTest {

    @Autowired
    private Undelivered undelivered;

    @Autowired
    private MessageRepository repository;

    @Autowired
    private OldMessages old;

    @Autowired
    private DeliveryNodes nodes;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private String slip;
    private DeliveryNode node;

    @BeforeEach
    void aSlip() {
        clock.restart();
        node = nodes.with(refusing());
        slip = SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock);
        undelivered.latest().forEach(message -> undelivered.toldByPhone(message.id(), "clerk1"));
    }

    @AfterEach
    void nodesEnd() {
        nodes.end();
    }

    @Test
    @DisplayName("a call tells the owner everything older about the slip, and is on record once")
    void toldByPhone() {
        long first = ownerToCall("first", slip);
        long second = ownerToCall("second", slip);
        long later = ownerToCall("later", slip);
        long other = ownerToCall("other", SlipStory.notified(slips, Area.INSIDE, SlipStory.listed("plumbing"), clock));
        int lines = slips.history(slip).size();

        undelivered.toldByPhone(second, "clerk2");
        undelivered.toldByPhone(second, "clerk1");
        undelivered.toldByPhone(first, "clerk1");

        for (long told : List.of(first, second)) {
            assertThat(message(told).state()).isEqualTo(MessageState.TOLD);
            assertThat(message(told).toldBy()).isEqualTo("clerk2");
            assertThat(message(told).toldAt()).isEqualTo(clock.instant());
        }
        for (long untold : List.of(later, other)) {
            assertThat(message(untold).state()).isEqualTo(MessageState.TO_CALL);
        }
        assertThat(slips.history(slip).subList(lines, slips.history(slip).size()))
                .extracting(HistoryEntry::text, HistoryEntry::person)
                .containsExactly(tuple("已超时：到场", "clerk2"));
    }

    @Test
    @DisplayName("what was only worth a call for a while is not listed any more, what has failed is")
    void untilItIsWorthNothing() {
        long call = ownerToCall("call", slip);
        long failed = failed("anna");
        assertThat(undelivered.latest()).extracting(Message::id).startsWith(failed, call);
        clock.advance(NotificationSlice.EXPIRY);
        assertThat(undelivered.latest())
                .extracting(Message::id)
                .contains(failed)
                .doesNotContain(call);
    }

    @Test
    @DisplayName("a failed message is sent again as if it were new, a delivered one is not")
    void sentAgain() {
        long failed = failed("anna");
        clock.advance(Duration.ofDays(1));
        undelivered.sendAgain(failed);

        assertThat(message(failed).state()).isEqualTo(MessageState.WAITING);
        assertThat(message(failed).attempts()).isZero();
        assertThat(message(failed).expiresAt()).isEqualTo(clock.instant().plus(NotificationSlice.EXPIRY));
        assertThat(nodes.queued()).isEqualTo(1);
        undelivered.toldByPhone(failed, "clerk1");
        assertThat(message(failed).state()).as("it is under way").isEqualTo(MessageState.WAITING);

        node.messages().tell(occasion("listed", slip), "director", List.of("none-" + slip));
        long delivered = repository
                .findTop100ByRecipientOrderByIdDesc("none-" + slip)
                .get(0)
                .id();
        undelivered.sendAgain(delivered);
        assertThat(message(delivered).state()).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    @DisplayName("messages end after half a year, unless they are still under way")
    void oldOnes() {
        long call = ownerToCall("call", slip);
        long waiting = waiting("anna");
        clock.advance(Duration.ofDays(180));
        old.delete();
        assertThat(repository.findById(call)).isPresent();
        clock.advance(Duration.ofMillis(1));
        old.delete();
        assertThat(repository.findById(call)).isEmpty();
        assertThat(repository.findById(waiting)).isPresent();
    }

    private long ownerToCall(String key, String slipNumber) {
        node.messages().tellOwner(slipNumber, occasion(key, slipNumber), OwnerNews.OWNER);
        return repository
                .findTop100ByRecipientOrderByIdDesc("owner:" + slipNumber)
                .get(0)
                .id();
    }

    private long failed(String person) {
        long id = waiting(person);
        node.delivery().attempt(id);
        nodes.end();
        assertThat(message(id).state()).isEqualTo(MessageState.FAILED);
        return id;
    }

    private long waiting(String person) {
        node.messages().tell(occasion("mail", slip), "director", List.of(person));
        return repository.findTop100ByRecipientOrderByIdDesc(person).get(0).id();
    }

    private Message message(long id) {
        return repository.findById(id).orElseThrow();
    }

    private static Occasion occasion(String key, String slipNumber) {
        return new Occasion(Event.COST_CHANGED, key + "-" + slipNumber, slipNumber, Map.of());
    }

    private static Channel refusing() {
        return new Channel() {
            @Override
            public ChannelKind kind() {
                return ChannelKind.EMAIL;
            }

            @Override
            public boolean reaches(Recipient recipient) {
                return recipient.name().equals("anna");
            }

            @Override
            public void deliver(Message message) {
                throw DeliveryFailure.permanent("地址不存在");
            }
        };
    }
}
