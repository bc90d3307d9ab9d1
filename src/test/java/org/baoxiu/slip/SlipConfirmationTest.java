package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.AGREED;
import static org.baoxiu.slip.SlipAt.DONE;
import static org.baoxiu.slip.SlipAt.NINE;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("验收、返修、关闭、取消")
class SlipConfirmationTest {

    @Test
    @Tag("4.3.4.8")
    @Tag("S6")
    @DisplayName("finished work is accepted by the owner or a named deputy")
    void accept() {
        Slip slip = SlipAt.finished();
        slip.confirming().accept(new Signatory("李四", true), NINE);
        assertThat(slip.state()).isEqualTo(SlipState.CONFIRMED);
        assertThat(slip.acceptance().confirmed()).isTrue();
        Refusal.of(() -> SlipAt.working().confirming().accept(new Signatory("张三", false), NINE))
                .invalid()
                .says("维修中");
    }

    @Test
    @Tag("S6")
    @DisplayName("a refused acceptance sends the work back; the consent stays and nothing more is charged")
    void refusedAcceptance() {
        Slip slip = SlipAt.finished();
        slip.confirming().rejectWork("还在滴水");
        assertThat(slip.rework()).isTrue();
        assertThat(slip.acceptance().confirmed()).isFalse();
        assertThat(slip.consentRequired()).isFalse();
        assertThat(slip.work().note()).isEqualTo("业主验收不合格：还在滴水");

        slip.repairing().startWork(NINE);
        slip.repairing().finish(DONE, NINE);
        Refusal.of(() -> slip.repairing().bill(AGREED.add(new BigDecimal("0.01"))))
                .invalid();
        slip.repairing().bill(AGREED);
        slip.confirming().accept(new Signatory("张三", false), NINE);
        assertThat(slip.acceptance().confirmed()).isTrue();
    }

    @Test
    @Tag("4.6.3")
    @DisplayName("a result is reported after the acceptance")
    void reportResult() {
        Refusal.of(() -> SlipAt.finished().confirming().reportResult(NINE))
                .invalid()
                .says("修理完毕");
        SlipAt.confirmed().confirming().reportResult(NINE);
    }

    @Test
    @Tag("3.5")
    @DisplayName("the reviewed fee lies between nothing and the bill")
    void feeReview() {
        Slip slip = SlipAt.confirmed();
        Refusal.of(() -> slip.confirming().approveFee(new BigDecimal("-0.01"), "monthly", SlipAt.NINE))
                .invalid();
        Refusal.of(() -> slip.confirming().approveFee(new BigDecimal("130.01"), "monthly", SlipAt.NINE))
                .invalid()
                .says("130.00 元");
        slip.confirming().approveFee(new BigDecimal("100.00"), "monthly", SlipAt.NINE);
        assertThat(slip.agreement().finalAmount()).isEqualByComparingTo("100");
        Refusal.of(() -> SlipAt.finished().confirming().approveFee(AGREED, "monthly", SlipAt.NINE))
                .invalid();
    }

