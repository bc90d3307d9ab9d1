package org.baoxiu.notification;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Messages end some time after their events; what the office has to keep is in the history of the slips. */
@Component
class OldMessages {

    private final MessageRepository messages;
    private final NotificationProperties settings;
    private final Clock clock;

    OldMessages(MessageRepository messages, NotificationProperties settings, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    void delete() {
        messages.deleteOlderThan(clock.instant().minus(settings.keepFor()));
    }
}
