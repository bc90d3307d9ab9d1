package org.baoxiu.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What differs between two versions of a diagram: steps, events, arrows and what they say; where they are drawn is nothing. */
final class ProcessDifference {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("process", "流程"),
            Map.entry("userTask", "人工步骤"),
            Map.entry("serviceTask", "程序步骤"),
            Map.entry("businessRuleTask", "规则步骤"),
            Map.entry("callActivity", "调用的流程"),
            Map.entry("subProcess", "子流程"),
            Map.entry("startEvent", "开始"),
            Map.entry("endEvent", "结束"),
            Map.entry("boundaryEvent", "边界事件"),
            Map.entry("intermediateCatchEvent", "等待的事件"),
            Map.entry("intermediateThrowEvent", "发出的事件"),
            Map.entry("exclusiveGateway", "排他网关"),
            Map.entry("parallelGateway", "并行网关"),
            Map.entry("inclusiveGateway", "包容网关"),
            Map.entry("eventBasedGateway", "事件网关"),
            Map.entry("sequenceFlow", "连线"),
            Map.entry("message", "消息"),
            Map.entry("escalation", "升级"),
            Map.entry("error", "错误"),
            Map.entry("signal", "信号"),
            Map.entry("textAnnotation", "批注"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("name", "名称"),
            Map.entry("sourceRef", "从"),
            Map.entry("targetRef", "到"),
            Map.entry("default", "默认连线"),
            Map.entry("conditionExpression", "条件"),
            Map.entry("documentation", "说明"),
            Map.entry("formRef", "表单"),
            Map.entry("candidateGroups", "候选小组"),
            Map.entry("candidateUsers", "候选人"),
            Map.entry("candidateStarterGroups", "可以发起的小组"),
            Map.entry("assignee", "办理人"),
            Map.entry("dueDate", "期限"),
            Map.entry("followUpDate", "跟进时间"),
            Map.entry("delegateExpression", "委托表达式"),
            Map.entry("decisionRef", "决策表"),
            Map.entry("calledElement", "调用的流程"),
            Map.entry("attachedToRef", "附着的步骤"),
            Map.entry("cancelActivity", "中断"),
            Map.entry("taskListener", "任务监听器"),
            Map.entry("executionListener", "执行监听器"),
            Map.entry("inputParameter", "输入"),
            Map.entry("outputParameter", "输出"),
            Map.entry("timerEventDefinition", "时间"),
            Map.entry("messageEventDefinition", "消息"),
            Map.entry("escalationEventDefinition", "升级"),
            Map.entry("errorEventDefinition", "错误"),
            Map.entry("signalEventDefinition", "信号"),
            Map.entry("conditionalEventDefinition", "等待的条件"),
            Map.entry("multiInstanceLoopCharacteristics", "多实例"),
            Map.entry("failedJobRetryTimeCycle", "失败后重试"),
            Map.entry("isExecutable", "可执行"),
            Map.entry("historyTimeToLive", "历史保留时间"),
            Map.entry("versionTag", "版本标记"),
            Map.entry("in", "传入"),
            Map.entry("out", "传出"),
            Map.entry("text", "文字"));

    /** Stand in the file and not in the drawing. */
    private static final Set<String> UNDRAWN =
            Set.of("process", "message", "escalation", "error", "signal", "textAnnotation");

    /** Said by the arrows themselves, or of no meaning. */
    private static final Set<String> PASSED_OVER = Set.of("id", "incoming", "outgoing", "association");

    /** What an element says of itself where nobody has said anything. */
    private static final Map<String, String> UNSAID = Map.of(
            "completionQuantity", "1",
            "startQuantity", "1",
            "isForCompensation", "false",
            "implementation", "##unspecified",
            "formRefBinding", "deployment",
            "textFormat", "text/plain");

    private static final String WITHIN = "所在";

    /** Say by its id which element they mean; people know it by its name. */
    private static final Set<String> REFERENCES = Set.of("sourceRef", "targetRef", "attachedToRef", "default");

    private final List<Difference> found = new ArrayList<>();

    private ProcessDifference() {}

    static List<Difference> between(BpmnModelInstance was, BpmnModelInstance is) {
        ProcessDifference difference = new ProcessDifference();
        difference.compare(was, is);
        return difference.found;
    }

