package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.ANSWER_OWNER;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.PLAN_SOLUTION;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.SOLVE_ACCIDENT;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.util.Date;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks are due when the promise is that they keep, and whoever keeps it is reminded. */
@Scenarios
@DisplayName("任务的到期时间")
class DueDateScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.6.1a")
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("4.6.4")
    @Tag("5.1")
    void theTaskListByDueDateIsTheOrderOfWork() {
        RepairCase repair = TapRepair.reported(office);
        isDue(repair, REGISTER_REQUEST, CommitmentKind.REGISTRATION);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        isDue(repair, ASSESS_FAULT, CommitmentKind.ARRIVAL);
        repair.does("supervisor", ASSESS_FAULT, with(assessed("PL-01", 1), "surveyNeeded", true));
        isDue(repair, SURVEY_SITE, CommitmentKind.ARRIVAL);

        RepairCase daily = TapRepair.registered(office);
        isDue(daily, PICK_UP_SLIP, CommitmentKind.ARRIVAL);
        daily.does("tech1", PICK_UP_SLIP, pickedUp());
        isDue(daily, VISIT_SITE, CommitmentKind.ARRIVAL);
        daily.does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        isDue(daily, CARRY_OUT_REPAIR, CommitmentKind.REPAIR);
        daily.does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        isDue(daily, SUPPORT_REPAIR, CommitmentKind.REPAIR);
        daily.does("supervisor", SUPPORT_REPAIR, supported()).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        isDue(daily, AGREE_DEFERRAL, CommitmentKind.DEFERRAL_CALL);

        RepairCase finished = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        isDue(finished, ACCEPT_REPAIR, CommitmentKind.RESULT_REPORT);
        finished.does("tech1", ACCEPT_REPAIR, accepted());
        isDue(finished, REPORT_RESULT, CommitmentKind.RESULT_REPORT);
    }

    @Test
    @Tag("5.2")
    @Tag("5.3a")
    @Tag("5.3b")
    void theTasksOfAnAccidentAreDueWithItsPromises() {
        RepairCase repair = TapRepair.working(TapRepair.important(office));
        isDue(repair, CARRY_OUT_REPAIR, CommitmentKind.IMPORTANT_REPAIR);
        office.takesCall("clerk1", with(call(repair.number(), "complain"), "lossOrInjury", true));
        isDue(repair, CARRY_OUT_REPAIR, CommitmentKind.ACCIDENT_SOLUTION);
        isDue(repair, REPORT_ACCIDENT, CommitmentKind.ACCIDENT_ANSWER);
        repair.does("clerklead", REPORT_ACCIDENT, accidentReported());
        isDue(repair, ANSWER_OWNER, CommitmentKind.ACCIDENT_ANSWER);
        repair.does("director", ANSWER_OWNER, accidentAnswered());
        isDue(repair, PLAN_SOLUTION, CommitmentKind.ACCIDENT_SOLUTION);
        assertThat(repair.timers())
                .extracting(Job::getDuedate)
                .contains(Date.from(
                        repair.commitment(CommitmentKind.ACCIDENT_SOLUTION).dueAt()));
        repair.does("director", PLAN_SOLUTION, accidentPlanned());
        isDue(repair, SOLVE_ACCIDENT, CommitmentKind.ACCIDENT_SOLUTION);
    }

    private static void isDue(RepairCase repair, String task, CommitmentKind kind) {
        assertThat(repair.task(task).getDueDate())
                .as(task)
                .isEqualTo(repair.commitment(kind).dueAt());
    }

    @Test
    @Tag("4.6.2")
    void whoShouldBeOnSiteIsRemindedAtTwoThirdsOfTheTime() {
        RepairCase repair = TapRepair.registered(office);
        office.timePasses(Duration.ofSeconds(599));
        assertThat(repair.dueTimersFire().trail()).noneMatch(line -> line.contains("即将到时"));
        office.timePasses(Duration.ofSeconds(1));
        assertThat(repair.dueTimersFire().dueTimersFire().trail())
                .filteredOn(line -> line.contains("即将到时"))
                .containsExactly("4.6.2 到场的时限是 11月23日 09:15，即将到时：告知工程部维修班、工程部主管");
        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
    }
}
