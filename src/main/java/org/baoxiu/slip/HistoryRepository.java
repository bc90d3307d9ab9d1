package org.baoxiu.slip;

import java.util.List;
import java.util.Objects;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.RecordWritten;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** By hand, because every step writes a line and reads all of them for the forms. */
@Repository
class HistoryRepository {

    private final JdbcClient database;
    private final ApplicationEventPublisher watchers;

    HistoryRepository(JdbcClient database, ApplicationEventPublisher watchers) {
        this.database = database;
        this.watchers = watchers;
    }

    void add(HistoryEntry line) {
        KeyHolder key = new GeneratedKeyHolder();
        database.sql(
                        "insert into history_entry (slip_number, occurred_at, person, step, clause, text, about_time) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        line.slipNumber(),
                        LocalTimes.local(line.occurredAt()),
                        line.person(),
                        line.step(),
                        line.clause(),
                        line.text(),
                        line.aboutTime())
                .update(key, "id");
        watchers.publishEvent(new RecordWritten("history_entry", Objects.requireNonNull(key.getKeyAs(Long.class))));
    }

    /** All lines of a slip, in the order in which they were written. */
    List<HistoryEntry> of(String slipNumber) {
        return database.sql(
                        "select occurred_at, person, step, clause, text, about_time from history_entry where slip_number = ? order by id")
                .param(slipNumber)
                .query((row, index) -> new HistoryEntry(
                        slipNumber,
                        LocalTimes.instant(row, "occurred_at"),
                        row.getString("person"),
                        row.getInt("step"),
                        row.getString("clause"),
                        row.getString("text"),
                        row.getBoolean("about_time")))
                .list();
    }
}
