package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.AGREED;
import static org.baoxiu.slip.SlipAt.CLERK;
import static org.baoxiu.slip.SlipAt.DONE;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.baoxiu.slip.SlipAt.NUMBER;
import static org.baoxiu.slip.SlipEvent.Kind.*;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baoxiu.slip.SlipEvent.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

@DisplayName("每一步留下什么，什么时候不能办")
class SlipStepsTest {

    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    private static List<SlipEvent> events(Slip slip) {
        Collection<?> registered =
                Objects.requireNonNull(ReflectionTestUtils.<Collection<?>>invokeMethod(slip, "domainEvents"));
        return registered.stream()
                .filter(SlipEvent.class::isInstance)
                .map(SlipEvent.class::cast)
                .toList();
    }

    private static List<Kind> told(Slip slip) {
        return events(slip).stream().map(SlipEvent::kind).toList();
    }

    private static SlipEvent last(Slip slip) {
        List<SlipEvent> all = events(slip);
        return all.get(all.size() - 1);
    }

    @Test
    @DisplayName("from the receipt to the end the owner hears of each step once (Q4)")
    void whatTheOwnerHears() {
        assertThat(told(SlipAt.closed()))
                .containsExactly(RECEIVED, TEAM_NOTIFIED, TECHNICIAN_ASSIGNED, ARRIVED, QUOTED, FINISHED, CLOSED);
    }

