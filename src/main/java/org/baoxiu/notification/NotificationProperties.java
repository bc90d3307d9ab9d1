package org.baoxiu.notification;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels besides e-mail, none of which is configured to begin with.
 *
 * @param keepFor  how long messages are kept
 * @param patience how long a server may take to answer, for one attempt
 * @param weCom    robots of group chats, by the id of the group of the office
 * @param dingTalk likewise
 */
@ConfigurationProperties("baoxiu.notification")
record NotificationProperties(@DefaultValue("180d") Duration keepFor, @DefaultValue("10s") Duration patience, Sms sms,
                              Map<String, Robot> weCom, Map<String, Robot> dingTalk) {

  NotificationProperties {
    weCom = byGroup(weCom);
    dingTalk = byGroup(dingTalk);
  }

  /** Environment variables have no lower case. */
  private static Map<String, Robot> byGroup(Map<String, Robot> robots) {
    Map<String, Robot> byGroup = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (robots != null) {
      byGroup.putAll(robots);
    }
    return byGroup;
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
  record Robot(URI url, String secret) {
  }
}
