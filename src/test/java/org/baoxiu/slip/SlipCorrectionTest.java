package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.baoxiu.slip.SlipAt.NUMBER;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baoxiu.shared.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("更正登记的内容：规则")
class SlipCorrectionTest {

    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Person LEAD = new Person("clerklead", Set.of("customerServiceLead"));
    private static final Person TECHNICIAN = new Person("tech1", Set.of("maintenance"));
    private static final CatalogueItem LOCK = new CatalogueItem(
            "CA-09", "开锁", "carpentry", 0.5, new BigDecimal("80.00"), true, false, "", "", null, true, false);
    private static final CatalogueItem GAS = new CatalogueItem(
            "GA-01", "燃气泄漏", "gas", 0.5, new BigDecimal("80.00"), true, true, "", "", null, false, false);
    private static final CatalogueItem LIFT = new CatalogueItem(
            "LI-01", "电梯", "lift", 0.5, new BigDecimal("80.00"), true, false, "", "", Area.PUBLIC, false, false);

    /** What the slip says, with other things in it. */
    private static Correction with(
            Slip slip, String office, Area area, String name, String phone, String place, String fault) {
        Correction from = Correction.of(slip);
        return new Correction(
                office,
                area,
                name,
                phone,
                place,
                fault,
                from.wantedAt(),
                from.itemCode(),
                from.emergency(),
                from.lossOrInjury());
    }

    private static Correction decided(Slip slip, Instant wanted, String item, boolean emergency, boolean loss) {
        Correction from = Correction.of(slip);
        return new Correction(
                from.office(),
                from.area(),
                from.reporterName(),
                from.reporterPhone(),
                from.place(),
                from.fault(),
                wanted,
                item,
                emergency,
                loss);
    }

    private static Correction area(Slip slip, Area area) {
        return with(slip, "一号管理处", area, "张三", "13800000000", "1 栋 101", "水管漏水");
    }

    private static List<Correction.Change> correct(Slip slip, Correction to) {
        return new Correcting(slip).correct(to, false, CLERK, NINE);
    }

    @Test
    @DisplayName("each word that is put right is told with what stood there before, in the order of the form")
    void words() {
        Slip slip = SlipAt.notified();
        List<Correction.Change> changes =
                correct(slip, with(slip, "二号管理处", Area.INSIDE, "李四", "13900000001", "2 栋 202", "灯不亮"));
        assertThat(changes)
                .extracting(Correction.Change::text)
                .containsExactly(
                        "更正管理处：一号管理处 → 二号管理处",
                        "更正地点：1 栋 101 → 2 栋 202",
                        "更正报修人：张三 → 李四",
                        "更正联系电话：13800000000 → 13900000001",
                        "更正故障情况：水管漏水 → 灯不亮");
        assertThat(slip.report().place()).isEqualTo("2 栋 202");
        assertThat(slip.report().receivedAt()).isEqualTo(NINE);
        assertThat(slip.report().channel()).isEqualTo(Channel.PHONE);
        assertThat(slip.intake().dialled()).isEqualTo("+8613900000001");
    }

    @Test
    @DisplayName("time, urgency and loss likewise; what stood nowhere was not filled in")
    void decisions() {
        Slip slip = SlipAt.notified();
        assertThat(correct(slip, decided(slip, TEN, "PL-02", true, true)))
                .extracting(Correction.Change::text)
                .containsExactly(
                        "更正维修项目：PL-01 → PL-02", "更正紧急：否 → 是", "更正重大损失或人员受伤：否 → 是", "更正希望上门时间：（未填） → 11月23日 10:00");
        assertThat(slip.intake().wantedAt()).isEqualTo(TEN);
        assertThat(slip.intake().emergency()).isTrue();
        assertThat(slip.severity().lossOrInjury()).isTrue();
        assertThat(slip.diagnosis().itemCode()).isEqualTo("PL-02");
    }

    @Test
    @DisplayName(
            "what depends on it is decided anew where item, area or loss has changed, the place where it was written otherwise")
    void whatFollows() {
        Slip slip = SlipAt.notified();
        Correction from = Correction.of(slip);
        assertThat(from.changesDecisions(from)).isFalse();
        assertThat(from.changesPlace(from)).isFalse();
        assertThat(decided(slip, null, "PL-02", false, false).changesDecisions(from))
                .isTrue();
        assertThat(decided(slip, null, "PL-01", false, true).changesDecisions(from))
                .isTrue();
        assertThat(decided(slip, TEN, "PL-01", true, false).changesDecisions(from))
                .isFalse();
        assertThat(area(slip, Area.PUBLIC).changesDecisions(from)).isTrue();
        assertThat(area(slip, Area.PUBLIC).changesPlace(from)).isFalse();
        assertThat(with(slip, "二号管理处", Area.INSIDE, "张三", "1", "1 栋 101", "漏").changesPlace(from))
                .isTrue();
        assertThat(with(slip, "一号管理处", Area.INSIDE, "张三", "1", "1 栋 102", "漏").changesPlace(from))
                .isTrue();
    }

