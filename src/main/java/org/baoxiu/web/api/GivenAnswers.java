package org.baoxiu.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.baoxiu.shared.Attempts;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out every request of a client once, however often it comes: sent again after a broken connection, at the same time
 * to two nodes. A repetition gets the first answer. What was refused has changed nothing, is not remembered and may be sent
 * again under the same key, corrected or not.
 */
@Component
class GivenAnswers {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String KEY = "[\\x21-\\x7e]{8,100}";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Attempts attempts;
    private final Clock clock;

    GivenAnswers(JdbcClient database, PlatformTransactionManager transactions, Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A request by the key that its client gave it.
     *
     * @param fingerprint of what is to be done
     */
    record Request(Client client, String key, String fingerprint) {

        static Request of(Client client, String key, String content) {
            if (!key.matches(KEY)) {
                throw Problem.MALFORMED.refused("Idempotency-Key 要有 8–100 个可见的 ASCII 字符，建议每个请求用一个新的 UUID。");
            }
            return new Request(client, key, Hash.of(content));
        }
    }

    /** @param location of what was opened, or null */
    record Answer(int status, @Nullable String location, String body) {}

    /** @throws Problem.Refused if the client has used the key for another request */
    Optional<Answer> find(Request request) {
        return database.sql(
                        "select fingerprint, status, location, answer from intake_request where client = ? and request_key = ?")
                .params(request.client().id(), request.key())
                .query((row, number) -> {
                    if (!row.getString("fingerprint").equals(request.fingerprint())) {
                        throw Problem.IDEMPOTENCY_KEY_REUSED.refused("这个 Idempotency-Key 已用于另一个请求，请为新的请求换一个。");
                    }
                    return new Answer(row.getInt("status"), row.getString("location"), row.getString("answer"));
                })
                .optional();
    }

    Answer once(Request request, Supplier<Answer> step) {
        try {
            return attempts.of(() -> transaction.execute(taken -> {
                take(request);
                Answer answer = step.get();
                database.sql(
                                "update intake_request set status = ?, location = ?, answer = ? where client = ? and request_key = ?")
                        .params(
                                answer.status(),
                                answer.location(),
                                answer.body(),
                                request.client().id(),
                                request.key())
                        .update();
                return answer;
            }));
        } catch (DuplicateKeyException taken) {
            return find(request).orElseThrow(() -> taken);
        }
    }

    /** Waits for another request with the same key, which has then either been answered or left nothing behind. */
    private void take(Request request) {
        LocalDateTime now = LocalTimes.local(clock.instant());
        database.sql("delete from intake_request where received_at < ?")
                .param(now.minus(KEPT))
                .update();
        database.sql("insert into intake_request (client, request_key, fingerprint, received_at) values (?, ?, ?, ?)")
                .params(request.client().id(), request.key(), request.fingerprint(), now)
                .update();
    }
}
