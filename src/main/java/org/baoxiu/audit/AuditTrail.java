package org.baoxiu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor asks of a period: how much there is of each topic, its lines, and which slips were decided under a change of the rules. */
@Service
@Transactional(readOnly = true)
public class AuditTrail {

    /**
     * @param from    inclusive, {@code until} exclusive
     * @param offices none means all
     */
    public record Period(Instant from, Instant until, List<String> offices) {}

    /**
     * By the versions of tables that it brought, or in a case that runs by the diagram that it brought. The engine gives a version's
     * number again once its deployment has been deleted: what was decided before does not count.
     */
    private static final String UNDER =
            """
             from (select d.slip_number as number
                     from model_change_deployment m join ACT_RE_DEPLOYMENT p on p.ID_ = m.deployment
                     join ACT_RE_DECISION_DEF r on r.DEPLOYMENT_ID_ = p.ID_
                     join decision_taken d on d.decision = r.KEY_ and d.version = r.VERSION_ and d.decided_at >= p.DEPLOY_TIME_
                    where m.change = :change and d.slip_number is not null
                    union
                   select s.number
                     from model_change_deployment m join ACT_RE_PROCDEF p on p.DEPLOYMENT_ID_ = m.deployment
                     join ACT_HI_PROCINST i on i.PROC_DEF_ID_ = p.ID_ join slip s on s.case_id = i.ID_
                    where m.change = :change) decided""";

    private final JdbcClient database;
    private final Names names;
    private final Clock clock;

    AuditTrail(JdbcClient database, Names names, Clock clock) {
        this.database = database;
        this.names = names;
        this.clock = clock;
    }

    /** How many lines each topic has. */
    public Map<AuditTopic, Long> counts(Period period) {
        Map<AuditTopic, Long> counts = new EnumMap<>(AuditTopic.class);
        for (AuditTopic topic : AuditTopic.values()) {
            counts.put(topic, count(topic, period));
        }
        return counts;
    }

    public long count(AuditTopic topic, Period period) {
        return asked("select count(*) from (" + sql(topic, period) + ") lines", period)
                .query(Long.class)
                .single();
    }

    /**
     * Each a list of cells under {@link AuditTopic#headings}: a {@link Long}, a {@link java.math.BigDecimal} in yuan, or a text.
     *
     * @param first the first line, counted from 0
     */
    public List<List<Object>> lines(AuditTopic topic, Period period, long first, int most) {
        List<List<Object>> lines = new ArrayList<>();
        each(topic, period, first, most, lines::add);
        return lines;
    }

    /** Hands the lines over without keeping them. */
    public void each(AuditTopic topic, Period period, long first, int most, Consumer<List<Object>> line) {
        Map<String, String> known = new HashMap<>();
        UnaryOperator<String> named = login -> known.computeIfAbsent(login, names::of);
        Instant now = clock.instant();
        asked(sql(topic, period) + " offset :first rows fetch next :most rows only", period)
                .param("first", first)
                .param("most", most)
                .query(row -> {
                    line.accept(cells(topic, row, now, named));
                });
    }

    /** How many slips were decided by what a change of the rules brought. */
    public long decidedUnder(long change) {
        return database.sql("select count(*) " + UNDER)
                .param("change", change)
                .query(Long.class)
                .single();
    }

    /** Their numbers, the latest first. */
    public List<String> decidedUnder(long change, long first, int most) {
        return database.sql("select number " + UNDER
                        + " order by number desc offset :first rows fetch next :most rows only")
                .param("change", change)
                .param("first", first)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static List<Object> cells(AuditTopic topic, ResultSet row, Instant now, UnaryOperator<String> named)
            throws SQLException {
        List<Object> cells = new ArrayList<>();
        int next = 1;
        for (AuditTopic.Column column : topic.columns()) {
            cells.add(column.cell().read(row, next, now, named));
            next += column.cell().width();
        }
        return cells;
    }

    private static String sql(AuditTopic topic, Period period) {
        return topic.sql(!period.offices().isEmpty());
    }

    private JdbcClient.StatementSpec asked(String sql, Period period) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "from", LocalTimes.local(period.from()),
                "until", LocalTimes.local(period.until()),
                "now", LocalTimes.local(clock.instant())));
        if (!period.offices().isEmpty()) {
            values.put("offices", period.offices());
        }
        return database.sql(sql).params(values);
    }
}
