package org.baoxiu.notification;

import org.springframework.boot.test.context.TestComponent;

/** The mail of the whole application, as long as a test gives it a server; without one it reaches nobody, as without a setting. */
@TestComponent
public final class SwitchedMail implements Channel {

    private volatile Channel mail;

    void on(Channel mail) {
        this.mail = mail;
    }

    void off() {
        mail = null;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return mail != null && mail.reaches(recipient);
    }

    @Override
    public void deliver(Message message) {
        mail.deliver(message);
    }
}
