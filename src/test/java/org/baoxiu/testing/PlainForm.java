package org.baoxiu.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The form of a task that asks the same whatever the slip: all that it requires is filled in, by the kind of each field. */
public final class PlainForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final IntFunction<String> text;
    private final Function<List<String>, String> choice;

    /**
     * @param text   what somebody types, of at most so many characters
     * @param choice what somebody chooses among options
     */
    public PlainForm(IntFunction<String> text, Function<List<String>, String> choice) {
        this.text = text;
        this.choice = choice;
    }

    /**
     * @param task id of the element; its form has the same name
     * @return by the order of the form
     */
    public Map<String, Object> of(String task) {
        String form = task.replaceFirst("^Task_", "")
                .replaceAll("(?<=.)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        Map<String, Object> answer = new LinkedHashMap<>();
        try {
            fill(JSON.readTree(Path.of("forms", form + ".form").toFile()), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer;
    }

    private void fill(JsonNode component, Map<String, Object> answer) {
        if (component.at("/validate/required").asBoolean()) {
            answer.put(component.path("key").asText(), value(component));
        }
        component.path("components").forEach(child -> fill(child, answer));
    }

    private Object value(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "textfield", "textarea" ->
                text.apply(field.at("/validate/maxLength").intValue());
            case "checkbox" -> true;
            case "radio", "select" -> choice.apply(options(field));
            default -> throw new IllegalStateException("nobody knows what to answer at " + field);
        };
    }

    private static List<String> options(JsonNode field) {
        List<String> options = new ArrayList<>();
        field.path("values").forEach(option -> options.add(option.path("value").asText()));
        return options;
    }
}
