package org.baoxiu.property;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody fills into a form, and which of it the step cannot do without. */
public final class Answer {

    private static final Map<String, Object> FOREIGN = Map.of(
            "anything",
            1,
            "consentRequired",
            "no",
            "technician",
            "affairs",
            "slipNumber",
            "WX-1",
            "classRaised",
            "no",
            "billText",
            "0 元",
            "slipTrail",
            "",
            "slipHeading",
            "");

    private final Map<String, Object> fields = new HashMap<>();
    private final List<String> needed = new ArrayList<>();
    private final Set<String> prefilled = new HashSet<>();
    private final Set<String> writtenAnew = new HashSet<>();

    Answer needs(String field, Object value) {
        needed.add(field);
        return may(field, value);
    }

    /** Needed, but the form offers what is known already: not submitted, that stays. */
    Answer changes(String field, Object value) {
        prefilled.add(field);
        return needs(field, value);
    }

    Answer may(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    /** Foreign to the form, and not refused, for it does not stay. */
    Answer writtenAnew(String... variables) {
        writtenAnew.addAll(List.of(variables));
        return this;
    }

    public Map<String, Object> fields() {
        return Map.copyOf(fields);
    }

    /** The same without one thing that the step needs, or with something in it that cannot be what the field asks for. */
    Map<String, Object> spoilt(Choices choices) {
        Map<String, Object> spoilt = new HashMap<>(fields);
        String field = choices.oneOf(needed);
        Object value = spoilt.remove(field);
        switch (choices.oneOf("missing", "empty", "wrong type", "unprintable", "foreign")) {
            case "missing" -> {
                if (prefilled.contains(field)) {
                    spoilt.put(field, "");
                }
            }
            case "empty" -> spoilt.put(field, value instanceof Boolean ? false : choices.oneOf("", "  "));
            case "wrong type" ->
                spoilt.put(
                        field,
                        value instanceof String ? choices.oneOf((Object) 4711, true) : choices.oneOf("viel", "true"));
            case "unprintable" -> spoilt.put(field, value + "\ud800");
            default -> {
                spoilt.put(field, value);
                String foreign = choices.oneOf(FOREIGN.keySet().stream()
                        .filter(name -> !writtenAnew.contains(name))
                        .sorted()
                        .toList());
                spoilt.put(foreign, FOREIGN.get(foreign));
            }
        }
        return spoilt;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
