package org.baoxiu.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever guesses a password waits longer and longer, from 3 seconds to 5 minutes: for one login name from one address, so that
 * nobody locks a colleague out from elsewhere, and for all names together after a hundred wrong ones from one address. Nobody is
 * locked for good: what was wrong for all names is forgotten with the hour. The count is in the database: all nodes count together.
 */
@Component
public class LoginDelays {

    private static final Duration FIRST = Duration.ofSeconds(3);
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    static final int FREE_OF_AN_ADDRESS = 100;
    private static final String ALL_NAMES = "*";

    private final JdbcClient database;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    LoginDelays(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /**
     * Until when a password is not even looked at; empty if it is looked at now. A clock that was set back makes nobody wait.
     * It is the same for a login name that nobody has.
     */
    public Optional<Instant> waitUntil(String login, String address) {
        Instant now = clock.instant();
        return database
                .sql("select login, failures, last_at from login_failure where address = ? and login in (?, ?)")
                .params(key(address), key(login), allNames())
                .query((row, index) -> {
                    Instant last = Instant.ofEpochMilli(row.getLong("last_at"));
                    int free = row.getString("login").startsWith(ALL_NAMES) ? FREE_OF_AN_ADDRESS : 0;
                    return now.isBefore(last) ? now : last.plus(delay(row.getInt("failures") - free));
                })
                .list()
                .stream()
                .filter(now::isBefore)
                .max(Comparator.naturalOrder());
    }

    private static Duration delay(int failures) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /**
     * Counts in the caller's transaction and on its connection: a second one for each of many guesses at once would take all that
     * there are. The row that all names share comes first, so that two guesses never wait for each other.
     */
    public void failed(String login, String address) {
        count(allNames(), key(address));
        count(key(login), key(address));
    }

    /** Of this hour of the clock: an office behind one address mistypes every day, and is no guesser. */
    private String allNames() {
        return ALL_NAMES + clock.instant().truncatedTo(ChronoUnit.HOURS).getEpochSecond();
    }

    private void count(String login, String address) {
        if (!more(login, address) && !first(login, address)) {
            more(login, address);
        }
    }

    private boolean more(String login, String address) {
        return database.sql(
                                """
            update login_failure set failures = case when last_at < ? then 1 else failures + 1 end, last_at = ?
            where login = ? and address = ?""")
                        .params(forgotten(), clock.millis(), login, address)
                        .update()
                > 0;
    }

    /** False when another request was faster. */
    private boolean first(String login, String address) {
        if (login.startsWith(ALL_NAMES)) {
            database.sql("delete from login_failure where last_at < ?")
                    .param(forgotten())
                    .update();
        }
        try {
            savepoint.executeWithoutResult(count -> database.sql(
                            "insert into login_failure (login, address, failures, last_at) values (?, ?, 1, ?)")
                    .params(login, address, clock.millis())
                    .update());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private long forgotten() {
        return clock.instant().minus(REMEMBERED).toEpochMilli();
    }

    public void succeeded(String login, String address) {
        database.sql("delete from login_failure where login = ? and address = ?")
                .params(key(login), key(address))
                .update();
    }

    /** An administrator lets a person try again at once, from anywhere. */
    public void forget(String login) {
        database.sql("delete from login_failure where login = ?")
                .param(key(login))
                .update();
    }

    static String key(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
