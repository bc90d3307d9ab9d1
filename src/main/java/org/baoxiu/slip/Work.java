package org.baoxiu.slip;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;

/** The repair itself: when it was begun, how it stands, what was done (4.3.4, S5, Q5). A part of the {@link Slip}, whose steps alone change it. */
public class Work {

    @Nullable
    Instant workStartedAt;

    @Nullable
    WorkOutcome workOutcome;

    @Nullable
    String workNote;

    @Nullable
    String workDone;

    boolean functionRestored;
    boolean siteCleared;

    @Nullable
    Instant finishedAt;

    Work() {}

    /** The start of the work is the first start (5.1). */
    void start(Instant at) {
        workStartedAt = workStartedAt == null ? at : workStartedAt;
    }

    /** What the round before has achieved does not count in this one. */
    void startRound() {
        finishedAt = null;
        functionRestored = false;
        siteCleared = false;
    }

    void interrupt(WorkOutcome outcome) {
        workOutcome = outcome;
    }

    void note(@Nullable String noteOrNull) {
        workNote = noteOrNull;
    }

    static Optional<String> objectionTo(Completion completion) {
        if (!completion.functionRestored()
                || !completion.siteCleared()
                || !completion.safetyChecked()
                || !completion.toolsOnMat()) {
            return Optional.of("完工前请逐项确认：功能恢复、现场清理、安全检查、工具放在垫布上。还没做到的，请做完再提交。");
        }
        return Texts.isBlank(completion.foundCause()) || Texts.isBlank(completion.workDone())
                ? Optional.of("完工要写明查明的原因和维修内容，请填写后重新提交。")
                : Optional.empty();
    }

    void finish(Completion completion, Instant at) {
        workDone = completion.workDone();
        functionRestored = true;
        siteCleared = true;
        workOutcome = WorkOutcome.DONE;
        finishedAt = at;
    }

    public @Nullable Instant startedAt() {
        return workStartedAt;
    }

    public @Nullable WorkOutcome outcome() {
        return workOutcome;
    }

    /** What whoever carries on unfinished work has to know, or null: why it was refused, what the supervisor advises. */
    public @Nullable String note() {
        return workNote;
    }

    /** What was repaired, in the technician's words; null until the work is finished. */
    public @Nullable String done() {
        return workDone;
    }

    public boolean functionRestored() {
        return functionRestored;
    }

    public boolean siteCleared() {
        return siteCleared;
    }

    /** The last round's time until the next one starts, see {@link Slip#workFinished()}. */
    public @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
