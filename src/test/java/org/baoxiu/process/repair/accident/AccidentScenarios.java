package org.baoxiu.process.repair.accident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;

import java.time.Duration;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.AccidentWork;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An accident from its report to its closing. */
@Scenarios
@DisplayName("维修事故")
class AccidentScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    void theDirectorIsToldDailyUntilTheOwnerIsAnsweredAndTheAccidentSolved() {
        RepairCase repair = TapRepair.accident(office);
        office.timePasses(Duration.ofDays(2));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3a") && line.contains("告知主任"))
                .hasSize(3);
        assertThat(repair.told(CommitmentKind.ACCIDENT_ANSWER)).hasSize(1);

        AccidentWork.answer(repair);
        office.timePasses(Duration.ofDays(6));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3a") && line.contains("告知主任"))
                .hasSize(3);
        assertThat(repair.trail())
                .filteredOn(line -> line.startsWith("5.3b") && line.contains("告知主任"))
                .hasSize(2);
    }

    @Test
    @Tag("4.4.1")
    @Tag("4.7.7")
    @Tag("5.3b")
    void theSlipStaysOpenUntilTheAccidentIsClosed() {
        RepairCase repair = TapRepair.accident(office);
        TapRepair.working(repair)
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, satisfied());
        assertThat(repair.openTasks()).containsExactly(REPORT_ACCIDENT);
        assertThat(repair.slip().state()).isEqualTo(SlipState.FOLLOWED_UP);

        AccidentWork.answer(repair);
        AccidentWork.solve(repair);
        AccidentWork.close(repair);

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.ended()).isTrue();
    }

    @Test
    @Tag("4.2.1.2")
    void nobodyCancelsAnAccident() {
        RepairCase repair = TapRepair.accident(office);
        assertThatThrownBy(() -> repair.ownerCalls("cancel")).hasMessageContaining("维修事故还没有结案，不能取消");
        assertThat(repair.openTasks()).contains(REPORT_ACCIDENT);
    }
}
