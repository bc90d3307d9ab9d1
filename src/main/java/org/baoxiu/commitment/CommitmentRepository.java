package org.baoxiu.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.RecordWritten;
import org.baoxiu.slip.RepairClass;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The tables of the clocks. By hand, because every step of every slip reads all of its clocks: one query does it, and pauses
 * are written only when there is a new one.
 */
@Repository
class CommitmentRepository {

    private static final String READ =
            """
      select c.id, c.version, c.slip_number, c.kind, c.clause, c.repair_class, c.emergency, c.started_at, c.limit_seconds,
             c.warning_seconds, c.again_seconds, c.service_hours, c.due_at, c.warned_at, c.missed_at, c.told_at, c.ended_at, c.technician, c.clerk,
             c.withdrawn, c.step, c.step_name, p.paused_from, p.paused_until, p.reason
        from commitment c
        left join commitment_pause p on p.commitment = c.id
       where %s = ?
       order by c.id, p.paused_from""";
    private static final String OF_SLIP = READ.formatted("c.slip_number");
    private static final String BY_ID = READ.formatted("c.id");

    private static final String BEGUN = READ.replace(
            "where %s = ?",
            "where c.id in (select b.id from commitment b where b.started_at >= :from and b.started_at < :until and b.withdrawn = false"
                    + " and b.id > :after order by b.id limit :most)");

    private static final String INSERT =
            """
      insert into commitment (version, slip_number, kind, started_at, clause, repair_class, emergency, limit_seconds,
             warning_seconds, again_seconds, service_hours, due_at, warned_at, missed_at, told_at, ended_at, technician, clerk, withdrawn,
             step, step_name)
      values (0, :slip, :kind, :started, :clause, :class, :emergency, :limit,
             :warning, :again, :serviceHours, :due, :warned, :missed, :told, :ended, :technician, :clerk, :withdrawn,
             :step, :stepName)""";
    private static final String UPDATE =
            """
      update commitment
         set version = version + 1, clause = :clause, repair_class = :class, emergency = :emergency, limit_seconds = :limit,
             warning_seconds = :warning, again_seconds = :again, service_hours = :serviceHours, due_at = :due,
             warned_at = :warned, missed_at = :missed, told_at = :told, ended_at = :ended, technician = :technician, clerk = :clerk,
             withdrawn = :withdrawn
       where id = :id and version = :version""";

    private final JdbcClient database;
    private final ApplicationEventPublisher watchers;

    CommitmentRepository(JdbcClient database, ApplicationEventPublisher watchers) {
        this.database = database;
        this.watchers = watchers;
    }

    /** All clocks of a slip, in the order of their start. */
    List<Commitment> of(String slipNumber) {
        return database.sql(OF_SLIP).param(slipNumber).query(CommitmentRepository::read);
    }

    /** Of slips, whatever became of them, that began in a span of time; in the order of their ids behind {@code after}, at most {@code most}. */
    List<Commitment> begun(Instant from, Instant until, long after, int most) {
        return database.sql(BEGUN)
                .param("from", LocalTimes.local(from))
                .param("until", LocalTimes.local(until))
                .param("after", after)
                .param("most", most)
                .query(CommitmentRepository::read);
    }

    long countBegun(Instant from, Instant until) {
        return database.sql(
                        "select count(*) from commitment where started_at >= ? and started_at < ? and withdrawn = false")
                .params(LocalTimes.local(from), LocalTimes.local(until))
                .query(Long.class)
                .single();
    }

    Optional<Commitment> find(long id) {
        return database.sql(BY_ID).param(id).query(CommitmentRepository::read).stream()
                .findFirst();
    }

    /**
     * Writes a clock, new or known.
     *
     * @throws OptimisticLockingFailureException if somebody else has written it since it was read
     */
    Commitment save(Commitment commitment) {
        if (commitment.id == null) {
            insert(commitment);
        } else {
            update(commitment);
        }
        if (!commitment.pauses.equals(commitment.savedPauses)) {
            savePauses(commitment);
        }
        watchers.publishEvent(new RecordWritten("commitment", commitment.id()));
        return commitment;
    }

    private void insert(Commitment commitment) {
        KeyHolder key = new GeneratedKeyHolder();
        state(INSERT, commitment)
                .param("slip", commitment.slipNumber)
                .param("kind", commitment.kind.name())
                .param("started", LocalTimes.local(commitment.startedAt))
                .param("step", commitment.step)
                .param("stepName", commitment.stepName)
                .update(key, "id");
        commitment.id = key.getKeyAs(Long.class);
        commitment.version = 0;
    }

