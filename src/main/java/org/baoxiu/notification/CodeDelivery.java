package org.baoxiu.notification;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a code as its message leaves, so that it is written down nowhere, the queue included. A message that does not leave is not tried again: whoever
 * waits for it asks for another.
 */
@Component
class CodeDelivery {

    static final Duration GOOD_FOR = Duration.ofMinutes(10);
    static final String EVENT = "CODE";
    private static final int CODES = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(CodeDelivery.class);

    private final JdbcClient database;
    private final TextMessages messages;
    private final Outgoing outgoing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CodeDelivery(JdbcClient database, TextMessages messages, Outgoing outgoing, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    private record Asked(String mobile, String words, boolean sent) {}

    void deliver(String id) {
        database.sql("select mobile, words, sent from text_code where id = ?")
                .param(id)
                .query(Asked.class)
                .optional()
                .ifPresent(asked -> deliver(id, asked));
    }

    private void deliver(String id, Asked asked) {
        String code = "%06d".formatted(random.nextInt(CODES));
        database.sql("update text_code set code_hash = ?, expires_at = ? where id = ?")
                .params(hash(id, code), LocalTimes.local(clock.instant().plus(GOOD_FOR)), id)
                .update();
        if (!asked.sent() || !outgoing.allowed()) {
            return;
        }
        try {
            messages.send(
                    asked.mobile(), EVENT, "验证码 " + code + "，用于" + asked.words() + "，10 分钟内有效。不是您本人操作的，请不要告诉任何人。");
        } catch (RuntimeException e) {
            LOG.warn("A code could not be sent: {}", Delivery.reason(e));
        }
    }

    static String hash(String id, String code) {
        return Hash.of(id + " " + code);
    }
}
