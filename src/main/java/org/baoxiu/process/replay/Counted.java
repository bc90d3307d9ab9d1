package org.baoxiu.process.replay;

import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.models.ReplayedTables;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much there is to decide again, and how it is said. */
@Component
class Counted {

    private final JdbcClient database;

    Counted(JdbcClient database) {
        this.database = database;
    }

    long decisions(String table, ReplayedTables tables) {
        return database.sql(
                        "select count(*) from decision_taken where decision = ? and decided_at >= ? and decided_at < ? and slip_number is not null")
                .params(table, LocalTimes.local(tables.from()), LocalTimes.local(tables.until()))
                .query(Long.class)
                .single();
    }

    static String sentence(Map<String, Long> ways, String unit) {
        return ways.entrySet().stream()
                        .map(way -> way.getKey() + " " + way.getValue() + unit)
                        .collect(Collectors.joining("；"))
                + "。";
    }
}
