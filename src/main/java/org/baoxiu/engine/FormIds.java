package org.baoxiu.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;

/** Which file holds which form. */
final class FormIds {

    private FormIds() {}

    /**
     * @param problems receives a sentence for every form without id, with a taken id or that is no Json
     * @return resource name by form id
     */
    static Map<String, String> of(Models models, List<String> problems) {
        Map<String, String> files = new TreeMap<>();
        models.forms().forEach((name, content) -> {
            String id = id(content);
            if (id == null) {
                problems.add(name + ": not a form with an id");
            } else if (files.putIfAbsent(id, name) != null) {
                problems.add("%s: the form id '%s' is taken by %s".formatted(name, id, files.get(id)));
            }
        });
        return files;
    }

    private static @Nullable String id(byte[] form) {
        try {
            return JsonParserFactory.getJsonParser().parseMap(Models.text(form)).get("id") instanceof String id
                    ? id
                    : null;
        } catch (JsonParseException e) {
            return null;
        }
    }
}
