package org.baoxiu.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;

/** What the form of an open task offers to choose from, as whoever opens it now sees it. */
final class Offered {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    private final Map<String, List<String>> choices = new HashMap<>();

    private Offered() {}

    static Offered by(Task task, ProcessEngine engine) {
        Offered offered = new Offered();
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            offered.collect(JSON.readTree(form), engine.getTaskService().getVariables(task.getId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return offered;
    }

    /** @return values; empty where there is nothing to choose from */
    List<String> at(String field) {
        return choices.getOrDefault(field, List.of());
    }

    private void collect(JsonNode component, Map<String, Object> variables) throws IOException {
        String field = component.path("key").asText();
        if (component.has("values")) {
            choices.put(field, values(component.get("values")));
        } else if (component.has("valuesKey")) {
            Object options = variables.get(component.get("valuesKey").asText());
            choices.put(field, options == null ? List.of() : values(JSON.readTree(options.toString())));
        } else if (component.has("valuesExpression")) {
            String expression = component.get("valuesExpression").asText().substring(1);
            choices.put(
                    field,
                    values(JSON.valueToTree(FEEL.evaluateSimpleExpression(
                            expression, Variables.fromMap(variables).asVariableContext()))));
        }
        for (JsonNode child : component.path("components")) {
            collect(child, variables);
        }
    }

    private static List<String> values(JsonNode options) {
        List<String> values = new ArrayList<>();
        options.forEach(option -> values.add(option.path("value").asText()));
        return values;
    }
}
