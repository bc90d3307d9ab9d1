package org.baoxiu.web.desk;

import org.baoxiu.notification.Message;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * One message as the list shows it.
 *
 * @param number of the slip, or null where the message is about no single one
 * @param task id of the task where the message is about no slip, or null
 * @param page where it is seen to otherwise, or null
 */
record MessageLine(
        boolean read,
        String time,
        String subject,
        @Nullable String number,
        @Nullable String task,
        boolean ofModels,
        @Nullable String page,
        String text) {

    static MessageLine of(Message message) {
        return new MessageLine(
                message.read(),
                Times.minute(message.createdAt()),
                message.subject(),
                message.slipNumber(),
                message.task(),
                message.event().ofModels(),
                message.page(),
                message.text());
    }
}
