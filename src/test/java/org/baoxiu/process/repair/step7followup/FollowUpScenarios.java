package org.baoxiu.process.repair.step7followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The call-back and what follows from it. */
@Scenarios
@DisplayName("第七步：回访")
class FollowUpScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.3.6")
    void anOwnerWhoIsNotReachedIsCalledAgainUpToThreeTimes() {
        RepairCase repair = TapRepair.billed(office);
        for (int attempt = 1; attempt < 3; attempt++) {
            repair.does("clerk1", CALL_BACK_OWNER, notReached());
            assertThat(repair.openTasks()).isEmpty();
            office.timePasses(Duration.ofHours(4));
            repair.dueTimersFire();
            assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);
        }
        repair.does("clerk1", CALL_BACK_OWNER, notReached());
        repair.isClosed();
    }

    @Test
    @Tag("S7")
    @Tag("Q6")
    void dissatisfactionLeadsToAnImprovementThatTheOwnerHearsOf() {
        RepairCase repair = TapRepair.billed(office).does("clerk1", CALL_BACK_OWNER, dissatisfied());
        assertThat(repair.openTasks()).containsExactly(IMPROVE_SERVICE);

        repair.does("clerklead", IMPROVE_SERVICE, improved());

        repair.isClosed();
    }

    @Test
    @Tag("S7")
    @Tag("S6")
    void aCallBackThatSaysNotFixedStartsARework() {
        RepairCase repair = TapRepair.billed(office).does("clerk1", CALL_BACK_OWNER, notFixed());
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);

        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).as("the consent still holds").containsExactly(CARRY_OUT_REPAIR);
        repair.does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        repair.isClosed();
        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("95.50");
    }
}
