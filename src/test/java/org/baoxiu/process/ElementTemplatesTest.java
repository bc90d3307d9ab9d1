package org.baoxiu.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the Modeler offers exists in the application, and whatever the models use is offered. */
@ProcedureTest
@DisplayName("建模工具里的模板都能用")
class ElementTemplatesTest {

    @Autowired
    ApplicationContext beans;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    private static JsonNode templates() throws IOException {
        return new ObjectMapper()
                .readTree(
                        Path.of(".camunda", "element-templates", "baoxiu.json").toFile());
    }

    private static List<String> values(String binding) throws IOException {
        List<String> values = new ArrayList<>();
        for (JsonNode template : templates()) {
            for (JsonNode property : template.path("properties")) {
                if (property.path("binding").path("name").asText().equals(binding)) {
                    values.add(property.path("value").asText());
                    property.path("choices")
                            .forEach(choice -> values.add(choice.path("value").asText()));
                }
            }
        }
        return values;
    }

    @Test
    void everyTemplateNamesABeanADecisionOrGroupsOfTheApplication() throws IOException {
        assertThat(values("camunda:delegateExpression")).isNotEmpty().allSatisfy(bean -> assertThat(
                        beans.containsBean(bean.replaceAll("[${}]", "")))
                .as(bean)
                .isTrue());
        assertThat(values("camunda:decisionRef")).isNotEmpty().allSatisfy(decision -> assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(decision)
                        .count())
                .as(decision)
                .isPositive());
        assertThat(values("camunda:candidateGroups")).isNotEmpty().allSatisfy(groups -> assertThat(groups.split(","))
                .allSatisfy(group -> assertThat(
                                identity.createGroupQuery().groupId(group).count())
                        .as(group)
                        .isOne()));
    }

    @Test
    void whateverTheModelsUseIsOffered() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            for (Path model :
                    models.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                BpmnModelInstance read = Bpmn.readModelFromFile(model.toFile());
                read.getModelElementsByType(ServiceTask.class)
                        .forEach(task -> used.add(task.getCamundaDelegateExpression()));
                read.getModelElementsByType(BusinessRuleTask.class)
                        .forEach(task -> used.add(task.getCamundaDecisionRef()));
            }
        }
        List<String> offered = new ArrayList<>(values("camunda:delegateExpression"));
        offered.addAll(values("camunda:decisionRef"));

        assertThat(offered).containsAll(used);
    }
}
