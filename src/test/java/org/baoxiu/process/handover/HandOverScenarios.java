package org.baoxiu.process.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.handover.HandOverAnswers.back;
import static org.baoxiu.process.handover.HandOverAnswers.handOver;
import static org.baoxiu.process.handover.HandOverAnswers.leave;
import static org.baoxiu.process.handover.HandOverAnswers.roster;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.leakingTap;

import java.time.Duration;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The processes in which the heads say who works on what. */
@Scenarios
@DisplayName("交接、离岗、值班")
class HandOverScenarios {

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Test
    @Tag("3.3")
    void theLeadHandsOverTheRegistrationOfAClerk() {
        RepairCase repair = office.reports("clerk1", leakingTap());

        assertThat(office.starts(
                                "clerklead",
                                HandOverProcess.KEY,
                                handOver("clerk1", "handOverSlip", repair.number(), "handOverTo", "clerk2"))
                        .isEnded())
                .isTrue();

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk2");
    }

    @Test
    @Tag("3.3")
    void anAbsenceBeginsAndEnds() {
        ProcessInstance absence = office.starts(
                "supervisor",
                AbsenceProcess.KEY,
                leave(
                        "tech3",
                        office.now().plus(Duration.ofDays(2)),
                        "stays",
                        "absentFrom",
                        office.now().plus(Duration.ofDays(1)).toString()));
        assertThat(waits(absence)).containsExactly(AbsenceProcess.Elements.ABSENCE_BEGINS);

        timePasses(absence, Duration.ofDays(1));
        assertThat(waits(absence)).containsExactly(AbsenceProcess.Elements.ABSENCE_ENDS);

        timePasses(absence, Duration.ofDays(1));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(absence.getId())
                        .count())
                .isZero();
    }

    @Test
    @Tag("3.3")
    void anAbsenceFromNowOnEndsEarlier() {
        ProcessInstance absence = office.starts(
                "supervisor", AbsenceProcess.KEY, leave("tech3", office.now().plus(Duration.ofDays(1)), "backToGroup"));
        assertThat(waits(absence)).containsExactly(AbsenceProcess.Elements.ABSENCE_ENDS);

        assertThat(office.starts("supervisor", AbsenceProcess.KEY, back("tech3"))
                        .isEnded())
                .isTrue();
        timePasses(absence, Duration.ofDays(1));
    }

    @Test
    @Tag("3.3")
    void theRosterIsRecordedAndLookedAtEveryHour() {
        assertThat(office.starts(
                                "supervisor",
                                DutyRosterProcess.KEY,
                                roster("dutyDirector", "12-01 08:00-20:00 dutydirector"))
                        .isEnded())
                .isTrue();
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey(RosterCheck.KEY)
                        .singleResult()
                        .getId());
        office.starts("supervisor", DutyRosterProcess.KEY, roster("dutyDirector", "12-01 清空"));
    }

    private Iterable<String> waits(ProcessInstance absence) {
        return engine.getRuntimeService().getActiveActivityIds(absence.getId());
    }

    private void timePasses(ProcessInstance absence, Duration time) {
        office.timePasses(time);
        for (Job due : engine.getManagementService()
                .createJobQuery()
                .processInstanceId(absence.getId())
                .list()) {
            engine.getManagementService().executeJob(due.getId());
        }
    }
}
