package org.baoxiu.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Asks a deployed decision, in its version of the moment, without a record in the engine's history: for answers that are
 * kept anyway. The engine's own service writes eight rows for each.
 */
@Component
public class UnrecordedDecisions {

    private final RepositoryService repository;
    private final DmnEngine engine = PlainTextFeel.configuration().buildEngine();
    /** By the id of the definition, which never changes. */
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    UnrecordedDecisions(RepositoryService repository) {
        this.repository = repository;
    }

    /** @throws IllegalStateException if there is no such decision or it cannot be evaluated; its message quotes no value */
    public DmnDecisionResult evaluate(String key, Map<String, Object> variables) {
        DecisionDefinition latest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalStateException("no decision " + key);
        }
        try {
            DmnDecision decision = parsed.computeIfAbsent(
                    latest.getId(), id -> engine.parseDecision(key, repository.getDmnModelInstance(id)));
            return engine.evaluateDecision(decision, variables);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the decision cannot be evaluated", e);
        }
    }
}
