package org.baoxiu.notification;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.slip.Slips;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that no channel has brought to their recipient, until a person of customer service has seen to them. */
@Service
@Transactional
public class Undelivered {

    private static final int LOOKED_AT = 1_000;

    private final MessageRepository messages;
    private final DeliveryQueue queue;
    private final CallRecord calls;
    private final Slips slips;
    private final Contractors contractors;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Undelivered(
            MessageRepository messages,
            DeliveryQueue queue,
            CallRecord calls,
            Slips slips,
            Contractors contractors,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.calls = calls;
        this.slips = slips;
        this.contractors = contractors;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** The latest ones that are still worth telling, newest first, out of at most 1,000. */
    public List<Message> latest() {
        return StillWorth.among(messages.findUndelivered(clock.instant(), LOOKED_AT), slips::get, this::isStillAgreed);
    }

    public Optional<Message> find(long id) {
        return messages.findById(id);
    }

    private boolean isStillAgreed(Message message) {
        return Optional.ofNullable(message.slipNumber())
                .flatMap(contractors::underWay)
                .filter(ContractorOrder::awaited)
                .map(OwnerNews::key)
                .filter(message.eventKey()::equals)
                .isPresent();
    }

    /**
     * Somebody has told the recipient of a message by phone, and of everything older about the same slip in the same call.
     * Whatever a colleague has seen to meanwhile stays as it is; what time had overtaken was not said.
     *
     * @param caller login name
     */
    public void toldByPhone(long id, String caller) {
        messages.findById(id).ifPresent(newest -> {
            Set<Long> said = latest().stream()
                    .map(Message::id)
                    .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(id))));
            List<Message> told = messages.findUndelivered(clock.instant(), LOOKED_AT).stream()
                    .filter(message -> sameCall(message, newest))
                    .sorted(Comparator.comparing(Message::id))
                    .filter(message -> messages.markTold(message.id(), caller, clock.instant()) == 1)
                    .toList();
            told.forEach(message -> listeners.publishEvent(
                    new MessageSettled(messages.findById(message.id()).orElseThrow())));
            String words = told.stream()
                    .filter(message -> said.contains(message.id()))
                    .map(Message::subject)
                    .distinct()
                    .collect(Collectors.joining("；"));
            if (!words.isEmpty() && newest.slipNumber() != null) {
                calls.called(newest.slipNumber(), words, newest.to(), caller);
            }
        });
    }

    private static boolean sameCall(Message message, Message newest) {
        return message.id() <= newest.id()
                && message.recipient().equals(newest.recipient())
                && Objects.equals(message.slipNumber(), newest.slipNumber());
    }

    /** Sends a message that has failed or expired as if its event had happened now. */
    public void sendAgain(long id) {
        messages.findById(id)
                .filter(message -> messages.sendAgain(id, clock.instant().plus(message.worth())) == 1)
                .ifPresent(queue::add);
    }
}
