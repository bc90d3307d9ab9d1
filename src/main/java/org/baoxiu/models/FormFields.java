package org.baoxiu.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.baoxiu.engine.FreeFieldPlaces;
import org.baoxiu.engine.FreeFieldPlaces.Form;
import org.baoxiu.engine.FreeInput;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Forms that Tasklist can show, whose fields the program knows: what it does not know it refuses, and then nobody can submit the form. */
@Component
@Order(9)
class FormFields implements Check {

    private static final int NEWEST = 16;
    /** What Tasklist shows and keeps. */
    private static final Set<String> USABLE = Set.of(
            "checkbox",
            "checklist",
            "columns",
            "datetime",
            "group",
            "iframe",
            "number",
            "radio",
            "select",
            "separator",
            "spacer",
            "table",
            "taglist",
            "text",
            "textarea",
            "textfield");

    private static final Pattern OUTSIDE =
            Pattern.compile("^\\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)", Pattern.CASE_INSENSITIVE);

    /** Each company has its own. */
    private static final String OFFICE = "office";

    private final Shipped shipped;
    private final FreeFieldPlaces places;

    FormFields(Shipped shipped, FreeFieldPlaces places) {
        this.shipped = shipped;
        this.places = places;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes().values().forEach(process -> {
            process.forms().values().forEach(form -> shown(form, faults));
            ProcessModel contract = shipped.models().processes().get(process.key());
            if (contract != null) {
                Map<String, Element> was = asking(contract);
                asking(process).forEach((id, element) -> {
                    FormModel present = process.forms().get(form(element));
                    Element former = was.get(id);
                    FormModel wanted = former == null ? null : contract.forms().get(form(former));
                    if (present != null && wanted != null) {
                        fields(present, wanted, faults);
                        places(
                                process,
                                present,
                                element.getLocalName().equals("startEvent") ? Form.START : Form.TASK,
                                faults);
                    } else if (present != null) {
                        nothingKept(process, id, present, faults);
                        places(process, present, Form.ADDED_TASK, faults);
                    }
                });
            }
        });
    }

    private static Map<String, Element> asking(ProcessModel process) {
        Map<String, Element> byId = new TreeMap<>();
        Xml.each(process.model(), (Element element) -> {
            if (!form(element).isEmpty()) {
                byId.put(element.getAttribute("id"), element);
            }
        });
        return byId;
    }

    private static String form(Element element) {
        return Xml.attribute(element, "formRef");
    }

    private void places(ProcessModel process, FormModel form, Form kind, Faults faults) {
        if (!places.keeps(process.key(), kind)) {
            FreeInput.in(form.root())
                    .forEach(field -> faults.add(
                            form.file(),
                            "“%s”（%s）没有地方记录：这张表单填的时候还不知道是哪张维修单，或者和维修单无关。请去掉，改加在维修单步骤的表单上。",
                            field.label(),
                            field.key()));
        }
    }

    private static void shown(FormModel form, Faults faults) {
        if (form.root().path("schemaVersion").asInt() > NEWEST) {
            faults.add(
                    form.file(),
                    "表单是用更新的编辑器做的（schemaVersion %s），任务列表只认到 %s。请在 Modeler 里把平台版本选成 Camunda 7.24，或者把 schemaVersion 改成 %s。",
                    form.root().path("schemaVersion").asText(),
                    NEWEST,
                    NEWEST);
        }
        for (JsonNode one : form.components()) {
            String type = one.path("type").asText();
            String place = one.path("label").asText(one.path("id").asText());
            if (!USABLE.contains(type)) {
                faults.add(form.file(), "“%s”用了组件 %s，任务列表里不能用。请换成文字、选择或勾选。", place, type);
            }
            for (String address : Set.of("url", "source")) {
                if (OUTSIDE.matcher(one.path(address).asText()).find()) {
                    faults.add(
                            form.file(),
                            "“%s”引用了外面的网址“%s”，这是不允许的。请去掉。",
                            place,
                            one.path(address).asText());
                }
            }
        }
    }

    /** A step that the program does not know has nobody who writes down more than its free fields. */
    private static void nothingKept(ProcessModel process, String step, FormModel form, Faults faults) {
        form.inputs().stream()
                .filter(field -> !field.path("disabled").asBoolean())
                .filter(field -> !FreeInput.isFree(field.path("key").asText()))
                .forEach(field -> faults.add(
                        process.file(),
                        "新加的步骤 %s 用的表单“%s”里有要填的“%s”，键是“%s”：程序不认识它，填了也不会保存。要记录的内容，键以 extra_ 开头，例如 extra_result。",
                        step,
                        form.id(),
                        label(field),
                        field.path("key").asText()));
    }

