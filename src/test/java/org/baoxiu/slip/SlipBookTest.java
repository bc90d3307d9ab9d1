package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.CLERK;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each step of a slip by the service that writes it down: what the slip has become, and the line of its history. */
@DomainTest
@DisplayName("维修单的每一步和它的经过")
class SlipBookTest {

    private static final Person TECHNICIAN = SlipStory.technician("tech1");
    private static final Person LEAD = new Person("lead1", Set.of("customerServiceLead"));
    private static final Person DIRECTOR = new Person("director", Set.of("director"));
    private static final Assessment ASSESSED = new Assessment("PL-01", "接头老化", 2, false);

    @Autowired
    private Slips slips;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Accidents accidents;

    @Autowired
    private Overruns overruns;

    @Autowired
    private Splits splits;

    @Autowired
    private Joins joins;

    @Autowired
    private WorkInHand inHand;

    @Autowired
    private ReservedNumbers reserved;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @Tag("4.3.5")
    @DisplayName("from the report to the close: every step is a line with its person, number and clause")
    void wholeLife() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        slips.suggestItem(number, "PL-07");
        assertThat(slips.get(number).diagnosis().itemCode()).isEqualTo("PL-07");
        slips.register(
                number, SlipStory.registration("PL-01", null, false, false, false, false, false, "家里有老人"), CLERK);
        slips.useItem(number, SlipAt.listedItem());
        slips.classify(number, SlipAt.DAILY);
        slips.classify(number, SlipAt.DAILY);
        slips.checkArea(number);
        slips.notifyTeam(number);
        slips.assess(number, ASSESSED, false, true, LEAD);
        slips.survey(number, ASSESSED, "墙内漏水", TECHNICIAN);
        slips.useItem(number, SlipAt.listedItem());
        pickUpAndArrive(number);
        consents(number);
        slips.startWork(number);
        slips.interruptWork(number, WorkOutcome.CHANGE, "要换整段水管", TECHNICIAN);
        consents(number);
        slips.startWork(number);
        slips.interruptWork(number, WorkOutcome.HELP, "打不开阀门", TECHNICIAN);
        slips.change(number, SlipStory.SUPERVISOR, 5, "4.7.4", "支援", slip -> slip.repairing()
                .support("用管钳", null));
        slips.startWork(number);
        slips.interruptWork(number, WorkOutcome.DEFER, "等配件", TECHNICIAN);
        slips.promise(number, clock.instant().plus(Duration.ofHours(5)), "下午到货", TECHNICIAN);
        slips.promise(number, clock.instant().plus(Duration.ofHours(6)), null, TECHNICIAN);
        slips.startWork(number);
        overruns.reportOverrun(number, clock.instant().plus(Duration.ofHours(7)), "墙要凿开", TECHNICIAN);
        overruns.requireApproval(number);
        overruns.approveOverrun(number, clock.instant().plus(Duration.ofHours(8)), "同意", DIRECTOR);
        slips.finish(number, SlipAt.DONE, TECHNICIAN);
        slips.rejectWork(number, "还在滴水", TECHNICIAN);
        slips.startWork(number);
        slips.finish(number, SlipAt.DONE, TECHNICIAN);
        slips.accept(number, new Signatory("张三", false), TECHNICIAN);
        slips.reportResult(number, "电话", "已修好", TECHNICIAN);
        slips.change(number, CLERK, 7, "S7", "回访", slip -> slip.followingUp().followUp());
        slips.noteForImprovement(number, "没穿鞋套");
        slips.close(number);

