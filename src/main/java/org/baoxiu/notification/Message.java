package org.baoxiu.notification;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What one recipient was told of one event, and what became of it.
 *
 * @param id         0 until it is saved
 * @param eventKey   names the event; one recipient has one message with it
 * @param slipNumber null if it is about no single slip
 * @param task       id of the task to be done where it is about no slip, or null
 * @param recipient  the {@link Recipient} by its code: a login name for a person
 * @param toldAs     the role that the recipient was told as; null for messages of former releases
 * @param facts      what the text was made of, as a JSON object
 * @param expiresAt  when it is not worth delivering any more
 * @param attempts   how often its delivery was tried
 * @param lastError  why the last attempt failed, in Chinese; null without one
 * @param readAt     when the recipient had seen it in the list of messages, or null
 * @param toldBy     login name of whoever told the recipient by phone instead, or null
 */
public record Message(
        @Id long id,
        String eventKey,
        Event event,
        @Nullable String slipNumber,
        @Nullable String task,
        String recipient,
        @Nullable String toldAs,
        ChannelKind channel,
        String subject,
        String text,
        String facts,
        Instant createdAt,
        Instant expiresAt,
        MessageState state,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable String toldBy,
        @Nullable Instant toldAt) {

    static Message of(
            Occasion occasion, Recipient recipient, String role, Notice notice, Channel channel, Instant now) {
        MessageState state = channel.written();
        return new Message(
                0,
                occasion.key(),
                occasion.event(),
                occasion.slipNumber(),
                occasion.facts().get(Occasion.TASK_ID),
                recipient.code(),
                role,
                channel.kind(),
                notice.subject(),
                notice.text(),
                JsonPost.json(occasion.facts()),
                now,
                now.plus(notice.expiry()),
                state,
                0,
                null,
                state == MessageState.DELIVERED ? now : null,
                null,
                null,
                null);
    }

    public boolean read() {
        return readAt != null;
    }

    /** The page where it is seen to, as an address of this application; null where the event has none of its own. */
    public @Nullable String page() {
        return slipNumber == null ? JsonPost.text(facts, Occasion.PAGE) : null;
    }

    public Recipient to() {
        return Recipient.of(recipient);
    }

    /** How long after the event it was worth telling. */
    Duration worth() {
        return Duration.between(createdAt, expiresAt);
    }
}