    @Test
    @Tag("3.5")
    @DisplayName("a fee that was never decided is not reviewed")
    void reviewWithoutBill() {
        Slip slip = SlipAt.working();
        slip.repairing().finish(DONE, NINE);
        slip.confirming().accept(new Signatory("张三", false), NINE);
        Refusal.of(() -> slip.confirming().approveFee(BigDecimal.ZERO, "monthly", SlipAt.NINE))
                .invalid()
                .says("还没有核定");
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("the owner is called back about finished work or a refused quote, not before")
    void callBack() {
        SlipAt.confirmed().followingUp().callBack(true);
        SlipAt.refused().followingUp().callBack(true);
        Refusal.of(() -> SlipAt.finished().followingUp().callBack(true)).invalid();
        Refusal.of(() -> SlipAt.closed().followingUp().callBack(true)).invalid();
    }

    @Test
    @Tag("S7")
    @DisplayName("not fixed: the slip goes to dispatch again with its consent")
    void rework() {
        Slip slip = SlipAt.followedUp();
        slip.followingUp().rework("又漏了", SlipAt.NINE);
        assertThat(slip.state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(slip.technician()).isNull();
        assertThat(slip.consentRequired()).isFalse();
        assertThat(slip.acceptance().reworks()).isEqualTo(1);
        assertThat(slip.lastReason()).isEqualTo("又漏了");
        assertThat(slip.work().note()).isEqualTo("返修：又漏了");
        Refusal.of(() -> SlipAt.confirmed().followingUp().rework("又漏了", SlipAt.NINE))
                .invalid();
    }

    @Test
    @Tag("S7")
    @DisplayName("a rework begins without the times that were agreed for the round before")
    void reworkHasItsOwnTimes() {
        Slip slip = SlipAt.pickedUp();
        slip.dispatching().reschedule(NINE.plusSeconds(3600), NINE);
        assertThat(slip.visitExpectedAt()).isEqualTo(NINE.plusSeconds(3600));
        slip.dispatching().arrive(NINE);
        slip.quoting().quote("接头老化", false, false, false);
        slip.quoting().quotedAt(AGREED);
        slip.quoting().consent();
        slip.repairing().startWork(NINE);
        slip.repairing().interruptWork(WorkOutcome.DEFER, "缺配件", SlipAt.NINE);
        slip.repairing().promise(NINE.plusSeconds(7200), NINE);
        slip.repairing().startWork(NINE);
        slip.repairing().finish(DONE, NINE);
        slip.confirming().accept(new Signatory("张三", false), NINE);
        slip.followingUp().followUp();

        slip.followingUp().rework("又漏了", SlipAt.NINE);

        assertThat(slip.visitExpectedAt()).isNull();
        assertThat(slip.schedule().promisedAt()).isNull();
    }

    @Test
    @Tag("S7")
    @DisplayName("a slip is closed after the call-back, a refused quote stays a refused quote until then")
    void close() {
        Refusal.of(() -> SlipAt.confirmed().followingUp().close(NINE)).invalid().says("已确认");
        assertThat(SlipAt.closed().state()).isEqualTo(SlipState.CLOSED);

        Slip refused = SlipAt.refused();
        refused.followingUp().followUp();
        assertThat(refused.state()).isEqualTo(SlipState.REFUSED);
        refused.followingUp().improve();
        refused.followingUp().close(NINE);
        assertThat(refused.state()).isEqualTo(SlipState.CLOSED);
    }

    @TestFactory
    @Tag("S1")
    @DisplayName("an owner cancels until work starts")
    List<DynamicTest> cancellable() {
        return slipsUntilWorkStarts().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    Slip slip = entry.getValue().get();
                    assertThat(slip.state()).isEqualTo(entry.getKey());
                    slip.contacting().cancel("自己修好了", NINE);
                    assertThat(slip.state()).isEqualTo(SlipState.CANCELLED);
                }))
                .toList();
    }

    private static Map<SlipState, Supplier<Slip>> slipsUntilWorkStarts() {
        return new EnumMap<>(Map.of(
                SlipState.RECEIVED,
                SlipAt::received,
                SlipState.REGISTERED,
                () -> SlipAt.registered(false),
                SlipState.NOTIFIED,
                SlipAt::notified,
                SlipState.PICKED_UP,
                SlipAt::pickedUp,
                SlipState.ON_SITE,
                SlipAt::onSite,
                SlipState.QUOTED,
                SlipAt::quoted,
                SlipState.CONSENTED,
                SlipAt::consented));
    }

    @TestFactory
    @Tag("S1")
    @DisplayName("no cancelling once work has started, not even while it waits for another technician or quote")
    List<DynamicTest> notCancellable() {
        return Map.<String, Supplier<Slip>>of(
                        "working",
                        SlipAt::working,
                        "finished",
                        SlipAt::finished,
                        "confirmed",
                        SlipAt::confirmed,
                        "refused",
                        SlipAt::refused,
                        "followed up",
                        SlipAt::followedUp,
                        "closed",
                        SlipAt::closed,
                        "rework",
                        SlipConfirmationTest::inRework,
                        "new quote",
                        SlipConfirmationTest::requotedDuringWork)
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> Refusal.of(
                                () -> entry.getValue().get().contacting().cancel("不修了", NINE))
                        .invalid()
                        .says("已不能取消")))
                .toList();
    }

    private static Slip inRework() {
        Slip slip = SlipAt.followedUp();
        slip.followingUp().rework("又漏了", SlipAt.NINE);
        return slip;
    }

    private static Slip requotedDuringWork() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.CHANGE, "还要换阀门", SlipAt.NINE);
        slip.quoting().quote("阀门损坏", false, false, false);
        return slip;
    }
}
