package org.baoxiu.process.repair.step1receive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.shared.Offices;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The offices that the start form of a repair offers, in its version of the moment: owners and clerks choose from one list. */
@Component
class OfficesOfForm implements Offices {

    private final RepositoryService repository;
    private final FormService forms;
    private final ObjectMapper json;

    OfficesOfForm(RepositoryService repository, FormService forms, ObjectMapper json) {
        this.repository = repository;
        this.forms = forms;
        this.json = json;
    }

    @Override
    public List<String> names() {
        String process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(RepairRequestProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        try (InputStream form = forms.getDeployedStartForm(process)) {
            return StreamSupport.stream(json.readTree(form).findParents("key").spliterator(), false)
                    .filter(field -> field.get("key").asText().equals(ReceiveForms.OFFICE.name()))
                    .flatMap(field -> field.findValuesAsText("value").stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
