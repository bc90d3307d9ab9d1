package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where random cases were once stuck, waited for nothing, or were offered what was then refused. */
@ProcedureTest
@DisplayName("没有卡住的单，没有没人盯的承诺")
class NothingGetsStuckTest {

    @Autowired
    Office office;

    @BeforeEach
    void morning() {
        office.timeIs("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    /** Not in the price list, so that it is an important repair. */
    private RepairCase important() {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, assessed("PL-14", 2));
    }

    private RepairCase quotedAt(RepairCase repair) {
        return repair.does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does(
                        "tech1",
                        QUOTE_REPAIR,
                        repair.slip().item().inPriceList() ? quoted() : with(quoted(), "labourYuan", 80));
    }

    @Test
    @Tag("5.2")
    @Tag("S7")
    void workThatIsDoneAnewHasItsTwoDaysAnew() {
        RepairCase repair = quotedAt(important())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved());
        repair.does("clerk2", CALL_BACK_OWNER, notFixed()).does("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(5));
        repair.does("tech1", VISIT_SITE, arrived());

        assertThat(repair.commitment(CommitmentKind.IMPORTANT_REPAIR).dueAt())
                .isEqualTo(office.now().plus(Duration.ofDays(2)));
        office.timePasses(Duration.ofHours(49));
        repair.dueTimersFire();
        assertThat(repair.told(CommitmentKind.IMPORTANT_REPAIR)).hasSize(1);
        repair.does(
                "director",
                HANDLE_ESCALATION,
                escalated(
                        "approve",
                        "newTime",
                        office.now().plus(Duration.ofHours(3)).toString()));
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(repair.commitment(CommitmentKind.IMPORTANT_REPAIR).ended()).isTrue();
    }

    @Test
    @Tag("5.2")
    @Tag("3.3")
    void whoSendsPeopleToAnOverdueImportantRepairLetsItGoOn() {
        RepairCase repair = quotedAt(
                        office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("DL-12")))
                .does("tech1", OBTAIN_CONSENT, agreed());
        office.timePasses(Duration.ofDays(1));
        repair.dueTimersFire();
        office.timePasses(Duration.ofDays(2));
        repair.dueTimersFire();
        assertThat(repair.slip().schedule().approvalNeeded()).isTrue();

        repair.does(
                "director",
                repair.told(CommitmentKind.IMPORTANT_REPAIR).get(0),
                escalated("addPeople", "technicianId", "tech2"));

        assertThat(repair.trail()).anyMatch(line -> line.startsWith("5.2") && line.contains("批准继续维修，增派"));
        repair.does("tech1", CARRY_OUT_REPAIR, done());
    }

    @Test
    @Tag("4.6.4")
    @Tag("5.2")
    void aPromisedTimeIsWatchedThoughTheTwoDaysWereMissedBefore() {
        RepairCase repair = quotedAt(important()).does("tech1", OBTAIN_CONSENT, agreed());
        office.timePasses(Duration.ofHours(49));
        repair.dueTimersFire();
        repair.does(
                "director",
                repair.told(CommitmentKind.IMPORTANT_REPAIR).get(0),
                escalated(
                        "approve",
                        "newTime",
                        office.now().plus(Duration.ofDays(1)).toString()));
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(2))));
        office.timePasses(Duration.ofHours(2));
        repair.dueTimersFire();

        office.timePasses(Duration.ofMinutes(31));
        repair.dueTimersFire();

        assertThat(repair.told(CommitmentKind.PROMISED_TIME)).hasSize(1);
    }

    @Test
    @Tag("S4")
    @Tag("3.3")
    void whoeverHasTheSlipIsNotOfferedToGetIt() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(office.localVariable(repair.task(PICK_UP_SLIP), "technicianOptions")
                        .toString())
                .contains("\"tech1\"");

        repair.does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(office.localVariable(repair.task(VISIT_SITE), "technicianOptions")
                        .toString())
                .doesNotContain("\"tech1\"");

        RepairCase door = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("DL-12"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        office.starts(
                "supervisor",
                HandOverProcess.KEY,
                fields(
                        "workOf",
                        "tech1",
                        "handOverSlip",
                        door.number(),
                        "handOverTo",
                        "tech2",
                        "handOverReason",
                        "另有急事"));
        assertThat(office.localVariable(door.task(VISIT_SITE), "technicianOptions")
                        .toString())
                .contains("\"tech1\"")
                .doesNotContain("\"tech2\"");
    }
}
