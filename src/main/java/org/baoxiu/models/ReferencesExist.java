package org.baoxiu.models;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.engine.AsksDecision;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Finds what the engine itself would only notice when a case gets there: a form, a decision, a process or a bean that a process
 * refers to, or a decision that the application asks, and that does not exist.
 */
@Component
@Order(2)
class ReferencesExist implements Check {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final BeanFactory beans;
    private final ObjectProvider<AsksDecision> asking;
    private final Shipped shipped;

    ReferencesExist(BeanFactory beans, ObjectProvider<AsksDecision> asking, Shipped shipped) {
        this.beans = beans;
        this.asking = asking;
        this.shipped = shipped;
    }

    @Override
    public void of(ModelSet models, Faults faults) {
        askedBut(shipped.models().decisions().keySet(), models, faults);
        shipped.models().decisions().forEach((key, decision) -> {
            if (!models.decisions().containsKey(key)) {
                faults.add(decision.file(), "缺少决策表“%s”（%s），程序要用到它。请把它加回来。", decision.name(), key);
            }
        });
        shipped.models().processes().forEach((key, process) -> {
            if (!models.processes().containsKey(key)) {
                faults.add(process.file(), "缺少流程“%s”，或者它被停用了，程序要用到它。请恢复它。", key);
            }
        });
        models.processes()
                .values()
                .forEach(process -> Xml.each(process.model(), element -> references(process, element, models, faults)));
    }

    /** Without these nothing works at all. */
    void asked(ModelSet models, Faults faults) {
        askedBut(Set.of(), models, faults);
    }

    private void askedBut(Set<String> others, ModelSet models, Faults faults) {
        asking.stream()
                .filter(part -> !models.decisions().containsKey(part.decision()) && !others.contains(part.decision()))
                .forEach(part -> faults.add(part.file(), "缺少决策表“%s”，程序要用到它。请把它加回来。", part.decision()));
    }

    private void references(ProcessModel process, Element element, ModelSet models, Faults faults) {
        String form = Xml.attribute(element, "formRef");
        if (!form.isEmpty() && !process.forms().containsKey(form)) {
            faults.add(process.file(), "%s用到的表单“%s”不存在。请改正表单编号，或者把表单文件一起部署。", Xml.place(element), form);
        }
        String decision = Xml.attribute(element, "decisionRef");
        if (!decision.isEmpty() && !models.decisions().containsKey(decision)) {
            faults.add(
                    process.file(),
                    "%s用到的决策表“%s”不存在。%s",
                    Xml.place(element),
                    decision,
                    near(models.decisions().keySet(), decision));
        }
        String called = Xml.attribute(element, "calledElement");
        if (!called.isEmpty() && !models.processes().containsKey(called)) {
            faults.add(
                    process.file(),
                    "%s调用的流程“%s”不存在。%s",
                    Xml.place(element),
                    called,
                    near(models.processes().keySet(), called));
        }
        String delegate = Xml.attribute(element, "delegateExpression");
        if (!delegate.isEmpty()) {
            bean(process, element, delegate, faults);
        }
    }

    private void bean(ProcessModel process, Element element, String delegate, Faults faults) {
        Matcher bean = BEAN.matcher(delegate);
        List<Class<?>> wanted =
                switch (element.getLocalName()) {
                    case "taskListener" -> List.of(TaskListener.class);
                    case "executionListener" -> List.of(ExecutionListener.class);
                    default -> List.of(JavaDelegate.class);
                };
        if (!bean.matches()
                || !beans.containsBean(bean.group(1))
                || wanted.stream().noneMatch(type -> beans.isTypeMatch(bean.group(1), type))) {
            faults.add(
                    process.file(),
                    "%s调用的“%s”程序里没有，或者不能用在这里。%s",
                    Xml.place(element),
                    delegate,
                    near(shipped.reach().names(), delegate.replaceAll("\\W", "")));
        }
    }

    /** The nearest thing that exists, for a slip of the pen. */
    static String near(Iterable<String> names, String wrong) {
        String best = null;
        int least = Math.max(2, wrong.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(name, wrong);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best == null ? "请检查编号的写法。" : "您要写的是“" + best + "”吗？";
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int kept = row[column];
                row[column] = Math.min(
                        Math.min(row[column], row[column - 1]) + 1,
                        diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1));
                diagonal = kept;
            }
        }
        return row[other.length()];
    }
}
