package org.baoxiu.owner;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.jspecify.annotations.Nullable;

/** The seven steps of the procedure with the times at which a slip reached them. */
public record SevenSteps(List<Step> steps) {

    private static final List<String> NAMES = List.of("接收报修", "报修登记", "故障评估", "维修调度", "维修实施", "完成确认", "反馈跟踪");

    /**
     * @param state done, current or ahead
     * @param time  when the step began, or null
     */
    public record Step(String name, String state, @Nullable String time) {}

    public static SevenSteps of(Slip slip, List<HistoryEntry> history) {
        return new SevenSteps(IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(step -> {
                    Optional<String> began = began(step, history);
                    String state = slip.state().ended() && slip.state() != SlipState.CLOSED
                            ? (began.isPresent() ? "done" : "ahead")
                            : state(step, current(slip));
                    return new Step(NAMES.get(step - 1), state, state.equals("ahead") ? null : began.orElse(null));
                })
                .toList());
    }

    /** @param step 1–7 */
    public static String name(int step) {
        return NAMES.get(step - 1);
    }

    private static String state(int step, int current) {
        return step < current ? "done" : step == current ? "current" : "ahead";
    }

    private static Optional<String> began(int step, List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.step() == step)
                .findFirst()
                .map(entry -> Times.minute(entry.occurredAt()));
    }

    /** The step that is under way; 8 when all is over. */
    private static int current(Slip slip) {
        return switch (slip.state()) {
            case RECEIVED, REGISTERED -> 2;
            case NOTIFIED -> slip.assessmentNeeded() && slip.diagnosis().assessedCause() == null ? 3 : 4;
            case PICKED_UP -> 4;
            case ON_SITE, QUOTED, CONSENTED, WORKING, SUPPORT_REQUESTED, DEFERRED -> 5;
            case FINISHED -> 6;
            case CONFIRMED -> slip.agreement().finalAmount() == null && !slip.publicArea() ? 6 : 7;
            case REFUSED, FOLLOWED_UP -> 7;
            case CLOSED, CANCELLED, MISTAKEN, JOINED -> 8;
        };
    }
}
