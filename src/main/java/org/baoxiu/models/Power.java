package org.baoxiu.models;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.baoxiu.engine.Expressions;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A model says what is done in which order; it is no way to run a program of one's own on the server, not for administrators either.
 * Whatever the engine offers for that and the shipped models do not use is refused: what may be used is listed, not what may not.
 */
@Component
@Order(3)
class Power implements Check {

    private static final String NO_CODE = "%s用了“%s”，它能让服务器运行任意程序，或者引擎不能用它办理案件。请改用现有的步骤（委托表达式 ${…}）、表单和决策表。";

    /** Of the engine's own namespace; some stand without a prefix on its elements. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "delegateExpression",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "dueDate",
            "followUpDate",
            "exclusive",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "priority",
            "taskPriority",
            "versionTag",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");

    private static final Set<String> ELEMENTS = Set.of(
            "taskListener",
            "executionListener",
            "failedJobRetryTimeCycle",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "value",
            "map",
            "entry",
            "in",
            "out",
            "properties",
            "property");

    private static final Set<String> OF_ELEMENTS = Set.of(
            "event",
            "delegateExpression",
            "id",
            "name",
            "key",
            "value",
            "source",
            "target",
            "variables",
            "businessKey",
            "local");

    /** Whose language is not the engine's own is a script. */
    private static final Set<String> LANGUAGE =
            Set.of("language", "scriptFormat", "expressionLanguage", "typeLanguage");

    /** What the standard gives every diagram that says nothing. */
    private static final String STANDARD = "http://www.w3.org/";

    private static final Set<String> NOT_AT_ALL = Set.of("scriptTask", "script", "connector", "expression");

    private static final Pattern JAVA_OF_FEEL = Pattern.compile("\\bexternal\\b|\\bjava\\s*:|\\bfunction\\s*\\(");

    private final Shipped shipped;
    private final BeanFactory beans;

    Power(Shipped shipped, BeanFactory beans) {
        this.shipped = shipped;
        this.beans = beans;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        models.processes().values().forEach(process -> {
            if (isOfActiviti(process)) {
                faults.add(
                        process.file(),
                        "用了旧的 activiti 写法（%s）。请在 Modeler 里改成 camunda 的写法。",
                        BpmnModelConstants.ACTIVITI_NS);
                return;
            }
            Set<String> known = known(process);
            Xml.each(process.model(), element -> {
                structure(process.file(), element, faults);
                expressions(process.file(), element, known, faults);
            });
        });
        models.decisions()
                .values()
                .forEach(decision ->
                        Xml.each(decision.decision().getModelInstance(), element -> table(decision, element, faults)));
    }

    private static void structure(String file, Element element, Faults faults) {
        boolean ofEngine = isEngines(element.getNamespaceURI());
        String name = element.getLocalName();
        if (NOT_AT_ALL.contains(name) || ofEngine && !ELEMENTS.contains(name)) {
            faults.add(file, NO_CODE, Xml.place(element), name);
        }
        for (Map.Entry<QName, String> attribute : Xml.attributes(element).entrySet()) {
            String local = attribute.getKey().getLocalPart();
            boolean allowed = isEngines(attribute.getKey().getNamespaceURI())
                    ? ATTRIBUTES.contains(local)
                    : !ofEngine || OF_ELEMENTS.contains(local);
            if (!allowed || LANGUAGE.contains(local) && !attribute.getValue().startsWith(STANDARD)) {
                faults.add(file, NO_CODE, Xml.place(element), local);
            }
        }
    }

    private static boolean isEngines(String namespace) {
        return BpmnModelConstants.CAMUNDA_NS.equals(namespace);
    }

    /** The engine reads its predecessor's attributes as its own; no other check looks for them. */
    private static boolean isOfActiviti(ProcessModel process) {
        Set<String> namespaces = new TreeSet<>();
        Xml.each(process.model(), element -> {
            namespaces.add(String.valueOf(element.getNamespaceURI()));
            Xml.attributes(element).keySet().forEach(name -> namespaces.add(name.getNamespaceURI()));
        });
        return namespaces.contains(BpmnModelConstants.ACTIVITI_NS);
    }

    /** What a form of this process brings in may be read, besides what the shipped models read. */
    private Set<String> known(ProcessModel process) {
        Set<String> known = new TreeSet<>(shipped.reach().names());
        Xml.each(process.model(), element -> {
            if (element.getLocalName().endsWith("putParameter")) {
                known.add(element.getAttribute("name"));
            }
            if (!Xml.attribute(element, "initiator").isEmpty()) {
                known.add(Xml.attribute(element, "initiator"));
            }
        });
        process.forms().values().forEach(form -> form.inputs()
                .forEach(input -> known.add(input.path("key").asText())));
        known.removeIf(name -> beans.containsBean(name) || name.equals("execution"));
        return known;
    }

    private void expressions(String file, Element element, Set<String> known, Faults faults) {
        Xml.texts(element).forEach((attribute, text) -> {
            if (Expressions.isOne(text)) {
                try {
                    reach(file, element, attribute, text, Expressions.of(text), known, faults);
                } catch (IllegalArgumentException e) {
                    faults.add(file, "%s的表达式“%s”写法有错：%s。请检查括号和引号。", Xml.place(element), text, Sentences.reason(e));
                }
            }
        });
    }

    private void reach(
            String file,
            Element element,
            String attribute,
            String text,
            Expressions.Reach reach,
            Set<String> known,
            Faults faults) {
        Set<String> calls = new TreeSet<>(reach.beyond());
        reach.calls().stream()
                .filter(call -> !shipped.reach().calls().contains(call))
                .map(call -> call.replaceFirst("/\\d+$", "(…)"))
                .forEach(calls::add);
        reach.properties().stream()
                .filter(property -> !shipped.reach().properties().contains(property))
                .forEach(calls::add);
        if (!calls.isEmpty()) {
            faults.add(
                    file,
                    "%s的表达式“%s”调用了“%s”，这是不允许的。表达式只能读取案件的内容，或者调用现有流程里已经用到的方法。",
                    Xml.place(element),
                    text,
                    String.join("、", calls));
        }
        if (attribute.equals("delegateExpression")) {
            return;
        }
        reach.names().stream()
                .filter(name -> !known.contains(name)
                        && !(name.equals("execution") && !reach.calls().isEmpty()))
                .forEach(name -> faults.add(
                        file,
                        "%s的表达式“%s”读取了“%s”，案件里没有这一项。%s",
                        Xml.place(element),
                        text,
                        name,
                        ReferencesExist.near(known, name)));
    }

    private static void table(TableModel decision, Element element, Faults faults) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase().contains("feel")) {
            faults.add(decision.file(), "%s的语言是“%s”。决策表只能用 FEEL，请改回来。", Xml.place(element), language);
        }
        if (element.getLocalName().equals("text")
                && JAVA_OF_FEEL
                        .matcher(Xml.own(element).replaceAll("\"[^\"]*\"", ""))
                        .find()) {
            faults.add(decision.file(), NO_CODE, Xml.place(element), Xml.own(element));
        }
    }
}
