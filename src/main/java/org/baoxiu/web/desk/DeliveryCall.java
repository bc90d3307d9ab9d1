package org.baoxiu.web.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.MessageState;
import org.baoxiu.shared.Telephones;
import org.baoxiu.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient does not know about one slip: a call by phone tells all of it.
 *
 * @param number of the slip, empty if it is about no single one
 * @param place  of the slip, empty likewise
 * @param name   of whoever is to be told, as people read it
 * @param phone  of an owner, who is to be called; otherwise null
 * @param newest the newest message, up to which the call tells all
 */
record DeliveryCall(String number, String place, String name, @Nullable String phone, long newest, List<Line> lines) {

    /** @param again whether it can be sent again: there was a channel for it */
    record Line(long id, String time, String subject, String text, String reason, boolean again) {

        static Line of(Message message) {
            return new Line(
                    message.id(),
                    Times.minute(message.createdAt()),
                    message.subject(),
                    message.text(),
                    reason(message),
                    message.channel() != ChannelKind.PHONE);
        }

        private static String reason(Message message) {
            String last = message.lastError() == null ? "" : "：" + message.lastError();
            return message.state() == MessageState.TO_CALL
                    ? ""
                    : message.channel().label()
                            + (message.state() == MessageState.EXPIRED ? "过了有效期还没有送到" : "发送失败")
                            + last;
        }
    }

    /** For a link; empty where nobody is called. */
    public String dialled() {
        return phone == null ? "" : Telephones.dialled(phone);
    }

    boolean byPhone() {
        return phone != null;
    }

    /** Everything that the call is to say, oldest first. */
    public String words() {
        List<String> oldestFirst =
                new ArrayList<>(lines.stream().map(Line::text).toList());
        Collections.reverse(oldestFirst);
        return String.join("", oldestFirst);
    }

    /** What can be sent again or has a reason of its own. */
    public List<Line> failed() {
        return lines.stream().filter(line -> !line.reason().isEmpty()).toList();
    }
}
