package org.baoxiu.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.UpdateProcessDefinitionSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateSelectBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine's repository with the {@link ModelGate} before it: REST, the Modeler, Cockpit and Java all end here. What is
 * deployed is asked for before the engine compares it with the latest deployment of the same name, which need not be what is active;
 * what deletes, suspends or activates is done and then asked for, and rolled back where the gate refuses.
 */
final class GuardedRepository extends RepositoryServiceImpl implements ModelDoor {

    private static final String AT_A_TIME = "不能预约生效或停用的时间。请到生效的时候再部署。";
    private static final String TENANT = "不能带租户编号：带租户的模型不会被使用。请清空租户编号后重新部署。";

    private final Supplier<ModelGate> gate;
    private final Supplier<PlatformTransactionManager> transactions;
    /** Without the gate; the engine sets it before it hands the service out. */
    @SuppressWarnings("NullAway.Init")
    private CommandExecutor plain;

    GuardedRepository(Supplier<ModelGate> gate, Supplier<PlatformTransactionManager> transactions) {
        this.gate = gate;
        this.transactions = transactions;
    }

    @Override
    public void setCommandExecutor(CommandExecutor executor) {
        plain = executor;
        super.setCommandExecutor(new CommandExecutor() {
            @Override
            public <T> @Nullable T execute(Command<T> command) {
                return changesWhatIsActive(command) ? watched(command) : plain.execute(command);
            }
        });
    }

    private static boolean changesWhatIsActive(Command<?> command) {
        return command instanceof DeleteDeploymentCmd
                || command instanceof DeleteProcessDefinitionsByIdsCmd
                || command instanceof AbstractDeleteProcessDefinitionCmd
                || command instanceof AbstractSetProcessDefinitionStateCmd;
    }

    /**
     * In a command of its own, whose end writes what it has changed, within the transaction of all: what is active is then read as the
     * database has it.
     */
    private <T> @Nullable T watched(Command<T> command) {
        return new TransactionTemplate(transactions.get()).execute(change -> {
            Runnable afterwards = plain.execute(context -> {
                lock(context);
                return withAllRights(context, gate.get()::watch);
            });
            T result = plain.execute(command);
            plain.execute(context -> withAllRights(context, () -> {
                afterwards.run();
                return null;
            }));
            return result;
        });
    }

    @Override
    public UpdateProcessDefinitionSuspensionStateSelectBuilder updateProcessDefinitionSuspensionState() {
        return new UpdateProcessDefinitionSuspensionStateBuilderImpl(commandExecutor) {
            @Override
            public UpdateProcessDefinitionSuspensionStateBuilderImpl executionDate(@Nullable Date date) {
                refuseDate(date);
                return super.executionDate(date);
            }
        };
    }

    private static void refuseDate(@Nullable Date date) {
        if (date != null) {
            throw Rejection.invalid(AT_A_TIME);
        }
    }

