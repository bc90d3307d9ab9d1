package org.baoxiu.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is in force at this moment, as people read it: since when, by whom and why, and which cases are open under which version. */
@Service
public class ModelsInForce {

    private final ActiveModels active;
    private final ModelChanges changes;
    private final RepositoryService repository;
    private final ManagementService management;

    ModelsInForce(
            ActiveModels active, ModelChanges changes, RepositoryService repository, ManagementService management) {
        this.active = active;
        this.changes = changes;
        this.repository = repository;
        this.management = management;
    }

    /** Processes by their names, each with its forms, then tables by theirs. */
    public List<ModelInForce> all() {
        ModelSet models = active.now();
        Map<String, List<ModelInForce.Open>> open = open();
        Map<String, Integer> versions = versions();
        Map<String, Deployment> deployments = deployments(models);
        Map<String, ModelChange> causes = changes.of(deployments.keySet());
        List<ModelInForce> processes = models.processes().values().stream()
                .map(process -> {
                    Origin origin = origin(process.deployment(), deployments, causes);
                    int version = versions.getOrDefault(process.key(), 1);
                    return new ModelInForce(
                            ModelKind.PROCESS,
                            process.key(),
                            process.process().getName() == null
                                    ? process.key()
                                    : process.process().getName(),
                            ChangedFile.plain(process.file()),
                            version,
                            origin.deployment().getDeploymentTime().toInstant(),
                            origin.change(),
                            open.getOrDefault(process.key(), List.of()),
                            process.forms().values().stream()
                                    .map(form -> form(form, version, origin))
                                    .toList());
                })
                .sorted(Comparator.comparing(ModelInForce::name))
                .toList();
        return Stream.concat(processes.stream(), tables(models, versions, deployments, causes))
                .toList();
    }

    private record Origin(Deployment deployment, @Nullable ModelChange change) {}

    private static Origin origin(
            @Nullable String deployment, Map<String, Deployment> deployments, Map<String, ModelChange> causes) {
        return new Origin(Objects.requireNonNull(deployments.get(deployment)), causes.get(deployment));
    }

    private static ModelInForce form(FormModel form, int version, Origin origin) {
        return new ModelInForce(
                ModelKind.FORM,
                form.id(),
                form.id(),
                ChangedFile.plain(form.file()),
                version,
                origin.deployment().getDeploymentTime().toInstant(),
                origin.change(),
                List.of(),
                List.of());
    }

    private static Stream<ModelInForce> tables(
            ModelSet models,
            Map<String, Integer> versions,
            Map<String, Deployment> deployments,
            Map<String, ModelChange> causes) {
        Map<String, List<TableModel>> files = models.decisions().values().stream()
                .collect(Collectors.groupingBy(
                        table -> ChangedFile.plain(table.file()), LinkedHashMap::new, Collectors.toList()));
        return files.entrySet().stream()
                .map(file -> {
                    TableModel first = file.getValue().get(0);
                    Origin origin = origin(first.deployment(), deployments, causes);
                    return new ModelInForce(
                            ModelKind.TABLE,
                            file.getKey(),
                            file.getValue().stream().map(TableModel::name).collect(Collectors.joining("、")),
                            file.getKey(),
                            versions.getOrDefault(first.key(), 1),
                            origin.deployment().getDeploymentTime().toInstant(),
                            origin.change(),
                            List.of(),
                            List.of());
                })
                .sorted(Comparator.comparing(ModelInForce::name));
    }

    private Map<String, Deployment> deployments(ModelSet models) {
        String[] ids = Stream.concat(
                        models.processes().values().stream().map(ProcessModel::deployment),
                        models.decisions().values().stream().map(TableModel::deployment))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        Map<String, Deployment> found = new HashMap<>();
        for (String id : ids) {
            Optional.ofNullable(
                            repository.createDeploymentQuery().deploymentId(id).singleResult())
                    .ifPresent(deployment -> found.put(id, deployment));
        }
        return found;
    }

    private Map<String, Integer> versions() {
        return Stream.<ResourceDefinition>concat(
                        repository.createProcessDefinitionQuery().latestVersion().withoutTenantId().list().stream(),
                        repository.createDecisionDefinitionQuery().latestVersion().withoutTenantId().list().stream())
                .collect(Collectors.toMap(
                        ResourceDefinition::getKey, ResourceDefinition::getVersion, (one, other) -> one));
    }

    private Map<String, List<ModelInForce.Open>> open() {
        Map<String, List<ModelInForce.Open>> open = new HashMap<>();
        management.createProcessDefinitionStatisticsQuery().list().stream()
                .filter(version -> version.getInstances() > 0)
                .sorted(Comparator.comparing(ProcessDefinitionStatistics::getVersion)
                        .reversed())
                .forEach(version -> open.computeIfAbsent(version.getKey(), key -> new ArrayList<>())
                        .add(new ModelInForce.Open(version.getId(), version.getVersion(), version.getInstances())));
        return open;
    }

    /** Where the open cases of a process stand, by version and step, the newest version first, then where most are. */
    public List<ModelInForce.Standing> standing(ModelInForce process) {
        return process.open().stream()
                .flatMap(version -> management.createActivityStatisticsQuery(version.definition()).list().stream()
                        .sorted(Comparator.comparing(ActivityStatistics::getInstances)
                                .reversed())
                        .map(step -> new ModelInForce.Standing(
                                version.version(),
                                step.getId(),
                                Xml.name(repository.getBpmnModelInstance(version.definition()), step.getId()),
                                step.getInstances())))
                .toList();
    }

    /** The file that is in force, for somebody who wants to change it. */
    public Optional<byte[]> file(ModelKind kind, String key, @Nullable String process) {
        ModelSet models = active.now();
        return switch (kind) {
            case PROCESS -> Optional.ofNullable(models.processes().get(key)).map(ProcessModel::content);
            case TABLE ->
                models.decisions().values().stream()
                        .filter(table -> ChangedFile.plain(table.file()).equals(key))
                        .findFirst()
                        .map(TableModel::content);
            case FORM ->
                Optional.ofNullable(process)
                        .map(models.processes()::get)
                        .map(owner -> owner.forms().get(key))
                        .map(FormModel::content);
        };
    }
}
