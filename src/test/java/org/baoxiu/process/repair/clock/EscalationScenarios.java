package org.baoxiu.process.repair.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What those who are told of a missed promise do about it. */
@Scenarios
@DisplayName("超时以后")
class EscalationScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("5.2")
    void anOverdueImportantRepairGoesOnOnlyWithTheDirectorsApproval() {
        RepairCase repair = TapRepair.important(office);
        office.timePasses(Duration.ofHours(44));
        assertThat(repair.dueTimersFire().trail())
                .filteredOn(line -> line.contains("重要维修修好的时限是"))
                .singleElement()
                .asString()
                .contains("即将到时：告知客户服务中心主管、主任");
        office.timePasses(Duration.ofHours(4));
        repair.dueTimersFire();

        assertThatThrownBy(() -> repair.does("tech1", PICK_UP_SLIP, pickedUp())).hasMessageContaining("须经主任批准");
        Task task = repair.told(CommitmentKind.IMPORTANT_REPAIR).get(0);
        assertThatThrownBy(() -> repair.does("director", task, escalated("acknowledge")))
                .hasMessageContaining("不能选择");
        assertThatThrownBy(() -> repair.does("director", task, escalated("approve", "newTime", Scenarios.START)))
                .hasMessageContaining("晚于现在");
        repair.does("director", task, escalated("approve", "newTime", "2026-11-27T18:00:00+08:00"));

        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.slip().schedule().expectedAt()).isEqualTo(Instant.parse("2026-11-27T10:00:00Z"));
    }

    @Test
    @Tag("4.6.2")
    @Tag("3.3")
    void theSupervisorReassignsOrAddsPeopleWhenNobodyArrives() {
        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, registered("DL-01"))
                .does("tech2", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(15));
        repair.dueTimersFire();
        Task task = repair.told(CommitmentKind.ARRIVAL).get(0);

        assertThatThrownBy(() -> repair.does("supervisor", task, escalated("reassign", "technicianId", "tech2")))
                .hasMessageContaining("另一位维修人员");
        assertThatThrownBy(() -> repair.does("supervisor", task, escalated("reassign", "technicianId", "tech3")))
                .hasMessageContaining("资质");
        repair.does("supervisor", task, escalated("addPeople", "technicianId", "tech2"));
        assertThat(repair.trail()).anyMatch(line -> line.contains("增派"));
    }

    @Test
    @Tag("3.3")
    @Tag("4.6.2")
    void whoIsReassignedAfterAMissedArrivalBringsTheRepairToItsEnd() {
        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, registered("DL-12"))
                .does("tech2", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(15));
        repair.dueTimersFire();
        repair.does(
                "supervisor",
                repair.told(CommitmentKind.ARRIVAL).get(0),
                escalated("reassign", "technicianId", "tech1"));
        assertThat(repair.trail()).anyMatch(line -> line.startsWith("3.3 改派给"));
        assertThat(repair.told(CommitmentKind.ARRIVAL)).isEmpty();
        assertThat(repair.task(VISIT_SITE).getAssignee()).isEqualTo("tech1");
        assertThatThrownBy(() -> repair.does("tech2", VISIT_SITE, arrived()))
                .isInstanceOf(AuthorizationException.class);

        repair.does("tech1", VISIT_SITE, arrived());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).missed()).isTrue();
        repair.does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.slip().technician()).isEqualTo("tech1");
    }

    @Test
    @Tag("4.6.1a")
    void theHeadOfCustomerServiceTakesALateRegistrationOver() {
        RepairCase repair = TapRepair.reported(office);
        office.timePasses(Duration.ofMinutes(3));
        repair.dueTimersFire();
        repair.does("clerklead", repair.told(CommitmentKind.REGISTRATION).get(0), escalated("takeOver"));
        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerklead");
        repair.does("clerklead", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    @Test
    @Tag("5.1")
    void theTechnicianReportsAnOverrunWithANewTime() {
        RepairCase repair = TapRepair.working(office);
        office.timePasses(Duration.ofMinutes(30));
        repair.dueTimersFire();
        repair.does(
                "tech1",
                repair.told(CommitmentKind.REPAIR).get(0),
                escalated("newTime", "newTime", "2026-11-23T11:00:00+08:00"));
        assertThat(repair.trail()).anyMatch(line -> line.contains("报告超时，预计 11月23日 11:00 完成"));
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("4.6.2")
    @Tag("4.6.3")
    @Tag("5.1")
    void aMissIsToldOnceHoweverManyTimersStillRun() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        later(repair).does("supervisor", ASSESS_FAULT, assessed("PL-14", 3));
        later(repair);
        later(TapRepair.working(repair).does("tech1", CARRY_OUT_REPAIR, done()));
        later(repair.does("tech1", ACCEPT_REPAIR, accepted())).does("tech1", REPORT_RESULT, reported());
        isToldOnce(repair, CommitmentKind.ARRIVAL);
        isToldOnce(repair, CommitmentKind.RESULT_REPORT);

        RepairCase supported = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        later(supported);
        later(supported.does("supervisor", SUPPORT_REPAIR, supported()));
        isToldOnce(supported, CommitmentKind.REPAIR);
    }

    private static void isToldOnce(RepairCase repair, CommitmentKind kind) {
        assertThat(repair.trail())
                .filteredOn(line -> line.contains(kind.label() + "的时限是") && line.contains("已超时"))
                .as(kind.label())
                .hasSize(1);
    }

    private RepairCase later(RepairCase repair) {
        office.timePasses(Duration.ofHours(1));
        return repair.dueTimersFire();
    }
}
