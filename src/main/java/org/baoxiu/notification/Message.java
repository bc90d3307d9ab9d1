package org.baoxiu.notification;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * What one person was told of one event, and what became of it.
 *
 * @param eventKey  names the event; one person has one message with it
 * @param recipient login name
 * @param expiresAt when it is not worth delivering any more
 * @param attempts  how often its delivery was tried
 * @param lastError why the last attempt failed, for operators; null without one
 * @param readAt    when the recipient had seen it in the list of messages, or null
 */
public record Message(@Id Long id, String eventKey, Event event, String slipNumber, String recipient, ChannelKind channel,
                      String subject, String text, Instant createdAt, Instant expiresAt, MessageState state, int attempts,
                      String lastError, Instant deliveredAt, Instant readAt) {

  static Message of(Occasion occasion, String recipient, Notice notice, Channel channel, Instant now) {
    boolean there = channel.immediate();
    return new Message(null, occasion.key(), occasion.event(), occasion.slipNumber(), recipient, channel.kind(), notice.subject(),
        notice.text(), now, now.plus(notice.expiry()), there ? MessageState.DELIVERED : MessageState.WAITING, 0, null,
        there ? now : null, null);
  }

  public boolean read() {
    return readAt != null;
  }
}
