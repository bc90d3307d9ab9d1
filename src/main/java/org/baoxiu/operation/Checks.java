package org.baoxiu.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.notification.Night;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks each night, and whenever somebody asks, whether the records agree; what was found stays until the next look. */
@Component
class Checks implements TroubleSource {

    private static final int LONGEST = 4_000;

    private final JdbcClient database;
    private final TransactionTemplate oneMoment;
    private final Clock clock;

    Checks(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param findings the lines, as far as there was room */
    record Check(Instant at, int number, List<String> findings) {}

    @EventListener(Night.class)
    void nightly() {
        check(Person.SYSTEM);
    }

    /** @param by login name */
    Check check(String by) {
        List<String> findings =
                Objects.requireNonNull(oneMoment.execute(moment -> new Consistency(database, clock).findings()));
        database.sql("insert into consistency_check (made_at, made_by, findings, text) values (?, ?, ?, ?)")
                .params(
                        LocalTimes.local(clock.instant()),
                        by,
                        findings.size(),
                        Excerpt.of(String.join("\n", findings), LONGEST))
                .update();
        return latest().orElseThrow();
    }

    Optional<Check> latest() {
        return database.sql(
                        "select made_at, findings, text from consistency_check order by id desc fetch first 1 row only")
                .query((row, index) -> new Check(
                        LocalTimes.instant(row, "made_at"),
                        row.getInt("findings"),
                        row.getString("text").lines().toList()))
                .optional();
    }

    @Override
    public List<Trouble> found() {
        return latest().filter(check -> check.number() > 0).stream()
                .map(check -> Trouble.of(
                        TroubleKind.CHECK,
                        "check",
                        Times.minute(check.at()) + " 检查，有 " + check.number() + " 处对不上，第一处："
                                + check.findings().get(0),
                        check.at()))
                .toList();
    }
}
