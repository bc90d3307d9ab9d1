package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baoxiu.people.OfficeMembers;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hangs {@link OwnTasks} and {@link OfficeCandidates} into the engine (docs/decisions/0017-offices.md). */
@Component
class TaskRights extends AbstractProcessEnginePlugin {

    private final ObjectProvider<OfficeMembers> members;

    /** @param members made on the first task only, for they need the engine */
    TaskRights(ObjectProvider<OfficeMembers> members) {
        this.members = members;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new OfficeCandidates(members));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTaskChecker()));
        List<SessionFactory> factories = new ArrayList<>(
                Optional.ofNullable(engine.getCustomSessionFactories()).orElseGet(List::of));
        factories.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnTasks();
            }
        });
        engine.setCustomSessionFactories(factories);
    }

    /** What the candidates and the assignee of a task may do with it; the rest is the engine's rights. */
    private static final class OwnTaskChecker extends AuthorizationCommandChecker {

        @Override
        public void checkReadTask(TaskEntity task) {
            if (!isTheirs(task)) {
                super.checkReadTask(task);
            }
        }

        @Override
        public void checkReadTaskVariable(TaskEntity task) {
            if (!isTheirs(task)) {
                super.checkReadTaskVariable(task);
            }
        }

        @Override
        public void checkTaskWork(TaskEntity task) {
            if (!isTheirs(task)) {
                super.checkTaskWork(task);
            }
        }

        private static boolean isTheirs(TaskEntity task) {
            return Context.getCommandContext().getAuthorizationManager() instanceof OwnTasks rights
                    && rights.isTheirs(task);
        }
    }
}
