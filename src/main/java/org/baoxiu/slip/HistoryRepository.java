package org.baoxiu.slip;

import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By hand, because every step writes a line and reads all of them for the forms. */
@Repository
class HistoryRepository {

    private final JdbcClient database;

    HistoryRepository(JdbcClient database) {
        this.database = database;
    }

    void add(HistoryEntry line) {
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
                .update();
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
