package org.baoxiu.engine;

import java.util.List;
import java.util.Set;
import org.baoxiu.audit.ElementTimes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.CompositeHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the figures of each task and step that has ended, in the engine's transaction. The engine has no public event for it that also says
 * when the element began: the history does, and only after its own handler has looked that up.
 */
final class EndedActivities implements HistoryEventHandler {

    private static final String USER_TASK = "userTask";
    private static final Set<String> KINDS = Set.of(USER_TASK, "subProcess", "callActivity");

    private final ObjectProvider<ElementTimes> times;
    private final ObjectProvider<JdbcClient> database;

    private EndedActivities(ObjectProvider<ElementTimes> times, ObjectProvider<JdbcClient> database) {
        this.times = times;
        this.database = database;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                && event instanceof HistoricActivityInstanceEventEntity activity
                && KINDS.contains(activity.getActivityType())
                && activity.getStartTime() != null
                && activity.getEndTime() != null) {
            times.getObject()
                    .ended(
                            activity.getActivityInstanceId(),
                            activity.getActivityId(),
                            activity.getRootProcessInstanceId(),
                            activity.getActivityType().equals(USER_TASK) ? assignee(activity) : null,
                            activity.getStartTime().toInstant(),
                            activity.getEndTime().toInstant());
        }
    }

    /** The event of the end does not know, the row of the beginning does. */
    private @Nullable String assignee(HistoricActivityInstanceEventEntity activity) {
        return activity.getAssignee() != null
                ? activity.getAssignee()
                : database.getObject()
                        .sql("select ASSIGNEE_ from ACT_HI_ACTINST where ID_ = ? and ASSIGNEE_ is not null")
                        .param(activity.getActivityInstanceId())
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** Behind whatever writes the history, so that the beginning is known. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<ElementTimes> times;
        private final ObjectProvider<JdbcClient> database;

        Plugin(ObjectProvider<ElementTimes> times, ObjectProvider<JdbcClient> database) {
            this.times = times;
            this.database = database;
        }

        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
            engine.setHistoryEventHandler(new CompositeHistoryEventHandler(
                    engine.getHistoryEventHandler(), new EndedActivities(times, database)));
        }
    }
}
