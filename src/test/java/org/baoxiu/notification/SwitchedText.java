package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Text messages of the whole application, as long as a test has them; without it there is no gateway, as without a setting. */
@Primary
@TestComponent
public final class SwitchedText implements TextMessages {

    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})，");

    /** One message that has arrived. */
    public record Sent(String mobile, String event, String text) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean on;

    public void on() {
        on = true;
    }

    public void off() {
        on = false;
        sent.clear();
    }

    @Override
    public boolean configured() {
        return on;
    }

    @Override
    public void send(String mobile, String event, String text) {
        sent.add(new Sent(mobile, event, text));
    }

    public List<Sent> to(String mobile) {
        return sent.stream().filter(one -> one.mobile().equals(mobile)).toList();
    }

    /** @param which 1 for the first that this telephone has got */
    public String code(String mobile, int which) {
        await().atMost(Duration.ofSeconds(20)).until(() -> to(mobile).size() >= which);
        Sent message = to(mobile).get(which - 1);
        assertThat(message.event()).isEqualTo("CODE");
        Matcher code = CODE.matcher(message.text());
        assertThat(code.find()).as(message.text()).isTrue();
        return code.group(1);
    }
}
