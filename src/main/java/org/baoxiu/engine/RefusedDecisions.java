package org.baoxiu.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Decision tables that gave no usable answer, so that somebody learns of it besides whoever was refused. */
@Component
public class RefusedDecisions {

    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int LONGEST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RefusedDecisions.class);

    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    RefusedDecisions(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * A table that gave no answer.
     *
     * @param about what it was asked, such as the event of a message; of nobody
     */
    public record Refused(String decision, String about, int times, Instant lastAt) {}

    /** The step that asked is rolled back, and what is written here is not. Whoever asked is refused for that reason and no other. */
    public void note(String decision, String about) {
        try {
            ownTransaction.executeWithoutResult(own -> write(decision, Excerpt.of(about, LONGEST)));
        } catch (DataAccessException e) {
            LOG.warn(
                    "It is not written down that {} has no answer: {}",
                    decision,
                    e.getClass().getSimpleName());
        }
    }

    private void write(String decision, String about) {
        LocalDateTime now = LocalTimes.local(clock.instant());
        if (database.sql("update refused_decision set times = times + 1, last_at = ? where decision = ? and about = ?")
                        .params(now, decision, about)
                        .update()
                == 0) {
            database.sql("insert into refused_decision (decision, about, times, last_at) values (?, ?, 1, ?)")
                    .params(decision, about, now)
                    .update();
        }
    }

    /** Of the last week, the latest first. */
    public List<Refused> latest() {
        return database.sql(
                        "select decision, about, times, last_at from refused_decision where last_at > ? order by last_at desc")
                .param(LocalTimes.local(clock.instant().minus(REMEMBERED)))
                .query((row, index) -> new Refused(
                        row.getString("decision"),
                        row.getString("about"),
                        row.getInt("times"),
                        LocalTimes.instant(row, "last_at")))
                .list();
    }

    /** Somebody has mended the table. */
    public void forget(String decision) {
        database.sql("delete from refused_decision where decision = ?")
                .param(decision)
                .update();
    }
}
