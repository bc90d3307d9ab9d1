package org.baoxiu.web.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baoxiu.notification.Contacts;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Recipient;
import org.baoxiu.shared.Names;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts undelivered messages together by whom to tell about which slip, and looks up how: shown to whoever is about to call only. */
@Component
class DeliveryCalls {

    private record Key(@Nullable String slipNumber, Recipient recipient) {}

    private final Slips slips;
    private final Names names;
    private final Contacts contacts;

    DeliveryCalls(Slips slips, Names names, Contacts contacts) {
        this.slips = slips;
        this.names = names;
        this.contacts = contacts;
    }

    /** @param messages newest first, as are the calls and the lines of each */
    List<DeliveryCall> of(List<Message> messages) {
        Map<String, String> called = names.of(messages.stream()
                .map(Message::to)
                .filter(recipient -> recipient.kind() == Recipient.Kind.PERSON)
                .map(Recipient::name)
                .distinct()
                .toList());
        return messages.stream()
                .collect(Collectors.groupingBy(
                        message -> new Key(message.slipNumber(), message.to()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(call -> call(call.getKey(), call.getValue(), called))
                .toList();
    }

    private DeliveryCall call(Key key, List<Message> messages, Map<String, String> called) {
        Message newest = messages.get(0);
        Optional<Report> report =
                Optional.ofNullable(key.slipNumber()).map(slips::get).map(Slip::report);
        Optional<Contacts.Contact> contact = Optional.of(key.recipient())
                .filter(recipient -> recipient.kind() == Recipient.Kind.CONTACT)
                .flatMap(recipient -> contacts.find(recipient.name()));
        boolean owner = key.recipient().kind() == Recipient.Kind.OWNER;
        return new DeliveryCall(
                Objects.requireNonNullElse(key.slipNumber(), ""),
                report.map(Report::place).orElse(""),
                switch (key.recipient().kind()) {
                    case OWNER -> report.map(Report::reporterName).orElseThrow();
                    case GROUP -> newest.channel().label();
                    case CONTACT -> contact.map(Contacts.Contact::name).orElse("已经不在名册里的人");
                    case CLIENT -> "应用 " + key.recipient().name();
                    case PERSON ->
                        called.getOrDefault(
                                key.recipient().name(), key.recipient().name());
                },
                owner
                        ? report.map(Report::reporterPhone).orElseThrow()
                        : contact.map(Contacts.Contact::mobile).orElse(null),
                newest.id(),
                messages.stream().map(DeliveryCall.Line::of).toList());
    }
}
