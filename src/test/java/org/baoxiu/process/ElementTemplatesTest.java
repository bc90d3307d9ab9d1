package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the Modeler offers for service tasks and decisions exists in the application. */
@ProcedureTest
@DisplayName("建模工具里的模板都能用")
class ElementTemplatesTest {

    @Autowired
    ApplicationContext beans;

    @Autowired
    RepositoryService repository;

    @Test
    void everyTemplateNamesABeanOrADecisionOfTheApplication() throws IOException {
        JsonNode templates = new ObjectMapper()
                .readTree(
                        Path.of(".camunda", "element-templates", "baoxiu.json").toFile());
        assertThat(templates).isNotEmpty();

        for (JsonNode template : templates) {
            assertThat(beans.containsBean(template.path("id").asText().replace("org.baoxiu.", "")))
                    .as("%s", template)
                    .isTrue();
            JsonNode first = template.path("properties").get(0);
            if (first.path("binding").path("name").asText().equals("camunda:decisionRef")) {
                assertThat(repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(first.path("value").asText())
                                .count())
                        .as("%s", first)
                        .isPositive();
            }
        }
    }
}
