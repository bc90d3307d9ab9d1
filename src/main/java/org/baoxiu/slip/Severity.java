package org.baoxiu.slip;

import java.time.Instant;
import java.util.Optional;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * How serious the request is: its class (4.2), what makes it one, and who has it on the desk (4.4). A part of the {@link Slip},
 * whose steps alone change it.
 */
public class Severity {

    @Embedded.Nullable
    Classification classification;

    @Nullable
    RepairClass handledClass;

    @Nullable
    RepairClass downgradedFrom;

    boolean lossOrInjury;
    int urges;
    int complaints;

    @Embedded.Empty(prefix = "repeats_")
    Repeats repeats = Repeats.NONE;

    Severity() {}

    /**
     * Rules move the class up only, and do not undo a downgrade that a person decided (4.2). Before the item is known, nothing
     * can be said to be a daily repair (4.2.3).
     *
     * @return whether this is the class now
     */
    boolean classify(Classification result, boolean itemKnown) {
        boolean tooEarly = !itemKnown && result.repairClass() == RepairClass.DAILY;
        boolean higher = result.repairClass().above(repairClass())
                && result.repairClass().above(downgradedFrom);
        if (tooEarly || classification != null && !higher) {
            return false;
        }
        classification = result;
        return true;
    }

    Optional<String> objectionToDowngrade(String reason) {
        if (Texts.isBlank(reason)) {
            return Optional.of("降级要写明理由，请填写后重新提交。");
        }
        return aboveDaily() ? Optional.empty() : Optional.of("已经是日常维修，不需要降级。请选择“按当前类别继续”。");
    }

    void downgrade(String reason) {
        downgradedFrom = repairClass();
        handledClass = null;
        classification = new Classification(RepairClass.DAILY, Groups.CUSTOMER_SERVICE, "人工降级：" + reason, "4.4.2");
    }

    /** A class that rested on what was registered wrongly; the lead has it no more. */
    void putRight(Classification result) {
        classification = result;
        handledClass = null;
    }

    void handedOver() {
        handledClass = repairClass();
    }

    /** @param counts towards the repeats that make an accident (4.2.1.1); recorded it is anyway */
    void urged(boolean lossOrInjury, boolean counts, Instant now) {
        urges++;
        repeated(lossOrInjury, counts, now);
    }

    /** @param counts see {@link #urged} */
    void complained(boolean lossOrInjury, boolean counts, Instant now) {
        complaints++;
        repeated(lossOrInjury, counts, now);
    }

    /** What was said about the same fault on a slip that has ended in this one. */
    void takeOver(Severity other) {
        urges += other.urges;
        complaints += other.complaints;
        repeats = repeats.and(other.repeats);
    }

    private void repeated(boolean lossOrInjury, boolean counts, Instant now) {
        repeats = counts ? repeats.and(now) : repeats;
        lossOrInjury(lossOrInjury);
    }

    /** A loss or an injury (4.2.1.2) that was known once is not lost by whoever does not know of it. */
    void lossOrInjury(boolean known) {
        lossOrInjury |= known;
    }

    private boolean aboveDaily() {
        RepairClass present = repairClass();
        return present != null && present.above(RepairClass.DAILY);
    }

    /** The class has gone to important or accident and the head of customer service does not have it yet (4.4.1, 4.4.2). */
    public boolean raised() {
        RepairClass present = repairClass();
        return present != null && present.above(RepairClass.DAILY) && present.above(handledClass);
    }

    /** Null before the first classification. */
    public @Nullable Classification classification() {
        return classification;
    }

    public @Nullable RepairClass repairClass() {
        return classification == null ? null : classification.repairClass();
    }

    public boolean lossOrInjury() {
        return lossOrInjury;
    }

    /** Urges, complaints and repeat reports that count towards an accident (4.2.1.1). */
    public int repeatCount() {
        return repeats.counted();
    }

    /** When one of them counted last, or null. */
    public @Nullable Instant repeatCountedAt() {
        return repeats.lastAt();
    }
}
