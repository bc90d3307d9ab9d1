package org.baoxiu.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels besides e-mail, none of which is configured to begin with.
 *
 * @param keepFor  how long messages are kept
 * @param patience how long a server may take to answer, for one attempt
 * @param weCom    robots of group chats, by the id of the group of the office
 * @param dingTalk likewise
 * @param webHooks of the clients of the intake API, by the client's id
 */
@ConfigurationProperties("baoxiu.notification")
record NotificationProperties(
        @DefaultValue("180d") Duration keepFor,
        @DefaultValue("10s") Duration patience,
        @Nullable Sms sms,
        Map<String, Robot> weCom,
        Map<String, Robot> dingTalk,
        Map<String, Hook> webHooks) {

    NotificationProperties {
        weCom = byName(weCom);
        dingTalk = byName(dingTalk);
        webHooks = byName(webHooks);
    }

    /** Environment variables have no lower case. */
    private static <T> Map<String, T> byName(@Nullable Map<String, T> settings) {
        Map<String, T> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (settings != null) {
            byName.putAll(settings);
        }
        return byName;
    }

    /** @param secret signs every request */
    record Sms(URI url, String secret) {

        Sms {
            if (url == null || secret == null || secret.isBlank()) {
                throw new IllegalArgumentException("an SMS gateway needs baoxiu.notification.sms.url and .secret");
            }
        }
    }

    /**
     * @param url    with the token or key that the chat gave to its robot
     * @param secret null for a robot that does not ask for signatures
     */
    record Robot(URI url, @Nullable String secret) {}

    /**
     * @param url    where every event goes; in clear text on this machine only
     * @param secret signs every event: {@code whsec_} and at least 24 bytes in Base64
     */
    record Hook(URI url, String secret) {

        private static final String PREFIX = "whsec_";
        private static final int SHORTEST_SECRET = 24;
        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        Hook {
            if (url == null
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || !("https".equals(url.getScheme())
                            || "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()))) {
                throw new IllegalArgumentException(
                        "a web hook needs an https address without a login in its setting url");
            }
            if (secret == null || !secret.startsWith(PREFIX) || key(secret).length < SHORTEST_SECRET) {
                throw new IllegalArgumentException(
                        "a web hook needs whsec_ and at least 24 bytes in Base64 in its setting secret");
            }
        }

        byte[] key() {
            return key(secret);
        }

        private static byte[] key(String secret) {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        }
    }
}
