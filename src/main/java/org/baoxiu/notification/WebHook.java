package org.baoxiu.notification;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.notification.NotificationProperties.Hook;
import org.springframework.stereotype.Component;

/** Events to the applications of clients, with the headers and the signature of Standard Webhooks. */
@Component
class WebHook implements Channel {

    /** An application that was away for a night still wants to know. */
    static final Duration WORTH = Duration.ofDays(1);

    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final String TYPE = "repair.state-changed";

    private final Map<String, Hook> hooks;
    private final Clock clock;
    private final JsonPost post;

    WebHook(NotificationProperties settings, Clock clock) {
        this.hooks = settings.webHooks();
        this.clock = clock;
        this.post = new JsonPost("应用", settings.patience());
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEB_HOOK;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.CLIENT && hooks.containsKey(recipient.name());
    }

    /** Until it expires. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void deliver(Message message) {
        Hook hook = Optional.ofNullable(hooks.get(message.to().name()))
                .orElseThrow(() -> DeliveryFailure.permanent("应用通知的地址没有配置"));
        String id = Long.toString(message.id());
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String json = JsonPost.json(body(id, message));
        String signature =
                "v1," + Base64.getEncoder().encodeToString(Signature.of(id + "." + timestamp + "." + json, hook.key()));
        try {
            post.send(hook.url(), Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signature), json);
        } catch (DeliveryFailure refused) {
            // what is refused now may be taken once address or secret are right on both sides
            throw DeliveryFailure.passing(refused.getMessage());
        }
    }

    private static Map<String, Object> body(String id, Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("type", TYPE);
        body.put("occurredAt", message.createdAt().toString());
        body.put("data", new RawValue(message.facts()));
        return body;
    }
}
