package org.baoxiu.process.repair.owner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.slip.Counting;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether an urge, complaint or repeat report counts towards an accident (4.2.1.1), by the second table of {@code
 * processes/repair-classification.dmn}; how many make one stands in the first.
 */
@Component
public class RepeatRule implements AsksDecision {

    private final DecisionService decisions;
    private final Commitments commitments;
    private final Slips slips;
    private final Clock clock;

    RepeatRule(DecisionService decisions, Commitments commitments, Slips slips, Clock clock) {
        this.decisions = decisions;
        this.commitments = commitments;
        this.slips = slips;
        this.clock = clock;
    }

    @Override
    public String decision() {
        return "repeatCounting";
    }

    @Override
    public String file() {
        return "processes/repair-classification.dmn";
    }

    /** @param saidOrNull when it was said; null for now */
    public Counting about(String slipNumber, @Nullable Instant saidOrNull) {
        Instant said = saidOrNull == null ? clock.instant() : saidOrNull;
        Instant last = slips.get(slipNumber).severity().repeatCountedAt();
        Map<String, Object> facts = new HashMap<>();
        facts.put("promiseMissed", commitments.of(slipNumber).stream().anyMatch(promise -> promise.missedBy(said)));
        facts.put(
                "minutesSinceCounted",
                last == null ? null : Duration.between(last, said).abs().toMinutes());
        DmnDecisionResultEntries answer = decisions
                .evaluateDecisionByKey(decision())
                .variables(facts)
                .evaluate()
                .getSingleResult();
        return new Counting(answer.getEntry("counts"), answer.getEntry("why"), said);
    }
}
