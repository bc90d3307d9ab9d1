package org.baoxiu.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * The program does its part at certain steps of the processes, answers certain messages and watches certain times. All of these have
 * to stay, under their ids, where they are; steps may be added between them.
 */
@Component
@Order(5)
class ShippedParts implements Check {

    private static final Set<String> RELIED_ON = Set.of(
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "startEvent",
            "endEvent");

    private static final List<String> SAME = List.of(
            "delegateExpression", "decisionRef", "calledElement", "attachedToRef", "triggeredByEvent", "initiator");

    private static final Map<String, String> WORDS = Map.of(
            "delegateExpression", "委托表达式",
            "decisionRef", "决策表",
            "calledElement", "调用的流程",
            "attachedToRef", "所附着的步骤",
            "triggeredByEvent", "事件子流程",
            "initiator", "发起人");

    private final Shipped shipped;

    ShippedParts(Shipped shipped) {
        this.shipped = shipped;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        shipped.models().processes().forEach((key, contract) -> {
            ProcessModel process = models.processes().get(key);
            if (process != null) {
                compare(byId(contract.model()), process, byId(process.model()), models, faults);
            }
        });
    }

    private static Map<String, Element> byId(BpmnModelInstance model) {
        Map<String, Element> found = new TreeMap<>();
        Xml.each(model, element -> {
            if (BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())
                    && !element.getAttribute("id").isEmpty()) {
                found.put(element.getAttribute("id"), element);
            }
        });
        return found;
    }

    private static void compare(
            Map<String, Element> contract,
            ProcessModel process,
            Map<String, Element> present,
            ModelSet models,
            Faults faults) {
        contract.forEach((id, wanted) -> {
            if (RELIED_ON.contains(wanted.getLocalName()) && isReliedOn(wanted)) {
                Element found = present.get(id);
                if (found == null) {
                    faults.add(
                            process.file(),
                            "缺少%s：程序要在这里办事。请恢复它；改了编号的，改回“%s”。%s",
                            Xml.place(wanted),
                            id,
                            renamed(wanted, contract, present));
                } else {
                    part(process, wanted, contract, found, present, models, faults);
                }
            }
        });
    }

    /** A plain end may go or come; the end of everything that has to happen is checked by the arrows. */
    private static boolean isReliedOn(Element element) {
        return !element.getLocalName().equals("endEvent") || definition(element) != null;
    }

    private static String renamed(Element wanted, Map<String, Element> contract, Map<String, Element> present) {
        return present.values().stream()
                .filter(one -> one.getLocalName().equals(wanted.getLocalName())
                        && !contract.containsKey(one.getAttribute("id"))
                        && !one.getAttribute("name").isEmpty()
                        && one.getAttribute("name").equals(wanted.getAttribute("name")))
                .map(one -> "现在叫“" + one.getAttribute("id") + "”。")
                .findFirst()
                .orElse("");
    }

    private static void part(
            ProcessModel process,
            Element wanted,
            Map<String, Element> contract,
            Element found,
            Map<String, Element> present,
            ModelSet models,
            Faults faults) {
        String place = Xml.place(found);
        if (!found.getLocalName().equals(wanted.getLocalName())) {
            faults.add(process.file(), "%s换成了别的种类（原来是 %s）。请改回来。", place, wanted.getLocalName());
            return;
        }
        if (!parent(found).equals(parent(wanted))) {
            faults.add(process.file(), "%s被移到了“%s”里，应在“%s”里。请移回去。", place, parent(found), parent(wanted));
        }
        for (String attribute : SAME) {
            String was = Xml.attribute(wanted, attribute);
            String is = Xml.attribute(found, attribute);
            if (!was.equals(is) && !isMissed(attribute, is, models)) {
                faults.add(
                        process.file(),
                        "%s的%s应是“%s”，现在是“%s”。请改回来。",
                        place,
                        WORDS.getOrDefault(attribute, attribute),
                        was,
                        is);
            }
        }
        if (yes(wanted, "asyncBefore") && !yes(found, "asyncBefore")) {
            faults.add(process.file(), "%s要勾选 Asynchronous before，否则上一步会等它。", place);
        }
        if (Xml.attribute(wanted, "cancelActivity").equals("false")
                != Xml.attribute(found, "cancelActivity").equals("false")) {
            faults.add(process.file(), "%s的“中断”（interrupting）改了：到时限不能中断正在办的步骤，或者业主答复后任务不能留着。请改回来。", place);
        }
        if (!loops(found).equals(loops(wanted))) {
            faults.add(process.file(), "%s不能改成多实例或循环：程序每次只办一件。请去掉。", place);
        }
        below(process, wanted, found, faults);
        definition(process, wanted, contract, found, present, faults);
    }

    /** {@link ReferencesExist} says so. */
    private static boolean isMissed(String attribute, String reference, ModelSet models) {
        return !reference.isEmpty()
                && (attribute.equals("decisionRef") && !models.decisions().containsKey(reference)
                        || attribute.equals("calledElement")
                                && !models.processes().containsKey(reference));
    }

    private static boolean yes(Element element, String attribute) {
        return Xml.attribute(element, attribute).equals("true");
    }

    private static String parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent.getAttribute("id") : "";
    }

    private static Set<String> loops(Element element) {
        return Xml.children(element).stream()
                .map(Element::getLocalName)
                .filter(name -> name.endsWith("LoopCharacteristics"))
                .collect(Collectors.toSet());
    }

    /** Listeners, mappings and retries; more of them may be there. */
    private static void below(ProcessModel process, Element wanted, Element found, Faults faults) {
        Set<String> there = new HashSet<>(extensions(found));
        extensions(wanted).stream()
                .filter(one -> !one.startsWith("failedJobRetryTimeCycle") && !there.contains(one))
                .forEach(one -> faults.add(process.file(), "%s缺少“%s”：没有它，这一步办了不会记录。请加回来。", Xml.place(found), one));
    }

    private static List<String> extensions(Element element) {
        List<String> found = new ArrayList<>();
        for (Element child : Xml.children(element)) {
            if (child.getLocalName().equals("extensionElements")) {
                Xml.each(child, one -> {
                    if (BpmnModelConstants.CAMUNDA_NS.equals(one.getNamespaceURI())) {
                        found.add(one.getLocalName() + " "
                                + new TreeMap<>(Xml.texts(one))
                                        .values().stream()
                                                .filter(text -> !text.isBlank())
                                                .collect(Collectors.joining(" ")));
                    }
                });
            }
        }
        return found;
    }

    private static @Nullable Element definition(Element event) {
        return Xml.children(event).stream()
                .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                .findFirst()
                .orElse(null);
    }

    private static void definition(
            ProcessModel process,
            Element wanted,
            Map<String, Element> contract,
            Element found,
            Map<String, Element> present,
            Faults faults) {
        Element was = definition(wanted);
        Element is = definition(found);
        if (was == null && is == null) {
            return;
        }
        if (was == null || is == null || !was.getLocalName().equals(is.getLocalName())) {
            faults.add(process.file(), "%s换成了别的事件。请改回来。", Xml.place(found));
            return;
        }
        for (String reference : List.of("messageRef", "escalationRef", "signalRef", "errorRef")) {
            String before = named(contract, was.getAttribute(reference));
            String now = named(present, is.getAttribute(reference));
            if (!before.equals(now)) {
                faults.add(process.file(), "%s等的是“%s”，现在写成了“%s”，程序发来的就收不到了。请改回来。", Xml.place(found), before, now);
            }
        }
        if (was.getLocalName().equals("conditionalEventDefinition")
                && !texts(was).equals(texts(is))) {
            faults.add(process.file(), "%s等的条件应是“%s”，现在是“%s”。请改回来。", Xml.place(found), texts(was), texts(is));
        }
        if (was.getLocalName().equals("timerEventDefinition")
                && !Xml.children(was).isEmpty()
                && !Timers.isComputable(is, Set.copyOf(texts(was)))) {
            faults.add(
                    process.file(),
                    "%s的时间“%s”算不出来。请改回“%s”，或者写 PT15M（15 分钟）、P2D（2 天）这样的时间。",
                    Xml.place(found),
                    String.join("", texts(is)),
                    String.join("", texts(was)));
        }
    }

    private static String named(Map<String, Element> all, String id) {
        Element element = all.get(id);
        if (element == null) {
            return "";
        }
        String code = element.getAttribute("escalationCode") + element.getAttribute("errorCode");
        return code.isEmpty() ? element.getAttribute("name") : code;
    }

    static Collection<String> texts(Element element) {
        List<String> texts = new ArrayList<>();
        Xml.children(element).forEach(child -> texts.add(Xml.own(child)));
        return texts;
    }
}