        assertThat(lines(number))
                .containsExactly(
                        "clerk1 1 4.5.2 接到电话报修，开立维修单：水管漏水",
                        "clerk1 2 4.3.1 完成登记，备注：家里有老人",
                        "system 2 4.2.3 维修项目：更换水管接头",
                        "system 2 4.2.3 界定为日常维修：价目表内，半天以内",
                        "system 2 4.3.2 已通知维修班领单",
                        "lead1 3 S3 评估原因：接头老化；需要现场勘查",
                        "tech1 3 S3 现场勘查：墙内漏水；评估原因：接头老化",
                        "system 3 4.2.3 维修项目：更换水管接头",
                        "tech1 4 4.3.3 领单",
                        "tech1 4 4.6.2 到场",
                        "tech1 5 4.3.4.4 同意",
                        "system 5 4.3.4.4 开始维修",
                        "tech1 5 4.3.4.4 内容或价格变更：要换整段水管",
                        "tech1 5 4.3.4.4 同意",
                        "system 5 4.3.4.4 继续维修",
                        "tech1 5 4.7.4 请求技术支援：打不开阀门",
                        "supervisor 5 4.7.4 支援",
                        "system 5 4.3.4.4 继续维修",
                        "tech1 5 4.6.4 暂缓维修：等配件 （时间）",
                        "tech1 5 4.6.4 已告知业主原因，约定 11月23日 14:00 维修：下午到货 （时间）",
                        "tech1 5 4.6.4 已告知业主原因，约定 11月23日 15:00 维修 （时间）",
                        "system 5 4.3.4.4 继续维修",
                        "tech1 5 5.1 报告超时，预计 11月23日 16:00 完成：墙要凿开 （时间）",
                        "system 0 5.2 超过重要维修的时限，须经主任批准才能继续",
                        "director 0 5.2 批准继续维修，至 11月23日 17:00：同意 （时间）",
                        "tech1 5 Q5 修理完毕：更换接头；原因：接头老化",
                        "tech1 6 S6 业主验收不合格：还在滴水",
                        "system 5 4.3.4.4 继续维修",
                        "tech1 5 Q5 修理完毕：更换接头；原因：接头老化",
                        "tech1 6 4.3.4.8 张三 验收合格并签字",
                        "tech1 6 4.6.3 反馈维修结果（电话）：已修好",
                        "clerk1 7 S7 回访",
                        "system 7 S7 需要改进：没穿鞋套",
                        "system 7 S7 维修单关闭");
        assertThat(slips.get(number).state()).isEqualTo(SlipState.CLOSED);
        assertThat(slips.get(number).reasons().improvement()).isEqualTo("没穿鞋套");
        slips.classify(number, SlipAt.IMPORTANT);
        assertThat(slips.get(number).repairClass())
                .as("a clock of an ended slip raises nothing")
                .isEqualTo(RepairClass.DAILY);
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("in a public area the work is verified, and what fails is done anew")
    void publicArea() {
        String number = slips.open(SlipAt.report(Area.PUBLIC), CLERK).number();
        PublicWork before = slips.publicWork();
        register(number);
        slips.offerToTeam(number);
        slips.teamReached(number, clock.instant().plusSeconds(60));
        assertThat(slips.get(number).milestones().teamReachedAt())
                .isEqualTo(clock.instant().plusSeconds(60));
        pickUpAndArrive(number);
        assertThat(inHand.inHandOf("tech1")).isEqualTo(1);
        assertThat(inHand.holders()).contains("tech1");
        slips.startWork(number);
        slips.finish(number, SlipAt.DONE, TECHNICIAN);
        assertThat(inHand.holders()).as("what is repaired waits for others").doesNotContain("tech1");
        assertThat(inHand.heldBy("tech1")).containsExactly(number);
        assertThat(slips.publicWork().finished()).isEqualTo(before.finished() + 1);
        assertThat(slips.publicWork().working()).isEqualTo(before.working() - 1);
        slips.failPublicWork(number, "灯还在闪", SlipStory.SUPERVISOR);
        slips.startWork(number);
        slips.finish(number, SlipAt.DONE, TECHNICIAN);
        slips.verifyPublicWork(number, SlipStory.SUPERVISOR);
        slips.reportResult(number, "电话", null, TECHNICIAN);

        assertThat(lines(number))
                .containsExactly(
                        "clerk1 1 4.5.1 接到电话报修，开立维修单：水管漏水",
                        "clerk1 2 4.3.1 完成登记",
                        "system 2 4.2.3 维修项目：更换水管接头",
                        "system 2 4.2.3 界定为日常维修：价目表内，半天以内",
                        "system 2 4.6.1b 通知维修班的消息还没有送达，维修班可在任务列表里领单",
                        "tech1 4 4.3.3 领单",
                        "tech1 4 4.6.2 到场",
                        "system 5 4.3.4.4 开始维修",
                        "tech1 5 Q5 修理完毕：更换接头；原因：接头老化",
                        "supervisor 6 4.5.1 核查不合格：灯还在闪",
                        "system 5 4.3.4.4 继续维修",
                        "tech1 5 Q5 修理完毕：更换接头；原因：接头老化",
                        "supervisor 6 4.5.1 核查材料使用和维修质量，合格",
                        "tech1 6 4.6.3 反馈维修结果（电话）");
        assertThat(slips.get(number).verifiedAt()).isEqualTo(clock.instant());
        assertThat(inHand.heldBy("tech1")).as("the result is reported").isEmpty();
    }

