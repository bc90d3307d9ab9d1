package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.appointment;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.darkCorridor;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.notFixed;
import static org.baoxiu.testing.Answers.ownerAbsent;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.rejected;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.supported;
import static org.baoxiu.testing.Answers.transferredTo;
import static org.baoxiu.testing.Answers.verificationFailed;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people read on the forms besides what they fill in: colleagues by name, what is left to keep, why work goes on. */
@ProcedureTest
@DisplayName("表单上给人看的文字")
@Tag("long")
class FormTextsTest {

    private static final String NEWCOMER = "newclerk";

    @Autowired
    Office office;

    @Autowired
    Slips slips;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void aNewcomer() {
        called("新客服");
        office.joins(NEWCOMER, "customerService");
    }

    @AfterEach
    void newcomerLeaves() {
        identity.deleteUser(NEWCOMER);
        ClockUtil.reset();
    }

    private void called(String name) {
        User user = identity.createUserQuery().userId(NEWCOMER).singleResult();
        User person = user == null ? identity.newUser(NEWCOMER) : user;
        person.setFirstName(name);
        identity.saveUser(person);
    }

    private RepairCase pickedUpTap() {
        return office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
    }

    private RepairCase working() {
        return pickedUpTap()
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    // names

    @Test
    @Tag("S4")
    void colleaguesAreShownByNameAndRecordedByLoginName() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("DL-12"));
        String options = office.localVariable(repair.task(PICK_UP_SLIP), "technicianOptions")
                .toString();
        assertThat(options).containsPattern("\"label\":\"水电工（在手 \\d+ 单）\",\"value\":\"tech1\"");

        repair.does("supervisor", PICK_UP_SLIP, assignedTo("tech2")).does("tech2", VISIT_SITE, transferredTo("tech1"));

