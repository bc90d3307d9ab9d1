package org.baoxiu.models.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.engine.FormExpressions;
import org.baoxiu.engine.FreeInput;
import org.jspecify.annotations.Nullable;

/**
 * A form filled in as somebody sees it: what the case types goes into the fields that are there and shown; what it has no word for, such as
 * a field that the draft has added, is filled in by its kind. What the form shows already stays.
 */
final class FilledForm {

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");
    /** Of a text whose pattern nobody knows, the first that fits. */
    private static final List<String> TEXTS = List.of("演练", "1", "今天 18:00", "今天", "18:00", "13800000000", "rehearsal");

    private final FormExpressions expressions;
    private final Map<String, Object> typed;
    /** Whether choices that may be left open are made too. */
    private final boolean chooses;

    private final Map<String, Object> seen;
    private final Map<String, Object> filled = new HashMap<>();

    private FilledForm(
            FormExpressions expressions, Map<String, Object> shown, Map<String, Object> typed, boolean chooses) {
        this.expressions = expressions;
        this.typed = typed;
        this.chooses = chooses;
        this.seen = new HashMap<>(shown);
    }

    /**
     * @param shown what the form has to show, as plain values
     * @param typed by the keys of fields, whether they are there or not
     * @param chooses whether somebody chooses also where nothing has to be chosen
     */
    static Map<String, Object> of(
            JsonNode form,
            FormExpressions expressions,
            Map<String, Object> shown,
            Map<String, Object> typed,
            boolean chooses) {
        FilledForm first = new FilledForm(expressions, shown, typed, chooses);
        first.fill(form);
        // what was filled in below may hide what is above
        Map<String, Object> words = new HashMap<>(typed);
        words.putAll(first.filled);
        FilledForm again = new FilledForm(expressions, first.seen, words, chooses);
        again.fill(form);
        return Map.copyOf(again.filled);
    }

    private void fill(JsonNode component) {
        if (isHidden(component)) {
            return;
        }
        String key = component.path("key").asText();
        if (INPUTS.contains(component.path("type").asText())
                && !key.isEmpty()
                && !component.path("disabled").asBoolean()) {
            Object value = value(component, key);
            if (value != null) {
                filled.put(key, value);
                seen.put(key, value);
            }
        }
        component.path("components").forEach(this::fill);
    }

    private boolean isHidden(JsonNode component) {
        String hide = component.path("conditional").path("hide").asText();
        return hide.startsWith("=") && Boolean.TRUE.equals(expressions.value(hide.substring(1), seen));
    }

    /** Null for what is left as it is. */
    private @Nullable Object value(JsonNode field, String key) {
        List<Object> options = options(field);
        Object word = typed.get(key);
        boolean required = field.path("validate").path("required").asBoolean();
        if (required && Boolean.FALSE.equals(word)) {
            // the form lets nobody go on without the tick
            return true;
        }
        if (word != null) {
            return options.isEmpty() || options.contains(word) ? word : options.get(0);
        }
        Object present = seen.get(key);
        boolean empty = present == null || present.toString().isBlank();
        boolean asked = required || FreeInput.isFree(key);
        return empty && (asked || chooses && !options.isEmpty()) ? byKind(field, options) : null;
    }

    private @Nullable Object byKind(JsonNode field, List<Object> options) {
        String type = field.path("type").asText();
        if (CHOICES.contains(type)) {
            return options.isEmpty() ? null : SEVERAL.contains(type) ? List.of(options.get(0)) : options.get(0);
        }
        return switch (type) {
            case "checkbox" -> true;
            case "number" -> field.path("validate").path("min").asInt(1);
            case "datetime" -> "2026-11-24";
            default -> text(field.path("validate"));
        };
    }

    private static String text(JsonNode rules) {
        String pattern = rules.path("pattern").asText();
        String text = TEXTS.stream()
                .filter(one -> pattern.isEmpty() || one.matches(pattern))
                .findFirst()
                .orElse(TEXTS.get(0));
        String longer = text.repeat(rules.path("minLength").asInt(0) / text.length() + 1);
        return longer.substring(
                0, Math.min(longer.length(), rules.path("maxLength").asInt(longer.length())));
    }

    /** Values that can be chosen; none where anything can be written, or nobody knows them. */
    private List<Object> options(JsonNode field) {
        List<Object> values = new ArrayList<>();
        field.path("values").forEach(option -> values.add(option.path("value").asText()));
        Object found = field.has("valuesExpression")
                ? expressions.value(field.path("valuesExpression").asText().replaceFirst("^=", ""), seen)
                : seen.get(field.path("valuesKey").asText());
        if (found instanceof List<?> options) {
            for (Object option : options) {
                Object value = option instanceof Map<?, ?> pair ? pair.get("value") : option;
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
