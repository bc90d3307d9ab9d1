package org.baoxiu.notification;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baoxiu.shared.Telephones;
import org.baoxiu.slip.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Text messages to owners, through a gateway of the office's own that speaks to its provider. Number and link are looked up
 * when a message leaves and kept nowhere else.
 */
@Component
class SmsGateway implements Channel, TextMessages {

    static final String TIMESTAMP = "X-Baoxiu-Timestamp";
    static final String SIGNATURE = "X-Baoxiu-Signature";

    private final NotificationProperties.@Nullable Sms settings;
    private final Slips slips;
    private final ObjectProvider<OwnerLinks> links;
    private final ObjectProvider<Contacts> contacts;
    private final Clock clock;
    private final JsonPost post;

    SmsGateway(
            NotificationProperties settings,
            Slips slips,
            ObjectProvider<OwnerLinks> links,
            ObjectProvider<Contacts> contacts,
            Clock clock) {
        this.settings = settings.sms();
        this.slips = slips;
        this.links = links;
        this.contacts = contacts;
        this.clock = clock;
        this.post = new JsonPost("短信网关", settings.patience());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SMS;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return settings != null
                && telephoneOf(recipient).flatMap(Telephones::mobile).isPresent();
    }

    @Override
    public void deliver(Message message) {
        NotificationProperties.Sms gateway = gateway();
        String slipNumber = message.slipNumber();
        String telephone = telephoneOf(message.to()).orElse("");
        String mobile = Telephones.mobile(telephone).orElseThrow(() -> DeliveryFailure.permanent("业主的联系电话不是手机号码"));
        String link = slipNumber == null
                ? ""
                : Optional.ofNullable(links.getIfAvailable())
                        .map(all -> all.issueFor(slipNumber, telephone))
                        .orElse("");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", Long.toString(message.id()));
        body.put("phone", mobile);
        body.put("event", message.event().name());
        if (slipNumber != null) {
            body.put("slipNumber", slipNumber);
        }
        body.put("text", (message.text() + " " + link).strip());
        body.put("link", link);
        body.put("facts", new RawValue(message.facts()));
        send(gateway, body);
    }

    @Override
    public boolean configured() {
        return settings != null;
    }

    @Override
    public void send(String mobile, String event, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", event.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID());
        body.put("phone", mobile);
        body.put("event", event);
        body.put("text", text);
        body.put("facts", Map.of());
        send(gateway(), body);
    }

    private NotificationProperties.Sms gateway() {
        if (settings == null) {
            throw DeliveryFailure.permanent("短信网关没有配置");
        }
        return settings;
    }

    private void send(NotificationProperties.Sms gateway, Map<String, Object> body) {
        String json = JsonPost.json(body);
        String timestamp = Long.toString(clock.millis());
        post.send(
                gateway.url(),
                Map.of(
                        TIMESTAMP,
                        timestamp,
                        SIGNATURE,
                        HexFormat.of().formatHex(Signature.of(timestamp + json, gateway.secret()))),
                json);
    }

    private Optional<String> telephoneOf(Recipient recipient) {
        return switch (recipient.kind()) {
            case OWNER -> Optional.of(slips.get(recipient.name()).report().reporterPhone());
            case CONTACT ->
                Optional.ofNullable(contacts.getIfAvailable())
                        .flatMap(all -> all.find(recipient.name()))
                        .map(Contacts.Contact::mobile);
            case GROUP, CLIENT, PERSON -> Optional.empty();
        };
    }
}