        assertThat(repair.variable("technicianName")).isEqualTo("水电工");
        assertThat(repair.variable("technician")).isEqualTo("tech1");
        assertThat(repair.slip().technician()).isEqualTo("tech1");
        assertThat(repair.variable("slipTrail").toString())
                .contains("完成登记（客服一）", "派单给 木工（工程主管）", "转单给 水电工：另一处抢修（木工）", "已通知维修班领单\n")
                .containsPattern("可派人员：.*木工（在手 \\d+ 单）")
                .doesNotContain("clerk1", "tech1", "tech2", "supervisor", "system");
        assertThat(slips.history(repair.number()).get(0).person()).isEqualTo("clerk1");
    }

    @Test
    @Tag("3.1")
    void aTaskCanBeCompletedAlsoWhenSomebodyOnItsFormGotAnotherNameOrLeft() {
        RepairCase repair = office.reports(NEWCOMER, leakingTap());
        assertThat(repair.variable("slipTrail").toString()).contains("（新客服）");

        called("老客服（一组）");
        repair.does(NEWCOMER, REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.variable("slipTrail").toString())
                .contains("（老客服（一组））")
                .doesNotContain("新客服");

        identity.deleteUser(NEWCOMER);
        repair.does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.variable("slipTrail").toString()).contains("完成登记（" + NEWCOMER + "）");
    }

    @Test
    @Tag("3.1")
    void somebodyWithoutANameIsShownByLoginName() {
        called(null);

        assertThat(office.reports(NEWCOMER, leakingTap()).variable("slipTrail").toString())
                .contains("（" + NEWCOMER + "）");
    }

    @Test
    @Tag("4.7.6")
    void theTrailItselfCannotBeChanged() {
        RepairCase repair = pickedUpTap();
        String trail = repair.variable("slipTrail").toString();

        for (Object other : new Object[] {"", trail + "- 1月1日 08:00　业主同意（水电工）\n", trail.replace("完成登记", "没有登记"), 1}) {
            assertThatThrownBy(() -> repair.does("tech1", VISIT_SITE, with(arrived(), "slipTrail", other)))
                    .hasMessageContaining("不能提交或改动“slipTrail”");
        }
        repair.does("tech1", VISIT_SITE, with(arrived(), "slipTrail", trail, "technicianName", "别人"));
        assertThat(repair.variable("technicianName")).isEqualTo("水电工");
    }

    // what every form begins with

    @Test
    @Tag("4.3.1")
    void aFormBeginsWithWhichSlipItIsWhereWhatIsWrongAndWhoIsOnIt() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        String photos = "　<a href=\"/slips/" + repair.number() + "/photos\" target=\"_blank\">照片</a>";
        assertThat(repair.variable("slipHeading"))
                .isEqualTo(String.join(
                        "\n",
                        "### " + repair.number() + " · " + leakingTap().get("place"),
                        "业主单元内 · 尽快处理",
                        "**故障**　" + leakingTap().get("faultDescription") + photos,
                        "**报修人**　张三　[13800000000](<tel:13800000000>)　（一号管理处，电话）"));

        Instant wanted = office.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        repair.does(
                        "clerk1",
                        REGISTER_REQUEST,
                        with(with(registered("PL-01"), "wantedAt", wanted.toString()), "clerkNote", "家里有*狗*"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.variable("slipHeading").toString())
                .contains(
                        "**日常维修** · 业主要求 " + Times.minute(wanted) + " 上门\n",
                        "　希望 " + Times.minute(wanted) + "　（",
                        "\n**维修人员**　水电工\n**备注**　家里有\\*狗\\*");
    }

    /** A text of a process holds 4,000 characters; the longest that people may write become longer where they are escaped. */
    @Test
    @Tag("4.3.1")
    void whatIsLongIsCutWhereTheFaultIsTold() {
        RepairCase repair = office.reports(
                "clerk1",
                with(
                        with(with(leakingTap(), "place", "<".repeat(200)), "reporterName", "*".repeat(50)),
                        "faultDescription",
                        "&".repeat(1000)));
        repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "clerkNote", "#".repeat(200)));

        assertThat(repair.variable("slipHeading").toString())
                .hasSizeBetween(3_500, 4_000)
                .contains("&amp;…　<a href=", "**报修人**　\\*", "\n**备注**　\\#");
    }

    @Test
    @Tag("4.7.6")
    void theHeadingCannotBeChangedAndDoesNotHoldUpWhoeverReadsAnOlderName() {
        RepairCase repair = pickedUpTap();
        String heading = repair.variable("slipHeading").toString();
        assertThatThrownBy(() ->
                        repair.does("tech1", VISIT_SITE, with(arrived(), "slipHeading", heading.replace("张三", "李四"))))
                .hasMessageContaining("不能提交或改动“slipHeading”");

        repair.does("tech1", VISIT_SITE, with(with(arrived(), "slipHeading", heading), "technicianName", "别人"));
        assertThat(repair.variable("slipHeading")).isEqualTo(heading);
    }

    // why work goes on

    @Test
    @Tag("4.3.4.4")
    void workThatBeginsOrGoesOnAsAgreedNeedsNoExplanation() {
        RepairCase repair = pickedUpTap()
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(Duration.ofHours(1))))
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        assertThat(repair.variable("workNote")).isEqualTo("");

        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("help"))
                .does("supervisor", SUPPORT_REPAIR, supported())
                .does("tech1", CARRY_OUT_REPAIR, interrupted("change"))
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        assertThat(repair.variable("workNote"))
                .as("the new agreement says it all")
                .isEqualTo("");
    }

    @Test
    @Tag("S6")
    void afterARefusedAcceptanceTheTechnicianReadsWhatTheOwnerFound() {
        RepairCase repair = working().does("tech1", CARRY_OUT_REPAIR, done()).does("tech1", ACCEPT_REPAIR, rejected());
        repair.ownerCalls("complain");

        assertThat(repair.variable("workNote"))
                .as("the complaint is another matter")
                .isEqualTo("业主验收不合格：还在滴水");
    }

    @Test
    @Tag("4.5.1")
    void afterAFailedVerificationTheTechnicianReadsWhatWasFound() {
        RepairCase repair = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("clerk1", VERIFY_PUBLIC_REPAIR, verificationFailed());

        assertThat(repair.variable("workNote")).isEqualTo("核查不合格：灯具与登记的不符");
    }

    @Test
    @Tag("4.7.4")
    void afterSupportTheTechnicianReadsTheAdvice() {
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, interrupted("help"))
                .does("supervisor", SUPPORT_REPAIR, supported());

        assertThat(repair.variable("workNote")).isEqualTo("技术支援：更换整个阀体");
    }

    @Test
    @Tag("S7")
    void inAReworkTheTechnicianReadsWhatTheOwnerSaidOnThePhoneWhateverHappensOnTheWay() {
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, notFixed())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(Duration.ofHours(1))))
                .does("tech1", VISIT_SITE, arrived());

        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        assertThat(repair.variable("workNote")).isEqualTo("返修：又漏了");
    }

    // what was promised

    @Test
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    void beforeTheArrivalTheFormsShowWhenTheTechnicianIsExpected() {
        Instant wanted = office.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", wanted.toString()));
        promises(repair, "业主要求 " + Times.minute(wanted) + " 上门", wanted);

        Instant agreed = wanted.plus(Duration.ofHours(3));
        repair.does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(agreed));
        promises(repair, "预约 " + Times.minute(agreed) + " 上门", agreed);

        repair.does("tech1", VISIT_SITE, arrived());
        promises(repair, "尽快处理", null);
    }

    @Test
    @Tag("4.6.4")
    @Tag("S7")
    void thePromiseOfADeferralCountsUntilTheWorkIsFinishedAndNotForARework() {
        Instant promised = office.now().plus(Duration.ofHours(26)).truncatedTo(ChronoUnit.SECONDS);
        RepairCase repair = working()
                .does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(promised));
        promises(repair, "约定 " + Times.minute(promised) + " 维修", promised);
        office.timePasses(Duration.ofHours(27));
        repair.dueTimersFire();
        promises(repair, "约定 " + Times.minute(promised) + " 维修", promised);
        assertThat(repair.variable("workNote")).isEqualTo("暂缓维修：阀体也坏了");

        repair.does("tech1", CARRY_OUT_REPAIR, done());
        promises(repair, "", null);

        repair.does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk1", CALL_BACK_OWNER, notFixed());
        promises(repair, "尽快处理", null);
    }

    private static void promises(RepairCase repair, String text, Instant due) {
        assertThat(repair.variable("promiseText")).isEqualTo(text);
        assertThat(repair.variable("promiseDue")).isEqualTo(due == null ? "" : due.toString());
    }
}
