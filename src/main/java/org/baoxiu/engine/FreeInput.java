package org.baoxiu.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A field of a form that no part of the program knows: a process owner has added it, by a key with a prefix of its own.
 *
 * @param type     of the component, such as {@code checkbox}
 * @param required whether it has to be filled in; one that the form may hide is not
 * @param options  what can be chosen, by what is submitted; empty where anything may be written
 */
public record FreeInput(String key, String label, String type, boolean required, Map<String, String> options) {

    public static final String PREFIX = "extra_";
    /** Also a variable's name in expressions. */
    public static final Pattern KEY = Pattern.compile(PREFIX + "[A-Za-z][A-Za-z0-9_]{0,39}");

    public static boolean isFree(String key) {
        return key.startsWith(PREFIX);
    }

    /** Those of a form, at any depth. */
    public static List<FreeInput> in(JsonNode form) {
        List<FreeInput> found = new ArrayList<>();
        collect(form, false, found);
        return List.copyOf(found);
    }

    private static void collect(JsonNode node, boolean mayBeHidden, List<FreeInput> found) {
        for (JsonNode child : node.path("components")) {
            boolean hidden = mayBeHidden
                    || !child.path("conditional").path("hide").asText().isEmpty();
            String key = child.path("key").asText();
            if (isFree(key)) {
                Map<String, String> options = new LinkedHashMap<>();
                child.path("values")
                        .forEach(option -> options.put(
                                option.path("value").asText(),
                                option.path("label").asText()));
                found.add(new FreeInput(
                        key,
                        child.path("label").asText(key).strip(),
                        child.path("type").asText(),
                        !hidden && child.path("validate").path("required").asBoolean(),
                        options));
            }
            collect(child, hidden, found);
        }
    }
}
