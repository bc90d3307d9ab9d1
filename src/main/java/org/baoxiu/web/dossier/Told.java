package org.baoxiu.web.dossier;

import java.util.Arrays;
import java.util.List;
import org.baoxiu.notification.Message;
import org.baoxiu.shared.OfficeGroup;

/** Who was told what, and whether it arrived. */
final class Told {

    private Told() {}

    static Table of(Papers papers, Words words) {
        return Table.of(
                "messages",
                "消息",
                List.of("时间", "给谁", "内容", "渠道", "送达"),
                papers.messages().stream()
                        .map(message -> List.of(
                                Words.time(message.createdAt()),
                                recipient(message, words),
                                message.subject() + "：" + words.written(message.text()),
                                message.channel().label(),
                                delivery(message, words)))
                        .toList());
    }

    static String recipient(Message message, Words words) {
        String name = message.to().name();
        return switch (message.to().kind()) {
            case OWNER, CONTACT -> "业主";
            case CLIENT -> "应用 " + name;
            case PERSON -> words.name(name);
            case GROUP ->
                Arrays.stream(OfficeGroup.values())
                        .filter(group -> group.id().equals(name))
                        .findFirst()
                        .map(OfficeGroup::label)
                        .orElse(message.channel().label());
        };
    }

    private static String delivery(Message message, Words words) {
        String why = message.lastError() == null ? "" : "：" + message.lastError();
        return switch (message.state()) {
            case WAITING -> "等待发送" + why;
            case DELIVERED ->
                Words.time(message.deliveredAt()) + " 送达"
                        + (message.readAt() == null ? "" : "，" + Words.time(message.readAt()) + " 已读");
            case FAILED -> "没有送到" + why;
            case EXPIRED -> "过了有效期没有送到" + why;
            case TO_CALL -> "要打电话告知";
            case TOLD -> Words.time(message.toldAt()) + " " + words.name(message.toldBy()) + "电话告知";
        };
    }
}
