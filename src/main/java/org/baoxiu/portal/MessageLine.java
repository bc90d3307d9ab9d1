package org.baoxiu.portal;

import org.baoxiu.notification.Message;
import org.baoxiu.slip.Times;

/** One message as the list shows it. */
record MessageLine(boolean read, String time, String subject, String number, String text) {

  static MessageLine of(Message message) {
    return new MessageLine(message.read(), Times.minute(message.createdAt()), message.subject(), message.slipNumber(),
        message.text());
  }
}
