package org.baoxiu.process.repair.telling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.baoxiu.notification.Message;
import org.baoxiu.shared.PerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has been told of a slip by the present step: the task that follows from it is no news for them. */
@Component
@PerTransaction
class ToldNow {

    private final Set<String> told = new HashSet<>();

    void add(Collection<Message> messages) {
        messages.forEach(message -> told.add(key(message.slipNumber(), message.recipient())));
    }

    boolean contains(String slipNumber, String login) {
        return told.contains(key(slipNumber, login));
    }

    private static String key(@Nullable String slipNumber, String recipient) {
        return slipNumber + " " + recipient;
    }
}