    @Test
    @Tag("4.1")
    @Tag("4.2.1.1")
    @DisplayName("what an owner says and is told: urge, complaint, answer, enquiry, addition, telephone, cancelling")
    void contacts() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        register(number);
        Counting counts = new Counting(true, "", clock.instant());
        Counting tooSoon = new Counting(false, "离上一次不到半小时", clock.instant());
        contacts.recordUrge(number, "等了半天", false, counts, CLERK);
        contacts.recordComplaint(number, "水漫到楼下", true, tooSoon, CLERK);
        contacts.recordComplaintAnswer(number, "马上到", CLERK);
        assertThat(slips.get(number).milestones().answeredAt()).isEqualTo(clock.instant());
        contacts.recordEnquiry(number, null, CLERK);
        contacts.recordEnquiry(number, "师傅已出发", CLERK);
        contacts.addToFault(number, "地漏也堵", CLERK);
        contacts.correctTelephone(number, "13911112222", CLERK);
        slips.handOverToLead(number);
        slips.recordMeasures(number, "先派人关阀", LEAD);
        slips.cancel(number, "自己修好了", CLERK);

        assertThat(lines(number).subList(4, 14))
                .containsExactly(
                        "clerk1 0 4.2.1.1 业主催办：等了半天",
                        "clerk1 0 4.1 业主投诉：水漫到楼下（管理处有责任的重大损失或人员受伤）（离上一次不到半小时，不计入重复次数）",
                        "clerk1 0 4.1 投诉答复：马上到",
                        "clerk1 0 Q1 业主来电问进度，已答复",
                        "clerk1 0 Q1 业主来电问进度，已答复：师傅已出发",
                        "clerk1 0 4.3.1.2 业主补充：地漏也堵",
                        "clerk1 0 4.3.1.1 更正联系电话",
                        "system 0 4.4.2 交客服主管处置",
                        "lead1 0 4.4.2 处理措施：先派人关阀",
                        "clerk1 0 S1 业主取消：自己修好了");
        Slip slip = slips.get(number);
        assertThat(slip.report().reporterPhone()).isEqualTo("13911112222");
        assertThat(slip.report().fault()).contains("水管漏水", "地漏也堵");
        assertThat(slip.severity().lossOrInjury()).isTrue();
        assertThat(slip.reasons().complaint()).isEqualTo("水漫到楼下");
        assertThat(slip.state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("4.4.1")
    @Tag("4.7.7")
    @Tag("5.3a")
    @Tag("5.3b")
    @DisplayName("an accident is reported, answered, planned, solved, explained in writing and closed, each a line")
    void accident() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        register(number);
        slips.classify(number, SlipAt.ACCIDENT);
        slips.handOverToLead(number);
        accidents.report(number, "两家被淹", LEAD);
        accidents.answer(number, "今天派人", DIRECTOR);
        assertThat(slips.get(number).milestones().answeredAt()).isEqualTo(clock.instant());
        accidents.plan(number, "换总管", DIRECTOR);
        clock.advance(Duration.ofHours(1));
        accidents.solve(number, "已换总管", DIRECTOR);
        assertThat(slips.get(number).accidentOpen()).isTrue();
        accidents.stateCause(number, "接头老化未及时更换", DIRECTOR);
        accidents.close(number, "已赔付", DIRECTOR);

        assertThat(slips.get(number).accidentOpen()).isFalse();
        assertThat(slips.get(number).accident().solvedAt()).isEqualTo(clock.instant());
        assertThat(lines(number).subList(4, 12))
                .containsExactly(
                        "system 2 4.2.1.2 界定为维修事故：造成重大损失或人身伤害",
                        "system 0 4.4.1 按维修事故报主任处置",
                        "lead1 0 4.4.1 报告主任：两家被淹",
                        "director 0 5.3a 主任答复业主：今天派人",
                        "director 0 4.4.1 解决方案：换总管",
                        "director 0 5.3b 事故已解决：已换总管",
                        "director 0 4.7.7 事故原因的书面说明：接头老化未及时更换",
                        "director 0 4.4.1 维修事故结案：已赔付");
    }

