package org.baoxiu.notification;

import org.springframework.stereotype.Component;

/** The list of messages in the application itself: what is written down has arrived. */
@Component
class InApp implements Channel {

    @Override
    public ChannelKind kind() {
        return ChannelKind.IN_APP;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.PERSON;
    }

    @Override
    public MessageState written() {
        return MessageState.DELIVERED;
    }

    @Override
    public void deliver(Message message) {
        // the record is the delivery
    }
}
