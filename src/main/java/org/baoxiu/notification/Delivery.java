package org.baoxiu.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final int REASON_LENGTH = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final MessageRepository messages;
  private final List<Channel> channels;
  private final Clock clock;

  Delivery(MessageRepository messages, List<Channel> channels, Clock clock) {
    this.messages = messages;
    this.channels = channels;
    this.clock = clock;
  }

  /** Whether there is anything that needs delivering. */
  boolean needed() {
    return channels.stream().anyMatch(channel -> !channel.immediate());
  }

  /** @return when to try again; empty if nothing is left to do */
  Optional<Instant> attempt(long id) {
    Message message = messages.findById(id).filter(found -> found.state() == MessageState.WAITING).orElse(null);
    if (message == null) {
      return Optional.empty();
    }
    if (!now().isBefore(message.expiresAt())) {
      messages.record(id, MessageState.EXPIRED, message.attempts(), message.lastError(), null);
      return Optional.empty();
    }
    try {
      through(message.channel()).deliver(message);
    } catch (RuntimeException e) {
      return failed(message, e);
    }
    messages.record(id, MessageState.DELIVERED, message.attempts() + 1, null, now());
    return Optional.empty();
  }

  private Channel through(ChannelKind kind) {
    return channels.stream().filter(channel -> channel.kind() == kind).findFirst()
        .orElseThrow(() -> new IllegalStateException("the channel " + kind + " is not configured any more"));
  }

  private Optional<Instant> failed(Message message, RuntimeException e) {
    int attempts = message.attempts() + 1;
    boolean last = attempts >= ATTEMPTS;
    messages.record(message.id(), last ? MessageState.FAILED : MessageState.WAITING, attempts, reason(e), null);
    if (last) {
      LOG.warn("Message {} about slip {} could not be delivered; the table of messages says why", message.id(),
          message.slipNumber());
      return Optional.empty();
    }
    return Optional.of(now().plus(pause(attempts)));
  }

  /** One minute after the first attempt, then twice as long each time, at most an hour. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Servers repeat the address that they refuse. */
  private static String reason(RuntimeException e) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
    String reason = (cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll("[^\\s<>:;,]+@[^\\s<>:;,]+", "…");
    return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
