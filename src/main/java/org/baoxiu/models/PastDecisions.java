package org.baoxiu.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.baoxiu.models.ReplayedTables.Taken;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables have decided about slips. */
@Component
class PastDecisions {

    private static final int AT_ONCE = 5_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JdbcClient database;

    PastDecisions(JdbcClient database) {
        this.database = database;
    }

    long count(String decision, Instant from, Instant until) {
        return database.sql(
                        "select count(*) from decision_taken where decision = ? and decided_at >= ? and decided_at < ? and slip_number is not null")
                .params(decision, LocalTimes.local(from), LocalTimes.local(until))
                .query(Long.class)
                .single();
    }

    void each(String decision, Instant from, Instant until, Consumer<List<Taken>> reader) {
        long after = 0;
        for (List<Taken> some = some(decision, from, until, after);
                !some.isEmpty();
                some = some(decision, from, until, after)) {
            reader.accept(some);
            after = some.get(some.size() - 1).id();
        }
    }

    private List<Taken> some(String decision, Instant from, Instant until, long after) {
        return database.sql(
                        """
            select id, slip_number, occasion, inputs, outputs from decision_taken
             where decision = ? and decided_at >= ? and decided_at < ? and slip_number is not null and id > ? order by id limit ?""")
                .params(decision, LocalTimes.local(from), LocalTimes.local(until), after, AT_ONCE)
                .query((row, line) -> new Taken(
                        row.getLong("id"),
                        row.getString("slip_number"),
                        row.getString("occasion"),
                        values(row.getString("inputs")),
                        values(row.getString("outputs"))))
                .list();
    }

    /** Slips that were reported in the period and of which nothing was written down about this table. */
    long slipsWithout(String decision, Instant from, Instant until) {
        return database.sql(
                        """
            select count(*) from slip s where s.received_at >= ? and s.received_at < ? and s.repair_class is not null
               and not exists (select 1 from decision_taken d where d.slip_number = s.number and d.decision = ?)""")
                .params(LocalTimes.local(from), LocalTimes.local(until), decision)
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> values(String json) {
        try {
            return JSON.readValue(json, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
