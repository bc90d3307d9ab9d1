package org.baoxiu.process.repair.anytime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.dispatch.SlipInHands;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.contractor.ContractorOrders;
import org.baoxiu.process.repair.FormOptions;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Options;
import org.baoxiu.process.repair.step4dispatch.Coverage;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.runtime.VariableInstanceQuery;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the lists of technicians and of contractors in open tasks, and what is said of an item, anew when people, absences, the roster or certificates have changed: a list is
 * what it was when its task was made, and whoever chooses from it has no way to know (3.3, Q3).
 */
@Component
@Transactional
public class FreshLists {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Dispatch dispatch;
    private final Contractors contractors;
    private final Slips slips;
    private final Catalogue catalogue;
    private final Coverage coverage;

    FreshLists(
            TaskService tasks,
            RuntimeService runtime,
            Dispatch dispatch,
            Contractors contractors,
            Slips slips,
            Catalogue catalogue,
            Coverage coverage) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.dispatch = dispatch;
        this.contractors = contractors;
        this.slips = slips;
        this.catalogue = catalogue;
        this.coverage = coverage;
    }

    /**
     * What a list hangs on: all slips of one office that ask for the same and are in the same hands have the same list.
     *
     * @param holder login name; null for nobody
     */
    private record Kind(Qualification needed, String office, @Nullable String holder) {

        static Kind of(Slip slip) {
            return new Kind(
                    Qualification.toGoTo(slip.registeredItem()), slip.report().office(), slip.technician());
        }
    }

    /** Whoever has the slip now is not offered to get it, and whoever had it is. */
    @EventListener
    void followHands(SlipInHands hands) {
        String[] cases = runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(hands.slipNumber(), RepairRequestProcess.KEY)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toArray(String[]::new);
        if (cases.length > 0) {
            rewrite(
                    runtime.createVariableInstanceQuery()
                            .processInstanceIdIn(cases)
                            .variableName(Options.TECHNICIANS),
                    slip -> technicians(Kind.of(slip)));
        }
    }

    public void write() {
        Map<Kind, SpinJsonNode> lists = new HashMap<>();
        rewrite(Options.TECHNICIANS, slip -> lists.computeIfAbsent(Kind.of(slip), this::technicians)).stream()
                .distinct()
                .map(slips::get)
                .filter(slip -> slip.technician() == null
                        && Optional.ofNullable(lists.get(Kind.of(slip)))
                                .filter(list -> list.elements().isEmpty())
                                .isPresent())
                .forEach(slip -> coverage.check(slip.number()));
        rewrite(
                ContractorOrderProcess.Options.CONTRACTORS,
                slip -> FormOptions.json(ContractorOrders.options(contractors.suitable(slip.number()))));
        Set<String> uncovered = dispatch.uncovered();
        rewrite(Options.ITEM_NOTES, slip -> FormOptions.notes(catalogue, slip, uncovered));
    }

    /** @return the slips in whose tasks something has changed */
    private List<String> rewrite(String variable, Function<Slip, SpinJsonNode> content) {
        return rewrite(runtime.createVariableInstanceQuery().variableName(variable), content);
    }

    private List<String> rewrite(VariableInstanceQuery lists, Function<Slip, SpinJsonNode> content) {
        List<VariableInstance> shown =
                lists.list().stream().filter(list -> list.getTaskId() != null).toList();
        Map<String, String> slipOf = slipsOf(
                shown.stream().map(VariableInstance::getProcessInstanceId).collect(Collectors.toSet()));
        List<String> changed = new ArrayList<>();
        for (VariableInstance list : shown) {
            String number = slipOf.get(list.getProcessInstanceId());
            if (number == null) {
                continue;
            }
            Slip slip = slips.get(number);
            SpinJsonNode now = content.apply(slip);
            if (!now.toString().equals(String.valueOf(list.getValue()))) {
                tasks.setVariableLocal(list.getTaskId(), list.getName(), now);
                changed.add(slip.number());
            }
        }
        return changed;
    }

    private Map<String, String> slipsOf(Set<String> cases) {
        return cases.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(cases).list().stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private SpinJsonNode technicians(Kind kind) {
        return FormOptions.json(FormOptions.options(dispatch.candidates(kind.needed(), kind.office()), kind.holder()));
    }
}
