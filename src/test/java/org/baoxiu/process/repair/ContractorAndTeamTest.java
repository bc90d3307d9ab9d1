package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.*;
import static org.baoxiu.process.repair.ContractorAnswers.anotherTime;
import static org.baoxiu.process.repair.ContractorAnswers.came;
import static org.baoxiu.process.repair.ContractorAnswers.given;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.supported;
import static org.baoxiu.testing.Answers.with;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionOperations;

@ProcedureTest
@DisplayName("外包单位和维修班")
@Tag("Q3")
class ContractorAndTeamTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    Office office;

    @Autowired
    Contractors contractors;

    @Autowired
    Messages messages;

    @Autowired
    TransactionOperations transaction;

    @BeforeEach
    void nineOClock() {
        office.timeIs(NINE);
        contractors.register("示例水暖公司", "0755-00000121", Qualification.PLUMBING, "水-1", Qualification.FOR_LIFE);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private RepairCase registeredAs(String item) {
        return office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered(item));
    }

    private static RepairCase atWork(RepairCase repair) {
        return repair.does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    private Contractor firm(RepairCase repair, String name) {
        return ContractorAnswers.of(contractors.suitable(repair.number()), name);
    }

    private RepairCase withGasCompany(RepairCase repair) {
        return repair.does("clerk1", ORDER_CONTRACTOR, given(firm(repair, "示例燃气公司"), NINE, at(30)));
    }

    private void wants(RepairCase repair) {
        office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
    }

    private static Refusal refused(Runnable step) {
        return Refusal.of(() -> {
            try {
                step.run();
            } catch (ProcessEngineException e) {
                throw NestedExceptionUtils.getRootCause(e);
            }
        });
    }

    @Test
    @DisplayName(
            "whoever has called a contractor of their own accord enters what it did before the repair is done: nothing of it is lost")
    void notOverTheContractorsHead() {
        RepairCase repair = atWork(registeredAs("PL-01"));
        wants(repair);
        repair.does("clerk1", ORDER_CONTRACTOR, given(firm(repair, "示例水暖公司"), NINE, at(30)));

        refused(() -> repair.does("tech1", CARRY_OUT_REPAIR, done()))
                .invalid()
                .says(repair.number(), "示例水暖公司", "先登记", "退回");
        repair.does("tech1", CONTRACTOR_ARRIVAL, came(NINE));
        refused(() -> repair.does("tech1", CARRY_OUT_REPAIR, done())).invalid();
        repair.does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done()).does("tech1", CARRY_OUT_REPAIR, done());

        assertThat(repair.slip().state()).isEqualTo(SlipState.FINISHED);
        assertThat(repair.trail()).anyMatch(line -> line.startsWith("Q3 外包单位 示例水暖公司 已修好：更换阀门并查漏"));
        assertThat(messages.about(repair.number(), Event.CONTRACTOR_CALLED_OFF)).isEmpty();
    }

    @Test
    @Tag("5.1")
    @DisplayName(
            "the technician's half hour stands still while only the contractor may go on; nobody is told that the technician is late")
    void notTheTechniciansLateness() {
        RepairCase repair = withGasCompany(atWork(registeredAs("GA-01")));
        office.timeIs(at(90));
        repair.dueTimersFire();
        Commitment waiting = repair.commitment(CommitmentKind.REPAIR);
        assertThat(waiting.paused()).isTrue();
        assertThat(waiting.missedAt()).isNull();
        assertThat(waiting.pauses()).singleElement().satisfies(pause -> assertThat(pause.reason())
                .isEqualTo("等待外包单位维修"));

        repair.does("tech1", CONTRACTOR_ARRIVAL, came(at(80)));
        assertThat(repair.commitment(CommitmentKind.REPAIR).paused())
                .as("at work")
                .isTrue();
        repair.does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done());

        Commitment goesOn = repair.commitment(CommitmentKind.REPAIR);
        assertThat(goesOn.running()).isTrue();
        assertThat(goesOn.dueAt()).isEqualTo(at(120));
        office.timeIs(at(120));
        repair.dueTimersFire();
        assertThat(repair.commitment(CommitmentKind.REPAIR).missed()).isTrue();
    }

    @Test
    @Tag("5.1")
    @DisplayName("it runs where the technician may go on, and before anybody is called or after it was handed back")
    void theTechniciansLateness() {
        RepairCase own = atWork(registeredAs("PL-01"));
        wants(own);
        own.does("clerk1", ORDER_CONTRACTOR, given(firm(own, "示例水暖公司"), NINE, at(30)));
        assertThat(own.commitment(CommitmentKind.REPAIR).running()).isTrue();

        RepairCase gas = atWork(registeredAs("GA-01"));
        assertThat(gas.commitment(CommitmentKind.REPAIR).running()).isTrue();
        withGasCompany(gas);
        office.timeIs(at(20));
        gas.does("tech1", CONTRACTOR_ARRIVAL, ContractorAnswers.handedBack("contractorArrival"));
        assertThat(gas.commitment(CommitmentKind.REPAIR).running()).isTrue();
        assertThat(gas.commitment(CommitmentKind.REPAIR).dueAt()).isEqualTo(at(50));
    }

    @Test
    @DisplayName(
            "what was agreed for a time that is over by now is entered as it was; the promise is kept by the true time of the arrival")
    void enteredLater() {
        RepairCase repair = registeredAs("GA-01");
        office.timeIs(at(16));
        Contractor gas = firm(repair, "示例燃气公司");
        refused(() -> repair.does("clerk1", ORDER_CONTRACTOR, given(gas, at(2), at(1))))
                .invalid()
                .says("约定到场时间", "09:01", "联系时间", "09:02");

        repair.does("clerk1", ORDER_CONTRACTOR, given(gas, NINE, at(15))).dueTimersFire();

        assertThat(repair.commitment(CommitmentKind.CONTRACTOR_ARRIVAL).dueAt()).isEqualTo(at(15));
        assertThat(repair.commitment(CommitmentKind.CONTRACTOR_ARRIVAL).missed())
                .isTrue();
        refused(() -> repair.does("clerk1", CONTRACTOR_ARRIVAL, anotherTime("contractorArrival", at(15))))
                .invalid()
                .says("约定到场时间", "晚于现在");
        repair.does("clerk1", CONTRACTOR_ARRIVAL, came(at(14)));
        assertThat(repair.commitment(CommitmentKind.CONTRACTOR_ARRIVAL).missed())
                .isFalse();
        repair.ownerCalls("cancel");
    }

    @Test
    @Tag("4.7.4")
    @DisplayName("help that leaves the slip with whoever has it leaves the contractor's task too")
    void supportForTheSamePerson() {
        RepairCase repair = withGasCompany(atWork(registeredAs("GA-01")));

        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("help"))
                .does("supervisor", SUPPORT_REPAIR, with(supported(), "technicianId", "tech1"));

        assertThat(repair.task(CONTRACTOR_ARRIVAL).getAssignee()).isEqualTo("tech1");
        repair.does("tech1", CONTRACTOR_ARRIVAL, came(NINE)).does("tech1", CONTRACTOR_RESULT, ContractorAnswers.done());
    }

    @Test
    @DisplayName("whoever gives no number of a slip is told what one looks like")
    void noNumber() {
        for (String typed : new String[] {"12", "13800000000", "三栋"}) {
            refused(() -> office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", typed)))
                    .invalid()
                    .says("请填写维修单号，例如 WX");
        }
    }

    @Test
    @DisplayName("with a grace the history still names the time that was agreed")
    void agreedTimeWithGrace() throws IOException {
        String table = Files.readString(Path.of("processes", "service-commitments.dmn"));
        String deployment = office.deploys("service-commitments.dmn", table.replace("\"0 分钟\"", "\"10 分钟\""));
        try {
            RepairCase repair = withGasCompany(registeredAs("GA-01"));
            office.timeIs(at(39));
            assertThat(repair.dueTimersFire()
                            .commitment(CommitmentKind.CONTRACTOR_ARRIVAL)
                            .missedAt())
                    .isNull();
            office.timeIs(at(40));
            repair.dueTimersFire();

            assertThat(repair.trail()).anyMatch(line -> line.contains("外包单位到场的约定时间是 11月23日 09:30，已超时"));
            repair.ownerCalls("cancel");
        } finally {
            office.withdraws(deployment);
        }
    }

    @Test
    @DisplayName("two who begin an order at once begin one")
    void twoAtOnce() {
        RepairCase repair = registeredAs("PL-01");
        CompletableFuture<Void> second = transaction.execute(status -> {
            wants(repair);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> wants(repair));
            assertThatThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return other;
        });

        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).rootCause().hasMessageContaining("正在派外包单位");
        assertThat(repair.openTasks()).contains(ORDER_CONTRACTOR);
        assertThat(repair.task(ORDER_CONTRACTOR).getAssignee()).isEqualTo("clerk1");
        repair.ownerCalls("cancel");
    }
}
