package org.baoxiu.models.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.baoxiu.engine.FormExpressions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forms are filled in as somebody sees them in the task list. */
@DisplayName("演练时填表单")
class FilledFormTest {

    private final FormExpressions expressions = new FormExpressions();

    private Map<String, Object> filled(
            Map<String, Object> shown, Map<String, Object> typed, boolean chooses, String... components)
            throws JsonProcessingException {
        return FilledForm.of(
                new ObjectMapper().readTree("{\"components\": [" + String.join(",", components) + "]}"),
                expressions,
                shown,
                typed,
                chooses);
    }

    private static String field(String type, String key, String more) {
        return "{\"type\": \"%s\", \"key\": \"%s\"%s}".formatted(type, key, more);
    }

    @Test
    @DisplayName("what is typed goes into the fields that are there")
    void typed() throws Exception {
        assertThat(filled(
                        Map.of(),
                        Map.of("cause", "垫圈老化", "gone", "x"),
                        false,
                        field("textfield", "cause", ""),
                        field("textfield", "optional", "")))
                .isEqualTo(Map.of("cause", "垫圈老化"));
    }

    @Test
    @DisplayName("what the form hides is left out, by itself or with what it is in, whatever comes first")
    void hidden() throws Exception {
        String group =
                "{\"type\": \"group\", \"conditional\": {\"hide\": \"=outcome != \\\"done\\\"\"}, \"components\": [%s]}"
                        .formatted(field("checkbox", "tested", ", \"validate\": {\"required\": true}"));
        String outcome = field("radio", "outcome", ", \"values\": [{\"value\": \"done\"}, {\"value\": \"defer\"}]");

        assertThat(filled(Map.of(), Map.of("outcome", "done", "tested", true), false, group, outcome))
                .isEqualTo(Map.of("outcome", "done", "tested", true));
        assertThat(filled(Map.of(), Map.of("outcome", "defer", "tested", true), false, group, outcome))
                .isEqualTo(Map.of("outcome", "defer"));
        assertThat(filled(
                        Map.of("listed", true),
                        Map.of("labour", "80"),
                        false,
                        field("textfield", "labour", ", \"conditional\": {\"hide\": \"=listed = true\"}")))
                .isEmpty();
    }

    @Test
    @DisplayName("nobody chooses what is not offered")
    void offered() throws Exception {
        String item = field("select", "item", ", \"valuesKey\": \"items\"");
        Map<String, Object> shown = Map.of("items", List.of(Map.of("value", "PL-02"), Map.of("value", "PL-03")));

        assertThat(filled(shown, Map.of("item", "PL-03"), false, item)).isEqualTo(Map.of("item", "PL-03"));
        assertThat(filled(shown, Map.of("item", "PL-01"), false, item)).isEqualTo(Map.of("item", "PL-02"));
        assertThat(filled(Map.of(), Map.of("item", "PL-01"), false, item)).isEqualTo(Map.of("item", "PL-01"));
        assertThat(
                        filled(
                                Map.of("kinds", "urge,cancel"),
                                Map.of("kind", "cancel"),
                                false,
                                field(
                                        "radio",
                                        "kind",
                                        ", \"valuesExpression\": \"=[{value: \\\"urge\\\"}, {value: \\\"add\\\"}][list contains(split(kinds, \\\",\\\"), value)]\"")))
                .isEqualTo(Map.of("kind", "urge"));
        assertThat(filled(shown, Map.of(), false, item)).isEmpty();
        assertThat(filled(shown, Map.of(), true, item)).isEqualTo(Map.of("item", "PL-02"));
    }

    @Test
    @DisplayName("what the draft has added, or asks for now, is filled in by its kind")
    void byKind() throws Exception {
        assertThat(filled(
                        Map.of("known", "there already"),
                        Map.of("careful", false),
                        false,
                        field("checkbox", "extra_pet", ""),
                        field("number", "extra_floor", ", \"validate\": {\"min\": 3}"),
                        field("textfield", "extra_when", ", \"validate\": {\"pattern\": \"^\\\\d\\\\d:\\\\d\\\\d$\"}"),
                        field("textarea", "extra_words", ", \"validate\": {\"minLength\": 5, \"maxLength\": 5}"),
                        field("select", "extra_result", ", \"values\": [{\"value\": \"good\"}, {\"value\": \"bad\"}]"),
                        field("textfield", "needed", ", \"validate\": {\"required\": true}"),
                        field("textfield", "known", ", \"validate\": {\"required\": true}"),
                        field("checkbox", "careful", ", \"validate\": {\"required\": true}"),
                        field("textfield", "extra_off", ", \"disabled\": true")))
                .isEqualTo(Map.of(
                        "extra_pet",
                        true,
                        "extra_floor",
                        3,
                        "extra_when",
                        "18:00",
                        "extra_words",
                        "演练演练演",
                        "extra_result",
                        "good",
                        "needed",
                        "演练",
                        "careful",
                        true));
    }
}
