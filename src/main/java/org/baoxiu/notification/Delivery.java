package org.baoxiu.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.shared.Excerpt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Tries to deliver one message and writes down what became of it. Each access to the database is by itself, so that no
 * connection is held while the channel waits for its server. Somebody may get a message twice when the application dies
 * between the delivery and its record.
 */
@Component
class Delivery {

    static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(2);
    private static final Duration UNTIL_ALLOWED = Duration.ofMinutes(1);
    private static final int REASON_LENGTH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final MessageRepository messages;
    private final Map<ChannelKind, Channel> channels = new EnumMap<>(ChannelKind.class);
    private final Map<ChannelKind, Bulkhead> bulkheads = new EnumMap<>(ChannelKind.class);
    private final ApplicationEventPublisher listeners;
    private final Outgoing outgoing;
    private final Clock clock;

    Delivery(
            MessageRepository messages,
            List<Channel> channels,
            ApplicationEventPublisher listeners,
            Outgoing outgoing,
            Clock clock) {
        this.messages = messages;
        this.outgoing = outgoing;
        channels.forEach(channel -> {
            this.channels.put(channel.kind(), channel);
            this.bulkheads.put(channel.kind(), new Bulkhead());
        });
        this.listeners = listeners;
        this.clock = clock;
    }

    /** As many as all channels together can use, and one more that sends the rest back. */
    int threads() {
        return (int) channels.values().stream()
                                .filter(channel -> channel.written() == MessageState.WAITING)
                                .count()
                        * Bulkhead.AT_ONCE
                + 1;
    }

    /** When to try a new message: at once, or behind those that its channel has no place for. */
    Instant firstAttempt(ChannelKind channel) {
        Bulkhead bulkhead = bulkheads.get(channel);
        return bulkhead == null ? clock.instant() : clock.instant().plus(bulkhead.join());
    }

    /** @return when to try again; empty if nothing is left to do */
    Optional<Instant> attempt(long id) {
        Message message = messages.findById(id).orElse(null);
        if (message == null) {
            return Optional.empty();
        }
        if (message.state() != MessageState.WAITING) {
            return settled(id);
        }
        if (!clock.instant().isBefore(message.expiresAt())) {
            messages.record(id, MessageState.EXPIRED, message.attempts(), message.lastError(), null);
            return settled(id);
        }
        if (!outgoing.allowed()) {
            LOG.debug("Message {} waits, because this is a copy", id);
            return Optional.of(clock.instant().plus(UNTIL_ALLOWED));
        }
        Channel channel = channels.get(message.channel());
        Bulkhead bulkhead = bulkheads.get(message.channel());
        if (channel == null || bulkhead == null) {
            return failed(
                    message,
                    ATTEMPTS,
                    DeliveryFailure.permanent(message.channel().label() + "渠道没有配置"));
        }
        Optional<Duration> away = bulkhead.enter();
        if (away.isPresent()) {
            return away.map(clock.instant()::plus);
        }
        RuntimeException failure = delivered(channel, message);
        bulkhead.leave(failure == null || permanent(failure));
        if (failure != null) {
            return failed(message, channel.attempts(), failure);
        }
        messages.record(id, MessageState.DELIVERED, message.attempts() + 1, null, clock.instant());
        return settled(id);
    }

    /** Whoever waits for the end of the message hears of it, at last before it would have expired. */
    private Optional<Instant> settled(long id) {
        Message message = messages.findById(id).orElseThrow();
        try {
            listeners.publishEvent(new MessageSettled(message));
            return Optional.empty();
        } catch (RuntimeException e) {
            boolean again = clock.instant().isBefore(message.expiresAt());
            LOG.warn(
                    "The end of message {} about slip {} is not noticed ({}){}",
                    id,
                    message.slipNumber(),
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName(),
                    again ? ", and told again" : "");
            return again ? Optional.of(clock.instant().plus(TOLD_AGAIN)) : Optional.empty();
        }
    }

    /** @return why not, or null */
    private static @Nullable RuntimeException delivered(Channel channel, Message message) {
        try {
            channel.deliver(message);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static boolean permanent(RuntimeException e) {
        return e instanceof DeliveryFailure failure && failure.permanent();
    }

    private Optional<Instant> failed(Message message, int most, RuntimeException e) {
        int attempts = message.attempts() + 1;
        boolean last = attempts >= most || permanent(e);
        messages.record(message.id(), last ? MessageState.FAILED : MessageState.WAITING, attempts, reason(e), null);
        if (last) {
            LOG.warn(
                    "Message {} about slip {} could not be delivered; the page of deliveries says why",
                    message.id(),
                    message.slipNumber());
            return settled(message.id());
        }
        return Optional.of(clock.instant().plus(pause(attempts)));
    }

    /** One minute after the first attempt, then twice as long each time, at most an hour. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    static String reason(RuntimeException e) {
        String reason =
                e instanceof DeliveryFailure failure ? failure.getMessage() : "没有送达（" + FailureInWords.of(e) + "）";
        return Excerpt.of(reason, REASON_LENGTH);
    }
}
