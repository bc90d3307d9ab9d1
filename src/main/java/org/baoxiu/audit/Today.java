package org.baoxiu.audit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.baoxiu.audit.TodayFigure.Clauses;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.slip.HistoryLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the offices stand at this moment, counted by the database. Each question takes the offices it is about; none means all.
 */
@Service
@Transactional(readOnly = true)
public class Today {

    static final Duration SOON = Duration.ofHours(1);

    private static final String MISSED =
            """
      select c.slip_number, s.place, c.kind, c.step_name, c.clause, c.due_at, c.ended_at, c.technician, c.clerk,
             (select max(h.id) from history_entry h where %s) as said
        from commitment c join slip s on s.number = c.slip_number
       where %s and %s%s
       order by c.due_at desc, c.id desc offset 0 rows fetch next :most rows only""";

    private static final String ACCIDENTS =
            """
      select s.number, s.place, s.accident_declared_at,
             (select max(c.due_at) from commitment c where c.slip_number = s.number and c.kind = 'ACCIDENT_ANSWER') as answer_due,
             s.accident_answered_at,
             (select max(c.due_at) from commitment c where c.slip_number = s.number and c.kind = 'ACCIDENT_SOLUTION') as solution_due,
             s.accident_solved_at
        from slip s
       where %s%s
       order by s.accident_declared_at, s.number offset 0 rows fetch next :most rows only""";

    /** As long as a slip counts as load (S4). */
    private static final String WITH_TECHNICIAN =
            "('PICKED_UP', 'ON_SITE', 'QUOTED', 'CONSENTED', 'WORKING', 'SUPPORT_REQUESTED', 'DEFERRED', 'FINISHED')";

    private static final String LOAD =
            """
      select person, sum(held) as held, sum(late) as late, max(away_until) as away_until
        from (select s.technician as person, 1 as held,
                     case when exists (select 1 from commitment c where c.slip_number = s.number and c.due_at <= :now and %s)
                          then 1 else 0 end as late,
                     cast(null as timestamp) as away_until
                from slip s where s.closed_at is null and s.technician is not null and s.state in %s%s
               union all
              select a.person, 0, 0, a.ends_at from absence a where a.starts_at <= :now and a.ends_at > :now) people
       group by person order by 3 desc, 2 desc, 1""";

    /**
     * One look at everything.
     *
     * @param owed by the owners in all, in yuan
     */
    public record Look(
            Instant at,
            Map<TodayFigure, Long> figures,
            BigDecimal owed,
            List<Missed> missed,
            List<AccidentClocks> accidents,
            List<Load> people) {

        public long figure(TodayFigure figure) {
            return Objects.requireNonNull(figures.get(figure), "every figure is counted");
        }
    }

    /**
     * A promise that was due today and was not kept then.
     *
     * @param step   name of the step that a process owner has added; null for what the procedure itself promises
     * @param late   by how much it was late, or is so far
     * @param kept   whether it was kept at last
     * @param person login name of whoever had to keep it, where it is one person's
     * @param reason what somebody has said about it since; null until somebody does
     */
    public record Missed(
            String number,
            String place,
            CommitmentKind kind,
            @Nullable String step,
            String clause,
            Instant dueAt,
            Duration late,
            boolean kept,
            @Nullable String person,
            @Nullable String reason) {}

    /** An accident and its two clocks (5.3); null where a clock has not begun, or its end has not come. */
    public record AccidentClocks(
            String number,
            String place,
            Instant declaredAt,
            @Nullable Instant answerDue,
            @Nullable Instant answeredAt,
            @Nullable Instant solutionDue,
            @Nullable Instant solvedAt) {}

    /**
     * What somebody has in hand, and whether he or she is here.
     *
     * @param late      how many of the slips in hand have a promise that is overdue
     * @param awayUntil null for whoever is here
     */
    public record Load(String person, int held, int late, @Nullable Instant awayUntil) {}

    private record Counted(Map<TodayFigure, Long> figures, BigDecimal owed) {}

    private final JdbcClient database;
    private final Clock clock;

