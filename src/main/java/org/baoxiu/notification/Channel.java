package org.baoxiu.notification;

/** One way to reach people. */
interface Channel {

    ChannelKind kind();

    /** Whether the channel is configured for this recipient, who has what it needs, such as an address. */
    boolean reaches(Recipient recipient);

    /** What a message is as soon as it is written down: only a waiting one is ever handed to {@link #deliver}. */
    default MessageState written() {
        return MessageState.WAITING;
    }

    /** How often a message that is not taken is tried, unless it expires before. */
    default int attempts() {
        return Delivery.ATTEMPTS;
    }

    /**
     * Hands a message over, outside of any transaction and without a database connection.
     *
     * @throws DeliveryFailure if it could not be handed over, with the reason that is kept
     * @throws RuntimeException for every other reason that may pass
     */
    void deliver(Message message);
}
