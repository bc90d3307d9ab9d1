package org.baoxiu.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.people.OfficeGroups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.springframework.stereotype.Component;

/**
 * The engine's full history without what the application's own record tells: variables that repeat it, names and telephones
 * among them; decisions have a row of their own ({@link DecisionLog}). What people have typed into a form stays, as the evidence of who said
 * what. Every step is faster by the rows that are not written. In the database it counts as the full history, so that either
 * may follow the other.
 */
final class LeanHistory extends HistoryLevelFull {

    private final Set<String> variables;

    private LeanHistory(List<KeptByHistory> parts) {
        variables = parts.stream().flatMap(part -> part.variables().stream()).collect(Collectors.toSet());
    }

    @Override
    public String getName() {
        return "lean";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        if (entity instanceof VariableInstanceEntity variable) {
            return variables.contains(variable.getName());
        }
        if (entity instanceof HistoricVariableUpdateEventEntity value) {
            return variables.contains(value.getVariableName());
        }
        if (entity instanceof IdentityLinkEntity link) {
            String group = link.getGroupId();
            return (group == null || !OfficeGroups.isAtOffice(group)) && super.isHistoryEventProduced(event, entity);
        }
        return super.isHistoryEventProduced(event, entity);
    }

    /** Offers it to the engine, which takes the level that its configuration names. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final List<KeptByHistory> parts;

        Plugin(List<KeptByHistory> parts) {
            this.parts = parts;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setCustomHistoryLevels(List.of(new LeanHistory(parts)));
        }
    }
}
