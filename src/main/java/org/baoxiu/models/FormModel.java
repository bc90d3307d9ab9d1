package org.baoxiu.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form of Tasklist. */
record FormModel(String id, String file, byte[] content, JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty, with a fault, where the file is no form with an id. */
    static Optional<FormModel> read(String file, byte[] content, Faults faults) {
        try {
            JsonNode root = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            if (root != null
                    && root.path("id").isTextual()
                    && !root.path("id").asText().isBlank()) {
                return Optional.of(new FormModel(root.path("id").asText(), file, content, root));
            }
        } catch (JsonProcessingException e) {
            faults.add(
                    file,
                    "第 %s 行读不懂，不是表单文件。请用 Modeler 打开、另存后再部署。",
                    e.getLocation() == null ? "?" : e.getLocation().getLineNr());
            return Optional.empty();
        }
        faults.add(file, "表单没有编号（id）。请在 Modeler 里填写表单编号。");
        return Optional.empty();
    }

    boolean isSameAs(@Nullable FormModel other) {
        return other != null && Arrays.equals(content, other.content);
    }

    /** All components at any depth. */
    List<JsonNode> components() {
        List<JsonNode> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        node.path("components").forEach(child -> {
            found.add(child);
            collect(child, found);
        });
    }

    /** The components that submit something. */
    List<JsonNode> inputs() {
        return components().stream().filter(one -> one.hasNonNull("key")).toList();
    }
}
