package org.baoxiu.process.repair.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.call;
import static org.baoxiu.testing.Answers.complaintAnswered;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner calls: to ask, to urge, to complain, to cancel. */
@Scenarios
@DisplayName("业主来电")
class OwnerCallScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("3.1")
    @Tag("Q1")
    void aCallThatIsSearchedAgainIsAnsweredOrEndsWithoutAnything() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        ProcessInstance call = office.starts("clerk1", OwnerContactProcess.KEY, fields("caller", "99887766"));
        office.answersCall("clerk1", call, fields("contactKind", "search", "caller", repair.number()));
        office.answersCall("clerk1", call, call(repair.number(), "enquire"));
        assertThat(repair.trail()).contains("Q1 业主来电问进度，已答复：等了很久");

        ProcessInstance wrongNumber = office.starts("clerk1", OwnerContactProcess.KEY, fields("caller", "99887766"));
        office.answersCall("clerk1", wrongNumber, fields("contactKind", "nothing"));
        assertThat(office.contactTask(wrongNumber)).isNull();
    }

    @Test
    @Tag("4.2.1.1")
    void theThirdUrgeOrComplaintMakesItAnAccident() {
        RepairCase repair = hourly(hourly(TapRepair.registered(office), "urge"), "urge");
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);

        hourly(repair, "urge");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
        hourly(repair, "urge");
        assertThat(repair.openTasks()).as("handed over once").containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.1")
    @Tag("4.2.1.1")
    void everyComplaintIsAnsweredAndTheThirdRaisesTheClass() {
        RepairCase repair = hourly(TapRepair.registered(office), "complain");
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, ANSWER_COMPLAINT);
        repair.does("clerklead", ANSWER_COMPLAINT, complaintAnswered());

        hourly(hourly(repair, "urge"), "complain");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, ANSWER_COMPLAINT, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.2.1.2")
    void lossOrInjuryReportedAtAnyMomentIsAnAccident() {
        RepairCase repair = TapRepair.working(office);
        office.takesCall("clerk1", with(call(repair.number(), "complain"), "lossOrInjury", true));
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(CARRY_OUT_REPAIR, ANSWER_COMPLAINT, REPORT_ACCIDENT);
    }

    @Test
    @Tag("S1")
    void theOwnerCancelsBeforeTheWorkStarts() {
        RepairCase repair = TapRepair.onSite(office).ownerCalls("cancel");

        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
    }

    /** After the first hour the arrival is missed, so that what the owner says counts; within an hour it counts once. */
    private RepairCase hourly(RepairCase repair, String kind) {
        office.timePasses(Duration.ofMinutes(61));
        return repair.ownerCalls(kind);
    }
}
