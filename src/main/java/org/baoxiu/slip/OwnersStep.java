package org.baoxiu.slip;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an owner may do with a slip, in person or by telephone. One rule serves the offer, on the page and in the API, and the
 * refusal: nothing is offered that would be refused.
 */
public enum OwnersStep {
    URGE("催办"),
    COMPLAIN("投诉"),
    CANCEL("取消"),
    RESCHEDULE("重新预约"),
    ANSWER_QUOTE("登记业主意见"),
    JUDGE_WORK("登记业主验收");

    /** Until work starts; afterwards the refused acceptance is the way out. */
    private static final Set<SlipState> BEFORE_WORK = EnumSet.of(
            SlipState.RECEIVED,
            SlipState.REGISTERED,
            SlipState.NOTIFIED,
            SlipState.PICKED_UP,
            SlipState.ON_SITE,
            SlipState.QUOTED,
            SlipState.CONSENTED);

    private final String label;

    OwnersStep(String label) {
        this.label = label;
    }

    /** Why the slip does not take this step now, as a sentence for whoever asks; empty if it does. */
    Optional<String> refusal(Slip slip) {
        return switch (this) {
            case URGE, COMPLAIN ->
                refusalUnless(
                        !slip.state().ended(),
                        "这张单" + slip.state().label() + "，不能" + label + "。"
                                + slip.ties().instead());
            case CANCEL ->
                slip.accidentOpen()
                        ? Optional.of("维修事故还没有结案，不能取消维修单。请等主任结案以后再取消。")
                        : refusalUnless(
                                BEFORE_WORK.contains(slip.state())
                                        && slip.work().startedAt() == null,
                                "当前状态为“" + slip.state().label() + "”，已不能取消。已经开工的，请与维修人员商量。");
            case RESCHEDULE -> only(slip, SlipState.PICKED_UP);
            case ANSWER_QUOTE -> only(slip, SlipState.QUOTED);
            case JUDGE_WORK ->
                slip.publicArea() ? Optional.of("公共部位维修由客户服务中心核查，不用业主验收。") : only(slip, SlipState.FINISHED);
        };
    }

    private Optional<String> only(Slip slip, SlipState state) {
        return refusalUnless(slip.state() == state, "当前状态为“" + slip.state().label() + "”，不能" + label + "。请刷新任务列表后再看。");
    }

    private static Optional<String> refusalUnless(boolean taken, String why) {
        return taken ? Optional.empty() : Optional.of(why);
    }
}
