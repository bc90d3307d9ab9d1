package org.baoxiu.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.springframework.stereotype.Component;

/** Asks tables that are not deployed, as the engine would ask them. */
@Component
public class DraftDecisions {

    private final DmnEngine engine = PlainTextFeel.configuration().buildEngine();

    /** @return the answer of the first row that applies to what is known; empty if none does. Several answers are an {@link IllegalStateException}. */
    public Function<Map<String, Object>, Optional<Map<String, Object>>> of(byte[] table, String decision) {
        DmnDecision read = engine.parseDecision(decision, new ByteArrayInputStream(table));
        return inputs -> {
            DmnDecisionResult result;
            try {
                result = engine.evaluateDecision(read, inputs);
            } catch (RuntimeException e) {
                throw new IllegalStateException("the decision cannot be evaluated", e);
            }
            return result.isEmpty()
                    ? Optional.empty()
                    : Optional.of(result.getSingleResult().getEntryMap());
        };
    }
}
