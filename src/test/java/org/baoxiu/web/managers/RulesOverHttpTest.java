package org.baoxiu.web.managers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.audit.KeptRule;
import org.baoxiu.audit.KeptRules;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcedureTest
@DisplayName("制度核查")
@Tag("long")
class RulesOverHttpTest {

    private static final String PERIOD = "from=2032-05-03&until=2032-05-03";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    @Autowired
    private KeptRules rules;

    @Autowired
    private PlatformTransactionManager transactions;

    private RepairCase repair;

    /** A day that no other test has. */
    @BeforeEach
    void oneIsClosed() {
        office.timeIs("2032-05-03T09:00:00+08:00");
        repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    @AfterEach
    void theTimeIsAsItWas() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("what the office has done breaks none, and each has its clause and its definition beside it")
    void nothingIsBroken() {
        String page = opens("/rules?" + PERIOD);

        for (KeptRule rule : KeptRule.values()) {
            assertThat(broken(page, rule)).as(rule.title()).isZero();
            assertThat(page).contains("<td>" + rule.clause() + "</td>", "<td>" + rule.definition() + "</td>");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        WORK_WITHOUT_CONSENT             | update quote set consent_outcome = 'REFUSED' where slip_number = ?
        WORK_WITHOUT_CONSENT             | update quote set decided_at = timestamp '2032-05-04 00:00:00' where slip_number = ?
        BILL_ABOVE_CONSENT               | update bill set reviewed_amount = reviewed_amount + 0.01 where slip_number = ?
        FORCED_ENTRY_WITHOUT_APPLICATION | update slip set forced_entry = true where number = ?
        CALL_BACK_BY_TECHNICIAN          | update call_back set called_by = 'tech1' where slip_number = ?
        WITHOUT_QUALIFICATION            | update slip set technician = 'clerk1' where number = ?
        TIMES_RUN_BACKWARDS              | update slip set closed_at = timestamp '2032-05-03 08:59:59' where number = ?
        TIMES_RUN_BACKWARDS              | update slip set finished_at = timestamp '2032-05-03 08:59:59' where number = ?
        TIMES_RUN_BACKWARDS              | update slip set picked_up_at = timestamp '2032-05-04 00:00:00' where number = ?
        MATERIAL_WITHOUT_REVIEW          | update bill set reviewed_amount = null where slip_number = ?
        """)
    @DisplayName("whatever was put in behind the steps is found, and nothing else")
    void whatIsBrokenIsFound(KeptRule rule, String change) {
        new TransactionTemplate(transactions).executeWithoutResult(behind -> {
            behind.setRollbackOnly();
            database.sql(change).param(repair.number()).update();

            assertThat(rules.broken(on("2032-05-03", List.of())).get(rule)).isOne();
            assertThat(rules.numbers(rule, on("2032-05-03", List.of("一号管理处")), 0, 10))
                    .containsExactly(repair.number());
            assertThat(rules.broken(on("2032-05-03", List.of("二号管理处"))).get(rule))
                    .isZero();
            assertThat(rules.broken(on("2032-05-04", List.of())).get(rule)).isZero();
        });
    }

    private static KeptRules.Scope on(String day, List<String> offices) {
        Instant begin = Instant.parse(day + "T00:00:00+08:00");
        return new KeptRules.Scope(begin, begin.plus(Duration.ofDays(1)), offices);
    }

    @Test
    @DisplayName("a figure leads to its slips")
    void theSlipsBehindAFigure() {
        database.sql("update slip set forced_entry = true where number = ?")
                .param(repair.number())
                .update();
        try {
            assertThat(broken(opens("/rules?" + PERIOD), KeptRule.FORCED_ENTRY_WITHOUT_APPLICATION))
                    .isOne();
            assertThat(opens("/rules/slips?rule=FORCED_ENTRY_WITHOUT_APPLICATION&" + PERIOD))
                    .contains("共 <b>1</b> 张", repair.number(), "4.7.5");
        } finally {
            database.sql("update slip set forced_entry = false where number = ?")
                    .param(repair.number())
                    .update();
        }
    }

    @Test
    @DisplayName("what cannot be read is said in words")
    void unreadable() {
        Phone director = Phone.of(port, "director");
        assertThat(director.opens("/rules?from=2032-13-01").body()).contains("日期请写成");
        assertThat(director.opens("/rules/slips?rule=NONE").body()).contains("没有这项核查");
        assertThat(List.of("clerk1", "tech1")).allSatisfy(person -> assertThat(
                        Phone.of(port, person).opens("/rules").status())
                .isEqualTo(403));
    }

    private String opens(String address) {
        return Phone.of(port, "director").opens(address).body();
    }

    private static long broken(String page, KeptRule rule) {
        Matcher line = Pattern.compile(Pattern.quote(rule.title()) + "</th>.*?<a [^>]*>(\\d+)</a>", Pattern.DOTALL)
                .matcher(page);
        assertThat(line.find()).as(rule.title()).isTrue();
        return Long.parseLong(line.group(1));
    }
}
