package org.baoxiu.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Telephones;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Six digits that are sent to a telephone, so that whoever types them has it in hand. A code is for one purpose, good for ten minutes, five
 * tries and one use; the next one for the same purpose takes its place. How often one may be asked for is the caller's to say.
 */
@Component
public class TextCodes {

    private static final int TRIES = 5;
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient database;
    private final TextMessages messages;
    private final DeliveryQueue queue;
    private final TransactionTemplate own;
    private final Clock clock;

    TextCodes(
            JdbcClient database,
            TextMessages messages,
            DeliveryQueue queue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.messages = messages;
        this.queue = queue;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whether there is a gateway at all. */
    public boolean configured() {
        return messages.configured();
    }

    /**
     * Sends a code after the commit.
     *
     * @param telephone a mobile number
     * @param words what it is for, as the message says it, at most 100 characters
     * @param sent  false to do all the same but for the message: nobody is to learn by a code whether a telephone is known
     */
    @Transactional
    public void send(String purpose, String telephone, String words, boolean sent) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        database.sql("delete from text_code where purpose = ? or asked_at < ?")
                .params(Hash.of(purpose), LocalTimes.local(now.minus(KEPT)))
                .update();
        try {
            database.sql(
                            "insert into text_code (id, purpose, mobile, words, sent, asked_at, tries) values (?, ?, ?, ?, ?, ?, 0)")
                    .params(
                            id,
                            Hash.of(purpose),
                            Telephones.mobile(telephone).orElseThrow(),
                            words,
                            sent,
                            LocalTimes.local(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Rejection.busy("刚刚已经要过验证码，请查看短信。");
        }
        queue.addCode(id);
    }

    /**
     * Whether this is the code, which is then used up with the caller's transaction. Every try counts whatever becomes of the transaction.
     */
    @Transactional
    public boolean redeem(String purpose, String code) {
        String key = Hash.of(purpose);
        Integer counted = own.execute(count -> database.sql(
                        "update text_code set tries = tries + 1 where purpose = ? and code_hash is not null and expires_at > ? and tries < ?")
                .params(key, LocalTimes.local(clock.instant()), TRIES)
                .update());
        return counted != null
                && counted > 0
                && kept(key).filter(kept -> kept.is(code)).isPresent()
                && used(key);
    }

    private record Kept(String id, String codeHash) {

        boolean is(String code) {
            return MessageDigest.isEqual(
                    codeHash.getBytes(StandardCharsets.US_ASCII),
                    CodeDelivery.hash(id, code).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Optional<Kept> kept(String key) {
        return database.sql("select id, code_hash from text_code where purpose = ? and code_hash is not null")
                .param(key)
                .query(Kept.class)
                .optional();
    }

    /** Of two at the same moment, one is too late. */
    private boolean used(String key) {
        return database.sql("delete from text_code where purpose = ?")
                        .param(key)
                        .update()
                > 0;
    }
}
