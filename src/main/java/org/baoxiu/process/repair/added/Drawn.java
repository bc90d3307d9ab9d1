package org.baoxiu.process.repair.added;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What the diagram says of a task.
 *
 * @param step   one of the seven steps in which it stands, or 0
 * @param clause that it is there for: its property {@code clause}, or else the first that its documentation names; empty if there is none
 */
record Drawn(int step, String clause) {

    private static final int LONGEST = 40;
    private static final String PROPERTY = "clause";
    private static final Pattern CLAUSE = Pattern.compile("(?<![\\w.])(?:[SQ]\\d|\\d+(?:\\.\\d+)+[a-z]?)(?![\\w.]\\d)");
    private static final Pattern STEP = Pattern.compile("([1-7])\\D.*", Pattern.DOTALL);

    static Drawn of(DelegateTask task) {
        UserTask drawn = task.getBpmnModelElementInstance();
        return new Drawn(step(drawn), clause(drawn));
    }

    private static int step(UserTask drawn) {
        for (ModelElementInstance around = drawn; around != null; around = around.getParentElement()) {
            if (around instanceof SubProcess step && step.getName() != null) {
                Matcher number = STEP.matcher(step.getName());
                if (number.matches()) {
                    return Integer.parseInt(number.group(1));
                }
            }
        }
        return 0;
    }

    private static String clause(UserTask drawn) {
        String clause = property(drawn).orElseGet(() -> drawn.getDocumentations().stream()
                .map(documentation -> CLAUSE.matcher(documentation.getTextContent()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(""));
        return clause.length() > LONGEST ? clause.substring(0, LONGEST) : clause;
    }

    private static Optional<String> property(UserTask drawn) {
        ExtensionElements extensions = drawn.getExtensionElements();
        return extensions == null
                ? Optional.empty()
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .map(CamundaProperties::getCamundaProperties)
                        .flatMap(Collection::stream)
                        .filter(property -> PROPERTY.equals(property.getCamundaName()))
                        .map(property -> property.getCamundaValue() == null
                                ? ""
                                : property.getCamundaValue().strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }
}
