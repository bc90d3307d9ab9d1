package org.baoxiu.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.LocalTimes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often somebody without a login may do something. The count is in the database: two nodes count together, and a count
 * stands whatever becomes of the request.
 */
@Component
public class Throttle {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final TransactionTemplate own;
    private final Clock clock;

    Throttle(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** @throws TooManyRequests if this is more than {@code most} times within one hour of the clock */
    public void count(String action, String who, int most) {
        LocalDateTime hour = hour(clock.instant());
        String key = Hash.of(action + " " + who);
        if (!more(key, hour) && !first(key, hour, 1)) {
            more(key, hour);
        }
        int requests = database.sql("select requests from request_count where who = ? and window_start = ?")
                .params(key, hour)
                .query(Integer.class)
                .single();
        if (requests > most) {
            throw new TooManyRequests();
        }
    }

    /** Makes room for a count that is to be taken by {@link #add} in the caller's transaction, before that has begun. */
    void prepare(String action, String who) {
        LocalDateTime hour = hour(clock.instant());
        String key = Hash.of(action + " " + who);
        if (database.sql("select count(*) from request_count where who = ? and window_start = ?")
                        .params(key, hour)
                        .query(Integer.class)
                        .single()
                == 0) {
            first(key, hour, 0);
        }
    }

    /**
     * Counts in the caller's transaction: what is rolled back was not, and whoever counts for the same one waits until then.
     *
     * @return how often within this hour of the clock, with this time
     */
    int add(String action, String who) {
        LocalDateTime hour = hour(clock.instant());
        String key = Hash.of(action + " " + who);
        database.sql("update request_count set requests = requests + 1 where who = ? and window_start = ?")
                .params(key, hour)
                .update();
        return database.sql("select requests from request_count where who = ? and window_start = ?")
                .params(key, hour)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Waits in the caller's transaction until nobody counts for the same one, and lets nobody do so before it is over. */
    void hold(String action, String who) {
        database.sql("select requests from request_count where who = ? and window_start = ? for update")
                .params(Hash.of(action + " " + who), hour(clock.instant()))
                .query(Integer.class)
                .optional();
    }

    private boolean more(String key, LocalDateTime hour) {
        Integer counted = own.execute(count -> database.sql(
                        "update request_count set requests = requests + 1 where who = ? and window_start = ?")
                .params(key, hour)
                .update());
        return counted != null && counted > 0;
    }

    /** False when another request of the same person was faster. */
    private boolean first(String key, LocalDateTime hour, int requests) {
        try {
            own.executeWithoutResult(count -> {
                database.sql("delete from request_count where window_start < ?")
                        .param(hour.minus(KEPT))
                        .update();
                database.sql("insert into request_count (who, window_start, requests) values (?, ?, ?)")
                        .params(key, hour, requests)
                        .update();
            });
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private static LocalDateTime hour(Instant now) {
        return LocalTimes.local(now).withMinute(0).withSecond(0).withNano(0);
    }

    /** Somebody tried too often. */
    public static class TooManyRequests extends RuntimeException {}
}
