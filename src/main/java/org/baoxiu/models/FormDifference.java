package org.baoxiu.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two versions of a form: fields and texts, and what of them. */
final class FormDifference {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("key", "键"),
            Map.entry("type", "种类"),
            Map.entry("label", "标签"),
            Map.entry("text", "文字"),
            Map.entry("description", "说明"),
            Map.entry("values", "选项"),
            Map.entry("valuesKey", "选项来自"),
            Map.entry("defaultValue", "默认值"),
            Map.entry("disabled", "停用"),
            Map.entry("readonly", "只读"),
            Map.entry("conditional", "隐藏条件"),
            Map.entry("validate", "检查"),
            Map.entry("appearance", "外观"),
            Map.entry("path", "路径"));

    /** Where it stands in a row, and what says nothing to a person. */
    private static final Set<String> PASSED_OVER = Set.of("id", "layout", "components");

    private final List<Difference> found = new ArrayList<>();

    private FormDifference() {}

    static List<Difference> between(FormModel was, FormModel is) {
        FormDifference difference = new FormDifference();
        difference.compare(was, is);
        return difference.found;
    }

    private void compare(FormModel was, FormModel is) {
        new Parts<>(parts(was), parts(is)).tell(new Parts.Told<>() {
            @Override
            public void added(JsonNode part) {
                found.add(Difference.added(place(part), words(part)));
            }

            @Override
            public void removed(JsonNode part) {
                found.add(Difference.removed(place(part), words(part)));
            }

            @Override
            public void moved(JsonNode former, JsonNode part) {
                found.add(Difference.moved(place(part), "原来的位置", "换了位置"));
            }

            @Override
            public void kept(JsonNode former, JsonNode part) {
                properties(former, part);
            }
        });
    }

    private static Map<String, JsonNode> parts(FormModel form) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        for (JsonNode part : form.components()) {
            parts.put(part.path("key").asText("") + "/" + part.path("id").asText(""), part);
        }
        return parts;
    }

    private static String place(JsonNode part) {
        String label = part.path("label").asText("");
        String text = part.path("text").asText("").replaceAll("\\s+", " ").strip();
        String name = label.isEmpty() ? text.length() > 20 ? text.substring(0, 20) + "…" : text : label;
        String key = part.path("key").asText(part.path("id").asText(""));
        return (part.hasNonNull("key") ? "字段" : "文字") + (name.isEmpty() ? key : "“" + name + "”（" + key + "）");
    }

    private static String words(JsonNode part) {
        List<String> words = new ArrayList<>();
        names(part, part)
                .forEach(name -> words.add(WORDS.getOrDefault(name, name) + " "
                        + plain(part.path(name)).replaceAll("\\s+", " ")));
        return String.join("，", words);
    }

    private void properties(JsonNode was, JsonNode is) {
        names(was, is).stream()
                .filter(name -> !was.path(name).equals(is.path(name)))
                .forEach(name -> found.add(Difference.changed(
                        place(is) + "的" + WORDS.getOrDefault(name, name),
                        plain(was.path(name)),
                        plain(is.path(name)))));
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        names.removeAll(PASSED_OVER);
        return names;
    }

    private static String plain(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "（没有）";
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "是" : "否";
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(one -> all.add(
                    one.hasNonNull("label")
                            ? one.path("label").asText() + "（"
                                    + one.path("value").asText() + "）"
                            : plain(one)));
            return String.join("、", all);
        }
        if (value.isObject()) {
            List<String> all = new ArrayList<>();
            value.fields()
                    .forEachRemaining(one -> all.add(
                            (one.getKey().equals("required") ? "必填" : one.getKey()) + " " + plain(one.getValue())));
            return String.join("，", all);
        }
        return value.asText();
    }
}
