package org.baoxiu.cockpit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What the fields of the shipped forms are called, and the few variables that are on no form. */
@Component
class FieldLabels {

    private final Map<String, String> labels = new HashMap<>(Map.of(
            "receivedAt", "收到报修的时间",
            "repeatCount", "催办、投诉和重复报修",
            "unresolved", "尚未解决",
            "classLabel", "类别"));

    FieldLabels(ObjectMapper json) throws IOException {
        for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
            try (InputStream content = form.getInputStream()) {
                read(json.readTree(content));
            }
        }
    }

    private void read(JsonNode component) {
        String key = component.path("key").asText();
        String label = component.path("label").asText();
        if (!key.isEmpty() && !label.isEmpty()) {
            labels.putIfAbsent(key, label);
        }
        component.path("components").forEach(this::read);
    }

    /** The name itself where nobody has called it anything. */
    String of(String name) {
        return labels.getOrDefault(name, name);
    }
}
