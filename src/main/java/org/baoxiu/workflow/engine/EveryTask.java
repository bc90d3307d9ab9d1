package org.baoxiu.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hears of every user task that begins, whatever model it comes from, after the listeners of the model itself. */
public interface EveryTask extends TaskListener {

  /**
   * Also reaches the cases of former releases: models are read anew by every start of the application. After {@link TaskWatch}, which
   * may still change for whom the task is there.
   */
  @Component
  @Order(Ordered.LOWEST_PRECEDENCE)
  class Plugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<EveryTask> listeners;

    /** The listeners need the engine, which is not there yet. */
    Plugin(ObjectProvider<EveryTask> listeners) {
      this.listeners = listeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl task) {
          ((UserTaskActivityBehavior) task.getActivityBehavior()).getTaskDefinition()
              .addTaskListener(TaskListener.EVENTNAME_CREATE, created -> {
                for (EveryTask listener : listeners) {
                  listener.notify(created);
                }
              });
        }
      });
    }
  }
}
