package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start, before the first request and the first job.
 *
 * <p>A process and the forms that it refers to make one deployment, because forms are bound to the deployment of their
 * process: running tasks keep the form that they began with, and a changed form brings a new version of its process and
 * of nothing else. Each decision file is a deployment of its own. If nothing in a deployment changed, nothing is deployed;
 * the engine decides that under its cluster-wide deployment lock, so nodes that start together deploy once.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    /** Tells these deployments from those that somebody makes from the Modeler. */
    static final String SOURCE = "baoxiu";

    private final ModelReader reader;
    private final RepositoryService repositoryService;
    private final BeanFactory beans;

    ModelDeployment(ModelReader reader, RepositoryService repositoryService, BeanFactory beans) {
        this.reader = reader;
        this.repositoryService = repositoryService;
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy(reader.read());
    }

    void deploy(Models models) {
        ModelCheck check = new ModelCheck(
                beans::containsBean,
                beans.getBeanProvider(AsksDecision.class).stream().toList());
        List<String> problems = check.problems(models);
        if (!problems.isEmpty()) {
            throw new BrokenModelsException(problems);
        }
        check.unusedForms(models).forEach(form -> LOG.warn("No process uses {}; it is not deployed", form));
        models.decisions().forEach((name, content) -> deploy(name, Map.of(name, content)));
        Map<String, String> formFiles = FormIds.of(models, new ArrayList<>());
        models.processes()
                .forEach((name, content) -> deploy(name, Bundle.of(name, content, formFiles, models.forms())));
    }

    private void deploy(String name, Map<String, byte[]> files) {
        DeploymentBuilder builder =
                repositoryService.createDeployment().name(name).source(SOURCE).enableDuplicateFiltering(false);
        files.forEach((file, content) -> builder.addInputStream(file, Models.stream(content)));
        DeploymentWithDefinitions deployment = builder.deployWithResult();
        if (deployment.getDeployedProcessDefinitions() != null) {
            deployment
                    .getDeployedProcessDefinitions()
                    .forEach(definition -> LOG.info(
                            "Deployed process {} version {} from {}",
                            definition.getKey(),
                            definition.getVersion(),
                            name));
        }
        if (deployment.getDeployedDecisionDefinitions() != null) {
            deployment
                    .getDeployedDecisionDefinitions()
                    .forEach(definition -> LOG.info(
                            "Deployed decision {} version {} from {}",
                            definition.getKey(),
                            definition.getVersion(),
                            name));
        }
    }
}
