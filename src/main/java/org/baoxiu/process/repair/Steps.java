package org.baoxiu.process.repair;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.added.FreeAnswers;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * What every step of the process has in common: it runs on the slip of its business key, as the person who is logged in,
 * and leaves the variables as the slip then is. All of it is one transaction: whatever is refused leaves the task open.
 */
@Component
public class Steps {

    /** A step taken by a person with a form. */
    public interface FormStep {
        void run(String slipNumber, Person by, Submission submission);
    }

    /** A step that applies the answer of a decision table. */
    public interface DecisionStep {
        void run(String slipNumber, DmnDecisionResultEntries answer);
    }

    private final Slips slips;
    private final SlipVariables variables;
    private final Commitments commitments;
    private final Persons persons;
    private final FreeAnswers free;

    Steps(Slips slips, Commitments commitments, SlipVariables variables, Persons persons, FreeAnswers free) {
        this.slips = slips;
        this.commitments = commitments;
        this.variables = variables;
        this.persons = persons;
        this.free = free;
    }

    public TaskListener completing(Form form, FormStep step) {
        return task -> {
            DelegateExecution process = task.getExecution();
            String slipNumber = slipOf(process);
            Person person = persons.current();
            persons.checkAssignee(task);
            free.take(task, slipNumber);
            Map<String, Object> present = process.getVariables();
            Set<String> submitted = new HashSet<>(form.fields());
            submitted.addAll(free.names(task));
            variables.refuseForeign(
                    submitted, slipNumber, process.getProcessInstanceId(), present, task.getVariablesLocal());
            step.run(slipNumber, person, form.read(present));
            settle(process, slipNumber);
        };
    }

    /** A step that the process takes by itself. */
    public JavaDelegate automatic(Consumer<String> step) {
        return process -> run(process, step);
    }

    /** A step that follows what an owner says in a message. */
    public JavaDelegate hearing(OwnersMessage message, BiConsumer<String, Submission> step) {
        return process -> {
            Submission words = message.read(process.getVariables());
            run(process, slipNumber -> step.accept(slipNumber, words));
        };
    }

    /** A step that the owner takes by a message, on the way out of the event that waits for it. */
    public ExecutionListener answering(OwnersMessage message, FormStep step) {
        return process -> {
            Submission answer = message.read(process.getVariables());
            run(process, slipNumber -> step.run(slipNumber, persons.current(), answer));
        };
    }

    /** A step that is taken on the way into an element. */
    public ExecutionListener entering(Consumer<String> step) {
        return process -> run(process, step);
    }

    /** A step that begins with a task: it may not be offered at all when the slip does not allow it. */
    public TaskListener creating(Consumer<String> step) {
        return task -> run(task.getExecution(), step);
    }

    /** A check of whoever is about to get a task. */
    public TaskListener assigning(AssignmentCheck check) {
        return task -> {
            if (task.getAssignee() != null) {
                check.check(task.getExecution().getProcessBusinessKey(), task.getAssignee());
            }
        };
    }

    public interface AssignmentCheck {
        void check(String slipNumber, String assignee);
    }

    /** The answer has to be exactly one rule; {@code otherwise} tells the person when no rule fits. */
    public ExecutionListener deciding(String otherwise, DecisionStep step) {
        return process -> {
            DmnDecisionResult result = EngineVariables.answer(process);
            if (result.isEmpty()) {
                throw Rejection.invalid("维修单 " + process.getProcessBusinessKey() + "：" + otherwise);
            }
            run(process, slipNumber -> step.run(slipNumber, result.getSingleResult()));
        };
    }

    private void run(DelegateExecution process, Consumer<String> step) {
        String slipNumber = slipOf(process);
        step.accept(slipNumber);
        settle(process, slipNumber);
    }

    /** After every step the clocks and then the variables are what the slip says. */
    public void settle(DelegateExecution process, String slipNumber) {
        commitments.follow(slipNumber);
        variables.update(process, slipNumber);
    }

    /**
     * One slip, one case: an instance that was started in the middle of the model or under the number of another slip takes
     * no step on it. The accident process acts for the case that called it.
     */
    public String slipOf(DelegateExecution process) {
        String slipNumber = process.getProcessBusinessKey();
        DelegateExecution caller = process.getProcessInstance().getSuperExecution();
        String caseId = caller == null ? process.getProcessInstanceId() : caller.getProcessInstanceId();
        if (slipNumber == null || !slips.get(slipNumber).isHandledBy(caseId)) {
            throw notFromTheMiddle();
        }
        return slipNumber;
    }

    public static Rejection notFromTheMiddle() {
        return Rejection.forbidden("报修要从“报修处理”的开始表单登记，不能从流程中间开始，也不能借用别的维修单号。");
    }
}
