package org.baoxiu.process.repair.clock;

import static org.baoxiu.process.form.Field.code;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Limit;
import org.baoxiu.commitment.Limits;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.slip.RepairClass;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of the decision table {@code processes/service-commitments.dmn}, in its version of the moment. */
@Component
class DecidedLimits implements Limits, AsksDecision {

    /** As ISO 8601 writes a day of whichever month. */
    private static final Pattern DAY_OF_MONTH = Pattern.compile("---(\\d\\d)");

    private final DecisionService decisions;
    private final RefusedDecisions refused;

    DecidedLimits(DecisionService decisions, RefusedDecisions refused) {
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
        try {
            return decided(kind, classOrNull, emergency);
        } catch (RuntimeException e) {
            refused.note(decision(), code(kind));
            throw e;
        }
    }

    private Optional<Limit> decided(CommitmentKind kind, @Nullable RepairClass classOrNull, boolean emergency) {
        DmnDecisionResult result = decisions
                .evaluateDecisionByKey(decision())
                .variables(Map.of(
                        "commitment",
                        code(kind),
                        "repairClass",
                        classOrNull == null ? "" : code(classOrNull),
                        "emergency",
                        emergency))
                .evaluate();
        return result.isEmpty() ? Optional.empty() : Optional.of(limit(kind, result.getSingleResult()));
    }

    private static Limit limit(CommitmentKind kind, DmnDecisionResultEntries answer) {
        try {
            Matcher day = DAY_OF_MONTH.matcher(answer.<String>getEntry("limit"));
            boolean byDay = day.matches();
            return new Limit(
                    byDay ? Duration.ZERO : Duration.parse(answer.getEntry("limit")),
                    byDay ? Integer.parseInt(day.group(1)) : 0,
                    duration(answer.getEntry("warning")),
                    duration(answer.getEntry("again")),
                    answer.<Boolean>getEntry("serviceHours"),
                    answer.getEntry("clause"));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "serviceCommitments gives no ISO 8601 duration or day for " + code(kind), e);
        }
    }

    /** Days of a promise are 24 hours each; nothing given is no time at all. */
    private static Duration duration(String text) {
        return text == null || text.isBlank() ? Duration.ZERO : Duration.parse(text);
    }
}
