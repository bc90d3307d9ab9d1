package org.baoxiu.models;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.baoxiu.engine.Expressions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Every task of a person has a form, and people who see it; what a person starts has a form too. */
@Component
@Order(8)
class People implements Check {

    private final Shipped shipped;
    private final IdentityService identity;

    People(Shipped shipped, IdentityService identity) {
        this.shipped = shipped;
        this.identity = identity;
    }

    static List<String> listed(Element element, String attribute) {
        String text = Xml.attribute(element, attribute);
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        Set<String> groups = groups();
        models.processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> {
                    if (element.getLocalName().equals("userTask")) {
                        task(process, element, faults);
                    }
                    if (element.getLocalName().equals("startEvent")) {
                        start(process, element, faults);
                    }
                    for (String attribute : List.of("candidateGroups", "candidateStarterGroups")) {
                        listed(element, attribute).stream()
                                .filter(group -> !Expressions.isOne(group) && !groups.contains(group))
                                .forEach(group -> faults.add(
                                        process.file(),
                                        "%s要交给的小组“%s”不存在，没有人会看到这个任务。%s",
                                        Xml.place(element),
                                        group,
                                        ReferencesExist.near(groups, group)));
                    }
                }));
    }

    /** Ids of those that are there, and of those that the shipped diagrams name. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>(shipped.groups());
        identity.createGroupQuery().list().stream().map(Group::getId).forEach(groups::add);
        return groups;
    }

    private static void task(ProcessModel process, Element task, Faults faults) {
        if (Xml.attribute(task, "formRef").isEmpty()) {
            faults.add(process.file(), "%s没有表单，打开任务时什么也填不了。请选择一个 Camunda 表单。", Xml.place(task));
        }
        if (List.of("assignee", "candidateGroups", "candidateUsers").stream()
                .allMatch(attribute -> Xml.attribute(task, attribute).isBlank())) {
            faults.add(process.file(), "%s没有写由谁办理，没有人会看到它。请填写候选小组（Candidate groups）。", Xml.place(task));
        }
    }

    /** What the task list offers to be started, and what has asked for something so far. */
    private void start(ProcessModel process, Element start, Faults faults) {
        if (Xml.attribute(start, "formRef").isEmpty() && (isOffered(start) || hadForm(process.key(), start))) {
            faults.add(process.file(), "%s没有表单，启动流程时什么也填不了。请选择一个 Camunda 表单。", Xml.place(start));
        }
    }

    private static boolean isOffered(Element start) {
        return start.getParentNode() instanceof Element parent
                && parent.getLocalName().equals("process")
                && !Xml.attribute(parent, "isStartableInTasklist").equals("false")
                && Xml.children(start).stream()
                        .noneMatch(child -> child.getLocalName().endsWith("EventDefinition"));
    }

    private boolean hadForm(String process, Element start) {
        ProcessModel contract = shipped.models().processes().get(process);
        return contract != null
                && contract.model().getModelElementById(start.getAttribute("id")) instanceof StartEvent had
                && had.getAttributeValueNs(ProcessModel.CAMUNDA, "formRef") != null;
    }
}
