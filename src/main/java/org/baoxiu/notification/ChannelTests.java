package org.baoxiu.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.Telephones;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends one message through a channel at once, so that whoever has just set it up sees whether it works. */
@Component
public class ChannelTests {

    private static final String SUBJECT = "测试消息";
    private static final String TEXT = "这是一条测试消息：这个渠道可以用。";

    private final Optional<Email> email;
    private final SmsGateway sms;
    private final List<GroupRobot> robots;
    private final Addresses addresses;
    private final Outgoing outgoing;

    ChannelTests(
            ObjectProvider<Email> email,
            SmsGateway sms,
            ObjectProvider<GroupRobot> robots,
            Addresses addresses,
            Outgoing outgoing) {
        this.email = Optional.ofNullable(email.getIfAvailable());
        this.sms = sms;
        this.robots = robots.stream().toList();
        this.addresses = addresses;
        this.outgoing = outgoing;
    }

    /** @param groups of which the chat has a robot, by their ids; empty for a channel to single persons */
    public record Configured(ChannelKind kind, boolean configured, List<String> groups) {}

    /** All channels that can be set up. */
    public List<Configured> channels() {
        List<Configured> channels = new ArrayList<>();
        channels.add(new Configured(ChannelKind.SMS, sms.configured(), List.of()));
        channels.add(new Configured(ChannelKind.EMAIL, email.isPresent(), List.of()));
        robots.forEach(robot ->
                channels.add(new Configured(robot.kind(), !robot.groups().isEmpty(), List.copyOf(robot.groups()))));
        return channels;
    }

    /**
     * @param to a mobile number for a text message, the id of a group for a chat; a mail goes to the person's own address
     * @return why it did not work, in Chinese; empty if the server has taken it
     */
    public Optional<String> test(ChannelKind kind, String to, String person) {
        if (!outgoing.allowed()) {
            return Optional.of("这是恢复出来的副本，什么都不发。确认是正式系统以后才能测试");
        }
        try {
            switch (kind) {
                case SMS ->
                    sms.send(
                            Telephones.mobile(to).orElseThrow(() -> DeliveryFailure.permanent("请填写一个 11 位手机号码来收测试短信")),
                            "TEST",
                            TEXT);
                case EMAIL ->
                    email.orElseThrow(() -> DeliveryFailure.permanent("邮件服务器没有配置"))
                            .send(
                                    addresses
                                            .emailOf(person)
                                            .orElseThrow(() -> DeliveryFailure.permanent("您自己没有邮箱地址，请先在“我的资料”里填写")),
                                    SUBJECT,
                                    TEXT);
                default ->
                    robots.stream()
                            .filter(robot -> robot.kind() == kind)
                            .findFirst()
                            .orElseThrow(() -> DeliveryFailure.permanent(kind.label() + "不能测试"))
                            .say(to, TEXT);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(Delivery.reason(e));
        }
    }
}