    @Test
    @DisplayName("nothing changed is said, and an ended slip stays as it is")
    void nothing() {
        Slip slip = SlipAt.notified();
        Refusal.of(() -> correct(slip, Correction.of(slip))).invalid().says(NUMBER, "没有改动");
        Slip closed = SlipAt.closed();
        Refusal.of(() -> correct(closed, area(closed, Area.PUBLIC))).invalid().says("不能更正");
        Refusal.of(() -> correct(slip, with(slip, "一号管理处", Area.INSIDE, "张三", "1", "1 栋", "漏".repeat(1001))))
                .invalid()
                .says("1000");
    }

    @Test
    @DisplayName("by whoever may register it: clerks, and the team for a public area (4.5.1, 4.5.2)")
    void byWhom() {
        Slip inside = SlipAt.notified();
        Refusal.of(() -> new Correcting(inside).correct(area(inside, Area.PUBLIC), false, TECHNICIAN, NINE))
                .forbidden();
        assertThat(new Correcting(inside).correct(area(inside, Area.PUBLIC), false, LEAD, NINE))
                .hasSize(1);
        assertThat(inside.publicArea()).isTrue();
        new Correcting(inside).requireMayRegister(TECHNICIAN);
        Refusal.of(() -> new Correcting(inside).correct(area(inside, Area.INSIDE), false, TECHNICIAN, NINE))
                .forbidden();
        Refusal.of(() -> new Correcting(SlipAt.notified()).requireMayRegister(TECHNICIAN))
                .forbidden()
                .says("客户服务中心");
    }

    static Stream<Arguments> beforeTheDoor() {
        return Stream.of(
                arguments((Supplier<Slip>) SlipAt::received, true),
                arguments((Supplier<Slip>) SlipAt::notified, true),
                arguments((Supplier<Slip>) SlipAt::pickedUp, true),
                arguments((Supplier<Slip>) SlipAt::onSite, false),
                arguments((Supplier<Slip>) SlipAt::working, false));
    }

    @ParameterizedTest
    @MethodSource("beforeTheDoor")
    @DisplayName("area and wanted time until somebody is there")
    void untilSomebodyIsThere(Supplier<Slip> before, boolean allowed) {
        Slip slip = before.get();
        Correction wanted = decided(slip, TEN, Correction.of(slip).itemCode(), false, false);
        if (allowed) {
            assertThat(correct(slip, area(slip, Area.PUBLIC))).hasSize(1);
            assertThat(correct(before.get(), wanted)).hasSize(1);
        } else {
            Refusal.of(() -> correct(slip, area(slip, Area.PUBLIC))).invalid().says("已经到场");
            Refusal.of(() -> correct(slip, wanted)).invalid().says("希望上门时间");
        }
    }

    @Test
    @DisplayName("a time that was agreed since is changed by agreeing on another, and one that is over is none")
    void wantedTime() {
        Slip agreed = SlipAt.pickedUp();
        agreed.dispatching().reschedule(TEN, NINE);
        Refusal.of(() -> correct(agreed, decided(agreed, TEN, "PL-01", false, false)))
                .invalid()
                .says("改约");
        Slip slip = SlipAt.notified();
        Refusal.of(() -> correct(slip, decided(slip, NINE.minus(Duration.ofDays(1)), "PL-01", false, false)))
                .invalid()
                .says("希望上门时间");
        Slip again = SlipAt.followedUp();
        again.followingUp().rework("还漏", NINE);
        Refusal.of(() -> correct(again, decided(again, TEN, "PL-01", false, false)))
                .invalid()
                .says("希望上门时间");
    }

    @Test
    @DisplayName("an item is never taken away; before the registration it is a suggestion")
    void item() {
        Slip slip = SlipAt.notified();
        Refusal.of(() -> correct(slip, decided(slip, null, null, false, false)))
                .invalid()
                .says("不能改成空的");
        Slip received = SlipAt.received();
        correct(received, decided(received, null, "PL-02", false, false));
        assertThat(received.diagnosis().itemCode()).isEqualTo("PL-02");
        assertThat(received.diagnosis().areaConfirmedFor()).isNull();
        Slip waiting = SlipAt.registered(true);
        Refusal.of(() -> correct(waiting, decided(waiting, null, "PL-02", false, false)))
                .invalid()
                .says("书面申请");
    }

    @Test
    @DisplayName("another area than the item's is confirmed, for the item that was confirmed only (4.5.1)")
    void areaOfTheItem() {
        Slip slip = SlipAt.notified();
        new Correcting(slip).correct(decided(slip, null, "LI-01", false, false), true, CLERK, NINE);
        assertThat(slip.diagnosis().areaConfirmedFor()).isEqualTo("LI-01");
        new Correcting(slip).use(LIFT);
        Slip unconfirmed = SlipAt.notified();
        correct(unconfirmed, decided(unconfirmed, null, "LI-01", false, false));
        Refusal.of(() -> new Correcting(unconfirmed).use(LIFT)).invalid().says("已核实");
        Slip moved = SlipAt.notified();
        correct(moved, area(moved, Area.PUBLIC));
        Refusal.of(() -> new Correcting(moved).checkArea()).invalid().says("已核实");
        Slip confirmed = SlipAt.notified();
        new Correcting(confirmed).correct(area(confirmed, Area.PUBLIC), true, CLERK, NINE);
        new Correcting(confirmed).checkArea();
        assertThat(confirmed.diagnosis().areaConfirmedFor()).isEqualTo("PL-01");
    }

