package org.baoxiu.notification;

/** The ways in which a message can reach somebody. */
public enum ChannelKind {
    SMS("短信"),
    WE_COM("企业微信群"),
    DING_TALK("钉钉群"),
    EMAIL("邮件"),
    IN_APP("消息列表"),
    PHONE("电话"),
    WEB_HOOK("应用通知");

    private final String label;

    ChannelKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
