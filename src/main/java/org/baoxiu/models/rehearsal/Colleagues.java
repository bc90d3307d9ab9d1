package org.baoxiu.models.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baoxiu.engine.FormExpressions;
import org.baoxiu.models.rehearsal.CaseRun.Stop;
import org.baoxiu.people.ActsAs;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the office in a rehearsal: they start cases and do tasks logged in, with their own rights, by what the forms show them. */
final class Colleagues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;
    private final FormService forms;
    private final TaskService tasks;
    private final TransactionTemplate transaction;
    private final FormExpressions expressions;
    private final ActsAs actsAs;
    private final Persons persons;
    private final Comparator<String> order;

    /** @param people who comes first of several who may do something */
    Colleagues(
            ProcessEngine engine,
            PlatformTransactionManager transactions,
            FormExpressions expressions,
            ActsAs actsAs,
            Persons persons,
            List<String> people) {
        this.engine = engine;
        this.forms = engine.getFormService();
        this.tasks = engine.getTaskService();
        this.transaction = new TransactionTemplate(transactions);
        this.expressions = expressions;
        this.actsAs = actsAs;
        this.persons = persons;
        this.order = Comparator.comparing(
                        (String person) -> people.contains(person) ? people.indexOf(person) : people.size())
                .thenComparing(Comparator.naturalOrder());
    }

    /** @throws Stopped if it is refused */
    String starts(String person, String process, Map<String, Object> typed) {
        ProcessDefinition definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        JsonNode form = json(() -> forms.getDeployedStartForm(definition.getId()));
        Map<String, Object> filled = FilledForm.of(form, expressions, Map.of(), typed, false);
        try {
            return as(person, () -> forms.submitStartForm(definition.getId(), filled))
                    .getId();
        } catch (Rejection refused) {
            throw new Stopped(new Stop(process, start(definition), id(form), refused.getMessage()));
        } catch (AuthorizationException noRight) {
            throw new Stopped(new Stop(process, start(definition), id(form), person + " 没有开始这个流程的权限。"));
        } catch (RuntimeException broken) {
            throw new Stopped(new Stop(process, start(definition), id(form), broken(broken)));
        }
    }

    private String start(ProcessDefinition definition) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(StartEvent.class)
                .stream()
                .filter(event -> event.getParentElement() instanceof Process && event.getCamundaFormRef() != null)
                .map(StartEvent::getId)
                .findFirst()
                .orElse("");
    }

    /**
     * Whoever may do it does it.
     *
     * @return why it is not the time for it yet; empty if it is done
     * @throws Stopped if nobody can
     */
    Optional<Stop> does(Task task, Map<String, Object> typed) {
        JsonNode form = form(task);
        List<String> people = people(task);
        if (people.isEmpty()) {
            throw stopped(task, form, "没有人能办这一步：没有指定办理人，候选的小组里也没有人。");
        }
        Map<String, Object> shown = shown(task);
        Rejection said = null;
        for (boolean chooses : new boolean[] {false, true}) {
            Map<String, Object> filled = FilledForm.of(form, expressions, shown, typed, chooses);
            for (String person : people) {
                try {
                    submit(task, person, filled);
                    return Optional.empty();
                } catch (Rejection refused) {
                    said = moreSaid(said, refused);
                } catch (AuthorizationException noRight) {
                    // the next one may
                } catch (RuntimeException broken) {
                    throw stopped(task, form, broken(broken));
                }
            }
        }
        if (said == null) {
            throw stopped(task, form, "候选的人都没有办这一步的权限：" + String.join("、", people) + "。");
        }
        Stopped stopped = stopped(task, form, said.getMessage());
        if (said.kind() == Rejection.Kind.OUT_OF_TURN) {
            return Optional.of(stopped.stop());
        }
        throw stopped;
    }

    /** What is wrong with the input says more than whose turn it is not. */
    private static Rejection moreSaid(@Nullable Rejection former, Rejection other) {
        return former == null || weight(other) > weight(former) ? other : former;
    }

    private static int weight(Rejection refused) {
        return switch (refused.kind()) {
            case OUT_OF_TURN -> 2;
            case INVALID -> 1;
            default -> 0;
        };
    }

    private void submit(Task task, String person, Map<String, Object> filled) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            forms.submitTaskForm(task.getId(), filled);
            return task;
        });
    }

    private <T> T as(String person, Supplier<T> step) {
        return actsAs.person(person, () -> Objects.requireNonNull(transaction.execute(submission -> step.get())));
    }

    private List<String> people(Task task) {
        Stream<String> members = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .flatMap(group -> persons.membersOf(group).stream())
                .sorted(order);
        return Stream.concat(Stream.ofNullable(task.getAssignee()), members)
                .distinct()
                .toList();
    }

    private JsonNode form(Task task) {
        return forms.getTaskFormData(task.getId()).getCamundaFormRef() == null
                ? MissingNode.getInstance()
                : json(() -> forms.getDeployedTaskForm(task.getId()));
    }

    private static JsonNode json(Supplier<InputStream> form) {
        try (InputStream content = form.get()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the form in the browser gets it: plain values, and what lists of options are made of. */
    private Map<String, Object> shown(Task task) {
        Map<String, Object> shown = new HashMap<>();
        tasks.getVariables(task.getId()).forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                shown.put(name, value);
            } else if (value != null) {
                plain(value.toString()).ifPresent(list -> shown.put(name, list));
            }
        });
        return shown;
    }

    private static Optional<Object> plain(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Object.class));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static Stopped stopped(Task task, JsonNode form, String reason) {
        return new Stopped(new Stop(
                task.getProcessDefinitionId().replaceFirst(":.*$", ""), task.getTaskDefinitionKey(), id(form), reason));
    }

    private static String id(JsonNode form) {
        return form.path("id").asText();
    }

    static String broken(RuntimeException error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        return "提交以后系统出错，没有办成。流程引擎的说明：" + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }
}
