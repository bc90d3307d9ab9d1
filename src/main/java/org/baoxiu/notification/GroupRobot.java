package org.baoxiu.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baoxiu.notification.NotificationProperties.Robot;

/**
 * The robot of a group chat, one for each group of the office that has one. WeCom and DingTalk take the same message and
 * answer alike: status 200, and in the body whether they took it.
 */
class GroupRobot implements Channel {

    /** The server is busy, or the robot has said too much in a minute. */
    private static final Set<Integer> PASSING = Set.of(-1, 45009, 130101, 410100);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChannelKind kind;
    private final Map<String, Robot> robots;
    private final TaskLinks links;
    private final Clock clock;
    private final JsonPost post;

    GroupRobot(ChannelKind kind, Map<String, Robot> robots, Duration patience, TaskLinks links, Clock clock) {
        this.kind = kind;
        this.robots = robots;
        this.links = links;
        this.clock = clock;
        this.post = new JsonPost(kind.label() + "机器人", patience);
    }

    @Override
    public ChannelKind kind() {
        return kind;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.GROUP && robots.containsKey(recipient.name());
    }

    @Override
    public void deliver(Message message) {
        say(Recipient.of(message.recipient()).name(), links.under(message));
    }

    /** Ids of the groups that have a chat with a robot. */
    Set<String> groups() {
        return robots.keySet();
    }

    void say(String group, String text) {
        Robot robot = Optional.ofNullable(robots.get(group))
                .orElseThrow(() -> DeliveryFailure.permanent(kind.label() + "机器人没有配置"));
        String answer = post.send(
                address(robot), Map.of(), JsonPost.json(Map.of("msgtype", "text", "text", Map.of("content", text))));
        int code = code(answer);
        if (PASSING.contains(code)) {
            throw DeliveryFailure.passing(kind.label() + "机器人暂时不能用（错误码 " + code + "）");
        }
        if (code != 0) {
            throw DeliveryFailure.permanent(kind.label() + "机器人拒绝了（错误码 " + code + "）");
        }
    }

    /** DingTalk's robots can ask for a signature of the time; WeCom's have their key in the address only. */
    private URI address(Robot robot) {
        if (robot.secret() == null) {
            return robot.url();
        }
        String timestamp = Long.toString(clock.millis());
        String signature =
                Base64.getEncoder().encodeToString(Signature.of(timestamp + "\n" + robot.secret(), robot.secret()));
        return URI.create(robot.url() + "&timestamp=" + timestamp + "&sign="
                + URLEncoder.encode(signature, StandardCharsets.UTF_8));
    }

    private int code(String answer) {
        try {
            JsonNode code = JSON.readTree(answer).path("errcode");
            if (code.isInt()) {
                return code.intValue();
            }
        } catch (JsonProcessingException e) {
            // as an answer without a code
        }
        throw DeliveryFailure.passing(kind.label() + "机器人的应答看不懂");
    }
}