    private static void fields(FormModel present, FormModel wanted, Faults faults) {
        Map<String, JsonNode> is = byKey(present);
        if (present.inputs().size() > is.size()) {
            faults.add(present.file(), "有两个组件的编号（Key）相同。请删去一个。");
        }
        Map<String, JsonNode> was = byKey(wanted);
        hidden(present, is, wanted, was, faults);
        was.forEach((key, field) -> {
            if (!is.containsKey(key)) {
                faults.add(present.file(), "缺少“%s”（%s），程序要用到它。请加回来；改了编号的，改回“%s”。", label(field), key, key);
            } else if (!is.get(key)
                    .path("type")
                    .asText()
                    .equals(field.path("type").asText())) {
                faults.add(
                        present.file(),
                        "“%s”（%s）的组件应是 %s，现在是 %s。请改回来。",
                        label(field),
                        key,
                        field.path("type").asText(),
                        is.get(key).path("type").asText());
            } else {
                options(present, key, field, is.get(key), faults);
                fillable(present, key, field, is.get(key), faults);
            }
        });
        is.forEach((key, field) -> {
            if (!was.containsKey(key) && !FreeInput.isFree(key)) {
                faults.add(
                        present.file(),
                        "“%s”（%s）程序不认识，提交时会被退回，这张表单就谁也提交不了。自己增加的字段，键以 extra_ 开头，例如 extra_pet；改了编号的，改回原来的编号。",
                        label(field),
                        key);
            }
        });
    }

    /** What somebody does not see is not submitted, and the step refuses what lacks something that it needs. */
    private static void hidden(
            FormModel present, Map<String, JsonNode> is, FormModel wanted, Map<String, JsonNode> was, Faults faults) {
        Map<String, Set<String>> former = hides(wanted);
        hides(present).forEach((key, conditions) -> {
            JsonNode needed = was.get(key);
            Set<String> others = new TreeSet<>(conditions);
            others.removeAll(former.getOrDefault(key, Set.of()));
            if (needed != null && is.containsKey(key) && isRequired(needed) && !others.isEmpty()) {
                faults.add(
                        present.file(),
                        "“%s”（%s）的隐藏条件里有“%s”，原来没有：程序要它的时候它可能正藏着，这张表单就谁也提交不了。请改回原来的隐藏条件，或者去掉。",
                        label(needed),
                        key,
                        String.join("”“", others));
            }
        });
    }

    /** By the keys of the fields, all conditions that hide them or what they are in. */
    private static Map<String, Set<String>> hides(FormModel form) {
        Map<String, Set<String>> hides = new TreeMap<>();
        hides(form.root(), Set.of(), hides);
        return hides;
    }

    private static void hides(JsonNode component, Set<String> around, Map<String, Set<String>> hides) {
        Set<String> all = new TreeSet<>(around);
        String hide = component.path("conditional").path("hide").asText();
        if (!hide.isBlank()) {
            all.add(hide.replaceAll("\\s+", " ").strip());
        }
        if (component.hasNonNull("key")) {
            hides.put(component.path("key").asText(), all);
        }
        component.path("components").forEach(child -> hides(child, all, hides));
    }

    /** A disabled field is not submitted; one that is only to be read is, but whether it is empty is asked all the same. */
    private static void fillable(FormModel form, String key, JsonNode wanted, JsonNode present, Faults faults) {
        if (isDisabled(present) && !isDisabled(wanted)) {
            faults.add(form.file(), "“%s”（%s）设成了停用（Disabled），里面的内容不会提交，而程序要用到它。请取消停用。", label(wanted), key);
        }
        if (isRequired(present)
                && present.path("readonly").asBoolean()
                && !wanted.path("readonly").asBoolean()) {
            faults.add(form.file(), "“%s”（%s）是必填的，又设成了只读（Read only），空着时谁也提交不了。请取消只读。", label(wanted), key);
        }
    }

    /** Tasklist takes any text for yes. */
    private static boolean isDisabled(JsonNode field) {
        JsonNode disabled = field.path("disabled");
        return disabled.isTextual() ? !disabled.asText().isEmpty() : disabled.asBoolean();
    }

    private static boolean isRequired(JsonNode field) {
        return field.path("validate").path("required").asBoolean();
    }

    private static void options(FormModel form, String key, JsonNode wanted, JsonNode present, Faults faults) {
        if (wanted.has("values") && !key.equals(OFFICE)) {
            known(form, key, wanted, present, faults);
        }
        if (!present.path("valuesKey").asText().equals(wanted.path("valuesKey").asText())) {
            faults.add(
                    form.file(),
                    "“%s”（%s）的选项由程序提供，来源应是“%s”。请改回来。",
                    label(wanted),
                    key,
                    wanted.path("valuesKey").asText());
        }
    }

    private static void known(FormModel form, String key, JsonNode wanted, JsonNode present, Faults faults) {
        present.path("values").forEach(option -> {
            boolean known = false;
            for (JsonNode one : wanted.path("values")) {
                known |= one.path("value").equals(option.path("value"));
            }
            if (!known) {
                faults.add(
                        form.file(),
                        "“%s”（%s）的选项“%s”（%s）程序不认识，选了就提交不了。请去掉。",
                        label(wanted),
                        key,
                        option.path("label").asText(),
                        option.path("value").asText());
            }
        });
    }

    private static Map<String, JsonNode> byKey(FormModel form) {
        Map<String, JsonNode> fields = new TreeMap<>();
        form.inputs().forEach(input -> fields.put(input.path("key").asText(), input));
        return fields;
    }

    private static String label(JsonNode field) {
        return field.path("label").asText(field.path("key").asText());
    }
}
