package org.baoxiu.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the promises of steps that the process owner has added (3.4): when each began, is due and was done. */
@Service
@Transactional
public class AddedSteps {

    private final JdbcClient database;
    private final Slips slips;
    private final StepLimits limits;
    private final Commitments commitments;
    private final Clock clock;

    AddedSteps(JdbcClient database, Slips slips, StepLimits limits, Commitments commitments, Clock clock) {
        this.database = database;
        this.slips = slips;
        this.limits = limits;
        this.commitments = commitments;
        this.clock = clock;
    }

    /**
     * A step that is not done yet and has a promise.
     *
     * @param task of the engine
     */
    public record Open(String task, long commitment) {}

    /**
     * @param task of the engine, one of its kind
     * @param step its id in the diagram
     * @return when it is due, if something is promised
     */
    public Optional<Instant> begin(String slipNumber, String task, String step, String name, String clause) {
        Slip slip = slips.get(slipNumber);
        Optional<Limit> limit =
                limits.ofStep(step, slip.repairClass(), slip.intake().emergency());
        String named =
                limit.map(Limit::clause).filter(found -> !found.isEmpty()).orElse(clause);
        Commitment promise =
                limit.map(found -> commitments.begin(slip, step, name, found)).orElse(null);
        database.sql(
                        "insert into added_step (task, slip_number, name, clause, started_at, due_at, commitment) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task,
                        slipNumber,
                        name,
                        named,
                        LocalTimes.local(clock.instant()),
                        promise == null ? null : LocalTimes.local(promise.dueAt()),
                        promise == null ? null : promise.id())
                .update();
        return Optional.ofNullable(promise).map(Commitment::dueAt);
    }

    public void end(String task, Person by) {
        Instant now = clock.instant();
        database.sql("update added_step set ended_at = ?, person = ? where task = ?")
                .params(LocalTimes.local(now), by.id(), task)
                .update();
        promise(task).ifPresent(promise -> commitments.keep(promise, now));
    }

    /** The case goes on without it. */
    public void abandon(String task) {
        promise(task).ifPresent(commitments::withdraw);
    }

    /** Of a step, if one was made and is owed. */
    private Optional<Commitment> promise(String task) {
        return database.sql("select commitment from added_step where task = ? and commitment is not null")
                .param(task)
                .query(Long.class)
                .optional()
                .map(commitments::get)
                .filter(promise -> !promise.ended());
    }

    /** Of all slips, those of which somebody may have to be told now. */
    @Transactional(readOnly = true)
    public List<Open> open() {
        return database.sql(
                        """
                select a.task, a.commitment from added_step a join commitment c on c.id = a.commitment
                 where a.ended_at is null and c.ended_at is null
                   and (c.due_at <= :now or c.warning_seconds > 0 and c.warned_at is null)
                   and (c.missed_at is null or c.again_seconds > 0)
                 order by c.due_at, c.id""")
                .param("now", LocalTimes.local(clock.instant()))
                .query((row, line) -> new Open(row.getString("task"), row.getLong("commitment")))
                .list();
    }

    /** Of a slip, the oldest first. */
    public List<AddedStep> of(String slipNumber) {
        return database.sql("select * from added_step where slip_number = ? order by started_at, task")
                .param(slipNumber)
                .query((row, line) -> new AddedStep(
                        row.getString("name"),
                        row.getString("clause"),
                        LocalTimes.instant(row, "started_at"),
                        LocalTimes.instantOrNull(row, "due_at"),
                        LocalTimes.instantOrNull(row, "ended_at"),
                        row.getString("person")))
                .list();
    }
}
