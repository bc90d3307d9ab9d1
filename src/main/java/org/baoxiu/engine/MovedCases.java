package org.baoxiu.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells {@link CaseWatch} of what the engine notes when it moves a case, whoever has asked for it. */
final class MovedCases implements HistoryEventHandler {

    private final ObjectProvider<CaseWatch> watch;

    private MovedCases(ObjectProvider<CaseWatch> watch) {
        this.watch = watch;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity moved
                && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)) {
            watch.forEach(one -> one.moved(
                    moved.getBusinessKey(), moved.getProcessDefinitionKey(), moved.getProcessDefinitionVersion()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** Puts it beside the engine's history. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<CaseWatch> watch;

        Plugin(ObjectProvider<CaseWatch> watch) {
            this.watch = watch;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.getCustomHistoryEventHandlers().add(new MovedCases(watch));
        }
    }
}
