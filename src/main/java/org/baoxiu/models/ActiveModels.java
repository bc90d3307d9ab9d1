package org.baoxiu.models;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * The models that count at this moment: of each process and decision the latest version, if it is not suspended, whichever deployment
 * it came with. Models of a tenant are nobody's.
 */
@Component
class ActiveModels {

    private final RepositoryService repository;
    /** The files of the deployments that were active when last asked: a deployment never changes. */
    private final Map<String, Map<String, Resource>> files = new ConcurrentHashMap<>();

    /** What was read of the definitions that were active when last asked, by id: a definition never changes, and reading one is dear. */
    private final Map<String, Optional<ProcessModel>> readProcesses = new ConcurrentHashMap<>();

    private final Map<String, Optional<TableModel>> readDecisions = new ConcurrentHashMap<>();

    private volatile Read last = new Read("", new ModelSet(Map.of(), Map.of()));

    private record Read(String definitions, ModelSet models) {}

    ActiveModels(RepositoryService repository) {
        this.repository = repository;
    }

    ModelSet now() {
        List<ProcessDefinition> processes = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .active()
                .withoutTenantId()
                .list();
        List<DecisionDefinition> decisions = repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list();
        String definitions = Stream.<ResourceDefinition>concat(processes.stream(), decisions.stream())
                .map(ResourceDefinition::getId)
                .sorted()
                .collect(Collectors.joining(","));
        Read read = last;
        if (!read.definitions().equals(definitions)) {
            read = new Read(definitions, read(processes, decisions));
            last = read;
        }
        return read.models();
    }

    private ModelSet read(List<ProcessDefinition> processes, List<DecisionDefinition> decisions) {
        files.keySet()
                .retainAll(Stream.<ResourceDefinition>concat(processes.stream(), decisions.stream())
                        .map(ResourceDefinition::getDeploymentId)
                        .collect(Collectors.toSet()));
        return new ModelSet(
                byKey(processes, readProcesses, this::process), byKey(decisions, readDecisions, this::decision));
    }

    private static <D extends ResourceDefinition, M> Map<String, M> byKey(
            List<D> definitions, Map<String, Optional<M>> known, Function<D, Optional<M>> read) {
        known.keySet().retainAll(definitions.stream().map(D::getId).toList());
        Map<String, M> models = new TreeMap<>();
        definitions.forEach(definition -> known.computeIfAbsent(definition.getId(), id -> read.apply(definition))
                .ifPresent(model -> models.put(definition.getKey(), model)));
        return models;
    }

    private Optional<ProcessModel> process(ProcessDefinition definition) {
        Map<String, Resource> all = files(definition);
        byte[] content = content(all, definition);
        Faults ignored = new Faults();
        Map<String, FormModel> forms = new HashMap<>();
        all.forEach((name, resource) -> {
            if (name.endsWith(".form")) {
                FormModel.read(name, resource.getBytes(), ignored).ifPresent(form -> forms.put(form.id(), form));
            }
        });
        return ProcessModel.read(definition.getResourceName(), content, ignored).stream()
                .flatMap(model -> ProcessModel.processes(model).stream()
                        .filter(process -> process.getId().equals(definition.getKey()))
                        .map(process -> new ProcessModel(
                                definition.getKey(),
                                definition.getResourceName(),
                                definition.getDeploymentId(),
                                content,
                                model,
                                process,
                                only(forms, model))))
                .findFirst();
    }

    private static byte[] content(Map<String, Resource> files, ResourceDefinition definition) {
        return Objects.requireNonNull(files.get(definition.getResourceName()), definition::getResourceName)
                .getBytes();
    }

    private static Map<String, FormModel> only(Map<String, FormModel> forms, BpmnModelInstance model) {
        Map<String, FormModel> used = new TreeMap<>(forms);
        used.keySet().retainAll(ProcessModel.formsOf(model));
        return used;
    }

    private Optional<TableModel> decision(DecisionDefinition definition) {
        byte[] content = content(files(definition), definition);
        return TableModel.read(definition.getResourceName(), content, new Faults()).stream()
                .flatMap(model -> TableModel.decisions(model).stream()
                        .filter(decision -> decision.getId().equals(definition.getKey()))
                        .map(decision -> new TableModel(
                                definition.getKey(),
                                definition.getResourceName(),
                                definition.getDeploymentId(),
                                content,
                                decision)))
                .findFirst();
    }

    private Map<String, Resource> files(ResourceDefinition definition) {
        return files.computeIfAbsent(definition.getDeploymentId(), id -> repository.getDeploymentResources(id).stream()
                .collect(Collectors.toMap(Resource::getName, one -> one)));
    }

    /** Whether a version of the decision that is not the latest any more had this content. */
    boolean wasActive(String decision, byte[] content) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .withoutTenantId()
                .list()
                .stream()
                .sorted(Comparator.comparing(DecisionDefinition::getVersion).reversed())
                .anyMatch(former -> repository.getDeploymentResources(former.getDeploymentId()).stream()
                        .anyMatch(file -> file.getName().equals(former.getResourceName())
                                && Arrays.equals(file.getBytes(), content)));
    }
}
