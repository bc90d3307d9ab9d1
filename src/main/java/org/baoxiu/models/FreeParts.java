package org.baoxiu.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.engine.FreeFieldPlaces;
import org.baoxiu.engine.FreeInput;
import org.baoxiu.words.Literals;
import org.baoxiu.words.TableWords;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fields and steps that the program does not know are kept as they are, if they can be. */
@Component
@Order(10)
class FreeParts implements Check {

    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 60;

    /** By component, what the column of a table that reads it has to be. */
    static final Map<String, Set<String>> COLUMNS = Map.of(
            "checkbox", Set.of("boolean"),
            "number", Set.of("integer", "long", "double", "number"),
            "textfield", Set.of("string"),
            "textarea", Set.of("string"),
            "select", Set.of("string"),
            "radio", Set.of("string"));

    private static final String LIMITS = "serviceCommitments";
    private static final String COMMITMENT = "commitment";

    private final Shipped shipped;
    private final FreeFieldPlaces places;

    FreeParts(Shipped shipped, FreeFieldPlaces places) {
        this.shipped = shipped;
        this.places = places;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes().values().forEach(process -> {
            Map<String, String> types = new HashMap<>();
            process.forms().values().forEach(form -> form(form, types, faults));
        });
        promises(models, faults);
    }

    private static void form(FormModel form, Map<String, String> types, Faults faults) {
        Set<String> keys = new HashSet<>();
        for (JsonNode field : form.inputs()) {
            String key = field.path("key").asText();
            if (FreeInput.isFree(key)) {
                if (!keys.add(key)) {
                    faults.add(form.file(), "有两个字段的键都是“%s”。请改一个。", key);
                }
                String type = field.path("type").asText();
                if (!types.computeIfAbsent(key, first -> type).equals(type)) {
                    faults.add(
                            form.file(),
                            "“%s”（%s）的组件是 %s，别的表单里同一个键是 %s。请用一样的组件，或者换一个键。",
                            field.path("label").asText(),
                            key,
                            type,
                            types.get(key));
                }
                field(form, field, key, type, faults);
            }
        }
        if (keys.size() > MOST) {
            faults.add(form.file(), "一张表单最多加 %s 个 extra_ 字段，现在有 %s 个。请去掉几个。", MOST, keys.size());
        }
    }

    private static void field(FormModel form, JsonNode field, String key, String type, Faults faults) {
        String label = field.path("label").asText().strip();
        if (!FreeInput.KEY.matcher(key).matches()) {
            faults.add(form.file(), "字段的键“%s”写法不对：extra_ 后面用英文字母开头，只用英文字母、数字和下划线，最多 40 个，例如 extra_pet。", key);
        }
        if (label.isEmpty() || label.length() > LONGEST_LABEL || label.startsWith("=") || label.contains("{{")) {
            faults.add(
                    form.file(),
                    "字段 %s 的名称（Field label）是“%s”。要写 1 到 %s 个字，不能用表达式：它随内容记在维修单里。",
                    key,
                    label,
                    LONGEST_LABEL);
        }
        if (!COLUMNS.containsKey(type)) {
            faults.add(form.file(), "“%s”（%s）的组件是 %s，内容没有办法记录。请换成文本、多行文本、数字、勾选、单选或下拉选择。", label, key, type);
        }
        if (Set.of("select", "radio").contains(type)) {
            options(form, field, label, key, faults);
        }
        if (field.path("disabled").asBoolean()) {
            faults.add(form.file(), "“%s”（%s）设成了停用（Disabled），填不了。请取消停用，或者去掉它。", label, key);
        }
        if (field.path("readonly").asBoolean()
                && field.path("validate").path("required").asBoolean()) {
            faults.add(form.file(), "“%s”（%s）是必填的，又设成了只读（Read only），空着时谁也提交不了。请取消一样。", label, key);
        }
    }

    private static void options(FormModel form, JsonNode field, String label, String key, Faults faults) {
        Set<String> values = new HashSet<>();
        boolean named = true;
        for (JsonNode option : field.path("values")) {
            named &= !option.path("label").asText().isBlank()
                    && !option.path("value").asText().isBlank()
                    && values.add(option.path("value").asText());
        }
        if (values.isEmpty() || !named || field.hasNonNull("valuesKey") || field.hasNonNull("valuesExpression")) {
            faults.add(form.file(), "“%s”（%s）的选项要直接写在表单里（Static），每个都有名称和不同的值。请改正。", label, key);
        }
    }

    /** A promise is of the program, or of a step that somebody has added. */
    private void promises(ModelSet models, Faults faults) {
        TableModel limits = models.decisions().get(LIMITS);
        TableModel contract = shipped.models().decisions().get(LIMITS);
        if (limits == null || contract == null) {
            return;
        }
        Set<String> known = new TreeSet<>(named(contract).keySet());
        Set<String> steps = addedSteps(models);
        named(limits).forEach((name, row) -> {
            if (!known.contains(name) && !steps.contains(name)) {
                faults.add(
                        limits.file(),
                        "“%s”%s的承诺是 \"%s\"：没有这项承诺，流程图里也没有增加编号（ID）是它的人工步骤。请改正或删去这一行；步骤是新加的，和流程图一起上线。%s",
                        limits.name(),
                        row.place(),
                        name,
                        ReferencesExist.near(
                                known.stream()
                                        .map(one -> TableWords.conditionSaid(LIMITS, COMMITMENT, one))
                                        .toList(),
                                name));
            }
        });
    }

    private static Map<String, TableModel.Row> named(TableModel table) {
        Map<String, TableModel.Row> named = new HashMap<>();
        for (int column = 0; column < table.inputs().size(); column++) {
            if (table.inputs().get(column).expression().equals(COMMITMENT)) {
                for (TableModel.Row row : table.rows()) {
                    if (column < row.inputs().size()) {
                        Literals.in(row.inputs().get(column)).forEach(name -> named.putIfAbsent(name, row));
                    }
                }
            }
        }
        return named;
    }

    private Set<String> addedSteps(ModelSet models) {
        Set<String> added = new HashSet<>();
        models.processes().values().stream()
                .filter(process -> places.keeps(process.key(), FreeFieldPlaces.Form.ADDED_TASK))
                .forEach(process -> Xml.each(process.model(), element -> {
                    if (element.getLocalName().equals("userTask")) {
                        added.add(element.getAttribute("id"));
                    }
                }));
        shipped.models()
                .processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> added.remove(element.getAttribute("id"))));
        return added;
    }

    /** The components of the free fields that the decisions of a diagram can read, by their keys. */
    static Map<String, String> readable(ModelSet models, String decision) {
        Map<String, String> readable = new HashMap<>();
        models.processes().values().forEach(process -> {
            boolean[] asks = {false};
            Xml.each(
                    process.model(),
                    element -> asks[0] |= Xml.attribute(element, "decisionRef").equals(decision));
            if (asks[0]) {
                process.forms().values().forEach(form -> FreeInput.in(form.root())
                        .forEach(input -> readable.put(input.key(), input.type())));
            }
        });
        return readable;
    }
}
