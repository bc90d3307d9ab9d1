package org.baoxiu.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.OfficeScope;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the customer service centre has to keep an eye on: the open slips with their clocks and the promises missed today.
 * Two queries in all, because a wall screen asks every few seconds; they read no column that tells about a person but the
 * technician.
 */
@Service
@Transactional(readOnly = true)
public class Board {

    private static final String OPEN =
            """
      select s.number, s.state, s.office, s.place, coalesce(s.item_name, s.fault) as subject, s.repair_class, s.emergency,
             s.technician, c.kind, c.due_at, c.limit_seconds, c.warning_seconds, c.missed_at, p.paused_from, p.reason
        from slip s
        left join commitment c on c.slip_number = s.number and c.ended_at is null
        left join commitment_pause p on p.commitment = c.id and p.paused_until is null
       where s.closed_at is null""";

    private static final String MISSED =
            """
      select c.slip_number, s.place, c.kind, c.due_at, c.ended_at
        from commitment c
        join slip s on s.number = c.slip_number
       where c.due_at >= :midnight and c.due_at <= :now and s.state not in ('MISTAKEN', 'JOINED') and (c.ended_at is null or c.ended_at > c.due_at)
         and not exists (select 1 from commitment_pause p where p.commitment = c.id and p.paused_until is null)
         and %s
       order by c.due_at desc, c.id desc""";

    private final JdbcClient database;
    private final Clock clock;

    Board(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One look at the board.
     *
     * @param open        most urgent first
     * @param missedToday what was due since midnight and was not kept by then, the latest first
     */
    public record Look(Instant at, List<OpenSlip> open, List<MissedClock> missedToday) {}

    /** Of the whole company. */
    public Look look() {
        return look(OfficeScope.COMPANY);
    }

    public Look look(OfficeScope scope) {
        Instant now = clock.instant();
        return new Look(now, open(now, scope), missedToday(now, scope));
    }

    /** Those of the slips that are open, most urgent first. */
    public List<OpenSlip> open(Collection<String> slipNumbers) {
        return slipNumbers.isEmpty()
                ? List.of()
                : mostUrgentFirst(
                        database.sql(OPEN + " and s.number in (:numbers)").param("numbers", slipNumbers),
                        clock.instant());
    }

    private List<OpenSlip> open(Instant now, OfficeScope scope) {
        return mostUrgentFirst(
                database.sql(OPEN + " and " + scope.condition("s.office")).param("offices", scope.parameter()), now);
    }

    private static List<OpenSlip> mostUrgentFirst(JdbcClient.StatementSpec query, Instant now) {
        Map<OpenSlip, List<OpenClock>> owed = query.query(Board::openSlips);
        return owed.entrySet().stream()
                .map(entry -> entry.getKey().with(OpenClock.pressing(entry.getValue(), now)))
                .sorted(OpenSlip.MOST_URGENT_FIRST)
                .toList();
    }

    private static Map<OpenSlip, List<OpenClock>> openSlips(ResultSet row) throws SQLException {
        Map<OpenSlip, List<OpenClock>> owed = new LinkedHashMap<>();
        while (row.next()) {
            List<OpenClock> clocks = owed.computeIfAbsent(slip(row), slip -> new ArrayList<>());
            if (row.getString("kind") != null) {
                clocks.add(openClock(row));
            }
        }
        return owed;
    }

    private static OpenSlip slip(ResultSet row) throws SQLException {
        String repairClass = row.getString("repair_class");
        return new OpenSlip(
                row.getString("number"),
                SlipState.valueOf(row.getString("state")),
                row.getString("office"),
                row.getString("place"),
                row.getString("subject"),
                repairClass == null ? null : RepairClass.valueOf(repairClass),
                row.getBoolean("emergency"),
                row.getString("technician"),
                Optional.empty());
    }

    private static OpenClock openClock(ResultSet row) throws SQLException {
        return new OpenClock(
                kind(row),
                LocalTimes.instant(row, "due_at"),
                Duration.ofSeconds(row.getLong("limit_seconds")),
                Duration.ofSeconds(row.getLong("warning_seconds")),
                LocalTimes.instantOrNull(row, "missed_at") != null,
                LocalTimes.instantOrNull(row, "paused_from"),
                row.getString("reason"));
    }

    private List<MissedClock> missedToday(Instant now, OfficeScope scope) {
        LocalDateTime local = LocalTimes.local(now);
        return database.sql(MISSED.formatted(scope.condition("s.office")))
                .param("offices", scope.parameter())
                .param("midnight", local.toLocalDate().atStartOfDay())
                .param("now", local)
                .query((row, index) -> missed(row, now))
                .list();
    }

    private static MissedClock missed(ResultSet row, Instant now) throws SQLException {
        Instant due = LocalTimes.instant(row, "due_at");
        Instant kept = LocalTimes.instantOrNull(row, "ended_at");
        return new MissedClock(
                row.getString("slip_number"),
                row.getString("place"),
                kind(row),
                due,
                Duration.between(due, kept == null ? now : kept),
                kept != null);
    }

    private static CommitmentKind kind(ResultSet row) throws SQLException {
        return CommitmentKind.valueOf(row.getString("kind"));
    }
}
