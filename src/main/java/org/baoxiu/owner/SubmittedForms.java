package org.baoxiu.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.baoxiu.shared.Attempts;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes every form of an owner once, however often it is sent: a second click, a page loaded anew, two nodes at the same time.
 * A form that was refused has not been taken and may be sent again. All forms of one page have its key.
 */
@Component
public class SubmittedForms {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String KEY = "[0-9a-f-]{36}";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Attempts attempts;
    private final Clock clock;

    SubmittedForms(JdbcClient database, PlatformTransactionManager transactions, Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The key of a page that is about to be shown. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** @throws Rejection if this is no key of a page */
    public static void check(String key) {
        if (!key.matches(KEY)) {
            throw Rejection.invalid("表单已失效，请重新打开页面填写。");
        }
    }

    /**
     * Does a step of one slip in one transaction with taking its form.
     *
     * @param form tells it from the other forms of its page
     * @return false if the form had been taken before; then nothing is done
     */
    public boolean once(String key, String form, Runnable step) {
        return take(key, form, () -> {
            step.run();
            return null;
        });
    }

    /** The same for a step that opens a slip; {@link #slipOf} tells which one. */
    public boolean opensSlip(String key, String form, Supplier<String> step) {
        return take(key, form, step);
    }

    public Optional<String> slipOf(String key, String form) {
        return database.sql("select slip_number from submitted_form where page_key = ? and form = ?")
                .params(key, form)
                .query(String.class)
                .optional();
    }

    private boolean isTaken(String key, String form) {
        return database.sql("select count(*) from submitted_form where page_key = ? and form = ?")
                        .params(key, form)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean take(String key, String form, Supplier<@Nullable String> step) {
        check(key);
        try {
            attempts.of(() -> transaction.execute(taken -> {
                LocalDateTime now = LocalTimes.local(clock.instant());
                database.sql("delete from submitted_form where submitted_at < ?")
                        .param(now.minus(KEPT))
                        .update();
                database.sql("insert into submitted_form (page_key, form, submitted_at) values (?, ?, ?)")
                        .params(key, form, now)
                        .update();
                String slip = step.get();
                database.sql("update submitted_form set slip_number = ? where page_key = ? and form = ?")
                        .params(slip, key, form)
                        .update();
                return null;
            }));
            return true;
        } catch (DuplicateKeyException e) {
            if (isTaken(key, form)) {
                return false;
            }
            throw e;
        }
    }
}
