package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventSubprocessJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * A timer beside running work that fires before its time arms itself again: an administrator has run it or moved it, or the
 * clock of another node is fast. What it watches is judged by its own date and found in order, and nobody would look again. A
 * timer that the work waits for is not armed again, running it is to go on.
 */
@Component
class EarlyTimers extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<JobHandler> handlers = new ArrayList<>(
                Optional.ofNullable(engine.getCustomJobHandlers()).orElse(List.of()));
        handlers.addAll(List.of(new AtAnActivity(), new OfAScope()));
        engine.setCustomJobHandlers(handlers);
    }

    private static void armAgain(JobEntity fired, Date due) {
        if (due.after(ClockUtil.getCurrentTime())) {
            ((TimerEntity) fired).createNewTimerJob(due);
        }
    }

    /** Its date stands in a variable, which tells the right one even if the timer was moved. */
    private static final class AtAnActivity extends TimerExecuteNestedActivityJobHandler {
        @Override
        public void execute(
                TimerJobConfiguration configuration, ExecutionEntity scope, CommandContext command, String tenant) {
            JobEntity fired = command.getCurrentJob();
            String event = configuration.getTimerElementKey();
            TimerDeclarationImpl timer = TimerDeclarationImpl.getDeclarationsForScope(
                            scope.getProcessDefinition().findActivity(event).getEventScope())
                    .get(event);
            // one that repeats is armed again by the engine
            if (timer != null && !timer.isInterruptingTimer() && ((TimerEntity) fired).getRepeat() == null) {
                TimerEntity due = new TimerEntity();
                timer.resolveAndSetDuedate(scope, due, false);
                armAgain(fired, due.getDuedate());
            }
            super.execute(configuration, scope, command, tenant);
        }
    }

    /** Its date is computed at the start of the process only. */
    private static final class OfAScope extends TimerStartEventSubprocessJobHandler {
        @Override
        public void execute(
                TimerJobConfiguration configuration, ExecutionEntity scope, CommandContext command, String tenant) {
            armAgain(command.getCurrentJob(), command.getCurrentJob().getDuedate());
            super.execute(configuration, scope, command, tenant);
        }
    }
}
