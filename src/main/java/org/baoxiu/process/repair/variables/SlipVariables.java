package org.baoxiu.process.repair.variables;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.engine.FreeInput;
import org.baoxiu.engine.StoredVariables;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.RepairRequestProcess.ClockLocals;
import org.baoxiu.process.repair.added.FreeForms;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The slip as the process sees it: the variables that its forms, gateways, decisions and timers read. They are always
 * computed from the record and never the other way round, so a submission that changes one of them can be told and
 * refused, and what the process does next never hangs on a value that came in from outside.
 */
@Component
public class SlipVariables {

    private static final String TECHNICIAN_NAME = "technicianName";
    private static final String SLIP_TRAIL = "slipTrail";

    private final Slips slips;
    private final List<StepVariables> steps;
    private final Trail trail;
    private final Names names;
    private final DueDates dueDates;
    private final RuntimeService runtime;
    private final StoredVariables stored;
    private final FreeForms freeForms;

    SlipVariables(
            Slips slips,
            List<StepVariables> steps,
            Trail trail,
            Names names,
            DueDates dueDates,
            RuntimeService runtime,
            StoredVariables stored,
            FreeForms freeForms) {
        this.slips = slips;
        this.steps = steps;
        this.trail = trail;
        this.names = names;
        this.dueDates = dueDates;
        this.runtime = runtime;
        this.stored = stored;
        this.freeForms = freeForms;
    }

    /**
     * Refuses what a form may not submit, which is all but {@code submitted}: unknown variables, fields of other forms, and changes of what belongs to the slip.
     * Names of people are not the slip's: they may change while a task is open, and every step writes them anew. What differs because a
     * former release wrote it otherwise was not submitted either: it is what the task has shown all the time.
     */
    public void refuseForeign(
            Set<String> submitted,
            String slipNumber,
            String processInstance,
            Map<String, Object> present,
            Map<String, Object> ofTask) {
        Slip slip = slips.get(slipNumber);
        Map<String, Object> expected = of(slip).all();
        expected.put(
                SlipHeading.VARIABLE,
                SlipHeading.of(slip, present.get(TECHNICIAN_NAME) instanceof String name ? name : ""));
        ClockLocals.OF_TASK.stream().filter(ofTask::containsKey).forEach(name -> expected.put(name, ofTask.get(name)));
        Set<String> foreign = present.entrySet().stream()
                .filter(variable -> !submitted.contains(variable.getKey()))
                .filter(variable -> !switch (variable.getKey()) {
                    case TECHNICIAN_NAME, TECHNICIAN_NAME + Values.SHOWN -> variable.getValue() instanceof String;
                    case SLIP_TRAIL -> trail.isTrail(slipNumber, variable.getValue());
                    default ->
                        expected.containsKey(variable.getKey())
                                && same(expected.get(variable.getKey()), variable.getValue());
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!foreign.isEmpty()) {
            Map<String, Object> before = stored.of(processInstance);
            foreign.removeIf(name -> before.containsKey(name) && Objects.equals(before.get(name), present.get(name)));
        }
        if (!foreign.isEmpty()) {
            throw Rejection.invalid(slipNumber, Submission.refusalOf(foreign));
        }
    }

    /** A text that was written in another year says the years of other times. */
    private static boolean same(Object expected, Object present) {
        return Objects.equals(expected, present)
                || expected instanceof String text
                        && present instanceof String written
                        && Times.withoutYears(text).equals(Times.withoutYears(written));
    }

    /**
     * Brings the process up to the slip's present state and removes what a form has brought in. While an accident is open, two
     * processes work on the slip, and both see the same.
     */
    public void update(DelegateExecution process, String slipNumber) {
        Slip slip = slips.get(slipNumber);
        Map<String, Object> values = withNames(slip);
        Map<String, Object> present = process.getVariables();
        process.removeVariables(outdated(values, present));
        Map<String, Object> changed = changed(values, present);
        dueDates.move(process.getProcessInstanceId(), moved(changed, present));
        // a free field that nobody has been asked for yet can be read all the same
        freeForms.keys(process.getProcessDefinitionId()).stream()
                .filter(name -> !present.containsKey(name))
                .forEach(name -> changed.put(name, null));
        process.setVariables(changed);
        if (slip.accident() != null) {
            mirrors(slipNumber).stream()
                    .map(ProcessInstance::getId)
                    .filter(id -> !id.equals(process.getProcessInstanceId()))
                    .forEach(id -> follow(id, values));
        }
    }

    /** Brings all running processes of a slip up to a line in its history that no step of theirs has written. */
    public void refresh(String slipNumber) {
        Map<String, Object> values = withNames(slips.get(slipNumber));
        mirrors(slipNumber).forEach(process -> follow(process.getId(), values));
    }

    /** An order to a contractor runs under the same number and has variables of its own. */
    private List<ProcessInstance> mirrors(String slipNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(slipNumber)
                .processDefinitionKeyNotIn(ContractorOrderProcess.KEY)
                .list();
    }

    private Map<String, Object> withNames(Slip slip) {
        Values values = of(slip);
        String technician = slip.technician() == null ? "" : names.of(slip.technician());
        values.words(TECHNICIAN_NAME, technician);
        values.put(SlipHeading.VARIABLE, SlipHeading.of(slip, technician));
        values.put(SLIP_TRAIL, trail.of(slip.number()));
        return values.all();
    }

    private void follow(String processInstance, Map<String, Object> values) {
        Map<String, Object> present = runtime.getVariables(processInstance);
        Map<String, Object> changed = changed(values, present);
        dueDates.move(processInstance, moved(changed, present));
        runtime.removeVariables(processInstance, outdated(values, present));
        runtime.setVariables(processInstance, changed);
    }

    private static Set<String> outdated(Map<String, Object> values, Map<String, Object> present) {
        return present.keySet().stream()
                .filter(name -> !values.containsKey(name) && !ClockLocals.ALL.contains(name) && !FreeInput.isFree(name))
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> changed(Map<String, Object> values, Map<String, Object> present) {
        Map<String, Object> changed = new HashMap<>();
        values.forEach((name, value) -> {
            if (!present.containsKey(name) || !Objects.equals(present.get(name), value)) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static Map<String, Date> moved(Map<String, Object> changed, Map<String, Object> present) {
        Map<String, Date> moved = new HashMap<>();
        changed.forEach((name, value) -> {
            if (value instanceof Date date && present.get(name) != null) {
                moved.put(name, date);
            }
        });
        return moved;
    }

    /** What follows from the record alone. */
    private Values of(Slip slip) {
        Values values = new Values();
        steps.forEach(step -> step.write(slip, values));
        return values;
    }
}
