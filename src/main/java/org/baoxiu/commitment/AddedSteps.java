package org.baoxiu.commitment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.calendar.ServiceCalendar;
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
    private final ServiceCalendar calendar;
    private final Clock clock;

    AddedSteps(JdbcClient database, Slips slips, StepLimits limits, ServiceCalendar calendar, Clock clock) {
        this.database = database;
        this.slips = slips;
        this.limits = limits;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param task of the engine, one of its kind
     * @param step its id in the diagram
     * @return when it is due, if something is promised
     */
    public Optional<Instant> begin(String slipNumber, String task, String step, String name, String clause) {
        Slip slip = slips.get(slipNumber);
        Instant now = clock.instant();
        Optional<Limit> limit =
                limits.ofStep(step, slip.repairClass(), slip.intake().emergency());
        Optional<Instant> due = limit.map(found -> Commitment.start(
                        slipNumber,
                        Occurrence.of(CommitmentKind.REPAIR, now, null),
                        found,
                        slip.repairClass(),
                        slip.intake().emergency(),
                        calendar)
                .dueAt());
        database.sql(
                        "insert into added_step (task, slip_number, name, clause, started_at, due_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        task,
                        slipNumber,
                        name,
                        limit.map(Limit::clause)
                                .filter(found -> !found.isEmpty())
                                .orElse(clause),
                        LocalTimes.local(now),
                        due.map(LocalTimes::local).orElse(null))
                .update();
        return due;
    }

    public void end(String task, Person by) {
        database.sql("update added_step set ended_at = ?, person = ? where task = ?")
                .params(LocalTimes.local(clock.instant()), by.id(), task)
                .update();
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