    @Override
    public @Nullable DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        refuseDate(builder.getProcessDefinitionsActivationDate());
        if (builder.getDeployment().getTenantId() != null) {
            throw Rejection.invalid(TENANT);
        }
        Arrival arrival = arrival(builder);
        try {
            gate.get().direct();
            return plain.execute(context -> deployOne(arrival, context));
        } catch (Rejection refused) {
            gate.get().refused(arrival);
            throw refused;
        }
    }

    private @Nullable DeploymentWithDefinitions deployOne(Arrival arrival, CommandContext context) {
        ModelGate.Admitted admitted = admit(List.of(arrival), context);
        List<DeploymentWithDefinitions> made = deploy(admitted, context);
        if (!made.isEmpty()) {
            return made.get(0);
        }
        return admitted.unchanged() == null
                ? null
                : context.getDeploymentManager().findDeploymentById(admitted.unchanged());
    }

    @Override
    public List<String> deploy(List<Arrival> arrivals) {
        return arrivals.isEmpty()
                ? List.of()
                : plain.execute(context -> deploy(admit(arrivals, context), context).stream()
                        .map(DeploymentWithDefinitions::getId)
                        .toList());
    }

    private ModelGate.Admitted admit(List<Arrival> arrivals, CommandContext context) {
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(CommandChecker::checkCreateDeployment);
        lock(context);
        return withAllRights(context, () -> gate.get().admit(arrivals));
    }

    private List<DeploymentWithDefinitions> deploy(ModelGate.Admitted admitted, CommandContext context) {
        List<DeploymentWithDefinitions> made = new ArrayList<>();
        for (Arrival arrival : admitted.deployments()) {
            made.add(deploy(arrival, context));
        }
        admitted.deployed()
                .accept(made.stream().map(DeploymentWithDefinitions::getId).toList());
        return made;
    }

    private DeploymentWithDefinitions deploy(Arrival arrival, CommandContext context) {
        DeploymentBuilderImpl builder = new DeploymentBuilderImpl(this);
        builder.name(arrival.name()).source(arrival.source());
        arrival.files().forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            return new DeployCmd(builder).execute(context);
        } catch (AuthorizationException | OptimisticLockingException e) {
            throw e;
        } catch (ParseException e) {
            throw Rejection.invalid("流程引擎读不懂：" + EngineReasons.of(e) + "。请在 Modeler 里改正后重新部署。");
        } catch (ProcessEngineException e) {
            throw Rejection.invalid("流程引擎不接受“"
                    + String.join("、", arrival.files().keySet()) + "”：" + EngineReasons.of(e) + "。请改正后重新部署。");
        }
    }

    /** Nodes that start together, and people who deploy at once, come one after the other. */
    private static void lock(CommandContext context) {
        if (context.getProcessEngineConfiguration().isDeploymentLockUsed()) {
            context.getPropertyManager().acquireExclusiveLock();
        }
    }

    private static <T> T withAllRights(CommandContext context, Callable<T> action) {
        return context.runWithoutAuthorization(action);
    }

    /** With what is taken over from other deployments. */
    private Arrival arrival(DeploymentBuilderImpl builder) {
        Map<String, byte[]> files = new TreeMap<>();
        builder.getDeployments().forEach(id -> taken(id).forEach((name, one) -> files.put(name, one.getBytes())));
        builder.getDeploymentResourcesById().forEach((id, wanted) -> taken(id).values().stream()
                .filter(one -> wanted.contains(one.getId()))
                .forEach(one -> files.put(one.getName(), one.getBytes())));
        builder.getDeploymentResourcesByName().forEach((id, wanted) -> taken(id).values().stream()
                .filter(one -> wanted.contains(one.getName()))
                .forEach(one -> files.put(one.getName(), one.getBytes())));
        if (builder.getDeployment().getResources() != null) {
            builder.getDeployment().getResources().forEach((name, one) -> files.put(name, one.getBytes()));
        }
        String name = builder.getNameFromDeployment() == null
                ? builder.getDeployment().getName()
                : createDeploymentQuery()
                        .deploymentId(builder.getNameFromDeployment())
                        .singleResult()
                        .getName();
        return new Arrival(name, builder.getDeployment().getSource(), files, builder.isDuplicateFilterEnabled(), false);
    }

    private Map<String, Resource> taken(String deployment) {
        Map<String, Resource> resources = new TreeMap<>();
        getDeploymentResources(deployment).forEach(one -> resources.put(one.getName(), one));
        return resources;
    }

    /** Puts it into the engine's place. */
    @Component
    static class Plugin extends AbstractProcessEnginePlugin {

        private final ObjectProvider<ModelGate> gate;
        private final ObjectProvider<PlatformTransactionManager> transactions;

        Plugin(ObjectProvider<ModelGate> gate, ObjectProvider<PlatformTransactionManager> transactions) {
            this.gate = gate;
            this.transactions = transactions;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setRepositoryService(new GuardedRepository(gate::getObject, transactions::getObject));
        }
    }
}
