package org.baoxiu.process.repair.added;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.baoxiu.engine.FreeInput;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.stereotype.Component;

/**
 * The free fields of forms as a case has them. They are remembered by the definition of the process, which never changes and to whose
 * deployment its forms are bound.
 */
@Component
public class FreeForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormService forms;
    private final RepositoryService repository;
    private final Map<String, List<FreeInput>> ofForm = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> ofDefinition = new ConcurrentHashMap<>();

    FreeForms(FormService forms, RepositoryService repository) {
        this.forms = forms;
        this.repository = repository;
    }

    List<FreeInput> of(DelegateTask task) {
        return task.getBpmnModelElementInstance().getCamundaFormRef() == null
                ? List.of()
                : remembered(
                        task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(),
                        task.getProcessDefinitionId(),
                        () -> forms.getDeployedTaskForm(task.getId()));
    }

    List<FreeInput> ofStart(String definition) {
        StartFormData start = forms.getStartFormData(definition);
        return start == null || start.getCamundaFormRef() == null
                ? List.of()
                : remembered(definition, definition, () -> forms.getDeployedStartForm(definition));
    }

    private List<FreeInput> remembered(String key, String definition, Supplier<InputStream> form) {
        List<FreeInput> known = ofForm.get(key);
        if (known == null) {
            known = hasForms(definition) ? read(form) : List.of();
            ofForm.put(key, known);
        }
        return known;
    }

    /** A diagram that came alone has none: before the gate, what arrived was not completed. */
    private boolean hasForms(String definition) {
        return repository
                .getDeploymentResourceNames(
                        repository.getProcessDefinition(definition).getDeploymentId())
                .stream()
                .anyMatch(name -> name.endsWith(".form"));
    }

    private static List<FreeInput> read(Supplier<InputStream> form) {
        try (InputStream content = form.get()) {
            return FreeInput.in(JSON.readTree(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of all forms that came with a definition: what its expressions may read, whether or not it has been asked yet. */
    public Set<String> keys(String definition) {
        Set<String> known = ofDefinition.get(definition);
        if (known == null) {
            known = new HashSet<>();
            String deployment = repository.getProcessDefinition(definition).getDeploymentId();
            for (Resource file : repository.getDeploymentResources(deployment)) {
                if (file.getName().endsWith(".form")) {
                    for (FreeInput input : fields(file)) {
                        known.add(input.key());
                    }
                }
            }
            ofDefinition.put(definition, Set.copyOf(known));
        }
        return known;
    }

    private static List<FreeInput> fields(Resource file) {
        try {
            return FreeInput.in(JSON.readTree(file.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
