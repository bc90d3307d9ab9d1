package org.baoxiu.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.baoxiu.audit.TodayFigure.Clauses;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.slip.RepairClass;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which ways cases came to their end: the same tasks in the same order are one way. */
@Service
@Transactional(readOnly = true)
public class Ways {

    private static final String SLIPS =
            """
      select s.number, s.received_at, s.closed_at, s.final_amount, s.reworks,
             (select c.score from call_back c where c.id =
                (select max(l.id) from call_back l where l.slip_number = s.number and l.reached)) as score
        from slip s where %s order by s.closed_at, s.number""";

    private static final String RUNS =
            """
      select t.slip_number, t.element from element_time t join slip s on s.number = t.slip_number
       where t.element in (:tasks) and %s
       order by t.slip_number, t.ended_at, t.started_at, t.activity""";

    /**
     * Which cases are looked at, by when they ended; what is null or empty does not matter.
     *
     * @param from inclusive, {@code until} exclusive
     */
    public record Ended(Instant from, Instant until, List<String> offices, @Nullable RepairClass repairClass) {}

    /**
     * What the cases of one way have in common.
     *
     * @param tasks   ids, in the order in which they were done
     * @param numbers of the slips, the earliest end first
     * @param median  from the receipt to the end
     * @param cost    what owners pay, on average of those that were settled, in yuan; null without one
     * @param score   on average of those that were called back, 1 to 5; null without one
     * @param reworks of all of them, how often work was done anew
     */
    public record Way(
            List<String> tasks,
            List<String> numbers,
            Duration median,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal score,
            long reworks) {}

    private record Case(
            String number, Duration took, @Nullable BigDecimal cost, @Nullable Integer score, int reworks) {}

    private final JdbcClient database;

    Ways(JdbcClient database) {
        this.database = database;
    }

    /**
     * The most frequent first, then the one whose first case ended first.
     *
     * @param tasks ids of those that a way is made of
     */
    public List<Way> of(Ended ended, Set<String> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> done = new HashMap<>();
        asked(RUNS, ended).param("tasks", tasks).query(row -> {
            done.computeIfAbsent(row.getString("slip_number"), number -> new ArrayList<>())
                    .add(row.getString("element"));
        });
        Map<List<String>, List<Case>> ways = new LinkedHashMap<>();
        asked(SLIPS, ended).query(Ways::ended).list().forEach(one -> ways.computeIfAbsent(
                        done.getOrDefault(one.number(), List.of()), way -> new ArrayList<>())
                .add(one));
        return ways.entrySet().stream()
                .map(way -> way(way.getKey(), way.getValue()))
                .sorted(Comparator.comparingInt((Way way) -> way.numbers().size())
                        .reversed())
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Ended ended) {
        List<String> conditions =
                new ArrayList<>(List.of("s.closed_at >= :from", "s.closed_at < :until", Clauses.REPAIR));
        Map<String, Object> values =
                new HashMap<>(Map.of("from", LocalTimes.local(ended.from()), "until", LocalTimes.local(ended.until())));
        if (!ended.offices().isEmpty()) {
            conditions.add("s.office in (:offices)");
            values.put("offices", ended.offices());
        }
        if (ended.repairClass() != null) {
            conditions.add("s.repair_class = :class");
            values.put("class", ended.repairClass().name());
        }
        return database.sql(sql.formatted(String.join(" and ", conditions))).params(values);
    }

    private static Case ended(ResultSet row, int index) throws SQLException {
        return new Case(
                row.getString("number"),
                Duration.between(LocalTimes.instant(row, "received_at"), LocalTimes.instant(row, "closed_at")),
                row.getBigDecimal("final_amount"),
                row.getObject("score", Integer.class),
                row.getInt("reworks"));
    }

    private static Way way(List<String> tasks, List<Case> cases) {
        return new Way(
                List.copyOf(tasks),
                cases.stream().map(Case::number).toList(),
                cases.stream().map(Case::took).sorted().toList().get((cases.size() - 1) / 2),
                average(cases.stream().map(Case::cost).filter(Objects::nonNull).toList(), 2),
                average(
                        cases.stream()
                                .map(Case::score)
                                .filter(Objects::nonNull)
                                .map(BigDecimal::valueOf)
                                .toList(),
                        1),
                cases.stream().mapToLong(Case::reworks).sum());
    }

    private static @Nullable BigDecimal average(Collection<BigDecimal> values, int decimals) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), decimals, RoundingMode.HALF_UP);
    }
}
