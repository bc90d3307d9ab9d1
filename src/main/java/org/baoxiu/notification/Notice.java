package org.baoxiu.notification;

import java.time.Duration;
import java.util.List;

/**
 * What the decision table of notifications says about one occasion and one kind of recipient.
 *
 * @param channels in the order of preference: the first one that reaches the person is taken
 * @param expiry   how long after the event it is still worth telling; positive
 * @param subject  at most 100 characters
 * @param text     at most 1000 characters
 */
public record Notice(List<ChannelKind> channels, Duration expiry, String subject, String text) {

    /** @throws IllegalArgumentException if nobody could be told anything by this */
    public Notice {
        if (channels.isEmpty() || expiry.isNegative() || expiry.isZero() || !fits(subject, 100) || !fits(text, 1000)) {
            throw new IllegalArgumentException("a notice needs channels, a time, a subject and a text");
        }
    }

    private static boolean fits(String words, int length) {
        return words != null && !words.isBlank() && words.length() <= length;
    }
}