    private void update(Commitment commitment) {
        int updated = state(UPDATE, commitment)
                .param("id", commitment.id)
                .param("version", commitment.version)
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException("clock " + commitment.id + " has changed since it was read");
        }
        commitment.version++;
    }

    private JdbcClient.StatementSpec state(String statement, Commitment commitment) {
        return database.sql(statement)
                .param("clause", commitment.deadline.clause)
                .param("class", commitment.repairClass == null ? null : commitment.repairClass.name())
                .param("emergency", commitment.emergency)
                .param("limit", commitment.limitSeconds)
                .param("warning", commitment.deadline.warningSeconds)
                .param("again", commitment.deadline.againSeconds)
                .param("serviceHours", commitment.serviceHours)
                .param("due", LocalTimes.local(commitment.deadline.dueAt))
                .param("warned", LocalTimes.localOrNull(commitment.deadline.warnedAt))
                .param("missed", LocalTimes.localOrNull(commitment.deadline.missedAt))
                .param("told", LocalTimes.localOrNull(commitment.deadline.toldAt))
                .param("ended", LocalTimes.localOrNull(commitment.endedAt))
                .param("technician", commitment.technician)
                .param("clerk", commitment.clerk)
                .param("withdrawn", commitment.withdrawn);
    }

    private void savePauses(Commitment commitment) {
        database.sql("delete from commitment_pause where commitment = ?")
                .param(commitment.id)
                .update();
        commitment.pauses.forEach(pause -> database.sql(
                        "insert into commitment_pause (commitment, paused_from, paused_until, reason) values (?, ?, ?, ?)")
                .params(
                        commitment.id,
                        LocalTimes.local(pause.pausedFrom()),
                        LocalTimes.localOrNull(pause.pausedUntil()),
                        pause.reason())
                .update());
        commitment.savedPauses = commitment.pauses();
    }

    private static List<Commitment> read(ResultSet row) throws SQLException {
        Map<Long, Commitment> read = new LinkedHashMap<>();
        while (row.next()) {
            Commitment commitment = read.get(row.getLong("id"));
            if (commitment == null) {
                commitment = commitment(row);
                read.put(commitment.id, commitment);
            }
            Instant paused = LocalTimes.instantOrNull(row, "paused_from");
            if (paused != null) {
                commitment.pauses.add(new CommitmentPause(
                        paused, LocalTimes.instantOrNull(row, "paused_until"), row.getString("reason")));
            }
        }
        read.values().forEach(commitment -> commitment.savedPauses = commitment.pauses());
        return new ArrayList<>(read.values());
    }

    private static Commitment commitment(ResultSet row) throws SQLException {
        Commitment commitment = new Commitment();
        commitment.id = row.getLong("id");
        commitment.version = row.getLong("version");
        commitment.slipNumber = row.getString("slip_number");
        commitment.kind = CommitmentKind.valueOf(row.getString("kind"));
        commitment.deadline.clause = row.getString("clause");
        String repairClass = row.getString("repair_class");
        commitment.repairClass = repairClass == null ? null : RepairClass.valueOf(repairClass);
        commitment.emergency = row.getBoolean("emergency");
        commitment.startedAt = LocalTimes.instant(row, "started_at");
        commitment.limitSeconds = row.getLong("limit_seconds");
        commitment.deadline.warningSeconds = row.getLong("warning_seconds");
        commitment.deadline.againSeconds = row.getLong("again_seconds");
        commitment.serviceHours = row.getBoolean("service_hours");
        commitment.deadline.dueAt = LocalTimes.instant(row, "due_at");
        commitment.deadline.warnedAt = LocalTimes.instantOrNull(row, "warned_at");
        commitment.deadline.missedAt = LocalTimes.instantOrNull(row, "missed_at");
        commitment.deadline.toldAt = LocalTimes.instantOrNull(row, "told_at");
        commitment.endedAt = LocalTimes.instantOrNull(row, "ended_at");
        commitment.technician = row.getString("technician");
        commitment.clerk = row.getString("clerk");
        commitment.withdrawn = row.getBoolean("withdrawn");
        commitment.step = row.getString("step");
        commitment.stepName = row.getString("step_name");
        return commitment;
    }
}
