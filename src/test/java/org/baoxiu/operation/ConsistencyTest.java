package org.baoxiu.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcedureTest
@DisplayName("维修单、流程、过程记录、时限、消息、费用互相对得上")
@Tag("long")
class ConsistencyTest {

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private RepairCase open;
    private RepairCase closed;

    @BeforeEach
    void oneIsOpenAndOneIsClosed() {
        office.timeIs("2026-05-04T09:00:00+08:00");
        closed = working()
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        office.timePasses(Duration.ofHours(1));
        open = working();
        office.timePasses(Duration.ofMinutes(11));
    }

    private RepairCase working() {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    @Test
    void whatTheOfficeHasDoneAgrees() {
        assertThat(about(open)).isEmpty();
        assertThat(about(closed)).isEmpty();
    }

    /** Behind the application, and taken back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        open   | 流程却没有了       | update slip set case_id = 'gone' where number = ?
        closed | 办它的流程还在     | update slip set case_id = (select max(e.id_) from act_ru_execution e where e.parent_id_ is null and e.business_key_ = '%s') where number = ?
        closed | 没有一行过程记录   | delete from history_entry where slip_number = ?
        open   | 搜索不到           | delete from slip_text where slip_number = ?
        closed | 还有时限在走       | update commitment set ended_at = null where slip_number = ?
        open   | 没有人知道         | update commitment set ended_at = null, missed_at = null, due_at = started_at where slip_number = ?
        closed | 记的应收和审核     | update fee_entry set amount = amount + 1 where slip_number = ?
        closed | 却没有记应收       | delete from fee_entry where slip_number = ?
        closed | 最后的金额         | update slip set final_amount = final_amount + 1 where number = ?
        closed | 却没有应收         | update fee_entry set kind = 'PAYMENT', bill = null where slip_number = ?
        closed | 退的比收的多       | insert into fee_entry (slip_number, kind, amount, recorded_at, recorded_by) select number, 'REFUND', 1, closed_at, 'x' from slip where number = ?
        """)
    void whatDoesNotIsFound(String which, String says, String change) {
        RepairCase repair = which.equals("open") ? open : closed;
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            // the case that is open is not the one of the closed slip
            database.sql("update slip set case_id = 'other' where number = ? and ? = 1")
                    .params(open.number(), change.contains("%s") ? 1 : 0)
                    .update();
            database.sql(change.formatted(open.number())).param(repair.number()).update();
            assertThat(about(repair)).anyMatch(finding -> finding.contains(says));
        });
        assertThat(about(repair)).isEmpty();
    }

    @Test
    void aMessageThatNobodySends() {
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.sql(
                            """
                insert into message (event, event_key, recipient, channel, subject, text, created_at, expires_at, state, attempts)
                select 'CLOCK_MISSED', 'consistency', 'nobody', 'SMS', '', '', opened_at, closed_at, 'WAITING', 0 from slip where number = ?""")
                    .param(closed.number())
                    .update();
            long id = database.sql("select id from message where event_key = 'consistency'")
                    .query(Long.class)
                    .single();
            assertThat(findings()).contains("消息 " + id + " 在等，却不在发送队列里");
        });
    }

    private List<String> findings() {
        return new Consistency(database, clock).findings();
    }

    private List<String> about(RepairCase repair) {
        return findings().stream()
                .filter(finding -> finding.contains(repair.number()))
                .toList();
    }
}
