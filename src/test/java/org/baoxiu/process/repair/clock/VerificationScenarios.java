package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.escalated;
import static org.baoxiu.testing.Answers.verified;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.LampRepair;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Public work is verified by the 25th. */
@Scenarios
@DisplayName("公共维修在25日前核查")
class VerificationScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.5.1")
    void publicWorkThatIsVerifiedInTheLastSecondOfThe25thIsNoNews() {
        RepairCase repair = LampRepair.repaired(office);
        assertThat(repair.task(VERIFY_PUBLIC_REPAIR).getDueDate())
                .isEqualTo(repair.commitment(CommitmentKind.VERIFICATION).dueAt());
        office.timeIs("2026-11-25T23:59:59+08:00");
        repair.dueTimersFire().does("clerk1", VERIFY_PUBLIC_REPAIR, verified());

        office.timeIs("2026-11-26T00:00:00+08:00");
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.VERIFICATION)).isEmpty();
        assertThat(repair.commitment(CommitmentKind.VERIFICATION).missed()).isFalse();
        assertThat(repair.trail()).noneMatch(line -> line.contains("核查公共维修的时限是"));
    }

    @Test
    @Tag("4.5.1")
    void publicWorkThatIsNotVerifiedOnThe25thReachesTheHeadOfCustomerServiceOnce() {
        RepairCase repair = LampRepair.repaired(office);
        Instant the26th = Instant.parse("2026-11-25T16:00:00Z");
        office.timeIs(the26th);
        repair.dueTimersFire().dueTimersFire();

        List<Task> told = repair.told(CommitmentKind.VERIFICATION);
        assertThat(told).hasSize(1);
        assertThat(repair.candidateGroups(told.get(0))).containsExactly("customerServiceLead");
        assertThat(repair.trail())
                .filteredOn(line -> line.contains("核查公共维修的时限是"))
                .containsExactly("4.5.1 核查公共维修的时限是 11月25日 23:59，已超时：告知客户服务中心主管");

        repair.does("clerk1", VERIFY_PUBLIC_REPAIR, verified());
        Commitment missed = repair.commitment(CommitmentKind.VERIFICATION);
        assertThat(missed.dueAt()).isEqualTo(the26th.minusMillis(1));
        assertThat(missed.missedAt()).isEqualTo(the26th);
        assertThat(missed.endedAt()).isEqualTo(the26th);
        assertThat(missed.lateness()).contains(Duration.ofMillis(1));
        assertThat(repair.told(CommitmentKind.VERIFICATION))
                .as("what is done needs no answer any more")
                .isEmpty();
    }

    @Test
    @Tag("4.5.1")
    void theHeadOfCustomerServiceTakesAnOverdueVerificationOver() {
        RepairCase repair = LampRepair.repaired(office);
        office.timeIs("2026-11-26T08:00:00+08:00");
        repair.dueTimersFire()
                .does("clerklead", repair.told(CommitmentKind.VERIFICATION).get(0), escalated("takeOver"));
        assertThat(repair.task(VERIFY_PUBLIC_REPAIR).getAssignee()).isEqualTo("clerklead");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T23:59:00+08:00, 2026-11-25T15:59:59.999Z",
        "2026-11-26T00:00:00+08:00, 2026-12-25T15:59:59.999Z"
    })
    @Tag("4.5.1")
    void workFinishedAfterThe25thIsVerifiedByThe25thOfTheNextMonth(String finished, Instant due) {
        office.timeIs(finished);
        assertThat(LampRepair.repaired(office)
                        .commitment(CommitmentKind.VERIFICATION)
                        .dueAt())
                .isEqualTo(due);
    }
}
