package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * Finds what the engine itself would only notice when a case gets there: a form, a decision, a process or a bean
 * that a process refers to, or a decision that the application asks, and that does not exist.
 */
final class ModelCheck {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private final Predicate<String> beanExists;
    private final Collection<AsksDecision> asking;

    /**
     * @param beanExists whether the application has a bean of this name
     * @param asking     what asks decisions that no process refers to
     */
    ModelCheck(Predicate<String> beanExists, Collection<AsksDecision> asking) {
        this.beanExists = beanExists;
        this.asking = asking;
    }

    /** @return one sentence for each problem; empty if everything that is referred to exists */
    List<String> problems(Models models) {
        List<String> problems = new ArrayList<>();
        Set<String> forms = FormIds.of(models, problems).keySet();
        Set<String> decisions = decisions(models);
        Set<String> processes = processes(models);
        asking.stream()
                .filter(part -> !decisions.contains(part.decision()))
                .forEach(part -> problems.add("%s is missing: the application asks for the decision '%s'"
                        .formatted(part.file(), part.decision())));
        models.processes().forEach((name, content) -> {
            for (Reference reference : References.in(content)) {
                switch (reference.kind()) {
                    case FORM ->
                        require(
                                forms.contains(reference.value()),
                                name,
                                reference,
                                "there is no form with this id",
                                problems);
                    case DECISION ->
                        require(
                                isExpression(reference) || decisions.contains(reference.value()),
                                name,
                                reference,
                                "there is no decision with this id",
                                problems);
                    case PROCESS ->
                        require(
                                isExpression(reference) || processes.contains(reference.value()),
                                name,
                                reference,
                                "there is no process with this id",
                                problems);
                    case DELEGATE ->
                        require(
                                isBean(reference),
                                name,
                                reference,
                                "the application has no bean of this name",
                                problems);
                }
            }
        });
        return problems;
    }

    /** @return resource names of forms that no process refers to; they are not deployed */
    List<String> unusedForms(Models models) {
        Map<String, String> forms = FormIds.of(models, new ArrayList<>());
        models.processes().values().forEach(content -> References.in(content).stream()
                .filter(reference -> reference.kind() == Reference.Kind.FORM)
                .forEach(reference -> forms.remove(reference.value())));
        return List.copyOf(forms.values());
    }

    private boolean isBean(Reference reference) {
        Matcher matcher = BEAN.matcher(reference.value());
        return matcher.matches() && beanExists.test(matcher.group(1));
    }

    private static boolean isExpression(Reference reference) {
        return reference.value().contains("{");
    }

    private static Set<String> processes(Models models) {
        Set<String> ids = new TreeSet<>();
        for (byte[] content : models.processes().values()) {
            Bpmn.readModelFromStream(Models.stream(content))
                    .getModelElementsByType(Process.class)
                    .forEach(process -> ids.add(process.getId()));
        }
        return ids;
    }

    private static Set<String> decisions(Models models) {
        Set<String> ids = new TreeSet<>();
        for (byte[] content : models.decisions().values()) {
            Collection<Decision> decisions =
                    Dmn.readModelFromStream(Models.stream(content)).getModelElementsByType(Decision.class);
            decisions.forEach(decision -> ids.add(decision.getId()));
        }
        return ids;
    }

    private static void require(
            boolean satisfied, String file, Reference reference, String complaint, List<String> problems) {
        if (!satisfied) {
            problems.add(
                    "%s: %s refers to '%s': %s".formatted(file, reference.element(), reference.value(), complaint));
        }
    }
}
