package org.baoxiu.process.repair.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrected;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.testing.Answers.*;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.fee.Amounts;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Messages;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.shared.Yuan;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.LampRepair;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** It is nine on a Monday morning when a test begins. */
@ProcedureTest
@DisplayName("更正登记的内容")
@Tag("4.3.1")
@Tag("long")
class CorrectedSlipTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    private Office office;

    @Autowired
    private Slips slips;

    @Autowired
    private Messages messages;

    @Autowired
    private Fees fees;

    @BeforeEach
    void mondayMorning() {
        office.timeIs(NINE);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    private RepairCase at(At step) {
        return step.reached(office, "PL-01");
    }

    @ParameterizedTest
    @EnumSource(At.class)
    @Tag("4.3.1.1")
    @Tag("4.3.1.2")
    @DisplayName(
            "who, where, the telephone and the fault at every step: before and after stand in the history, the state stays")
    void whoAndWhere(At step) {
        RepairCase repair = at(step);
        SlipState before = repair.slip().state();
        int lines = slips.history(repair.number()).size();
        office.timePasses(Duration.ofMinutes(1));

        corrects(
                office,
                "clerk2",
                repair,
                corrected(
                        "place",
                        "3 栋 602",
                        "reporterName",
                        "章三",
                        "reporterPhone",
                        "13900000000",
                        "faultDescription",
                        "卫生间水龙头漏水"));

        Slip slip = repair.slip();
        assertThat(slip.state()).isEqualTo(before);
        assertThat(slip.report().place()).isEqualTo("3 栋 602");
        assertThat(slip.intake().location().placeKey()).contains("602");
        assertThat(slip.intake().dialled()).isEqualTo("+8613900000000");
        assertThat(slip.report().receivedAt()).isEqualTo(NINE);
        assertThat(slips.history(repair.number()).stream().skip(lines))
                .filteredOn(line -> line.text().startsWith("更正"))
                .allSatisfy(line -> assertThat(line.person()).isEqualTo("clerk2"))
                .allSatisfy(line -> assertThat(line.occurredAt()).isEqualTo(office.now()))
                .extracting(HistoryEntry::text)
                .containsExactly(
                        "更正地点：3 栋 502 → 3 栋 602；原因：听错了",
                        "更正报修人：张三 → 章三；原因：听错了",
                        "更正联系电话：13800000000 → 13900000000；原因：听错了",
                        "更正故障情况：厨房水龙头漏水 → 卫生间水龙头漏水；原因：听错了");
        assertThat(repair.variable("slipHeading"))
                .asString()
                .contains("3 栋 602")
                .contains("章三");
        assertThat(messages.about(repair.number(), Event.CORRECTED)).isNotEmpty();
    }

    @Test
    @DisplayName("the office goes along, with its place; the technician and the owner learn what has changed")
    void office() {
        RepairCase repair = at(At.PICKED_UP);

        corrects(office, "clerklead", repair, corrected("office", "二号管理处"));

        assertThat(repair.slip().report().office()).isEqualTo("二号管理处");
        assertThat(messages.about(repair.number(), Event.SLIP_CORRECTED))
                .filteredOn(message -> message.recipient().equals("tech1"))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.text()).startsWith("登记有更正：管理处（听错了）。"));
        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("office", "九号管理处")))
                .says("没有“九号管理处”这个管理处");
    }

    @Test
    @Tag("4.3.1.3")
    @Tag("4.6.2")
    @DisplayName(
            "the wanted time: the arrival is due by it from the true notification, earlier or later, and without it at once")
    void wantedTime() {
        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "wantedAt", "2026-11-23 15:00"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(Instant.parse("2026-11-23T07:15:00Z"));

        corrects(office, "clerk1", repair, corrected("wantedAt", "2026-11-23 17:00"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(Instant.parse("2026-11-23T09:15:00Z"));
        assertThat(repair.task(PICK_UP_SLIP).getDueDate()).isEqualTo(Date.from(Instant.parse("2026-11-23T09:15:00Z")));

        corrects(office, "clerk1", repair, corrected("wantedAt", "2026-11-23 11:00"));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(Instant.parse("2026-11-23T03:15:00Z"));

        corrects(office, "clerk1", repair, corrected("wantedAt", ""));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
        assertThat(repair.trail())
                .contains("4.3.1.3 更正希望上门时间：11月23日 15:00 → 11月23日 17:00；原因：听错了")
                .contains("4.3.1.3 更正希望上门时间：11月23日 11:00 → （未填）；原因：听错了");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName(
            "urgent or not: what is not missed is due by its limit from the true notification; what is missed stays missed")
    void urgency() {
        RepairCase repair = at(At.PICKED_UP);
        corrects(office, "clerk1", repair, corrected("emergency", true));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(5)));
        corrects(office, "clerk1", repair, corrected("emergency", false));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));

        office.timePasses(Duration.ofMinutes(16));
        repair.dueTimersFire();
        Instant missed = repair.commitment(CommitmentKind.ARRIVAL).missedAt();
        assertThat(missed).isNotNull();
        corrects(office, "clerk1", repair, corrected("emergency", true));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).missedAt()).isEqualTo(missed);
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
    }

    @Test
    @Tag("4.2.3")
    @Tag("4.2.2")
    @DisplayName(
            "an item that was chosen by mistake made it important: with the right one it is daily again, and has its day from the receipt")
    void classGoesBack() {
        RepairCase repair = TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        office.timePasses(Duration.ofMinutes(2));

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-03"));

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.slip().item().name()).isEqualTo("马桶水箱漏水、不上水");
        assertThat(repair.commitment(CommitmentKind.ONE_DAY).ended()).isFalse();
        assertThat(repair.commitment(CommitmentKind.ONE_DAY).dueAt()).isEqualTo(NINE.plus(Duration.ofDays(1)));
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).dueAt()).isEqualTo(NINE.plus(Duration.ofMinutes(15)));
        assertThat(repair.trail()).anyMatch(line -> line.startsWith("4.3.1.2 更正维修项目：PL-14 → PL-03；"));
    }

    @Test
    @Tag("4.2.2")
    @DisplayName("what has not been solved in a day is important whatever its item")
    void notSolvedInADay() {
        RepairCase repair = TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        office.timePasses(Duration.ofHours(25));
        repair.dueTimersFire();

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-03"));

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
    }

    @Test
    @Tag("4.2.1.2")
    @Tag("4.4.1")
    @DisplayName("a loss that was not ticked makes it an accident, which is then the director's")
    void loss() {
        RepairCase repair = at(At.NOTIFIED);

        corrects(office, "clerk1", repair, corrected("lossOrInjury", true));

        assertThat(repair.slip().accidentOpen()).isTrue();
        assertThat(repair.openTasks()).contains("Task_ReportAccident");
        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("lossOrInjury", false)))
                .says("这张单已按维修事故上报主任，不能改为没有损失和受伤。");
    }

    @Test
    @Tag("Q3")
    @Tag("3.3")
    @DisplayName("a technician who may not do the right item gives the slip back; whoever may is offered it")
    void backToDispatch() {
        RepairCase open = at(At.NOTIFIED);
        corrects(office, "clerk1", open, corrected("itemCode", "DL-05"));
        assertThat(open.candidateGroups(open.task(PICK_UP_SLIP)))
                .containsExactlyInAnyOrder("skillCarpentry", "engineeringSupervisor");

        for (At step : new At[] {At.PICKED_UP, At.ON_SITE, At.WORKING}) {
            RepairCase repair = at(step);
            corrects(office, "clerk1", repair, corrected("itemCode", "DL-05"));
            assertThat(repair.slip().technician()).as("%s", step).isNull();
            assertThat(repair.openTasks()).as("%s", step).hasSize(1);
            String task = repair.openTasks().iterator().next();
            assertThat(repair.task(task).getAssignee()).isNull();
            assertThat(repair.candidateGroups(repair.task(task))).contains("skillCarpentry");
            assertThat(messages.about(repair.number(), Event.WORK_RELEASED)).isNotEmpty();
        }
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a quote that waits for its answer is made anew for the right item")
    void quoteIsMadeAnew() {
        RepairCase repair = at(At.QUOTED);

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-03"));

        assertThat(repair.openTasks()).containsExactly(QUOTE_REPAIR);
        repair.does("tech1", QUOTE_REPAIR, quoted());
        assertThat(repair.slip().agreement().quotedAmount()).isEqualTo(amount(repair, "50.00"));
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a quote that the owner has sent back already waits for no answer")
    void quoteIsBeingMadeAnew() {
        RepairCase repair = at(At.QUOTED).does("tech1", OBTAIN_CONSENT, requote());

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-03"));

        assertThat(repair.openTasks()).containsExactly(QUOTE_REPAIR);
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a dearer item after the consent: the work ends only with another consent")
    void dearerNeedsAnotherConsent() {
        RepairCase repair = at(At.WORKING);
        BigDecimal agreed = repair.slip().agreement().consentedAmount();

        corrects(office, "clerk1", repair, corrected("itemCode", "PL-04"));

        assertThat(repair.slip().agreement().consentedAmount()).isEqualTo(agreed);
        Refusal.of(() -> repair.does("tech1", CARRY_OUT_REPAIR, done())).says("超过业主同意的", "重新报价");
        repair.does("tech1", CARRY_OUT_REPAIR, interrupted("change"))
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(repair.slip().agreement().billedAmount()).isEqualTo(agreed.add(new BigDecimal("40.00")));
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName(
            "a cheaper item after the consent: it stays valid, and the owner pays less, also when the work is finished already")
    void cheaperStaysAgreed() {
        RepairCase dear = TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, registered("PL-04"));
        RepairCase working = TapRepair.working(dear);
        BigDecimal agreed = working.slip().agreement().consentedAmount();
        corrects(office, "clerk1", working, corrected("itemCode", "PL-01"));
        assertThat(working.slip().agreement().consentValid()).isTrue();
        working.does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(working.slip().agreement().billedAmount()).isEqualTo(agreed.subtract(new BigDecimal("40.00")));

        RepairCase finished = TapRepair.working(
                        TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, registered("PL-04")))
                .does("tech1", CARRY_OUT_REPAIR, done());
        corrects(office, "clerk1", finished, corrected("itemCode", "PL-01"));
        assertThat(finished.slip().agreement().billedAmount()).isEqualTo(agreed.subtract(new BigDecimal("40.00")));
        corrects(office, "clerk1", finished, corrected("itemCode", "PL-05"));
        assertThat(finished.slip().agreement().billedAmount())
                .as("finished work never costs more than it did")
                .isEqualTo(agreed.subtract(new BigDecimal("40.00")));
    }

    @Test
    @Tag("4.5.1")
    @DisplayName(
            "what the office pays for costs what the right item costs, dearer or cheaper; the owner pays nothing as before")
    void officePays() {
        RepairCase repair = LampRepair.repaired(office);

        for (String item : new String[] {"PB-02", "PB-01"}) {
            corrects(office, "clerk1", repair, corrected("itemCode", item));

            Amounts amounts = fees.latestBill(repair.number()).orElseThrow().amounts();
            assertThat(amounts.labour()).isEqualTo(new BigDecimal(item.equals("PB-02") ? "60.00" : "40.00"));
            assertThat(amounts.total()).isEqualTo(amounts.labour().add(amounts.materials()));
            assertThat(amounts.ownerPays()).isZero();
            assertThat(repair.trail()).anyMatch(line -> line.contains("项目更正，重新核定费用，合计 " + Yuan.text(amounts.total())));
        }
        assertThat(repair.slip().agreement().billedAmount()).isZero();
    }

    @Test
    @Tag("3.5")
    @DisplayName("once the owner has paid, the item on the bill stays; everything else may still be corrected")
    void paid() {
        RepairCase repair = at(At.REVIEWED);
        office.starts(
                "clerk1",
                FeeCollectionProcess.KEY,
                fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "payment",
                        "amountYuan",
                        10,
                        "paymentWay",
                        "cash"));

        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("itemCode", "PL-03")))
                .says("业主已经按账单付过款，不能再更正维修项目。");
        corrects(office, "clerk1", repair, corrected("reporterName", "章三"));
        assertThat(repair.slip().report().reporterName()).isEqualTo("章三");
    }

    @Test
    @Tag("4.5.1")
    @Tag("4.5.2")
    @DisplayName(
            "the area until somebody is there; an item of the other area has to be confirmed; a technician makes no slip of a unit")
    void area() {
        RepairCase repair =
                office.reports("tech1", darkCorridor()).does("tech1", REGISTER_REQUEST, registered("PB-01"));
        Refusal.of(() -> corrects(office, "tech1", repair, corrected("area", "inside")))
                .says("由客户服务中心登记和更正");
        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("area", "inside")))
                .says("部位与项目不同，已核实");

        corrects(office, "clerk1", repair, corrected("area", "inside", "itemCode", "EL-01"));
        assertThat(repair.slip().publicArea()).isFalse();
        repair.does("tech1", PICK_UP_SLIP, pickedUp()).does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).containsExactly(QUOTE_REPAIR);

        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("area", "public")))
                .says("维修人员已经到场，报价、验收和收费都按原来的部位办理，不能再更正部位。");
    }

    @Test
    @Tag("4.7.5")
    @DisplayName("no item that breaks a door without the written application")
    void forcedEntry() {
        RepairCase repair = at(At.PICKED_UP);

        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("itemCode", "DL-08")))
                .says("须先有业主的书面申请");

        assertThat(repair.slip().item().code()).isEqualTo("PL-01");
        assertThat(repair.slip().technician()).isEqualTo("tech1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s-%s", "%s%s", " wx%s %s ", "WX %s - %s"})
    @DisplayName("a slip is found by its number however somebody writes it")
    void numberAsWritten(String way) {
        RepairCase repair = at(At.RECEIVED);
        String[] parts = repair.number().substring(2).split("-");

        var form = office.starts(
                "clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", way.formatted(parts[0], parts[1])));
        office.answersCall("clerk1", form, corrected("reporterName", "章三"));

        assertThat(repair.slip().report().reporterName()).isEqualTo("章三");
        Refusal.of(() -> office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", "三栋的那张")))
                .says("请填写维修单号，例如 WX20261123-000001。");
    }

    @Test
    @DisplayName("nothing changed, no reason, a wanted time after the visit: refused, with what to do")
    void refused() {
        RepairCase repair = at(At.ON_SITE);
        Refusal.of(() -> corrects(office, "clerk1", repair, corrected())).says("没有改动任何内容。");
        Refusal.of(() ->
                        corrects(office, "clerk1", repair, with(corrected("place", "3 栋 602"), "correctionReason", "")))
                .says("请填写“原因”。");
        Refusal.of(() -> corrects(office, "clerk1", repair, corrected("wantedAt", "2026-11-24 9:00")))
                .says("维修人员已经到过现场，不用再更正希望上门时间。");
        assertThat(repair.trail()).noneMatch(line -> line.contains("更正"));
    }

    @Test
    @DisplayName("what others have changed meanwhile stays: only what somebody has touched on the form is put right")
    void othersGoOn() {
        RepairCase repair = at(At.NOTIFIED);
        var form = office.starts("clerk1", SlipCorrectionProcess.KEY, fields("slipNumber", repair.number()));
        corrects(office, "clerk2", repair, corrected("reporterPhone", "13900000000"));
        office.ofSlip(repair.number()).does("tech1", PICK_UP_SLIP, pickedUp());

        Map<String, Object> asShown = corrected("place", "3 栋 602", "reporterPhone", "13800000000");
        office.answersCall("clerk1", form, asShown);

        assertThat(repair.slip().report().place()).isEqualTo("3 栋 602");
        assertThat(repair.slip().report().reporterPhone()).isEqualTo("13900000000");
    }

    /** What the work costs with this labour: material and service are the same for all. */
    private static BigDecimal amount(RepairCase repair, String labour) {
        return new BigDecimal(labour).add(new BigDecimal("55.50"));
    }
}
