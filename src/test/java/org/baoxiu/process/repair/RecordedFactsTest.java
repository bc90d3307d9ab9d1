package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.owner.OwnerView;
import org.baoxiu.owner.OwnerViews;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Wish;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each fact of a repair is recorded once, by itself, and is shown where it belongs and nowhere else. */
@ProcedureTest
@DisplayName("记录属实")
@Tag("long")
class RecordedFactsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Office office;

    @Autowired
    OwnerSteps owner;

    @Autowired
    OwnerViews views;

    @Autowired
    Messages messages;

    @Autowired
    Slips slips;

    @Autowired
    Dispatch dispatch;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void morning() {
        office.timeIs("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private List<String> told(RepairCase repair) {
        return messages.of("owner:" + repair.number()).stream()
                .map(Message::text)
                .map(text -> text.replace(repair.number(), "N"))
                .toList();
    }

    /** The engine wraps what a form step throws. */
    private static void refused(ThrowingCallable step, String... says) {
        assertThatThrownBy(step).hasMessageContainingAll(says);
    }

    // reasons

    @Test
    @Tag("found:A3")
    @Tag("4.6.4")
    @Tag("4.1")
    void aDeferralIsToldWithItsOwnReasonWhateverWasSaidMeanwhile() {
        RepairCase repair = TapRepair.working(office)
                .does("tech1", CARRY_OUT_REPAIR, with(interrupted("defer"), "workReason", "等配件"));
        repair.ownerCalls(with(call(repair.number(), "complain"), "ownerWords", "态度很差"));
        assertThat(repair.variable("deferralReasonText")).isEqualTo("等配件");

        repair.does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(HOUR.multipliedBy(26))));

        assertThat(told(repair).get(0)).isEqualTo("维修单 N 暂缓维修（等配件），约定 3月3日 11:00 再修，请您谅解。");
    }

    @Test
    @Tag("found:A3")
    @Tag("4.7.4")
    @Tag("4.1")
    void helpVisitAndEachComplaintKeepTheirOwnWords() {
        RepairCase repair = TapRepair.registered(office)
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent());
        repair.ownerCalls(with(call(repair.number(), "complain"), "ownerWords", "态度很差"));
        repair.ownerCalls(with(call(repair.number(), "complain"), "ownerWords", "迟到了"));
        repair.does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(HOUR)))
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, with(interrupted("help"), "workReason", "阀门拆不下来"));

        assertThat(List.of(
                        repair.variable("visitReasonText"),
                        repair.variable("helpReasonText"),
                        repair.variable("deferralReasonText"),
                        repair.variable("improvementReasonText")))
                .containsExactly("敲门无人应答", "阀门拆不下来", "", "");
        assertThat(openComplaints(repair)).containsExactlyInAnyOrder("态度很差", "迟到了");
    }

    private List<Object> openComplaints(RepairCase repair) {
        return engineTasks(repair, ANSWER_COMPLAINT).stream()
                .map(task -> office.localVariable(task, "complaintText"))
                .toList();
    }

    private List<Task> engineTasks(RepairCase repair, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(repair.number())
                .taskDefinitionKey(key)
                .list();
    }

    // the clerk's note

    @Test
    @Tag("found:A4")
    @Tag("4.3.1")
    void theClerksNoteReachesWhoeverActsNext() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "clerkNote", "家里有老人，请轻敲门"));

        assertThat(repair.variable("noteText")).isEqualTo("家里有老人，请轻敲门");
        assertThat(repair.trail()).contains("4.3.1 完成登记，备注：家里有老人，请轻敲门");
    }

    // the time that the owner wants

    private RepairCase wishes(Wish wish) {
        String number = owner.report(
                new Report("一号管理处", Channel.WEB, Area.INSIDE, "张三", "13800000000", "3 栋 502", "水龙头漏水", office.now()),
                wish);
        return office.ofSlip(number);
    }

    @Test
    @Tag("found:A5")
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    void theArrivalIsPromisedForTheTimeThatTheOwnerWants() {
        Instant evening = Instant.parse("2026-03-02T11:00:00Z");
        RepairCase repair = wishes(Wish.of(evening, "7 点以后都在家"));
        assertThat(repair.variable("wantedAt"))
                .as("what the registration begins with")
                .isEqualTo("2026-03-02 19:00");
        assertThat(repair.variable("wantedText")).isEqualTo("3月2日 19:00（7 点以后都在家）");

        // the clerk leaves it as it is
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(repair.slip().intake().wantedAt()).isEqualTo(evening);
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(evening.plus(Duration.ofMinutes(15)));
        assertThat(repair.variable("promiseText")).isEqualTo("业主要求 3月2日 19:00 上门");
        assertThat(told(repair).get(0)).contains("3月2日 19:00 上门").doesNotContain("马上");
        assertThat(repair.trail().get(0)).contains("希望 3月2日 19:00 上门", "7 点以后都在家");
    }

    @Test
    @Tag("found:A5")
    @Tag("4.3.1.3")
    void wordsAloneAreNotPassedOver() {
        RepairCase repair = wishes(Wish.of(null, "今晚 7 点以后"))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(repair.variable("promiseText")).isEqualTo("业主希望的时间：今晚 7 点以后");
        assertThat(told(repair).get(0)).contains("今晚 7 点以后 上门").doesNotContain("马上");
    }

    @Test
    @Tag("found:A5")
    @Tag("4.3.1.3")
    void aWishThatHasPassedBeforeItWasRegisteredIsTakenAsItIs() {
        RepairCase repair = wishes(Wish.of(office.now().plus(Duration.ofMinutes(5)), null));
        office.timePasses(Duration.ofMinutes(10));
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.slip().state()).isEqualTo(SlipState.NOTIFIED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T19:00:00Z,要晚于现在",
        "2026-03-02T01:00:00Z,要晚于现在",
        "2027-03-02T01:01:00Z,一年以内",
        "9999-12-31T00:00:00Z,一年以内"
    })
    @Tag("found:A5")
    void aTimeThatNobodyCanKeepIsRefusedAtEveryDoor(Instant wanted, String why) {
        Refusal.of(() -> wishes(Wish.of(wanted, null))).invalid().says("希望上门", why);
        RepairCase repair = office.reports("clerk1", leakingTap());
        refused(
                () -> repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", wanted.toString())),
                "希望上门",
                why);
        assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
    }

    // changes of time

    @Test
    @Tag("found:A6")
    @Tag("Q4")
    void aChangeOfTimeIsAFactAndOnlyItIsListed() {
        RepairCase repair = TapRepair.registered(office)
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, ownerAbsent())
                .does("clerk1", RESCHEDULE_VISIT, appointment(office.now().plus(HOUR)))
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        office.timePasses(Duration.ofMinutes(31));
        repair.dueTimersFire()
                .does(
                        "tech1",
                        HANDLE_ESCALATION,
                        escalated("newTime", "newTime", office.now().plus(HOUR).toString()))
                .does("tech1", CARRY_OUT_REPAIR, interrupted("defer"));
        office.timePasses(HOUR);
        repair.dueTimersFire()
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(HOUR.multipliedBy(24))));

        assertThat(slips.history(repair.number()).stream()
                        .filter(HistoryEntry::aboutTime)
                        .map(HistoryEntry::text))
                .containsExactly(
                        "重新预约 3月2日 10:00 上门：电话约定",
                        "报告超时，预计 3月2日 10:31 完成：马上督促办理",
                        "暂缓维修：阀体也坏了",
                        "已告知业主原因，约定 3月3日 10:31 维修");
        assertThat(views.of(repair.slip()).changes())
                .extracting(OwnerView.Change::text)
                .as("whom the office told of a missed promise is its own affair")
                .noneMatch(text -> text.contains("告知工程部主管"));
    }

    // expected completion

    @Test
    @Tag("found:B4")
    @Tag("Q4")
    @Tag("4.3.4.4")
    void theOwnerReadsWhenItWillBeDoneBesideTheCostBeforeConsenting() {
        RepairCase repair = TapRepair.onSite(office).does("tech1", QUOTE_REPAIR, quoted());

        assertThat(views.of(repair.slip()).completion()).isEqualTo("同意后约 30 分钟修好");
        assertThat(repair.variable("completionText")).isEqualTo("同意后约 30 分钟修好");
        assertThat(told(repair).get(0)).isEqualTo("维修单 N 报价 95.50 元，约 30 分钟修好。请查看明细并答复，同意后动工。");
    }

    @Test
    @Tag("found:B4")
    @Tag("Q4")
    void whereThePartMustBeOrderedTheTechnicianSaysWhen() {
        RepairCase repair = TapRepair.onSite(office);
        refused(
                () -> repair.does("tech1", QUOTE_REPAIR, with(quoted(), "completionAt", "2026-03-02T08:00+08:00")),
                "预计完成时间");
        repair.does("tech1", QUOTE_REPAIR, with(quoted(), "completionAt", "2026-03-05T18:00+08:00"));

        assertThat(views.of(repair.slip()).completion()).isEqualTo("预计 3月5日 18:00 前修好");
        assertThat(repair.variable("completionText")).isEqualTo("预计 3月5日 18:00 前修好");
        assertThat(told(repair).get(0)).contains("报价 95.50 元，3月5日 18:00 前修好");
        repair.does("tech1", OBTAIN_CONSENT, agreed());
        assertThat(views.of(repair.slip()).completion()).isEqualTo("预计 3月5日 18:00 前修好");
    }

    // the year

    @Test
    @Tag("found:B7")
    void theYearIsSaidWheneverItIsNotThePresentOne() {
        assertThat(Times.minute(Instant.parse("2025-11-29T02:00:00Z"))).isEqualTo("2025年11月29日 10:00");
        assertThat(Times.minute(Instant.parse("2026-11-29T02:00:00Z"))).isEqualTo("11月29日 10:00");
        assertThat(Times.minute(Instant.parse("2027-01-01T00:00:00Z"))).isEqualTo("2027年1月1日 08:00");
    }

    @Test
    @Tag("found:B7")
    void aFormThatIsOpenOverTheTurnOfTheYearCanBeSubmitted() {
        office.timeIs("2026-12-31T23:50:00+08:00");
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", "2027-01-01T09:00+08:00"));
        assertThat(repair.variable("wantedText")).isEqualTo("2027年1月1日 09:00");

        office.timeIs("2027-01-01T08:55:00+08:00");
        repair.does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(repair.variable("wantedText")).isEqualTo("1月1日 09:00");
        assertThat(repair.variable("slipTrail").toString()).contains("2026年12月31日 23:50　接到电话报修", "1月1日 08:55　领单");
    }

    // urges

    @Test
    @Tag("found:C1")
    @Tag("4.2.1.1")
    void threeTapsBeforeAnyMissMakeNoAccident() {
        RepairCase repair = TapRepair.registered(office)
                .ownerCalls("urge")
                .ownerCalls("urge")
                .ownerCalls("urge");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.slip().severity().repeatCount()).isZero();
        assertThat(repair.trail().stream().filter(line -> line.contains("业主催办：等了很久（承诺的时限还没有过，不计入重复次数）")))
                .hasSize(3);
        repair.ownerCalls("cancel");
        assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("found:C1")
    @Tag("4.2.1.1")
    void afterAMissAllOfOneHourCountAsOne() {
        RepairCase repair = TapRepair.registered(office);
        office.timePasses(Duration.ofMinutes(16));
        repair.ownerCalls("urge").ownerCalls("complain").ownerCalls("urge");
        assertThat(repair.slip().severity().repeatCount()).isEqualTo(1);
        office.timePasses(Duration.ofMinutes(59));
        assertThat(repair.ownerCalls("urge").slip().severity().repeatCount()).isEqualTo(1);
        office.timePasses(Duration.ofMinutes(1));
        assertThat(repair.ownerCalls("urge").slip().severity().repeatCount()).isEqualTo(2);
        office.timePasses(HOUR);

        repair.ownerCalls("complain");

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
    }

    // certificates

    @Test
    @Tag("found:C3")
    @Tag("Q3")
    void whatWasBegunWithAValidCertificateIsFinishedAndTheRecordSaysThatItRanOut() {
        dispatch.recordQualification("tech1", Qualification.PLUMBING, "水-2026-1", LocalDate.parse("2026-03-02"));
        try {
            RepairCase repair = TapRepair.working(office);
            office.timeIs("2026-03-03T00:10:00+08:00");

            repair.does("tech1", CARRY_OUT_REPAIR, interrupted("help"))
                    .does("supervisor", SUPPORT_REPAIR, supported())
                    .does("tech1", CARRY_OUT_REPAIR, done());

            assertThat(repair.slip().state()).isEqualTo(SlipState.FINISHED);
            assertThat(repair.trail().stream()
                            .filter(line -> line.equals("Q3 水电工 的水暖资质已于 2026-03-02 到期，接单时有效，接着做完；请工程部主管安排换证")))
                    .hasSize(1);
            assertThat(messages.of("supervisor"))
                    .anyMatch(message -> message.slipNumber().equals(repair.number())
                            && message.text().contains("水电工的水暖资质已于 2026-03-02 到期"));
            RepairCase next = TapRepair.registered(office);
            refused(() -> next.does("tech1", PICK_UP_SLIP, pickedUp()), "到期");
        } finally {
            dispatch.recordQualification("tech1", Qualification.PLUMBING, "水-2026-2", LocalDate.parse("2099-12-31"));
        }
    }

    // the reporter's name

    @Test
    @DisplayName("consent and acceptance begin with the reporter's name, and an emptied field is asked for")
    void prefilledNames() {
        RepairCase repair = TapRepair.onSite(office).does("tech1", QUOTE_REPAIR, quoted());
        assertThat(repair.variable("consentBy")).isEqualTo("张三");
        refused(() -> repair.does("tech1", OBTAIN_CONSENT, with(agreed(), "consentBy", "")), "同意人");
        repair.does("tech1", OBTAIN_CONSENT, with(agreed(), "consentBy", "李四", "consentRelation", "deputy"))
                .does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(repair.variable("acceptedBy")).isEqualTo("张三");
        assertThat(repair.trail()).contains("4.3.4.4 李四（受托人） 同意维修内容和金额");
    }
}
