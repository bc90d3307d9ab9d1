package org.baoxiu.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.baoxiu.shared.LocalTimes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether slips, cases, history, promises, messages and money agree. It reads tables only, those of the engine too, so that the command
 * line asks the same as the page, without an engine.
 */
final class Consistency {

    /** A timer that is due waits for its turn, and a message for its place in the queue. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final int MOST_OF_ONE_KIND = 100;

    /**
     * One question, whose answer is the numbers or keys of what does not agree.
     *
     * @param says what does not agree, with %s for one of them
     * @param sql  may use {@code :late}, the moment from which on something may still be under way
     */
    private record Question(String says, String sql) {}

    private static final List<Question> QUESTIONS = List.of(
            // slips and cases
            new Question(
                    "维修单 %s 没有办完，办它的流程却没有了",
                    """
            select s.number from slip s where s.closed_at is null and s.opened_at < :late
               and not exists (select 1 from act_ru_execution e where e.proc_inst_id_ = s.case_id)"""),
            new Question(
                    "维修单 %s 已经结束，办它的流程还在",
                    """
            select s.number from slip s join act_ru_execution e on e.id_ = s.case_id where s.closed_at < :late"""),
            new Question(
                    "流程 %s 没有维修单",
                    """
            select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
             where d.key_ = 'repairRequest' and e.parent_id_ is null
               and not exists (select 1 from slip s where s.case_id = e.id_)"""),
            // history
            new Question(
                    "维修单 %s 没有一行过程记录",
                    "select s.number from slip s where not exists (select 1 from history_entry h where h.slip_number = s.number)"),
            new Question(
                    "维修单 %s 搜索不到",
                    "select s.number from slip s where not exists (select 1 from slip_text t where t.slip_number = s.number)"),
            new Question(
                    "照片 %s 没有图像",
                    "select p.id from photo p where not exists (select 1 from photo_image i where i.photo_id = p.id)"),
            // promises
            new Question(
                    "维修单 %s 已经结束，还有时限在走",
                    """
            select distinct s.number from slip s join commitment c on c.slip_number = s.number
             where s.closed_at < :late and c.ended_at is null"""),
            new Question(
                    "维修单 %s 的时限到了十多分钟，没有人知道",
                    """
            select distinct c.slip_number from commitment c join slip s on s.number = c.slip_number
             where s.closed_at is null and c.ended_at is null and c.missed_at is null and not c.withdrawn and c.due_at < :late
               and not exists (select 1 from commitment_pause p where p.commitment = c.id and p.paused_until is null)"""),
            new Question(
                    "维修单 %s 的时限还没开始就停了",
                    """
            select distinct c.slip_number from commitment c join commitment_pause p on p.commitment = c.id
             where p.paused_until < p.paused_from"""),
            // messages
            new Question(
                    "消息 %s 在等，却不在发送队列里",
                    """
            select m.id from message m where m.state = 'WAITING' and m.created_at < :late
               and not exists (select 1 from message_queue q where q.task_name = 'deliver'
                                  and q.task_instance = cast(m.id as varchar(20)))"""),
            new Question(
                    "发送队列里的 %s 没有消息",
                    """
            select q.task_instance from message_queue q where q.task_name = 'deliver'
               and not exists (select 1 from message m where cast(m.id as varchar(20)) = q.task_instance)"""),
            new Question(
                    "维修单 %s 不存在，却有它的消息",
                    """
            select distinct m.slip_number from message m where m.slip_number is not null
               and not exists (select 1 from slip s where s.number = m.slip_number)"""),
            // money
            new Question(
                    "维修单 %s 记的应收和审核的账单不一样",
                    """
            select f.slip_number from (select slip_number, sum(amount) as charged from fee_entry where kind = 'BILLED' group by slip_number) f
             where f.charged <> coalesce((select b.reviewed_amount from bill b where b.id =
                     (select max(l.id) from bill l where l.slip_number = f.slip_number and l.reviewed_amount is not null)), 0)"""),
            new Question(
                    "维修单 %s 的账单审核过，却没有记应收",
                    """
            select distinct b.slip_number from bill b where b.reviewed_amount is not null
               and not exists (select 1 from fee_entry f where f.bill = b.id)"""),
            new Question(
                    "维修单 %s 最后的金额和审核的账单不一样",
                    """
            select s.number from slip s join bill b on b.id =
                     (select max(l.id) from bill l where l.slip_number = s.number and l.reviewed_amount is not null)
             where s.state = 'CLOSED' and s.final_amount is not null and s.final_amount <> b.reviewed_amount"""),
            new Question(
                    "维修单 %s 退的比收的多",
                    """
            select slip_number from fee_entry group by slip_number
            having sum(case when kind = 'REFUND' then amount else 0 end) > sum(case when kind = 'PAYMENT' then amount else 0 end)"""),
            new Question(
                    "维修单 %s 收过钱，却没有应收",
                    """
            select slip_number from fee_entry group by slip_number
            having sum(case when kind = 'BILLED' then 1 else 0 end) = 0"""));

    private final JdbcClient database;
    private final Clock clock;

    Consistency(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One sentence for each thing that does not agree; at most a hundred of a kind. */
    List<String> findings() {
        Instant late = clock.instant().minus(GRACE);
        return QUESTIONS.stream()
                .flatMap(question -> {
                    JdbcClient.StatementSpec asked = database.sql(question.sql());
                    return (question.sql().contains(":late") ? asked.param("late", LocalTimes.local(late)) : asked)
                            .query((row, index) -> question.says().formatted(row.getString(1))).list().stream()
                                    .limit(MOST_OF_ONE_KIND);
                })
                .toList();
    }
}
