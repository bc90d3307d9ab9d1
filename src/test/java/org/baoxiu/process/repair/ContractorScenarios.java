package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.contractor.ContractorOrderProcess.Elements.*;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.contractor.ContractorRecordProcess;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The processes about outside contractors. */
@Scenarios
@DisplayName("外部单位")
class ContractorScenarios {

    @Autowired
    Office office;

    @Autowired
    Contractors contractors;

    @Test
    @Tag("Q3")
    void aContractorIsRegistered() {
        assertThat(office.starts(
                                "supervisor",
                                ContractorRecordProcess.KEY,
                                ContractorAnswers.registered("示例消防公司", "fireSafety", "2099-12-31"))
                        .isEnded())
                .isTrue();
    }

    @Test
    @Tag("Q3")
    void aSlipIsGivenToAContractorOrIsNot() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("GA-03"));

        office.starts("clerk1", ContractorOrderProcess.KEY, fields("slipNumber", repair.number()));
        repair.does("clerk1", ORDER_CONTRACTOR, ContractorAnswers.notGiven());

        assertThat(repair.openTasks()).doesNotContain(ORDER_CONTRACTOR);
    }

    @Test
    @Tag("Q3")
    void aContractorIsLateComesTwiceHandsBackAndAnotherDoesIt() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("GA-01"));
        Contractor gas = ContractorAnswers.of(contractors.suitable(repair.number()), "示例燃气公司");

        repair.does("supervisor", ORDER_CONTRACTOR, ContractorAnswers.given(gas, office.now(), in(30)))
                .does("supervisor", CONTRACTOR_ARRIVAL, ContractorAnswers.anotherTime("contractorArrival", in(40)))
                .does("supervisor", CONTRACTOR_ARRIVAL, ContractorAnswers.handedBack("contractorArrival"))
                .does("supervisor", ORDER_CONTRACTOR, ContractorAnswers.given(gas, office.now(), in(30)));
        office.timePasses(Duration.ofMinutes(31));
        repair.dueTimersFire()
                .does("clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()))
                .does("clerk1", CONTRACTOR_RESULT, ContractorAnswers.anotherTime("contractorResult", in(60)))
                .does("clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()))
                .does("clerk1", CONTRACTOR_RESULT, ContractorAnswers.handedBack("contractorResult"))
                .does("clerk1", ORDER_CONTRACTOR, ContractorAnswers.given(gas, office.now(), in(30)))
                .does("clerk1", CONTRACTOR_ARRIVAL, ContractorAnswers.came(office.now()))
                .does("clerk1", CONTRACTOR_RESULT, ContractorAnswers.done());

        assertThat(repair.openTasks()).doesNotContain(ORDER_CONTRACTOR, CONTRACTOR_ARRIVAL, CONTRACTOR_RESULT);
    }

    @Test
    @Tag("Q3")
    @Tag("S1")
    void aCancelledSlipNeedsNoContractor() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("GA-01"));

        repair.ownerCalls("cancel");

        assertThat(repair.openTasks()).isEmpty();
    }

    private Instant in(int minutes) {
        return office.now().plus(Duration.ofMinutes(minutes));
    }
}