    @Test
    @DisplayName("what is urgent by its nature stays urgent, what breaks a door needs the application first (4.7.5)")
    void nature() {
        Slip gas = SlipAt.notified();
        correct(gas, decided(gas, null, "GA-01", false, false));
        new Correcting(gas).use(GAS);
        assertThat(gas.intake().emergency()).isTrue();
        Refusal.of(() -> correct(gas, decided(gas, null, "GA-01", false, false)))
                .invalid()
                .says("燃气泄漏", "紧急");
        assertThat(correct(gas, decided(gas, null, "PL-01", false, false))).hasSize(2);
        assertThat(gas.intake().emergency()).isFalse();

        Slip lock = SlipAt.notified();
        Refusal.of(() -> new Correcting(lock).use(LOCK)).invalid().says("开锁", "书面申请");
        Slip applied = SlipAt.registered(true);
        applied.registering().recordApplication(new EntryApplication("张三", "申请 1 号", SlipAt.TODAY), NINE);
        new Correcting(applied).use(LOCK);
        assertThat(applied.item()).isEqualTo(LOCK);
    }

    @Test
    @DisplayName("a loss that the director has on the desk is not corrected away (5.3)")
    void loss() {
        Slip slip = SlipAt.notified();
        correct(slip, decided(slip, null, "PL-01", false, true));
        slip.assessing().classify(SlipAt.ACCIDENT, NINE);
        Refusal.of(() -> correct(slip, decided(slip, null, "PL-01", false, false)))
                .invalid()
                .says("主任");
        Slip mild = SlipAt.notified();
        correct(mild, decided(mild, null, "PL-01", false, true));
        assertThat(correct(mild, decided(mild, null, "PL-01", false, false))).hasSize(1);
        assertThat(mild.severity().lossOrInjury()).isFalse();
    }

    @Test
    @DisplayName("the class is as if it had been registered so, but what time or an accident has raised stays (4.2)")
    void classDecidedAnew() {
        Slip raised = SlipAt.notified();
        new Correcting(raised).classify(SlipAt.IMPORTANT, false, TEN);
        assertThat(raised.repairClass()).isEqualTo(RepairClass.IMPORTANT);
        assertThat(raised.milestones().importantSince()).isEqualTo(TEN);

        raised.repairing().requireApproval(true);
        new Correcting(raised).classify(SlipAt.DAILY, true, TEN);
        assertThat(raised.repairClass()).as("unsolved for too long").isEqualTo(RepairClass.IMPORTANT);
        new Correcting(raised).classify(SlipAt.DAILY, false, TEN);
        assertThat(raised.repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(raised.milestones().importantSince()).isNull();
        assertThat(raised.schedule().approvalNeeded()).isFalse();

        Slip accident = SlipAt.notified();
        accident.assessing().classify(SlipAt.ACCIDENT, NINE);
        new Correcting(accident).classify(SlipAt.DAILY, false, TEN);
        assertThat(accident.repairClass()).isEqualTo(RepairClass.ACCIDENT);

        Slip same = SlipAt.notified();
        new Correcting(same).classify(SlipAt.DAILY, false, TEN);
        assertThat(same.repairClass()).isEqualTo(RepairClass.DAILY);
    }

    static Stream<Arguments> somethingToRepair() {
        return Stream.of(
                arguments((Supplier<Slip>) SlipAt::consented, "同意过报价"),
                arguments((Supplier<Slip>) SlipCorrectionTest::publicWork, "已经开工"),
                arguments((Supplier<Slip>) SlipCorrectionTest::accident, "维修事故"),
                arguments((Supplier<Slip>) SlipAt::closed, "不能标为误登记"));
    }

    @ParameterizedTest
    @MethodSource("somethingToRepair")
    @DisplayName("a slip is no mistake once somebody has agreed or begun")
    void noMistake(Supplier<Slip> before, String why) {
        Slip slip = before.get();
        Refusal.of(() -> new Correcting(slip).mistaken("打错了", TEN)).invalid().says(why);
    }

    @Test
    @DisplayName("a mistaken slip has ended, with the reason")
    void mistake() {
        Slip slip = SlipAt.quoted();
        new Correcting(slip).mistaken("打错了", TEN);
        assertThat(slip.state()).isEqualTo(SlipState.MISTAKEN);
        assertThat(slip.closedAt()).isEqualTo(TEN);
        assertThat(slip.reasons().mistake()).isEqualTo("打错了");
        assertThat(slip.lastReason()).isEqualTo("打错了");
    }

    private static Slip publicWork() {
        Slip slip = SlipAt.onSiteInPublicArea();
        slip.repairing().startWork(NINE);
        return slip;
    }

    private static Slip accident() {
        Slip slip = SlipAt.notified();
        slip.assessing().classify(SlipAt.ACCIDENT, NINE);
        return slip;
    }
}
