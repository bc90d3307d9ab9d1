package org.baoxiu.notification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a group of people has really been told of something, by all that was written to them about it. Where the group has
 * a chat, that is where it learns of things; otherwise by the first mail that arrives at one of them; the list in the
 * application counts where there is no other way at all.
 *
 * @param at when they learned of it; empty if they have not yet
 */
public record Reach(Optional<Instant> at, boolean pending) {

    static Reach of(List<Message> written) {
        List<Message> counting = Stream.<List<Message>>of(
                        written.stream()
                                .filter(message -> message.to().kind() == Recipient.Kind.GROUP)
                                .toList(),
                        written.stream()
                                .filter(message -> message.channel() != ChannelKind.IN_APP)
                                .toList(),
                        written)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Reach(
                counting.stream()
                        .flatMap(message -> Stream.of(message.deliveredAt(), message.toldAt()))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder()),
                counting.stream().anyMatch(message -> message.state() == MessageState.WAITING));
    }

    /** Nobody was there to be told, or every message that counts has failed. */
    public boolean failed() {
        return at.isEmpty() && !pending;
    }
}
