package org.baoxiu.web.desk;

import org.baoxiu.notification.Message;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One message as the list shows it.
 *
 * @param number of the slip, or null where the message is about no single one
 * @param task id of the task where the message is about no slip, or null
 */
record MessageLine(
        boolean read,
        String time,
        String subject,
        @Nullable String number,
        @Nullable String task,
        boolean ofModels,
        String text) {

    static MessageLine of(Message message) {
        return new MessageLine(
                message.read(),
                Times.minute(message.createdAt()),
                message.subject(),
                message.slipNumber(),
                message.task(),
                message.event().ofModels(),
                message.text());
    }
}
