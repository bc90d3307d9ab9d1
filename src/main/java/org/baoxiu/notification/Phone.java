package org.baoxiu.notification;

import org.springframework.stereotype.Component;

/** A call by customer service, for an owner whom no other channel reaches. */
@Component
class Phone implements Channel {

    @Override
    public ChannelKind kind() {
        return ChannelKind.PHONE;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.OWNER;
    }

    @Override
    public MessageState written() {
        return MessageState.TO_CALL;
    }

    @Override
    public void deliver(Message message) {
        // a person does it
    }
}
