package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_ARRIVAL;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.CONTRACTOR_RESULT;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.ORDER_CONTRACTOR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ASSESS_FAULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.assessed;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("维修项目改了，外包单位也要换")
@Tag("Q3")
class AnotherItemsContractorTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    private Office office;

    @Autowired
    private Contractors contractors;

    @Autowired
    private Messages messages;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nineOClock() {
        office.timeIs(NINE);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    /** In the machine room of a lift; it is assessed before anybody goes. */
    private RepairCase gasSmell() {
        return office.reports("clerk1", with(leakingTap(), "area", "public", "place", "电梯机房"))
                .does("clerk1", REGISTER_REQUEST, with(registered("GA-01"), "lossOrInjury", true));
    }

    private void gives(RepairCase repair, String firm) {
        repair.does(
                "clerk1",
                ORDER_CONTRACTOR,
                ContractorAnswers.given(
                        ContractorAnswers.of(contractors.suitable(repair.number()), firm),
                        NINE,
                        NINE.plus(Duration.ofMinutes(30))));
    }

    private String offered(RepairCase repair) {
        return office.localVariable(repair.task(ORDER_CONTRACTOR), "contractorOptions")
                .toString();
    }

    @Test
    @DisplayName("the gas company on its way is called off where it is the lift, and the lift's is to be called")
    void onItsWay() {
        RepairCase repair = gasSmell();
        gives(repair, "示例燃气公司");

        repair.does("supervisor", ASSESS_FAULT, assessed("LI-02", 1));

        assertThat(contractors.underWay(repair.number())).isEmpty();
        assertThat(repair.commitment(CommitmentKind.CONTRACTOR_ARRIVAL).withdrawn())
                .isTrue();
        assertThat(repair.openTasks()).contains(ORDER_CONTRACTOR).doesNotContain(CONTRACTOR_ARRIVAL);
        assertThat(offered(repair)).contains("示例电梯维保公司").doesNotContain("示例燃气公司");
        assertThat(repair.trail()).contains("Q3 外包单位 示例燃气公司 的派单结束：维修项目改为“电梯停运、异响、抖动”，没有这一项的许可");
        assertThat(messages.of("clerk2"))
                .filteredOn(message -> repair.number().equals(message.slipNumber()))
                .anyMatch(message -> message.subject().contains("请通知外包单位不用来"))
                .anyMatch(message ->
                        message.subject().contains("请联系外包单位") && message.text().contains("示例电梯维保公司"));
        gives(repair, "示例电梯维保公司");
        assertThat(repair.openTasks()).contains(CONTRACTOR_ARRIVAL).doesNotContain(ORDER_CONTRACTOR);
    }

    @Test
    @DisplayName("what the gas company has done is not the repair of the lift")
    void done() {
        RepairCase repair = gasSmell();
        gives(repair, "示例燃气公司");
        repair.does("clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(NINE))
                .does("clerk1", CONTRACTOR_RESULT, ContractorAnswers.done());
        contractors.checkDone(repair.number());

        repair.does("supervisor", ASSESS_FAULT, assessed("LI-02", 1));

        Refusal.of(() -> contractors.checkDone(repair.number())).says(repair.number(), "电梯停运", "外包单位");
        assertThat(repair.openTasks()).contains(ORDER_CONTRACTOR);
    }

    @Test
    @DisplayName(
            "nobody has been called yet: the task is for the item of now, and is none where no contractor is needed")
    void notCalledYet() {
        RepairCase lift = gasSmell().does("supervisor", ASSESS_FAULT, assessed("LI-02", 1));
        assertThat(offered(lift)).contains("示例电梯维保公司").doesNotContain("示例燃气公司");
        RepairCase hose = gasSmell();
        String task = hose.task(ORDER_CONTRACTOR).getId();
        hose.does("supervisor", ASSESS_FAULT, assessed("GA-01", 1));
        assertThat(hose.task(ORDER_CONTRACTOR).getId())
                .as("the same item, the same task")
                .isEqualTo(task);
        assertThat(gasSmell()
                        .does("supervisor", ASSESS_FAULT, assessed("PB-01", 1))
                        .openTasks())
                .doesNotContain(ORDER_CONTRACTOR);
    }

    @Test
    @DisplayName("what may only be a contractor's since the upgrade begins its order with the next look at the item")
    void sinceTheUpgrade() {
        RepairCase repair = gasSmell();
        runtime.createMessageCorrelation(ContractorOrderProcess.Messages.NOT_NEEDED)
                .processInstanceBusinessKey(repair.number())
                .correlateAll();
        database.sql("update slip set item_contractor_only = false where number = ?")
                .param(repair.number())
                .update();
        assertThat(repair.openTasks()).doesNotContain(ORDER_CONTRACTOR);
        int told = messages.about(repair.number(), Event.CONTRACTOR_NEEDED).size();

        repair.does("supervisor", ASSESS_FAULT, assessed("GA-01", 1));

        assertThat(repair.openTasks()).contains(ORDER_CONTRACTOR);
        assertThat(messages.about(repair.number(), Event.CONTRACTOR_NEEDED)).hasSizeGreaterThan(told);
    }

    @Test
    @DisplayName("what a contractor has done already is not ordered again where the item is only named more closely")
    void doneAlready() {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "area", "public", "place", "电梯机房"))
                .does("clerk1", REGISTER_REQUEST, with(registered("LI-02"), "lossOrInjury", true));
        gives(repair, "示例电梯维保公司");
        repair.does("clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(NINE))
                .does("clerk1", CONTRACTOR_RESULT, ContractorAnswers.done());

        repair.does("supervisor", ASSESS_FAULT, assessed("LI-03", 1));

        assertThat(repair.openTasks()).doesNotContain(ORDER_CONTRACTOR);
    }

    @Test
    @DisplayName(
            "the firms for another item are offered where nobody has been called yet, though the team may do it too")
    void anotherTrade() {
        contractors.register("示例水暖公司", "0755-00000121", Qualification.PLUMBING, "水-1", Qualification.FOR_LIFE);
        contractors.register("示例电工公司", "0755-00000122", Qualification.ELECTRICAL, "电-1", Qualification.FOR_LIFE);
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "lossOrInjury", true));
        office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
        assertThat(offered(repair)).contains("示例水暖公司").doesNotContain("示例电工公司");

        repair.does("supervisor", ASSESS_FAULT, assessed("EL-01", 1));

        assertThat(offered(repair)).contains("示例电工公司").doesNotContain("示例水暖公司");
        assertThat(runtime.getVariable(repair.task(ORDER_CONTRACTOR).getProcessInstanceId(), "contractorText")
                        .toString())
                .contains(repair.slip().item().name());
        gives(repair, "示例电工公司");
    }
}
