package org.baoxiu.nodes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about the registration clocks of all slips of one street. */
final class Ledger {

    /**
     * How often one slip's miss was noted, wherever it is noted.
     *
     * @param misses missed clocks, {@code lines} of the history about it, {@code tasks} to handle it, {@code fired} timers and
     *               {@code failed} attempts at it in the engine's job log
     */
    record Escalation(String slip, int misses, int lines, int tasks, int fired, int failed) {

        boolean once() {
            return misses == 1 && lines == 1 && tasks == 1 && fired == 1 && failed == 0;
        }
    }

    /** A missed clock as it is on record. */
    record Miss(Instant receivedAt, Instant dueAt, Instant missedAt, String line) {}

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final String MISS_LINE = "h.slip_number = s.number and h.text like '%已超时%'";
    private static final String TIMER = "process_instance_id_ = s.case_id and act_id_ = 'Timer_RegistrationOverdue'";
    private static final String FIRED = TIMER + " and job_state_ = 2";

    private final JdbcClient sql;
    private final String street;

    Ledger(DataSource database, String street) {
        this.sql = JdbcClient.create(database);
        this.street = street + "%";
    }

    List<Escalation> escalations() {
        return sql.sql(
                        """
        select s.number as slip,
          (select count(*) from commitment c where c.slip_number = s.number and c.missed_at is not null) as misses,
          (select count(*) from history_entry h where %s) as lines,
          (select count(*) from act_hi_taskinst t
            where t.proc_inst_id_ = s.case_id and t.task_def_key_ = 'Task_HandleEscalation') as tasks,
          (select count(*) from act_hi_job_log where %s) as fired,
          (select count(*) from act_hi_job_log where %s and job_state_ = 1) as failed
        from slip s where s.place like ?"""
                                .formatted(MISS_LINE, FIRED, TIMER))
                .param(street)
                .query(Escalation.class)
                .list();
    }

    int fired() {
        return sql.sql("select count(*) from slip s, act_hi_job_log where " + FIRED + " and s.place like ?")
                .param(street)
                .query(Integer.class)
                .single();
    }

    int firedBy(Node node) {
        return sql.sql("select count(*) from slip s, act_hi_job_log where " + FIRED
                        + " and s.place like ? and hostname_ = ?")
                .params(street, node.name())
                .query(Integer.class)
                .single();
    }

    int registered() {
        return sql.sql("select count(*) from slip where place like ? and registered_at is not null")
                .param(street)
                .query(Integer.class)
                .single();
    }

    /** To deliver a message, which have ended in one way or the other. */
    int attempts() {
        return sql.sql(
                        "select coalesce(sum(attempts), 0) from message m join slip s on s.number = m.slip_number where s.place like ?")
                .param(street)
                .query(Integer.class)
                .single();
    }

    /** How long timers may wait for the node that has taken them. */
    Instant lockedUntil() {
        return time(sql.sql(
                        """
        select max(lock_exp_time_) from act_ru_job join slip on process_instance_id_ = case_id where place like ?""")
                .param(street)
                .query(LocalDateTime.class)
                .single());
    }

    /** In the order in which they were noticed. */
    List<Miss> misses() {
        return sql.sql(
                        """
        select s.received_at, c.due_at, c.missed_at, h.text
        from slip s join commitment c on c.slip_number = s.number join history_entry h on %s
        where s.place like ? and c.missed_at is not null order by c.missed_at, c.due_at"""
                                .formatted(MISS_LINE))
                .param(street)
                .query((row, number) -> new Miss(
                        time(row.getObject(1, LocalDateTime.class)),
                        time(row.getObject(2, LocalDateTime.class)),
                        time(row.getObject(3, LocalDateTime.class)),
                        row.getString(4)))
                .list();
    }

    private static Instant time(LocalDateTime local) {
        return local.atZone(OFFICE).toInstant();
    }
}
