package org.baoxiu.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.dmn.instance.Input;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each decision is one row: which table in which version was asked what, and has answered what, about which slip. The engine would write
 * a row for the decision, one for each input and one for each output, and nobody could ask them about a slip.
 */
final class DecisionLog extends DbHistoryEventHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_000;

    private final ObjectProvider<JdbcClient> database;
    private final ObjectProvider<RepositoryService> repository;
    /** Versions and what their columns read, by the id of the definition, which never changes. */
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    private record Table(int version, Map<String, String> reads) {}

    private DecisionLog(ObjectProvider<JdbcClient> database, ObjectProvider<RepositoryService> repository) {
        this.database = database;
        this.repository = repository;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricDecisionEvaluationEvent evaluated) {
            log(evaluated.getRootHistoricDecisionInstance());
        } else {
            super.handleEvent(event);
        }
    }

    private void log(HistoricDecisionInstanceEntity decision) {
        ExecutionEntity execution = execution();
        Table table = table(decision.getDecisionDefinitionId());
        Map<String, Object> inputs = new TreeMap<>();
        for (HistoricDecisionInputInstance input : decision.getInputs()) {
            inputs.put(table.reads().getOrDefault(input.getClauseId(), input.getClauseId()), input.getValue());
        }
        if (execution != null) {
            execution.getVariableNames().stream()
                    .filter(FreeInput::isFree)
                    .forEach(name -> inputs.putIfAbsent(name, execution.getVariable(name)));
        }
        Map<String, Object> outputs = new TreeMap<>();
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            outputs.put(output.getVariableName(), output.getValue());
        }
        database.getObject()
                .sql(
                        "insert into decision_taken (decision, version, decided_at, slip_number, occasion, inputs, outputs) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        decision.getDecisionDefinitionKey(),
                        table.version(),
                        LocalDateTime.ofInstant(EngineClock.now(), ZoneId.systemDefault()),
                        execution == null ? null : execution.getProcessBusinessKey(),
                        decision.getActivityId() == null ? "" : decision.getActivityId(),
                        json(inputs),
                        json(outputs))
                .update();
    }

    private static @Nullable ExecutionEntity execution() {
        CoreExecutionContext<?> context = Context.getCoreExecutionContext();
        return context != null && context.getExecution() instanceof ExecutionEntity execution ? execution : null;
    }

    private Table table(String definition) {
        Table known = tables.get(definition);
        if (known == null) {
            known = new Table(
                    repository.getObject().getDecisionDefinition(definition).getVersion(),
                    repository.getObject().getDmnModelInstance(definition).getModelElementsByType(Input.class).stream()
                            .filter(input -> input.getInputExpression() != null)
                            .collect(Collectors.toMap(
                                    Input::getId,
                                    input -> input.getInputExpression()
                                            .getText()
                                            .getTextContent()
                                            .strip(),
                                    (one, other) -> one)));
            tables.put(definition, known);
        }
        return known;
    }

    private static String json(Map<String, Object> values) {
        try {
            String text = JSON.writeValueAsString(values);
            return text.length() > LONGEST ? "{}" : text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts it into the place of the engine's own. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<JdbcClient> database;
        private final ObjectProvider<RepositoryService> repository;

        Plugin(ObjectProvider<JdbcClient> database, ObjectProvider<RepositoryService> repository) {
            this.database = database;
            this.repository = repository;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setEnableDefaultDbHistoryEventHandler(false);
            engine.getCustomHistoryEventHandlers().add(new DecisionLog(database, repository));
        }
    }
}
