package org.baoxiu.notification;

/** Text messages about no slip, which are written down nowhere. */
public interface TextMessages {

    boolean configured();

    /**
     * Hands a message over at once, outside of any transaction.
     *
     * @param mobile eleven digits
     * @param event  what the gateway tells its kinds of messages by
     * @throws RuntimeException if it could not be handed over
     */
    void send(String mobile, String event, String text);
}