    Today(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param most lines of a list at most */
    public Look look(List<String> offices, int most) {
        Instant now = clock.instant();
        Map<String, Object> values = values(offices, now);
        Counted counted = counted(offices, values);
        return new Look(
                now,
                counted.figures(),
                counted.owed(),
                missed(offices, values, now, most),
                accidents(offices, values, most),
                people(offices, values));
    }

    public Map<TodayFigure, Long> figures(List<String> offices) {
        return counted(offices, values(offices, clock.instant())).figures();
    }

    /** In one statement, which adds up once what each slip owes. */
    private Counted counted(List<String> offices, Map<String, Object> values) {
        String sql = Arrays.stream(TodayFigure.values())
                .map(figure -> "(select count(*)"
                        + (figure == TodayFigure.UNPAID ? " from owing" : from(figure, offices))
                        + ") as " + figure.name())
                .collect(Collectors.joining(
                        ",\n",
                        Clauses.owing(among(offices)) + "select ",
                        ",\n(select coalesce(sum(owed), 0) from owing) as owed"));
        return database.sql(sql)
                .params(values)
                .query((row, index) -> {
                    Map<TodayFigure, Long> figures = new EnumMap<>(TodayFigure.class);
                    for (TodayFigure figure : TodayFigure.values()) {
                        figures.put(figure, row.getLong(figure.name()));
                    }
                    return new Counted(figures, row.getBigDecimal("owed"));
                })
                .single();
    }

    /** Numbers of the slips behind a figure, the oldest first. */
    public List<String> numbers(TodayFigure figure, List<String> offices, long from, int most) {
        return database.sql(Clauses.owing(among(offices)) + "select s.number" + from(figure, offices) + " order by "
                        + figure.order() + " offset :from rows fetch next :most rows only")
                .params(values(offices, clock.instant()))
                .param("from", from)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String from(TodayFigure figure, List<String> offices) {
        return " from slip s where " + figure.condition() + among(offices);
    }

    private static String among(List<String> offices) {
        return offices.isEmpty() ? "" : " and s.office in (:offices)";
    }

    private static Map<String, Object> values(List<String> offices, Instant now) {
        LocalDateTime local = LocalTimes.local(now);
        Map<String, Object> values = new HashMap<>(Map.of(
                "now", local,
                "soon", LocalTimes.local(now.plus(SOON)),
                "midnight", local.toLocalDate().atStartOfDay(),
                "day1", local.minusDays(1),
                "day3", local.minusDays(3),
                "day7", local.minusDays(7),
                "day14", local.minusDays(14)));
        if (!offices.isEmpty()) {
            values.put("offices", offices);
        }
        return values;
    }

    private List<Missed> missed(List<String> offices, Map<String, Object> values, Instant now, int most) {
        return database.sql("select m.*, h.text from ("
                        + MISSED.formatted(HistoryLines.SAID_OF_MISS, Clauses.MISSED, Clauses.REPAIR, among(offices))
                        + ") m left join history_entry h on h.id = m.said order by m.due_at desc, m.slip_number")
                .params(values)
                .param("most", most)
                .query((row, index) -> missed(row, now))
                .list();
    }

    private static Missed missed(ResultSet row, Instant now) throws SQLException {
        Instant due = LocalTimes.instant(row, "due_at");
        Instant kept = LocalTimes.instantOrNull(row, "ended_at");
        String technician = row.getString("technician");
        return new Missed(
                row.getString("slip_number"),
                row.getString("place"),
                CommitmentKind.valueOf(row.getString("kind")),
                row.getString("step_name"),
                row.getString("clause"),
                due,
                Duration.between(due, kept == null ? now : kept),
                kept != null,
                technician == null ? row.getString("clerk") : technician,
                row.getString("text"));
    }

    private List<AccidentClocks> accidents(List<String> offices, Map<String, Object> values, int most) {
        return database.sql(ACCIDENTS.formatted(TodayFigure.ACCIDENTS.condition(), among(offices)))
                .params(values)
                .param("most", most)
                .query((row, index) -> new AccidentClocks(
                        row.getString("number"),
                        row.getString("place"),
                        LocalTimes.instant(row, "accident_declared_at"),
                        LocalTimes.instantOrNull(row, "answer_due"),
                        LocalTimes.instantOrNull(row, "accident_answered_at"),
                        LocalTimes.instantOrNull(row, "solution_due"),
                        LocalTimes.instantOrNull(row, "accident_solved_at")))
                .list();
    }

    private List<Load> people(List<String> offices, Map<String, Object> values) {
        return database.sql(LOAD.formatted(Clauses.RUNS, WITH_TECHNICIAN, among(offices)))
                .params(values)
                .query((row, index) -> new Load(
                        row.getString("person"),
                        row.getInt("held"),
                        row.getInt("late"),
                        LocalTimes.instantOrNull(row, "away_until")))
                .list();
    }
}