    @Test
    @DisplayName("another amount than the owner knows is told with the former one, the same amount is not (Q4)")
    void otherAmounts() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.CHANGE, "还要换阀门", TEN);
        slip.quoting().quote("阀门损坏", false, false, false);
        slip.quoting().quotedAt(AGREED);
        assertThat(last(slip).kind()).isEqualTo(QUOTED);

        slip.quoting().quote("阀门损坏", false, false, false);
        slip.quoting().quotedAt(new BigDecimal("200.00"));
        assertThat(last(slip).kind()).isEqualTo(QUOTE_CHANGED);
        assertThat(last(slip).formerAmount()).isEqualByComparingTo(AGREED);
        assertThat(slip.agreement().quotedAmount()).isEqualByComparingTo("200");

        Slip finished = SlipAt.finished();
        assertThat(last(finished).kind()).isEqualTo(FINISHED);
        finished.repairing().bill(new BigDecimal("100.00"));
        assertThat(last(finished).kind()).isEqualTo(COST_CHANGED);
        assertThat(last(finished).formerAmount()).isEqualByComparingTo(AGREED);

        Slip confirmed = SlipAt.confirmed();
        confirmed.confirming().approveFee(new BigDecimal("90.00"), "CASH", ELEVEN);
        assertThat(last(confirmed).kind()).isEqualTo(COST_CHANGED);
        assertThat(last(confirmed).formerAmount()).isEqualByComparingTo(AGREED);

        Slip unchanged = SlipAt.confirmed();
        unchanged.confirming().approveFee(AGREED, "CASH", ELEVEN);
        assertThat(told(unchanged)).doesNotContain(COST_CHANGED);
    }

    static Stream<Arguments> news() {
        return Stream.of(
                news("预约", VISIT_APPOINTED, SlipAt::pickedUp, slip -> slip.dispatching()
                        .reschedule(TEN, NINE)),
                news("改派", TECHNICIAN_ASSIGNED, SlipAt::working, slip -> slip.dispatching()
                        .reassign("tech2")),
                news("约定时间", DEFERRED, SlipStepsTest::deferred, slip -> slip.repairing()
                        .promise(ELEVEN, TEN)),
                news("新的时间", TIME_CHANGED, SlipAt::working, slip -> slip.repairing()
                        .expect(ELEVEN, TEN)),
                news("批准的时间", TIME_CHANGED, SlipAt::working, slip -> slip.repairing()
                        .approve(ELEVEN, TEN)),
                news("没有接通", CALL_BACK_MISSED, SlipAt::confirmed, slip -> slip.followingUp()
                        .callBack(false)),
                news("取消", CANCELLED, SlipAt::notified, slip -> slip.contacting()
                        .cancel("不修了", TEN)),
                news("误登记", MISTAKEN, SlipAt::notified, slip -> new Correcting(slip).mistaken("打错了", TEN)),
                news("晚通知到", TEAM_NOTIFIED, SlipStepsTest::offered, slip -> slip.registering()
                        .teamReached(TEN)));
    }

    private static Arguments news(String what, Kind kind, Supplier<Slip> before, Consumer<Slip> step) {
        return arguments(what, kind, before, step);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("news")
    @DisplayName("what else the owner hears of")
    void whatElseTheOwnerHears(String what, Kind kind, Supplier<Slip> before, Consumer<Slip> step) {
        Slip slip = before.get();
        int until = events(slip).size();
        step.accept(slip);
        assertThat(told(slip).subList(until, told(slip).size())).containsExactly(kind);
    }

    @Test
    @DisplayName("of a call that was answered nobody is told")
    void answeredCall() {
        Slip slip = SlipAt.confirmed();
        List<Kind> before = told(slip);
        slip.followingUp().callBack(true);
        assertThat(told(slip)).isEqualTo(before);
    }

    static Stream<Arguments> outOfTurn() {
        Assessment assessment = new Assessment("PL-01", "接头老化", 1, false);
        return Stream.of(
                step("再登记", SlipAt::notified, slip -> slip.registering()
                        .register(
                                SlipStory.registration("PL-01", null, false, false, false, false, false, null), NINE)),
                step("选项目", SlipAt::received, slip -> slip.registering().use(SlipAt.listedItem(), NINE)),
                step("登记申请", SlipAt::pickedUp, slip -> slip.registering()
                        .recordApplication(new EntryApplication("张三", "申请 1 号", SlipAt.TODAY), NINE)),
                step("再通知", SlipAt::notified, slip -> slip.registering().notifyTeam(NINE)),
                step("提前告诉", () -> SlipAt.registered(false), slip -> slip.registering()
                        .teamReached(NINE)),
                step("评估", SlipAt::pickedUp, slip -> slip.assessing().assess(assessment, false, false)),
                step("勘查", SlipAt::pickedUp, slip -> slip.assessing().survey(assessment, "渗水", NINE)),
                step("重新界定", SlipAt::closed, slip -> slip.assessing().classify(SlipAt.IMPORTANT, NINE)),
                step("降级", SlipStepsTest::importantAndClosed, slip -> slip.assessing()
                        .downgrade("不严重")),
                step("处置", SlipAt::closed, slip -> slip.assessing().handOverToLead()),
                step("领单", () -> SlipAt.registered(false), slip -> slip.dispatching()
                        .pickUp("tech1", NINE)),
                step("到场", SlipAt::notified, slip -> slip.dispatching().arrive(NINE)),
                step("业主不在", SlipAt::notified, slip -> slip.dispatching().ownerAbsent("没人", NINE)),
                step("预约", SlipAt::onSite, slip -> slip.dispatching().reschedule(TEN, NINE)),
                step("转单", SlipAt::onSite, slip -> slip.dispatching().transfer("tech2", "太远")),
                step("退单", SlipAt::onSite, slip -> slip.dispatching().giveBack("不会")),
                step("改派", SlipAt::notified, slip -> slip.dispatching().reassign("tech2")),
                step("移交", SlipAt::notified, slip -> slip.dispatching().handOver("tech2")),
                step("放下", SlipAt::notified, slip -> slip.dispatching().release()),
                step("报价", SlipAt::consented, slip -> slip.quoting().quote("老化", false, false, false)),
                step("算价", SlipAt::consented, slip -> slip.quoting().quotedAt(AGREED)),
                step("报工期", SlipAt::consented, slip -> slip.quoting().quotedFor(TEN, NINE)),
                step("同意", SlipAt::consented, slip -> slip.quoting().consent()),
                step("另报", SlipAt::consented, slip -> slip.quoting().askForAnotherQuote("太贵")),
                step("不同意", SlipAt::consented, slip -> slip.quoting().refuse("太贵", NINE)),
                step("动工", SlipAt::pickedUp, slip -> slip.repairing().startWork(NINE)),
                step("进展", SlipAt::consented, slip -> slip.repairing().interruptWork(WorkOutcome.HELP, "太重", NINE)),
                step("支援", SlipAt::working, slip -> slip.repairing().support("用吊葫芦", null)),
                step("约定", SlipAt::working, slip -> slip.repairing().promise(TEN, NINE)),
                step("修完", SlipAt::consented, slip -> slip.repairing().finish(DONE, NINE)),
                step("用料", SlipAt::consented, slip -> slip.repairing().useMaterials()),
                step("核定", SlipAt::working, slip -> slip.repairing().bill(AGREED)),
                step("批准", SlipAt::closed, slip -> slip.repairing().approve(TEN, NINE)),
                step("新时间", SlipAt::closed, slip -> slip.repairing().expect(TEN, NINE)),
                step("验收", SlipAt::working, slip -> slip.confirming().accept(new Signatory("张三", false), NINE)),
                step("核查", SlipAt::working, slip -> slip.confirming().verifyPublicWork("clerk1", NINE)),
                step("不合格", SlipAt::confirmed, slip -> slip.confirming().rejectWork("还漏")),
                step("反馈", SlipAt::finished, slip -> slip.confirming().reportResult(NINE)),
                step("审核", SlipAt::finished, slip -> slip.confirming().approveFee(AGREED, "CASH", NINE)),
                step("回访", SlipAt::finished, slip -> slip.followingUp().callBack(true)),
                step("评价", SlipAt::followedUp, slip -> slip.followingUp().rate()),
                step("结束回访", SlipAt::finished, slip -> slip.followingUp().followUp()),
                step("返修", SlipAt::confirmed, slip -> slip.followingUp().rework("还漏", NINE)),
                step("改进", SlipAt::confirmed, slip -> slip.followingUp().improve()),
                step("改进的话", SlipAt::closed, slip -> slip.followingUp().noteForImprovement("态度")),
                step("关闭", SlipAt::confirmed, slip -> slip.followingUp().close(NINE)),
                step("催办", SlipAt::closed, slip -> slip.contacting().urged(false, true, NINE)),
                step("投诉", SlipAt::closed, slip -> slip.contacting().complained("慢", false, true, NINE)),
                step("来电", SlipAt::closed, slip -> slip.contacting().enquired(NINE)),
                step("补充", SlipAt::finished, slip -> slip.contacting().addToFault("还有灯")),
                step("改电话", SlipAt::closed, slip -> slip.contacting().correctTelephone("13800000001")),
                step("取消", SlipAt::working, slip -> slip.contacting().cancel("不修了", NINE)));
    }

    private static Arguments step(String what, Supplier<Slip> before, Consumer<Slip> step) {
        return arguments(what, before, step);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outOfTurn")
    @DisplayName("a step that is not due is refused with the number, and leaves the slip as it was")
    void notDue(String what, Supplier<Slip> before, Consumer<Slip> step) {
        Slip slip = before.get();
        SlipState state = slip.state();
        List<Kind> told = told(slip);

        Refusal.of(() -> step.accept(slip)).invalid().says(NUMBER);

        assertThat(slip.state()).isEqualTo(state);
        assertThat(told(slip)).isEqualTo(told);
    }

    @Test
    @DisplayName("an overdue important repair goes on only with the director's approval (5.2)")
    void approval() {
        Slip slip = SlipAt.working();
        slip.repairing().requireApproval(true);
        Refusal.of(() -> slip.repairing().interruptWork(WorkOutcome.HELP, "太重", NINE))
                .invalid()
                .says("主任批准");
        slip.repairing().approve(ELEVEN, NINE);
        slip.repairing().interruptWork(WorkOutcome.HELP, "太重", NINE);
        assertThat(slip.schedule().expectedAt()).isEqualTo(ELEVEN);
        Slip offered = SlipAt.notified();
        offered.repairing().requireApproval(true);
        Refusal.of(() -> offered.dispatching().pickUp("tech1", NINE)).invalid().says("主任批准");
        Slip onSite = SlipAt.onSite();
        onSite.repairing().requireApproval(true);
        Refusal.of(() -> onSite.quoting().quote("老化", false, false, false))
                .invalid()
                .says("主任批准");
        Slip finished = SlipAt.working();
        finished.repairing().requireApproval(true);
        finished.repairing().finish(DONE, TEN);
        assertThat(finished.schedule().approvalNeeded()).isFalse();
    }

    @Test
    @DisplayName("the first visit counts for the promise to arrive, the last one for who was met (4.6.2)")
    void visits() {
        Slip slip = SlipAt.pickedUp();
        slip.dispatching().ownerAbsent("没人应门", NINE);
        assertThat(slip.milestones().visitedAt()).isEqualTo(NINE);
        assertThat(slip.milestones().answeredAt()).isEqualTo(NINE);
        assertThat(slip.visit().outcome()).isEqualTo(VisitOutcome.OWNER_ABSENT);
        assertThat(slip.visit().arrivedAt()).isNull();
        assertThat(slip.reasons().visit()).isEqualTo("没人应门");

        slip.dispatching().arrive(TEN);
        assertThat(slip.milestones().visitedAt()).isEqualTo(NINE);
        assertThat(slip.visit().arrivedAt()).isEqualTo(TEN);
        assertThat(slip.visit().outcome()).isEqualTo(VisitOutcome.ARRIVED);
    }

    @Test
    @DisplayName("whoever gives a slip on or back says why")
    void givenOn() {
        Slip transferred = SlipAt.pickedUp();
        transferred.dispatching().transfer("tech2", "太远");
        assertThat(transferred.technician()).isEqualTo("tech2");
        assertThat(transferred.visit().outcome()).isEqualTo(VisitOutcome.TRANSFERRED);
        assertThat(transferred.reasons().visit()).isEqualTo("太远");
        assertThat(transferred.lastReason()).isEqualTo("太远");

        Slip returned = SlipAt.pickedUp();
        returned.dispatching().giveBack("不会修");
        assertThat(returned.technician()).isNull();
        assertThat(returned.visit().outcome()).isEqualTo(VisitOutcome.RETURNED);
        assertThat(returned.reasons().visit()).isEqualTo("不会修");
    }

    @Test
    @DisplayName("a team that was only offered the slip has learned of it when somebody takes it or is told (4.6.1b)")
    void offeredToTheTeam() {
        Slip slip = offered();
        assertThat(slip.visit().notifiedAt()).isEqualTo(NINE);
        assertThat(slip.milestones().offeredAt()).isEqualTo(NINE);
        assertThat(slip.milestones().teamReachedAt()).isNull();
        slip.dispatching().pickUp("tech1", TEN);
        assertThat(slip.milestones().teamReachedAt()).isEqualTo(TEN);
        assertThat(slip.visit().pickedUpAt).isEqualTo(TEN);
        slip.dispatching().giveBack("不会修");
        slip.dispatching().pickUp("tech2", ELEVEN);
        assertThat(slip.milestones().teamReachedAt()).isEqualTo(TEN);

        Slip told = SlipAt.notified();
        assertThat(told.milestones().offeredAt()).isNull();
        told.dispatching().pickUp("tech1", TEN);
        assertThat(told.milestones().teamReachedAt()).isNull();
    }

    @Test
    @DisplayName("work begins once, and each round of it anew (5.1, S6)")
    void rounds() {
        Slip slip = SlipAt.working();
        assertThat(slip.milestones().roundStartedAt()).isEqualTo(NINE);
        slip.repairing().interruptWork(WorkOutcome.HELP, "太重", NINE);
        assertThat(slip.work().outcome()).isEqualTo(WorkOutcome.HELP);
        assertThat(slip.reasons().help()).isEqualTo("太重");
        slip.repairing().support("用吊葫芦", null);
        assertThat(slip.work().note()).isEqualTo("技术支援：用吊葫芦");
        slip.repairing().startWork(TEN);
        assertThat(slip.milestones().roundStartedAt()).isEqualTo(NINE);
        assertThat(slip.work().startedAt()).isEqualTo(NINE);

        slip.repairing().finish(DONE, TEN);
        assertThat(slip.work().finishedAt()).isEqualTo(TEN);
        assertThat(slip.work().done()).isEqualTo("更换接头");
        assertThat(slip.diagnosis().foundCause()).isEqualTo("接头老化");
        slip.repairing().expect(ELEVEN, TEN);
        slip.confirming().rejectWork("还漏");
        assertThat(slip.milestones().roundStartedAt()).isNull();
        assertThat(slip.schedule().expectedAt()).isNull();
        assertThat(slip.workFinished()).isFalse();
        slip.repairing().startWork(ELEVEN);
        assertThat(slip.milestones().roundStartedAt()).isEqualTo(ELEVEN);
        assertThat(slip.work().startedAt()).isEqualTo(NINE);
        assertThat(slip.work().finishedAt()).isNull();
        assertThat(slip.work().functionRestored()).isFalse();
    }

    @Test
    @DisplayName("what was accepted and reported counts no more when the work goes on")
    void revoked() {
        Slip slip = SlipAt.confirmed();
        slip.confirming().reportResult(ELEVEN);
        assertThat(slip.acceptance().resultReportedAt()).isEqualTo(ELEVEN);
        slip.followingUp().followUp();
        slip.followingUp().rework("还漏", ELEVEN);
        slip.dispatching().pickUp("tech2", ELEVEN);
        slip.dispatching().arrive(ELEVEN);
        slip.repairing().startWork(ELEVEN);
        assertThat(slip.acceptance().confirmed()).isFalse();
        assertThat(slip.acceptance().resultReportedAt()).isNull();
    }

    @Test
    @DisplayName(
            "a call-back that says not fixed sends the slip to dispatch again, with nothing agreed about times (S7)")
    void rework() {
        Slip slip = SlipAt.pickedUp();
        assertThat(slip.rework()).isFalse();
        slip.dispatching().reschedule(TEN, NINE);
        assertThat(slip.visitExpectedAt()).isEqualTo(TEN);

        Slip again = SlipAt.followedUp();
        again.followingUp().rework("还漏", ELEVEN);
        assertThat(again.state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(again.rework()).isTrue();
        assertThat(again.visitExpectedAt()).isNull();
        assertThat(again.milestones().visitedAt()).isNull();
        assertThat(again.milestones().roundStartedAt()).isNull();
        assertThat(again.visit().notifiedAt()).isEqualTo(ELEVEN);
        assertThat(again.technician()).isNull();
        assertThat(again.work().note()).isEqualTo("返修：还漏");
        assertThat(again.lastReason()).isEqualTo("还漏");
    }

    @Test
    @DisplayName("a deferral is kept with its reason, and its time counts from when the owner was told (4.6.4)")
    void deferral() {
        Slip slip = deferred();
        assertThat(slip.milestones().deferredAt()).isEqualTo(NINE);
        assertThat(slip.work().note()).isEqualTo("暂缓维修：等配件");
        assertThat(slip.reasons().deferral()).isEqualTo("等配件");
        slip.repairing().promise(ELEVEN, TEN);
        assertThat(slip.schedule().promisedAt()).isEqualTo(ELEVEN);
        assertThat(slip.milestones().promisedSince()).isEqualTo(TEN);
        slip.repairing().startWork(ELEVEN);
        slip.repairing().interruptWork(WorkOutcome.DEFER, "还差一件", ELEVEN);
        assertThat(slip.milestones().promisedSince()).isNull();
    }

    @Test
    @DisplayName("solved is what the owner has accepted or refused, and in a public area what is finished (4.2.1.3)")
    void solved() {
        Slip inside = SlipAt.working();
        inside.repairing().finish(DONE, TEN);
        assertThat(inside.milestones().solvedAt()).isNull();
        inside.repairing().bill(AGREED);
        inside.confirming().accept(new Signatory("张三", false), ELEVEN);
        assertThat(inside.milestones().solvedAt()).isEqualTo(ELEVEN);

        Slip shared = SlipAt.onSiteInPublicArea();
        shared.repairing().startWork(NINE);
        shared.repairing().finish(DONE, TEN);
        assertThat(shared.milestones().solvedAt()).isEqualTo(TEN);
        shared.confirming().verifyPublicWork("clerk1", ELEVEN);
        assertThat(shared.milestones().solvedAt()).isEqualTo(TEN);

        assertThat(SlipAt.refused().milestones().solvedAt()).isEqualTo(NINE);
    }

    @Test
    @DisplayName(
            "what waits for a new consent says since when, and the note of before is gone with the consent (4.3.4.4)")
    void changed() {
        Slip slip = deferred();
        slip.repairing().startWork(TEN);
        slip.repairing().interruptWork(WorkOutcome.CHANGE, "还要换阀门", TEN);
        assertThat(slip.milestones().changeSince()).isEqualTo(TEN);
        slip.quoting().quote("阀门损坏", true, false, false);
        assertThat(slip.diagnosis().foundCause()).isEqualTo("阀门损坏");
        assertThat(slip.diagnosis().noiseOrSmell()).isTrue();
        slip.quoting().quotedAt(AGREED);
        slip.quoting().consent();
        assertThat(slip.work().note()).isNull();
        slip.repairing().startWork(ELEVEN);
        assertThat(slip.milestones().changeSince()).isNull();
    }

    @Test
    @DisplayName("the owner has an answer when somebody was there or told something, the first time counts (Q1)")
    void answered() {
        Slip slip = SlipAt.notified();
        assertThat(slip.milestones().answeredAt()).isNull();
        slip.contacting().enquired(TEN);
        slip.contacting().answered(ELEVEN);
        assertThat(slip.milestones().answeredAt()).isEqualTo(TEN);
        Slip promised = deferred();
        promised.milestones().answeredAt = null;
        promised.repairing().promise(ELEVEN, TEN);
        assertThat(promised.milestones().answeredAt()).isEqualTo(TEN);
    }

    @Test
    @DisplayName("each urge and each complaint is counted, and a loss that was said once stays known (4.2.1)")
    void repeats() {
        Slip slip = SlipAt.notified();
        slip.contacting().urged(false, true, NINE);
        slip.contacting().urged(true, false, TEN);
        slip.contacting().complained("慢", false, true, ELEVEN);
        assertThat(slip.severity().urges).isEqualTo(2);
        assertThat(slip.severity().complaints).isEqualTo(1);
        assertThat(slip.severity().repeatCount()).isEqualTo(2);
        assertThat(slip.severity().repeatCountedAt()).isEqualTo(ELEVEN);
        assertThat(slip.severity().lossOrInjury()).isTrue();
        assertThat(slip.reasons().complaint()).isEqualTo("慢");
        assertThat(SlipAt.notified().severity().lossOrInjury()).isFalse();
    }

    @Test
    @DisplayName("a registration keeps what the clerk has chosen and ticked")
    void registration() {
        Slip slip = SlipAt.received();
        slip.registering()
                .register(SlipStory.registration("PL-01", ELEVEN, true, false, false, true, false, "有狗"), TEN);
        assertThat(slip.diagnosis().itemCode()).isEqualTo("PL-01");
        assertThat(slip.agreement().underWarranty()).isTrue();
        assertThat(slip.intake().registeredAt()).isEqualTo(TEN);
        assertThat(slip.intake().wantedAt()).isEqualTo(ELEVEN);
        assertThat(slip.intake().emergency()).isTrue();
        assertThat(slip.visitExpectedAt()).isEqualTo(ELEVEN);
        assertThat(slip.intake().dialled()).isEqualTo("+8613800000000");
    }

    @Test
    @DisplayName(
            "what breaks a door is not dispatched without the written application, and waits where it is found out later (4.7.5)")
    void forcedEntry() {
        Slip registered = SlipAt.registered(true);
        Refusal.of(() -> registered.registering().notifyTeam(NINE)).invalid().says("书面申请");
        registered.registering().recordApplication(new EntryApplication("张三", "申请 1 号", SlipAt.TODAY), TEN);
        assertThat(registered.milestones().applicationAt()).isEqualTo(TEN);
        registered.registering().notifyTeam(TEN);
        assertThat(registered.milestones().entryStoppedAt()).isNull();

        CatalogueItem lock =
                new CatalogueItem("CA-09", "开锁", "carpentry", 0.5, AGREED, true, true, "", "", null, true, false);
        Slip later = SlipAt.notified();
        later.registering().use(lock, TEN);
        assertThat(later.milestones().entryStoppedAt()).isEqualTo(TEN);
        assertThat(later.intake().emergency()).isTrue();
        Refusal.of(() -> later.dispatching().pickUp("tech1", ELEVEN)).invalid().says("书面申请");
        later.registering().use(SlipAt.listedItem(), ELEVEN);
        assertThat(later.milestones().entryStoppedAt()).isEqualTo(TEN);
        assertThat(SlipAt.notified().milestones().entryStoppedAt()).isNull();
    }

    @Test
    @DisplayName("what was done on paper has the times of the paper (4.7.8)")
    void paper() {
        Instant[] at = Stream.iterate(NINE, time -> time.plus(Duration.ofMinutes(10)))
                .limit(7)
                .toArray(Instant[]::new);
        Slip slip = Slip.fromPaper(
                NUMBER,
                SlipAt.report(Area.INSIDE),
                new PaperTimes(at[0], at[1], at[2], at[3], at[4], at[5], at[6]),
                "停电",
                ELEVEN,
                CLERK);
        slip.registering()
                .register(SlipStory.registration("PL-01", null, false, false, false, false, false, null), ELEVEN);
        slip.registering().use(SlipAt.listedItem(), ELEVEN);
        assertThat(slip.intake().registeredAt()).isEqualTo(at[0]);
        assertThat(slip.visit().notifiedAt()).isEqualTo(at[1]);
        assertThat(slip.milestones().visitedAt()).isEqualTo(at[2]);
        assertThat(slip.milestones().roundStartedAt()).isEqualTo(at[3]);
        assertThat(slip.work().finishedAt()).isEqualTo(at[4]);
        assertThat(slip.milestones().solvedAt()).isEqualTo(at[5]);
        assertThat(slip.acceptance().resultReportedAt()).isEqualTo(at[6]);

        slip.assessing().classify(SlipAt.DAILY, ELEVEN);
        slip.registering().notifyTeam(ELEVEN);
        slip.dispatching().pickUp("tech1", ELEVEN);
        slip.dispatching().arrive(ELEVEN);
        assertThat(slip.visit().arrivedAt()).isEqualTo(at[2]);
        slip.quoting().quote("老化", false, false, false);
        slip.quoting().quotedAt(AGREED);
        slip.quoting().consent();
        slip.repairing().startWork(ELEVEN);
        assertThat(slip.work().startedAt()).isEqualTo(at[3]);
        Refusal.of(() -> slip.repairing().interruptWork(WorkOutcome.HELP, "太重", ELEVEN))
                .invalid()
                .says("纸上");
        slip.repairing().finish(DONE, ELEVEN);
        assertThat(slip.work().finishedAt()).isEqualTo(at[4]);
        slip.repairing().bill(AGREED);
        slip.confirming().accept(new Signatory("张三", false), ELEVEN);
        assertThat(slip.acceptance().confirmedAt()).isEqualTo(at[5]);
        slip.confirming().reportResult(ELEVEN);
        assertThat(slip.acceptance().resultReportedAt()).isEqualTo(at[6]);
        slip.followingUp().followUp();
        slip.followingUp().close(ELEVEN);
        assertThat(slip.closedAt()).isEqualTo(at[6]);
        assertThat(slip.fromPaper()).isTrue();
    }

    private static Slip deferred() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.DEFER, "等配件", NINE);
        return slip;
    }

    private static Slip offered() {
        Slip slip = SlipAt.registered(false);
        slip.registering().offerToTeam(NINE);
        return slip;
    }

    private static Slip importantAndClosed() {
        Slip slip = SlipAt.followedUp();
        slip.assessing().classify(SlipAt.IMPORTANT, NINE);
        slip.followingUp().close(NINE);
        return slip;
    }
}
