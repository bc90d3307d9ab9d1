package org.baoxiu.models;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.engine.Arrival;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Deploys the models at start, before the first request and the first job, through the gate and as one change.
 *
 * <p>A process and the forms that it refers to make one deployment, because forms are bound to the deployment of their
 * process: running tasks keep the form that they began with, and a changed form brings a new version of its process and
 * of nothing else. Each decision file is a deployment of its own. What is as it was at the last start stays as it is, even
 * where the Modeler has made something else active since.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    /** Tells these deployments from those that somebody makes from the Modeler. */
    static final String SOURCE = "baoxiu";

    private final ModelReader reader;
    private final ModelProperties properties;
    private final RepositoryService repository;
    private final ModelDoor door;
    private final ActiveModels active;
    private final HeldBack heldBack;
    private final ReferencesExist references;

    ModelDeployment(
            ModelReader reader,
            ModelProperties properties,
            RepositoryService repository,
            ModelDoor door,
            ActiveModels active,
            HeldBack heldBack,
            ReferencesExist references) {
        this.reader = reader;
        this.properties = properties;
        this.repository = repository;
        this.door = door;
        this.active = active;
        this.heldBack = heldBack;
        this.references = references;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Models models;
        try {
            models = reader.read();
        } catch (BrokenModelsException unreadable) {
            goOnWithout(unreadable.problems());
            needAll();
            return;
        }
        deploy(models);
    }

    /**
     * With a fault in any of them none becomes active.
     *
     * @return why; empty if there was no fault
     * @throws BrokenModelsException if there is nothing good to go on with
     */
    Optional<String> deploy(Models models) {
        Optional<String> refusal = arrive(models);
        needAll();
        return refusal;
    }

    /** What is active is not judged anew, but without these decisions no case gets anywhere. */
    private void needAll() {
        Faults missing = new Faults();
        references.asked(active.now(), missing);
        if (!missing.none()) {
            throw new BrokenModelsException(missing.all());
        }
    }

    private void goOnWithout(List<String> problems) {
        if (active.now().isEmpty()) {
            throw new BrokenModelsException(problems);
        }
        String why = String.join("\n", problems);
        LOG.error(
                "The models of {} have faults and are not used; the application goes on with those that are active.\n{}",
                properties.packed() ? "the application" : properties.directory(),
                why);
        heldBack.faulty(why);
    }

    private Optional<String> arrive(Models models) {
        try {
            List<Arrival> all = bundles(models);
            List<Arrival> changed =
                    all.stream().filter(this::differsFromLastStart).toList();
            door.deploy(changed);
            changed.forEach(arrival -> LOG.info("Arrived at start: {}", arrival.name()));
            List<String> kept = keptInstead(all);
            if (!kept.isEmpty()) {
                LOG.warn("Not active, for something else was deployed since: {}", kept);
                heldBack.outOfUse(kept);
            }
            return Optional.empty();
        } catch (Rejection refused) {
            goOnWithout(Faults.in(refused));
            return Optional.of(refused.getMessage());
        }
    }

    /** @throws Rejection if a file cannot be read */
    private List<Arrival> bundles(Models models) {
        Bundles bundles = Bundles.of(models);
        bundles.unused().values().forEach(form -> LOG.warn("No process uses {}; it is not deployed", form.file()));
        return bundles.all().entrySet().stream()
                .map(bundle -> arrival(bundle.getKey(), bundle.getValue()))
                .toList();
    }

    private Arrival arrival(String name, Map<String, byte[]> files) {
        return new Arrival(name, SOURCE, files, true, properties.packed() || properties.confirmJumps());
    }

    /** A file that was deployed by an earlier start and has not changed since brings nothing new, whatever became active meanwhile. */
    private boolean differsFromLastStart(Arrival arrival) {
        return repository
                .createDeploymentQuery()
                .deploymentName(arrival.name())
                .deploymentSource(SOURCE)
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(last -> !hasAllOf(arrival, last))
                .orElse(true);
    }

    private boolean hasAllOf(Arrival arrival, Deployment deployment) {
        Map<String, byte[]> there = repository.getDeploymentResources(deployment.getId()).stream()
                .collect(Collectors.toMap(Resource::getName, Resource::getBytes));
        return arrival.files().entrySet().stream()
                .allMatch(file -> Arrays.equals(file.getValue(), there.get(file.getKey())));
    }

    private List<String> keptInstead(List<Arrival> arrivals) {
        ModelSet present = active.now();
        List<byte[]> contents = Stream.concat(
                        present.processes().values().stream()
                                .flatMap(process -> Stream.concat(
                                        Stream.of(process.content()),
                                        process.forms().values().stream().map(FormModel::content))),
                        present.decisions().values().stream().map(TableModel::content))
                .toList();
        return arrivals.stream()
                .flatMap(arrival -> arrival.files().entrySet().stream())
                .filter(file -> contents.stream().noneMatch(content -> Arrays.equals(content, file.getValue())))
                .map(Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }
}
