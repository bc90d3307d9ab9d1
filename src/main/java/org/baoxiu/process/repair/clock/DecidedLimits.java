package org.baoxiu.process.repair.clock;

import static org.baoxiu.process.form.Field.code;

import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Limit;
import org.baoxiu.commitment.Limits;
import org.baoxiu.commitment.StepLimits;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.UnrecordedDecisions;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of the decision table {@code processes/service-commitments.dmn}, in its version of the moment. */
@Component
class DecidedLimits implements Limits, StepLimits, AsksDecision {

    private final UnrecordedDecisions decisions;
    private final RefusedDecisions refused;

    DecidedLimits(UnrecordedDecisions decisions, RefusedDecisions refused) {
        this.decisions = decisions;
        this.refused = refused;
    }

    @Override
    public String decision() {
        return "serviceCommitments";
    }

    @Override
    public String file() {
        return "processes/service-commitments.dmn";
    }

    @Override
    public Optional<Limit> of(CommitmentKind kind, @Nullable RepairClass classOrNull, boolean emergency) {
        return decide(code(kind), classOrNull, emergency);
    }

    @Override
    public Optional<Limit> ofStep(String step, @Nullable RepairClass classOrNull, boolean emergency) {
        return decide(step, classOrNull, emergency);
    }

    private Optional<Limit> decide(String commitment, @Nullable RepairClass classOrNull, boolean emergency) {
        try {
            return decided(commitment, classOrNull, emergency);
        } catch (RuntimeException e) {
            refused.note(decision(), TableWords.conditionSaid(decision(), "commitment", commitment));
            throw e;
        }
    }

    /** Kept with the promise itself, so that no other record of it is needed. */
    private Optional<Limit> decided(String commitment, @Nullable RepairClass classOrNull, boolean emergency) {
        DmnDecisionResult result = decisions.evaluate(
                decision(),
                Map.of(
                        "commitment",
                        commitment,
                        "repairClass",
                        classOrNull == null ? "" : code(classOrNull),
                        "emergency",
                        emergency));
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LimitAnswer.of(commitment, result.getSingleResult().getEntryMap()));
    }
}
