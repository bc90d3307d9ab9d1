package org.baoxiu.audit;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.shared.LocalTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the elements of the process took, against what was promised: exact percentiles of the runs that ended in a period. */
@Service
@Transactional(readOnly = true)
public class Heat {

    /** A run against its own limit, in thousandths of it: limits differ by class and urgency. */
    private static final String SHARE = "seconds * 1000 / limit_seconds";

    /**
     * Runs of the same time are counted first, so that only few rows are sorted. Not by {@code percentile_disc}: H2 rounds where
     * PostgreSQL and the standard take the first value that is far enough.
     */
    private static final String FIGURES =
            """
      select element, sum(runs) as runs, max(promised) as promised,
             sum(case when seconds <= limit_seconds then runs else 0 end) as in_time,
             min(case when so_far * 10 >= total * 5 then seconds end) as median,
             min(case when so_far * 10 >= total * 9 then seconds end) as p90,
             min(case when limit_seconds is not null and promised_so_far * 10 >= promised * 9 then share end) as heat,
             min(limit_seconds) as shortest, max(limit_seconds) as longest
        from (select element, seconds, limit_seconds, runs, share,
                     sum(runs) over (partition by element) as total,
                     sum(runs) over (partition by element order by seconds) as so_far,
                     sum(promised_runs) over (partition by element) as promised,
                     sum(promised_runs) over (partition by element order by share nulls last) as promised_so_far
                from (select element, seconds, limit_seconds, %1$s as share, count(*) as runs, count(limit_seconds) as promised_runs
                        from element_time
                       where %2$s
                       group by element, seconds, limit_seconds) times) ranked
       group by element""";

    private static final String SLIPS =
            """
      select slip_number from element_time
       where element = :element and %s
       group by slip_number
       order by max(case when limit_seconds is null then 0 else %s end) desc, max(seconds) desc, slip_number
      offset :start rows fetch next :most rows only""";

    /**
     * What an element took.
     *
     * @param promised of the runs, how many had a limit
     * @param inTime   of these, how many took no longer than it
     * @param heat     90 % of the runs with a limit took at most so many thousandths of it; null where none had one
     * @param shortest limit, and the longest; null likewise
     */
    public record Figure(
            String element,
            long runs,
            long promised,
            long inTime,
            Duration median,
            Duration p90,
            @Nullable Long heat,
            @Nullable Duration shortest,
            @Nullable Duration longest) {

        public Level level() {
            return Level.of(heat);
        }
    }

    /** How near to its limit an element comes, as it is coloured. */
    public enum Level {
        NONE(-1),
        COOL(500),
        WARM(1000),
        HOT(1500),
        BURNING(Long.MAX_VALUE);

        /** Thousandths of the limit up to which it reaches. */
        private final long most;

        Level(long most) {
            this.most = most;
        }

        static Level of(@Nullable Long heat) {
            return heat == null
                    ? NONE
                    : Arrays.stream(values())
                            .filter(level -> heat <= level.most)
                            .findFirst()
                            .orElse(BURNING);
        }
    }

    private final JdbcClient database;

    Heat(JdbcClient database) {
        this.database = database;
    }

    /** By element; one that has not run is not there. */
    public Map<String, Figure> figures(HeatFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        Map<String, Figure> figures = new HashMap<>();
        database.sql(FIGURES.formatted(SHARE, where))
                .params(values)
                .query((row, index) -> figure(row))
                .list()
                .forEach(figure -> figures.put(figure.element(), figure));
        return figures;
    }

    /** Numbers of the slips on which an element ran, those that took the longest for what was promised first. */
    public List<String> slips(String element, HeatFilter filter, long from, int most) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        return database.sql(SLIPS.formatted(where, SHARE))
                .params(values)
                .param("element", element)
                .param("start", from)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** How many slips that are. */
    public long slips(String element, HeatFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        return database.sql(
                        "select count(distinct slip_number) from element_time where element = :element and " + where)
                .params(values)
                .param("element", element)
                .query(Long.class)
                .single();
    }

    private static String where(HeatFilter filter, Map<String, Object> values) {
        // As literals, for PostgreSQL plans a statement that is asked often once for all values: as if any period were
        // a short one
        StringBuilder where = new StringBuilder(
                "ended_at >= " + literal(filter.from()) + " and ended_at < " + literal(filter.until()));
        if (!filter.offices().isEmpty()) {
            where.append(" and office in (:offices)");
            values.put("offices", filter.offices());
        }
        equal(
                where,
                values,
                "repair_class",
                filter.repairClass() == null ? null : filter.repairClass().name());
        equal(where, values, "item_code", filter.item());
        equal(where, values, "technician", filter.technician());
        return where.toString();
    }

    private static String literal(Instant time) {
        return "timestamp '" + ISO_LOCAL_DATE_TIME.format(LocalTimes.local(time)) + "'";
    }

    private static void equal(StringBuilder where, Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        long heat = row.getLong("heat");
        boolean promised = !row.wasNull();
        return new Figure(
                row.getString("element"),
                row.getLong("runs"),
                row.getLong("promised"),
                row.getLong("in_time"),
                Duration.ofSeconds(row.getLong("median")),
                Duration.ofSeconds(row.getLong("p90")),
                promised ? heat : null,
                promised ? Duration.ofSeconds(row.getLong("shortest")) : null,
                promised ? Duration.ofSeconds(row.getLong("longest")) : null);
    }
}
