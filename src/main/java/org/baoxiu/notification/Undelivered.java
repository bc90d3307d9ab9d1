package org.baoxiu.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The messages that no channel has brought to their recipient, until a person of customer service has seen to them. */
@Service
@Transactional
public class Undelivered {

  private static final int SHOWN = 300;

  private final MessageRepository messages;
  private final DeliveryQueue queue;
  private final CallRecord calls;
  private final Clock clock;

  Undelivered(MessageRepository messages, DeliveryQueue queue, CallRecord calls, Clock clock) {
    this.messages = messages;
    this.queue = queue;
    this.calls = calls;
    this.clock = clock;
  }

  /** The latest ones, newest first, at most 300. */
  public List<Message> latest() {
    return messages.findUndelivered(now(), SHOWN);
  }

  /**
   * Somebody has told the recipient of a message by phone, and of everything older about the same slip in the same call.
   * Whatever a colleague has seen to meanwhile stays as it is.
   *
   * @param caller login name
   */
  public void toldByPhone(long id, String caller) {
    messages.findById(id).ifPresent(newest -> {
      String told = latest().stream().filter(message -> sameCall(message, newest))
          .sorted(Comparator.comparing(Message::id)).filter(message -> messages.markTold(message.id(), caller, now()) == 1)
          .map(Message::subject).distinct().collect(Collectors.joining("；"));
      if (!told.isEmpty() && newest.slipNumber() != null) {
        calls.called(newest.slipNumber(), told, newest.to(), caller);
      }
    });
  }

  private static boolean sameCall(Message message, Message newest) {
    return message.id() <= newest.id() && message.recipient().equals(newest.recipient())
        && Objects.equals(message.slipNumber(), newest.slipNumber());
  }

  /** Sends a message that has failed or expired as if its event had happened now. */
  public void sendAgain(long id) {
    messages.findById(id).filter(message -> messages.sendAgain(id, now().plus(message.worth())) == 1).ifPresent(queue::add);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
