package org.baoxiu.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.SUPERVISOR;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.technician;

import java.time.Duration;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("回访和跟进")
class FeedbackTest {

    private static final CallBackReport CONTENT = new CallBackReport(true, true, 5, false, "很满意");
    private static final CallBackReport NOT_FIXED = new CallBackReport(true, false, 2, false, "还在漏");
    private static final CallBackReport NOT_REACHED = new CallBackReport(false, false, 0, false, null);

    @Autowired
    private Feedback feedback;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    private String slip;

    @BeforeEach
    void confirmedSlip() {
        clock.restart();
        dispatch.recordQualification(
                "tech1", Qualification.PLUMBING, "S-1", clock.today().plusYears(1));
        dispatch.recordQualification(
                "tech2", Qualification.PLUMBING, "S-2", clock.today().plusYears(1));
        slip = SlipStory.notified(slips, Area.PUBLIC, listed("plumbing"), clock);
        repair();
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("nobody who had the slip in hand calls the owner back, not even after a transfer")
    void callerIsNotTheTechnician() {
        Refusal.of(() -> feedback.checkCaller(slip, "tech1")).forbidden().says(slip, "师傅 tech1 参加过");
        Refusal.of(() -> feedback.recordCallBack(slip, CONTENT, technician("tech2")))
                .forbidden()
                .says(slip, "tech2");
        assertThat(feedback.latest(slip)).isEmpty();
        feedback.checkCaller(slip, "clerk1");
        feedback.checkCaller(slip, "supervisor");
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("a call is recorded with who made it, when, and whose work it is about")
    void recorded() {
        clock.advance(Duration.ofHours(1));
        feedback.recordCallBack(slip, CONTENT, CLERK);
        CallBack call = feedback.latest(slip).orElseThrow();
        assertThat(call.calledBy()).isEqualTo("clerk1");
        assertThat(call.calledAt()).isEqualTo(clock.instant());
        assertThat(call.technician()).isEqualTo("tech2");
        assertThat(call.score()).isEqualTo(5);
        assertThat(call.fixed()).isTrue();
        assertThat(call.followUp()).isNull();
        assertThat(lastLine().text()).isEqualTo("回访业主，评价 5 分，业主说：很满意");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    @Tag("Q6")
    @DisplayName("an owner who was reached gives 1 to 5 points")
    void score(int score) {
        Refusal.of(() -> feedback.recordCallBack(slip, new CallBackReport(true, true, score, false, null), CLERK))
                .invalid()
                .says(slip, "1 至 5 分");
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("of an owner who was not reached nothing else is recorded")
    void notReached() {
        feedback.recordCallBack(slip, new CallBackReport(false, true, 5, true, null), CLERK);
        CallBack call = feedback.latest(slip).orElseThrow();
        assertThat(call.reached()).isFalse();
        assertThat(call.fixed()).isFalse();
        assertThat(call.score()).isZero();
        assertThat(call.conductComplaint()).isFalse();
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("attempts are counted, a next call is due after the hours of the rule, and rework starts a new count")
    void attempts() {
        assertThat(feedback.attempts(slip)).isZero();
        feedback.recordCallBack(slip, NOT_REACHED, CLERK);
        feedback.decide(slip, FollowUp.RETRY, 4, "没有联系上");
        assertThat(feedback.latest(slip).orElseThrow().retryAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(lastLine().text()).isEqualTo("约定 11月23日 13:00 再次回访");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CONFIRMED);

        feedback.recordCallBack(slip, NOT_FIXED, CLERK);
        assertThat(feedback.attempts(slip)).isEqualTo(2);
        feedback.decide(slip, FollowUp.REWORK, 0, "没有修好");
        assertThat(feedback.attempts(slip)).isZero();
    }

    @Test
    @Tag("S7")
    @DisplayName("not fixed: the slip goes back to dispatch with the owner's words")
    void rework() {
        feedback.recordCallBack(slip, NOT_FIXED, CLERK);
        feedback.decide(slip, FollowUp.REWORK, 0, "没有修好");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.NOTIFIED);
        assertThat(slips.get(slip).lastReason()).isEqualTo("还在漏");
        assertThat(lastLine().text()).isEqualTo("返修：还在漏");
    }

    @Test
    @Tag("S7")
    @Tag("Q6")
    @Tag("4.1")
    @DisplayName("dissatisfied: the reason is handed on and the improvement is recorded before the slip is closed")
    void improve() {
        feedback.recordCallBack(slip, new CallBackReport(true, true, 2, true, ""), CLERK);
        Refusal.of(() -> feedback.improve(slip, "培训", SUPERVISOR)).invalid().says("登记改进措施");
        feedback.decide(slip, FollowUp.IMPROVE, 0, "服务态度投诉");
        assertThat(slips.get(slip).lastReason()).isEqualTo("服务态度投诉");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.FOLLOWED_UP);
        feedback.improve(slip, "安排礼仪培训", SUPERVISOR);
        assertThat(lastLine().text()).isEqualTo("改进措施：安排礼仪培训");
        slips.close(slip);
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("content: the slip is followed up and can be closed")
    void close() {
        feedback.recordCallBack(slip, CONTENT, CLERK);
        feedback.decide(slip, FollowUp.CLOSE, 0, "业主满意");
        assertThat(feedback.latest(slip).orElseThrow().followUp()).isEqualTo(FollowUp.CLOSE);
        slips.close(slip);
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CLOSED);
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("each call is decided once, and nothing is decided without a call")
    void decidedOnce() {
        Refusal.of(() -> feedback.decide(slip, FollowUp.CLOSE, 0, "业主满意"))
                .invalid()
                .says(slip, "回访");
        feedback.recordCallBack(slip, NOT_REACHED, CLERK);
        feedback.decide(slip, FollowUp.RETRY, 4, "没有联系上");
        Refusal.of(() -> feedback.decide(slip, FollowUp.CLOSE, 0, "业主满意")).invalid();
    }

    @Test
    @Tag("4.3.6")
    @DisplayName("a refused quote has nothing to fix: it counts as fixed and is closed after the call")
    void refusedQuote() {
        slip = SlipStory.onSite(slips, Area.INSIDE, listed("plumbing"), "tech1", clock);
        slips.change(slip, technician("tech1"), 5, "4.3.4.4", "报价", one -> {
            one.quoting().quote("接头老化", false, false, false);
            one.quoting().refuse("太贵", clock.instant());
        });
        feedback.recordCallBack(slip, new CallBackReport(true, false, 4, false, null), CLERK);
        assertThat(feedback.latest(slip).orElseThrow().fixed()).isTrue();
        feedback.decide(slip, FollowUp.CLOSE, 0, "业主不修");
        slips.close(slip);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("S7")
    @DisplayName("follow-ups are found by the code of the decision table")
    void codes(FollowUp followUp) {
        assertThat(FollowUp.of(followUp.code())).isEqualTo(followUp);
        assertThatIllegalArgumentException().isThrownBy(() -> FollowUp.of("forget"));
    }

    private void repair() {
        dispatch.pickUp(slip, null, true, technician("tech1"));
        dispatch.transfer(slip, "tech2", "忙不过来", technician("tech1"));
        dispatch.arrive(slip, true, true, true, technician("tech2"));
        slips.startWork(slip);
        SlipStory.finish(slips, slip, "tech2");
        slips.verifyPublicWork(slip, CLERK);
    }

    private HistoryEntry lastLine() {
        return slips.history(slip).get(slips.history(slip).size() - 1);
    }
}
