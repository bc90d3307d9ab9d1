package org.baoxiu.operation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baoxiu.notification.Outgoing;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.SlipNumbers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether this is the real installation. A database that says that it is somewhere else was restored from a backup: nothing leaves until
 * an administrator confirms that the office works with this one from now on.
 */
@Component
class Installation implements Outgoing, TroubleSource {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    /** More slips than an office opens between a backup and its loss; their numbers are in the hands of owners. */
    private static final int LOST_NUMBERS = 1_000;

    private static final String NOT_SENT = "恢复备份以前就在等的消息，可能已经送到过：请核对后再发";

    private final JdbcClient database;
    private final DatabasePlace place;
    private final SlipNumbers numbers;
    private final Clock clock;

    Installation(JdbcClient database, DatabasePlace place, SlipNumbers numbers, Clock clock) {
        this.database = database;
        this.place = place;
        this.numbers = numbers;
        this.clock = clock;
        // the first start, or the first one since there are such places
        settle(place.words().get(0));
    }

    private void settle(String word) {
        database.sql("update installation set place = ? where place is null")
                .param(word)
                .update();
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!allowed()) {
            LOG.warn(
                    "This database is a restored copy: nothing is sent until an administrator confirms it on /operations");
        }
    }

    @Override
    public boolean allowed() {
        return database.sql("select place from installation")
                .query(String.class)
                .optional()
                .filter(place.words()::contains)
                .isPresent();
    }

    @Override
    public List<Trouble> found() {
        return allowed() ? List.of() : List.of(Trouble.of(TroubleKind.COPY, "copy", "这套记录是从备份恢复的，还没有人确认它是正式系统", null));
    }

    /**
     * From now on this is the real one. What waited when the backup was made, or was written since by timers that the original may have
     * seen to as well, leaves by a person's word only: nobody gets a message twice.
     *
     * @param person login name
     */
    @Transactional
    void confirm(String person) {
        if (allowed()) {
            throw Rejection.outOfTurn("这里已经是正式系统，不用再确认。");
        }
        numbers.leaveOut(LOST_NUMBERS);
        database.sql("update message set state = 'FAILED', last_error = ? where state = 'WAITING'")
                .param(NOT_SENT)
                .update();
        database.sql("update installation set place = ?, confirmed_at = ?, confirmed_by = ?")
                .params(place.words().get(place.words().size() - 1), LocalTimes.local(clock.instant()), person)
                .update();
    }

    /** After a backup, which then bears the former word. */
    void moves() {
        place.changes(word ->
                database.sql("update installation set place = ?").param(word).update());
    }

    Optional<String> confirmedBy() {
        return database.sql("select confirmed_by from installation where confirmed_by is not null")
                .query(String.class)
                .optional();
    }
}