    private void compare(BpmnModelInstance was, BpmnModelInstance is) {
        Map<String, Element> before = parts(was);
        Map<String, Element> after = parts(is);
        before.forEach((id, part) -> {
            if (!after.containsKey(id)) {
                found.add(Difference.removed(place(part), words(part, before)).at(spot(part, "")));
            }
        });
        after.forEach((id, part) -> {
            Element former = before.get(id);
            if (former == null) {
                found.add(Difference.added(place(part), words(part, after)).at(spot(part, "")));
            } else {
                properties(former, part, before, after);
            }
        });
    }

    /** By their ids. */
    private static Map<String, Element> parts(BpmnModelInstance model) {
        Map<String, Element> parts = new TreeMap<>();
        Xml.each(model, element -> {
            if (isPart(element)) {
                parts.put(element.getAttribute("id"), element);
            }
        });
        return parts;
    }

    private static boolean isPart(Element element) {
        return BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI())
                && KINDS.containsKey(element.getLocalName())
                && !element.getAttribute("id").isEmpty();
    }

    private static String place(Element part) {
        return Objects.requireNonNull(KINDS.get(part.getLocalName())) + Xml.place(part);
    }

    private static Difference.@Nullable Spot spot(Element part, String property) {
        return UNDRAWN.contains(part.getLocalName()) ? null : new Difference.Spot(part.getAttribute("id"), property);
    }

    private static String words(Element part, Map<String, Element> all) {
        List<String> words = new ArrayList<>();
        properties(part).forEach((name, value) -> {
            if (!name.equals("name") && !value.equals(UNSAID.get(name))) {
                words.add(word(name) + " " + said(name, value, all));
            }
        });
        return String.join("，", words);
    }

    private static String word(String name) {
        return WORDS.getOrDefault(name, name);
    }

    private static String said(String name, String value, Map<String, Element> all) {
        Element meant = REFERENCES.contains(name) ? all.get(value) : null;
        return meant == null ? value : Xml.place(meant);
    }

    private void properties(Element was, Element is, Map<String, Element> allBefore, Map<String, Element> allAfter) {
        Map<String, String> before = properties(was);
        Map<String, String> after = properties(is);
        if (!was.getLocalName().equals(is.getLocalName())) {
            found.add(Difference.changed(
                            place(is) + "的种类",
                            Objects.requireNonNull(KINDS.get(was.getLocalName())),
                            Objects.requireNonNull(KINDS.get(is.getLocalName())))
                    .at(spot(is, "种类")));
        }
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> {
            String former = before.getOrDefault(name, "（没有）");
            String present = after.getOrDefault(name, "（没有）");
            if (!former.equals(present) && !(name.equals(WITHIN) && areInTheSame(was, is))) {
                found.add(Difference.changed(
                                place(is) + "的" + word(name),
                                said(name, former, allBefore),
                                said(name, present, allAfter))
                        .at(spot(is, word(name))));
            }
        });
    }

    /** Whether the step around both is the same, which may have another name now. */
    private static boolean areInTheSame(Element was, Element is) {
        return was.getParentNode() instanceof Element former
                && is.getParentNode() instanceof Element present
                && former.getAttribute("id").equals(present.getAttribute("id"));
    }

    /** What an element says of itself, and what stands below it and is no part of its own; several of a kind in one. */
    private static Map<String, String> properties(Element part) {
        Map<String, String> properties = new LinkedHashMap<>();
        Xml.texts(part).forEach((name, value) -> {
            if (!PASSED_OVER.contains(name)) {
                properties.put(name, value.replaceAll("\\s+", " ").strip());
            }
        });
        if (part.getParentNode() instanceof Element parent && KINDS.containsKey(parent.getLocalName())) {
            properties.put(WITHIN, Xml.place(parent));
        }
        below(part, properties);
        return properties;
    }

    private static void below(Element element, Map<String, String> properties) {
        for (Element child : Xml.children(element)) {
            if (child.getLocalName().equals("extensionElements")
                    || child.getLocalName().equals("inputOutput")) {
                below(child, properties);
            } else if (!isPart(child) && !PASSED_OVER.contains(child.getLocalName())) {
                properties.merge(child.getLocalName(), text(child), (one, other) -> one + "；" + other);
            }
        }
    }

    private static String text(Element element) {
        List<String> words = new ArrayList<>();
        Xml.each(element, one -> Xml.texts(one).forEach((name, value) -> {
            if (!name.equals("id") && !name.equals("type") && !value.equals(UNSAID.get(name))) {
                words.add(value.replaceAll("\\s+", " ").strip());
            }
        }));
        return String.join(" ", words);
    }
}