    @Test
    @Tag("4.4.2")
    @DisplayName("a class goes down only by a recorded decision of a person")
    void downgrade() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        register(number);
        slips.classify(number, SlipAt.IMPORTANT);
        slips.downgrade(number, "半小时可修好", LEAD);
        assertThat(lines(number)).last().isEqualTo("lead1 0 4.4.2 降为日常维修：半小时可修好");
        assertThat(slips.get(number).repairClass()).isEqualTo(RepairClass.DAILY);
    }

    @Test
    @Tag("4.7.5")
    @DisplayName("the written application is a line with who, which and of when")
    void application() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        slips.register(number, SlipStory.registration("PL-01", null, false, true, false, false, false, null), CLERK);
        slips.recordApplication(number, new EntryApplication("张三", "申请 12 号", SlipAt.TODAY), CLERK);
        assertThat(lines(number).get(2)).isEqualTo("clerk1 2 4.7.5 收到书面申请（张三，申请 12 号，2026-11-23）");
        assertThat(slips.get(number).intake().applicationMissing()).isFalse();
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("a second fault becomes a slip of its own, tied to the first in both histories")
    void split() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        clock.advance(Duration.ofMinutes(5));
        Report other = splits.report(number, "灯不亮", CLERK);
        assertThat(other.receivedAt()).isEqualTo(clock.instant());
        assertThat(other.place()).isEqualTo("1 栋 101");
        assertThat(other.channel()).isEqualTo(Channel.PHONE);
        Refusal.of(() -> splits.report(number, "灯不亮", TECHNICIAN)).forbidden();
        String opened = slips.open(other, CLERK).number();
        splits.tie(number, opened, "两处故障", CLERK);
        assertThat(lines(opened)).last().isEqualTo("clerk1 0 4.3.1 从维修单 " + number + " 拆出：两处故障");
        assertThat(lines(number)).last().isEqualTo("clerk1 0 4.3.1 拆出维修单 " + opened + "：灯不亮；原因：两处故障");
        assertThat(splits.splitFrom(number)).extracting(Slip::number).containsExactly(opened);
        slips.cancel(number, "不修了", CLERK);
        Refusal.of(() -> splits.report(number, "灯不亮", CLERK)).invalid().says("拆单");
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("what an owner reported by the page is split by the office as if by telephone")
    void splitOfAReportByTheOwner() {
        Report report = SlipAt.report(Area.INSIDE);
        String number = slips.open(
                        new Report(
                                report.office(),
                                Channel.WEB,
                                report.area(),
                                report.reporterName(),
                                report.reporterPhone(),
                                report.place(),
                                report.fault(),
                                report.receivedAt()),
                        Person.owner())
                .number();
        assertThat(splits.report(number, "灯不亮", CLERK).channel()).isEqualTo(Channel.PHONE);
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.3.1")
    @DisplayName(
            "of two slips about one fault the later ends in the earlier, with a line in both; the one in force is found from any")
    void join() {
        String first = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        clock.advance(Duration.ofMinutes(5));
        String second = opened(clock.instant());
        clock.advance(Duration.ofMinutes(5));
        String third = opened(clock.instant());
        joins.join(second, third, "同一处漏水", CLERK);
        Joins.Joined joined = joins.join(second, first, "同一处漏水", CLERK);
        assertThat(joined.kept().number()).isEqualTo(first);
        assertThat(joined.ended().number()).isEqualTo(second);
        assertThat(lines(second)).last().isEqualTo("clerk1 0 4.3.1 并入维修单 " + first + "：同一处漏水");
        assertThat(lines(first)).last().isEqualTo("clerk1 0 4.3.1 并入了维修单 " + second + "：同一处漏水");
        assertThat(joins.joinedTo(first)).extracting(Slip::number).containsExactly(second);
        assertThat(joins.inForce(slips.get(third)).number()).isEqualTo(first);
        assertThat(joins.inForce(slips.get(first)).number()).isEqualTo(first);
    }

    @Test
    @Tag("4.7.8")
    @DisplayName("a sheet of paper is entered by customer service under its own number, with its times")
    void paper() {
        String number = reserved.reserve(1, CLERK).get(0);
        clock.advance(Duration.ofHours(3));
        Instant received = clock.instant().minus(Duration.ofHours(1));
        Report report = reportedAt(received);
        List<LocalTime> written = Arrays.asList(LocalTime.of(11, 10), LocalTime.of(11, 20), null, null, null, null);
        Refusal.of(() -> slips.enterPaper(number, report, written, "停电", TECHNICIAN))
                .forbidden()
                .says("客户服务中心");
        Slip slip = slips.enterPaper(number, report, written, "停电", LEAD);
        assertThat(slip.number()).isEqualTo(number);
        assertThat(slip.milestones().answeredAt()).isEqualTo(received.plus(Duration.ofMinutes(20)));
        assertThat(lines(number)).containsExactly("lead1 1 4.5.2 接到电话报修，补录纸质维修单：水管漏水（收到时间 11月23日 11:00，补记原因：停电）");
    }

    @Test
    @Tag("4.3.1.3")
    @DisplayName("the wish and a late receipt stand in the first line")
    void wishAndLateReceipt() {
        Instant received = clock.instant().minus(Duration.ofDays(1));
        Wish wish = Wish.of(clock.instant().plus(Duration.ofHours(2)), "下午在家");
        String number = slips.open(reportedAt(received), wish, "周日的留言", CLERK).number();
        assertThat(lines(number))
                .containsExactly(
                        "clerk1 1 4.5.2 接到电话报修，开立维修单：水管漏水；希望 11月23日 11:00 上门；对上门时间的说明：下午在家（收到时间 11月22日 09:00，补记原因：周日的留言）");
    }

    @Test
    @Tag("4.1")
    @DisplayName(
            "a caller is found among the open slips, newest first and no more than wanted; an ended one by its number only")
    void callers() {
        String first = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        clock.advance(Duration.ofMinutes(1));
        String second = opened(clock.instant());
        Caller caller = Caller.of("138 0000 0000");
        assertThat(slips.of(caller, 10)).extracting(Slip::number).containsSubsequence(second, first);
        assertThat(slips.of(caller, 1)).hasSize(1);
        slips.cancel(first, "不修了", CLERK);
        assertThat(slips.of(caller, 10))
                .extracting(Slip::number)
                .contains(second)
                .doesNotContain(first);
        assertThat(slips.of(Caller.of(first), 10)).extracting(Slip::number).containsExactly(first);
        assertThat(slips.of(Caller.of("13712345678"), 10)).isEmpty();
    }

    @Test
    @Tag("S2")
    @DisplayName("a slip is there from its first moment, under its number only, and belongs to one case")
    void exists() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        assertThat(slips.exists(number)).isTrue();
        assertThat(slips.exists("WX20261123-999999")).isFalse();
        assertThat(slips.any()).isTrue();
        slips.lock(number);
        slips.bindTo(number, "case-1");
        assertThat(slips.get(number).isHandledBy("case-1")).isTrue();
        assertThat(slips.get(number).isHandledBy("case-2")).isFalse();
        Refusal.of(() -> slips.bindTo(number, "case-2")).invalid().says(number, "重复");
        assertThat(slips.openAt("一号管理处", "1 栋 101")).extracting(Slip::number).contains(number);
        Refusal.of(() -> slips.note("WX20261123-999999", CLERK, 0, "S1", "不存在")).invalid();
        Refusal.of(() -> slips.recordMeasures("WX20261123-999999", "不存在", CLERK))
                .invalid();
    }

    @Test
    @Tag("4.3.8")
    @DisplayName("the slips of one owner are those of the same name at the same place that were closed then")
    void endedOfSameOwner() {
        Instant morning = clock.instant();
        String number = closed();
        Slip slip = slips.get(number);
        Instant evening = morning.plus(Duration.ofHours(10));
        assertThat(slips.endedOfSameOwner(slip, morning, evening))
                .extracting(Slip::number)
                .containsExactly(number);
        assertThat(slips.endedOfSameOwner(slip, evening, evening.plus(Duration.ofHours(1))))
                .isEmpty();
    }

    private String closed() {
        String number = slips.open(SlipAt.report(Area.INSIDE), CLERK).number();
        register(number);
        slips.notifyTeam(number);
        pickUpAndArrive(number);
        consents(number);
        slips.startWork(number);
        slips.finish(number, SlipAt.DONE, TECHNICIAN);
        slips.accept(number, new Signatory("张三", true), TECHNICIAN);
        slips.change(number, CLERK, 7, "S7", "回访", slip -> slip.followingUp().followUp());
        slips.close(number);
        return number;
    }

    private void register(String number) {
        slips.register(number, SlipStory.registration("PL-01", null, false, false, false, false, false, null), CLERK);
        slips.useItem(number, SlipStory.listed("plumbing"));
        slips.classify(number, SlipAt.DAILY);
    }

    private String opened(Instant received) {
        return slips.open(reportedAt(received), CLERK).number();
    }

    private static Report reportedAt(Instant received) {
        return new Report("一号管理处", Channel.PHONE, Area.INSIDE, "张三", "13800000000", "1 栋 101", "水管漏水", received);
    }

    private void pickUpAndArrive(String number) {
        slips.change(
                number, TECHNICIAN, 4, "4.3.3", "领单", slip -> slip.dispatching().pickUp("tech1", clock.instant()));
        slips.change(
                number, TECHNICIAN, 4, "4.6.2", "到场", slip -> slip.dispatching().arrive(clock.instant()));
    }

    private void consents(String number) {
        slips.change(number, TECHNICIAN, 5, "4.3.4.4", "同意", slip -> {
            slip.quoting().quote("接头老化", false, false, false);
            slip.quoting().quotedAt(SlipAt.AGREED);
            slip.quoting().consent();
        });
    }

    /** Person, step, clause and text of each line; what changed a time that the owner was told says so. */
    private List<String> lines(String number) {
        return slips.history(number).stream()
                .map(line -> line.person() + " " + line.step() + " " + line.clause() + " " + line.text()
                        + (line.aboutTime() ? " （时间）" : ""))
                .toList();
    }
}
