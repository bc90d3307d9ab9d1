package org.baoxiu.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.engine.FormExpressions;
import org.baoxiu.engine.FreeInput;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a form works out while it is filled in: a slip of the pen there hides a field for ever, or shows nothing, without a word. */
@Component
@Order(9)
class FormTexts implements Check {

    private static final Pattern IN_TEXT = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    /** Read from what surrounds it: no property behind a dot, no function, no key of an own list. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?!\\w|\\s*[(:])");
    /** Words of FEEL, also those of functions whose names are several words. */
    private static final Set<String> WORDS = new TreeSet<>(Arrays.asList(
            "if then else null and or not true false in some every satisfies for return between instance of string number boolean list date time duration years months days lower upper case starts ends with contains before after length is defined all any index union distinct values get value entries day week year month"
                    .split(" ")));

    private static final Map<String, String> PLACES =
            Map.of("hide", "隐藏条件（Hide if）", "text", "文字", "label", "名称", "description", "说明", "valuesExpression", "选项");

    private final Shipped shipped;
    private final FormExpressions expressions;

    FormTexts(Shipped shipped, FormExpressions expressions) {
        this.shipped = shipped;
        this.expressions = expressions;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        Set<String> known = new TreeSet<>(shipped.reach().names());
        shipped.models().processes().values().forEach(process -> process.forms()
                .values()
                .forEach(form -> form.components().forEach(one -> of(one).values()
                        .forEach(all -> all.forEach(text -> known.addAll(names(text)))))));
        models.processes().values().forEach(process -> {
            Set<String> free = new TreeSet<>();
            process.forms().values().forEach(form -> FreeInput.in(form.root()).forEach(field -> free.add(field.key())));
            process.forms().values().forEach(form -> {
                Set<String> there = new TreeSet<>(known);
                there.addAll(free);
                form.inputs().forEach(input -> there.add(input.path("key").asText()));
                form.components().forEach(one -> check(form, one, there, faults));
            });
        });
    }

    private void check(FormModel form, JsonNode component, Set<String> known, Faults faults) {
        String label = component.path("label").asText();
        String place =
                label.isEmpty() || label.startsWith("=") ? component.path("id").asText() : label;
        of(component)
                .forEach((property, found) -> found.forEach(expression -> {
                    String where = "“" + place + "”的" + PLACES.getOrDefault(property, " " + property + " ");
                    try {
                        expressions.read(expression);
                    } catch (IllegalArgumentException e) {
                        faults.add(
                                form.file(), "%s里的 %s 写法有错，表单会显示不出来。请改正。（%s）", where, expression, Sentences.reason(e));
                        return;
                    }
                    names(expression).stream()
                            .filter(name -> !known.contains(name) && !WORDS.contains(name))
                            .forEach(name -> faults.add(
                                    form.file(),
                                    "%s里的 %s 读取“%s”，程序不提供这一项。%s",
                                    where,
                                    expression,
                                    name,
                                    ReferencesExist.near(known, name)));
                }));
    }

    /** The expressions of a component by the properties that they stand in, without those of components inside of it. */
    private static Map<String, List<String>> of(JsonNode component) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        component.fields().forEachRemaining(property -> {
            if (!property.getKey().equals("components")) {
                collect(property.getKey(), property.getValue(), found);
            }
        });
        return found;
    }

    private static void collect(String name, JsonNode value, Map<String, List<String>> found) {
        if (value.isTextual()) {
            List<String> all = in(value.asText());
            if (!all.isEmpty()) {
                found.put(name, all);
            }
        } else {
            value.fields().forEachRemaining(below -> collect(below.getKey(), below.getValue(), found));
        }
    }

    private static List<String> in(String text) {
        return text.startsWith("=")
                ? List.of(text.substring(1).strip())
                : IN_TEXT.matcher(text)
                        .results()
                        .map(part -> part.group(1).strip())
                        .filter(part -> !part.startsWith("/"))
                        .map(part -> part.replaceFirst("^#\\w+\\s+", ""))
                        .toList();
    }

    private static Set<String> names(String expression) {
        Set<String> names = new TreeSet<>();
        for (Matcher name = NAME.matcher(TEXT.matcher(expression).replaceAll("\"\"")); name.find(); ) {
            names.add(name.group());
        }
        return names;
    }
}
