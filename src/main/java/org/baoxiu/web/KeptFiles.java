package org.baoxiu.web;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.baoxiu.notification.Morning;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.Rejection;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists that were sent to be looked at, until their sender confirms them: for a day, because they hold names and telephones. What
 * one person has sent nobody else confirms.
 */
@Component
@Transactional
public class KeptFiles {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration USED = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Clock clock;

    KeptFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return by which it is found again, which is not kept; the one that the person sent to this page before is gone */
    public String keep(String person, String page, byte[] content) {
        String id = UUID.randomUUID().toString();
        forgetOld();
        database.sql("delete from kept_file where person = ? and page = ?")
                .params(person, page)
                .update();
        database.sql("insert into kept_file (id, person, page, kept_at, content) values (?, ?, ?, ?, ?)")
                .params(kept(id), person, page, clock.millis(), content)
                .update();
        return id;
    }

    /**
     * Uses the file, which stays for some minutes after that: a second press of the button, or the page loaded anew, is to see what
     * the first one has done. Where it is refused, it stays as long as before.
     *
     * @throws Rejection if it is not there any more, or what its use throws
     */
    public <R> R use(String person, String page, String id, Function<byte[], R> use) {
        forgetOld();
        byte[] content = database.sql("select content from kept_file where id = ? and person = ? and page = ?")
                .params(kept(id), person, page)
                .query(byte[].class)
                .optional()
                .orElseThrow(KeptFiles::gone);
        // whoever uses it at the same time waits here
        database.sql("update kept_file set kept_at = least(kept_at, ?) where id = ?")
                .params(clock.instant().minus(KEPT).plus(USED).toEpochMilli(), kept(id))
                .update();
        return use.apply(content);
    }

    /** Also of those who never came back. */
    @EventListener(Morning.class)
    public void forgetOld() {
        database.sql("delete from kept_file where kept_at < ?")
                .param(clock.instant().minus(KEPT).toEpochMilli())
                .update();
    }

    /** It fits into the column. */
    private static String kept(String id) {
        return Hash.of(id).substring(0, 36);
    }

    private static Rejection gone() {
        return Rejection.invalid("这个文件已经导入过，或者已经过期。请重新选择文件。");
    }
}
