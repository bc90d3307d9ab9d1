package org.baoxiu.engine;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baoxiu.shared.DatabaseAway;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells {@link SubmissionWatch} of every form that was not taken: the task list, the pages, REST and Java all end in the engine's services
 * for forms and tasks, which are replaced here.
 */
final class WatchedSubmissions {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedSubmissions.class);

    private final ObjectProvider<SubmissionWatch> watch;
    private final Supplier<PlatformTransactionManager> transactions;

    private WatchedSubmissions(
            ObjectProvider<SubmissionWatch> watch, Supplier<PlatformTransactionManager> transactions) {
        this.watch = watch;
        this.transactions = transactions;
    }

    private <T> T ofTask(ServiceImpl service, String task, Supplier<T> step) {
        return watched(service, step, context -> {
            TaskEntity found = context.getTaskManager().findTaskById(task);
            return found == null || found.getProcessDefinitionId() == null || found.getTaskDefinition() == null
                    ? null
                    : new SubmissionWatch.Submission(
                            found.getProcessDefinitionId(),
                            definition(context, found.getProcessDefinitionId()).getDeploymentId(),
                            found.getName() == null ? found.getTaskDefinitionKey() : found.getName(),
                            text(found.getTaskDefinition().getCamundaFormDefinitionKey()),
                            found.getProcessInstance().getBusinessKey());
        });
    }

    private <T> T ofStart(ServiceImpl service, String definition, Supplier<T> step) {
        return watched(service, step, context -> {
            ProcessDefinitionEntity process = definition(context, definition);
            return new SubmissionWatch.Submission(
                    definition,
                    process.getDeploymentId(),
                    process.getName() == null ? process.getKey() : process.getName(),
                    process.getStartFormDefinition() == null
                            ? null
                            : text(process.getStartFormDefinition().getCamundaFormDefinitionKey()),
                    null);
        });
    }

    private static ProcessDefinitionEntity definition(CommandContext context, String id) {
        return context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }

    private static @Nullable String text(@Nullable Expression expression) {
        return expression == null ? null : expression.getExpressionText();
    }

    private <T> T watched(
            ServiceImpl service, Supplier<T> step, Function<CommandContext, SubmissionWatch.@Nullable Submission> of) {
        try {
            return step.get();
        } catch (RuntimeException refused) {
            if (!byTheWay(refused)) {
                tell(service, refused, of);
            }
            throw refused;
        }
    }

    /** What has nothing to do with the models. */
    private static boolean byTheWay(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationException
                    || cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof TaskAlreadyClaimedException) {
                return true;
            }
        }
        Rejection rule = rule(error);
        return DatabaseAway.is(error)
                || rule != null && (rule.kind() == Rejection.Kind.BUSY || rule.kind() == Rejection.Kind.FORBIDDEN);
    }

    private static @Nullable Rejection rule(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        return null;
    }

    private void tell(
            ServiceImpl service,
            RuntimeException refused,
            Function<CommandContext, SubmissionWatch.@Nullable Submission> of) {
        Rejection rule = rule(refused);
        String why = rule == null ? EngineReasons.of(refused) : rule.getMessage();
        try {
            TransactionTemplate own = new TransactionTemplate(transactions.get());
            own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            own.executeWithoutResult(telling -> service.getCommandExecutor().execute(context -> {
                withAllRights(context, () -> {
                    SubmissionWatch.Submission submission = of.apply(context);
                    if (submission != null) {
                        watch.forEach(one -> one.refused(submission, why, rule == null));
                    }
                });
                return null;
            }));
        } catch (RuntimeException e) {
            // its message may quote what was sent
            LOG.warn(
                    "Nobody is told of a refused form: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getClass().getName());
        }
    }

    private static void withAllRights(CommandContext context, Runnable action) {
        context.runWithoutAuthorization(() -> {
            action.run();
            return null;
        });
    }

    private final class Forms extends FormServiceImpl {

        @Override
        public ProcessInstance submitStartForm(String definition, Map<String, Object> sent) {
            return ofStart(this, definition, () -> super.submitStartForm(definition, sent));
        }

        @Override
        public ProcessInstance submitStartForm(String definition, String businessKey, Map<String, Object> sent) {
            return ofStart(this, definition, () -> super.submitStartForm(definition, businessKey, sent));
        }

        @Override
        public void submitTaskForm(String task, Map<String, Object> sent) {
            ofTask(this, task, () -> {
                super.submitTaskForm(task, sent);
                return true;
            });
        }

        @Override
        public VariableMap submitTaskFormWithVariablesInReturn(
                String task, Map<String, Object> sent, boolean deserializeValues) {
            return ofTask(this, task, () -> super.submitTaskFormWithVariablesInReturn(task, sent, deserializeValues));
        }
    }

    private final class Tasks extends TaskServiceImpl {

        @Override
        public void complete(String task) {
            complete(task, Map.of());
        }

        @Override
        public void complete(String task, Map<String, Object> sent) {
            ofTask(this, task, () -> {
                super.complete(task, sent);
                return true;
            });
        }

        @Override
        public VariableMap completeWithVariablesInReturn(
                String task, Map<String, Object> sent, boolean deserializeValues) {
            return ofTask(this, task, () -> super.completeWithVariablesInReturn(task, sent, deserializeValues));
        }
    }

    /** Puts them into the engine's place. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<SubmissionWatch> watch;
        private final ObjectProvider<PlatformTransactionManager> transactions;

        Plugin(ObjectProvider<SubmissionWatch> watch, ObjectProvider<PlatformTransactionManager> transactions) {
            this.watch = watch;
            this.transactions = transactions;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            WatchedSubmissions watched = new WatchedSubmissions(watch, transactions::getObject);
            engine.setFormService(watched.new Forms());
            engine.setTaskService(watched.new Tasks());
        }
    }
}
