package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hears of every user task of every process, also of cases that began with a model of a former release: after the listeners of
 * the model, when a task is created and whenever somebody gets it. Models are read anew by every start of the application. Watches are asked in
 * the order of {@code @Order}: who may change for whom a task is there comes before who tells of it.
 */
public interface TaskWatch {

    void created(DelegateTask task);

    /** @param task its assignee is not null */
    default void assigned(DelegateTask task) {}

    /** Before {@link #created}, a task that no listener of the model answers: a process owner has added it. */
    default void added(DelegateTask task) {}

    /** Such a task is being completed; what throws leaves it open. */
    default void completing(DelegateTask task) {}

    /** Such a task has gone without being completed: the case goes on without it, or has ended. */
    default void removed(DelegateTask task) {}

    /** Lets them watch; they are made on the first task only, for they need the engine. */
    @Component
    @Order(Ordered.LOWEST_PRECEDENCE)
    class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<TaskWatch> watch;

        Plugin(ObjectProvider<TaskWatch> watch) {
            this.watch = watch;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            List<BpmnParseListener> listeners =
                    new ArrayList<>(Optional.ofNullable(engine.getCustomPostBPMNParseListeners())
                            .orElseGet(List::of));
            listeners.add(new AbstractBpmnParseListener() {
                @Override
                public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                    TaskDefinition task =
                            ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                    if (!isAnswered(element)) {
                        listenToAdded(task);
                    }
                    listen(task);
                }
            });
            engine.setCustomPostBPMNParseListeners(listeners);
        }

        private static boolean isAnswered(Element task) {
            Element extensions = task.element("extensionElements");
            return extensions != null
                    && extensions.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "taskListener").stream()
                            .anyMatch(listener -> TaskListener.EVENTNAME_COMPLETE.equals(listener.attribute("event")));
        }

        private void listenToAdded(TaskDefinition task) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, created -> watch.orderedStream()
                    .forEach(one -> one.added(created)));
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, completed -> watch.orderedStream()
                    .forEach(one -> one.completing(completed)));
            task.addTaskListener(TaskListener.EVENTNAME_DELETE, removed -> watch.orderedStream()
                    .forEach(one -> one.removed(removed)));
        }

        private void listen(TaskDefinition task) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, created -> watch.orderedStream()
                    .forEach(one -> one.created(created)));
            task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned -> {
                if (assigned.getAssignee() != null) {
                    watch.orderedStream().forEach(one -> one.assigned(assigned));
                }
            });
        }
    }
}
