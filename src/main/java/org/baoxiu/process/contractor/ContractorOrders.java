package org.baoxiu.process.contractor;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.Contractor;
import org.baoxiu.dispatch.ContractorOrder;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.notification.Event;
import org.baoxiu.people.Persons;
import org.baoxiu.process.contractor.ContractorOrderProcess.Elements;
import org.baoxiu.process.contractor.ContractorOrderProcess.Messages;
import org.baoxiu.process.contractor.ContractorOrderProcess.Options;
import org.baoxiu.process.contractor.ContractorOrderProcess.Own;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.FormOptions;
import org.baoxiu.process.repair.added.FreeAnswers;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.variables.SlipHeading;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.StateChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The running orders to contractors. Each runs beside the case of its slip, under the same number: it begins by itself where only
 * a contractor may repair, and ends by itself when there is nothing left to repair (Q3).
 */
@Component
public class ContractorOrders {

    private static final Set<SlipState> ROUND_BEGINS = EnumSet.of(SlipState.NOTIFIED, SlipState.WORKING);

    /** A step taken with a form; its answer says where the process goes on. */
    interface OrderStep {
        Enum<?> run(String slipNumber, Person by, Submission in);
    }

    private final Contractors contractors;
    private final Commitments commitments;
    private final Slips slips;
    private final SlipVariables variables;
    private final Persons persons;
    private final FreeAnswers free;
    private final StaffNews news;
    private final RuntimeService runtime;
    private final TaskService tasks;

    ContractorOrders(
            Contractors contractors,
            Commitments commitments,
            Slips slips,
            SlipVariables variables,
            Persons persons,
            FreeAnswers free,
            StaffNews news,
            RuntimeService runtime,
            TaskService tasks) {
        this.contractors = contractors;
        this.commitments = commitments;
        this.slips = slips;
        this.variables = variables;
        this.persons = persons;
        this.free = free;
        this.news = news;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * Only a contractor may repair it: supervisor and clerks are told at once, and have the task to call one. Whoever was called for
     * another item and may not do this one is called off; a task to call one for another item is not offered any more.
     *
     * @param before null where it is the first item
     */
    public void itemChanged(String slipNumber, @Nullable CatalogueItem before) {
        Slip slip = slips.get(slipNumber);
        boolean running = isRunning(slipNumber);
        boolean offersOthers = running
                && before != null
                && contractors.underWay(slipNumber).isEmpty()
                && asksForOthers(before, slip.registeredItem());
        if (running && contractors.isWrong(slip) || offersOthers) {
            end(slipNumber);
        }
        if (isRunning(slipNumber)) {
            show(slip);
        } else if (Contractors.isNeeded(slip) && !contractors.isDone(slip)) {
            begin(slipNumber);
        }
    }

    /** What an order says of the item, and whom it offers, is of the item of now. */
    private void show(Slip slip) {
        running(slip.number())
                .forEach(order ->
                        runtime.setVariable(order.getId(), Own.TEXT, text(slip, contractors.underWay(slip.number()))));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(slip.number())
                .taskDefinitionKey(Elements.ORDER_CONTRACTOR)
                .list()
                .forEach(task -> tasks.setVariableLocal(
                        task.getId(),
                        Options.CONTRACTORS,
                        FormOptions.json(options(contractors.suitable(slip.number())))));
    }

    private static boolean asksForOthers(CatalogueItem before, CatalogueItem now) {
        boolean only = before.contractorOnly() || now.contractorOnly();
        return only
                && !(before.contractorOnly()
                        && now.contractorOnly()
                        && before.qualification().equals(now.qualification()));
    }

    private void begin(String slipNumber) {
        List<Contractor> suitable = contractors.suitable(slipNumber);
        String whom = suitable.isEmpty()
                ? "没有登记许可有效的单位，请主管先登记"
                : "可派 " + suitable.stream().map(Contractor::name).collect(Collectors.joining("、"));
        slips.note(slipNumber, Person.system(), 0, "Q3", "只能由外包单位维修，已告知工程部主管和客服：" + whom);
        news.tell(Event.CONTRACTOR_NEEDED, slipNumber, whom);
        runtime.startProcessInstanceByKey(
                ContractorOrderProcess.KEY, slipNumber, Map.of(ContractorOrderProcess.SLIP_NUMBER.name(), slipNumber));
    }

    boolean isRunning(String slipNumber) {
        return !running(slipNumber).isEmpty();
    }

    /** One that has ended in this step is still in the database. */
    private List<ProcessInstance> running(String slipNumber) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(slipNumber, ContractorOrderProcess.KEY)
                .list()
                .stream()
                .filter(order -> !order.isEnded())
                .toList();
    }

    /** The order ends with the repair; where it was not good, the contractor is needed once more (S6, S7). */
    @EventListener
    void changed(StateChanged change) {
        Slip slip = change.slip();
        if (!Contractors.isWanted(change.state())) {
            end(slip.number());
        } else if (slip.rework()
                && ROUND_BEGINS.contains(change.state())
                && Contractors.isNeeded(slip)
                && !contractors.isDone(slip)
                && !isRunning(slip.number())) {
            begin(slip.number());
        }
    }

    private void end(String slipNumber) {
        runtime.createMessageCorrelation(Messages.NOT_NEEDED)
                .processInstanceBusinessKey(slipNumber)
                .correlateAll();
    }

    void callOff(String slipNumber) {
        contractors
                .callOff(slipNumber)
                .ifPresent(contractor -> news.tell(Event.CONTRACTOR_CALLED_OFF, slipNumber, contractor.name()));
        commitments.withdraw(slipNumber, CommitmentKind.CONTRACTOR_ARRIVAL);
    }

    TaskListener completing(Form form, OrderStep step) {
        return task -> {
            DelegateExecution process = task.getExecution();
            String slip = process.getProcessBusinessKey();
            persons.checkAssignee(task);
            free.take(task, slip);
            Set<String> own = new HashSet<>(Own.ALL);
            own.addAll(free.names(task));
            Submission in = form.readOnly(process.getVariables(), own);
            Enum<?> way = step.run(slip, persons.current(), in);
            process.removeVariables(form.fields());
            process.removeVariable(EngineVariables.INITIATOR);
            write(process, code(way));
            commitments.follow(slip);
            variables.refresh(slip);
        };
    }

    void agreeAnotherTime(String slip, Submission in, Person by) {
        contractors.agreeAnotherTime(
                slip, in.need(ContractorOrderProcess.AGREED_AT), in.need(ContractorOrderProcess.REASON), by);
        commitments.agree(slip, CommitmentKind.CONTRACTOR_ARRIVAL, in.need(ContractorOrderProcess.AGREED_AT));
    }

    void handBack(String slip, Submission in, Person by) {
        contractors.handBack(slip, in.need(ContractorOrderProcess.REASON), by);
        commitments.withdraw(slip, CommitmentKind.CONTRACTOR_ARRIVAL);
    }

    /** What the process goes by, from the record: whatever came in from outside does not stay. */
    void write(DelegateExecution process, String way) {
        Slip slip = slips.get(process.getProcessBusinessKey());
        Optional<ContractorOrder> order = contractors.underWay(slip.number());
        process.setVariable(ContractorOrderProcess.SLIP_NUMBER.name(), slip.number());
        process.setVariable(Own.PLACE, slip.report().place());
        process.setVariable(Own.FAULT, slip.report().fault());
        process.setVariable(Own.TECHNICIAN, slip.technician());
        process.setVariable(Own.TEXT, text(slip, order));
        process.setVariable(
                Own.DUE,
                order.map(one -> Date.from(due(slip.number()).orElse(one.agreedAt())))
                        .orElse(null));
        process.setVariable(Own.WAY, way);
    }

    private Optional<Instant> due(String slip) {
        return commitments.of(slip).stream()
                .filter(clock -> clock.kind() == CommitmentKind.CONTRACTOR_ARRIVAL && !clock.ended())
                .map(Commitment::dueAt)
                .findFirst();
    }

    private String text(Slip slip, Optional<ContractorOrder> order) {
        return SlipHeading.title(slip) + "\n"
                + slip.registeredItem().name() + "\n**故障**　"
                + Markdown.plain(slip.report().fault(), 1_000)
                + order.map(this::text).orElse("");
    }

    private String text(ContractorOrder order) {
        Contractor contractor = contractors.contractorOf(order);
        return "\n**外包单位**　" + Markdown.plain(contractor.name(), 60) + "　" + telephone(contractor.telephone())
                + (order.orderNumber() == null ? "" : "　派单号 " + Markdown.plain(order.orderNumber(), 60))
                + "\n**约定**　" + Times.minute(order.agreedAt()) + " 到场（" + Times.minute(order.calledAt()) + " 联系）"
                + (order.arrivedAt() == null ? "" : "\n**到场**　" + Times.minute(order.arrivedAt()));
    }

    /** A number beside which something else was written is not dialled. */
    private static String telephone(String written) {
        return written.matches("[+\\d][\\d -]+") ? SlipHeading.telephone(written) : Markdown.plain(written, 40);
    }

    /** Whoever has begun it by hand has the task at once. */
    void offer(DelegateTask task) {
        String slip = task.getExecution().getProcessBusinessKey();
        FormOptions.offer(task, Options.CONTRACTORS, options(contractors.suitable(slip)));
        task.setVariableLocal(Options.NEEDED, Contractors.isNeeded(slips.get(slip)));
        task.setAssignee((String) task.getVariable(EngineVariables.INITIATOR));
    }

    public static List<FormOptions.Option> options(List<Contractor> suitable) {
        return suitable.stream()
                .map(one -> new FormOptions.Option(
                        one.name() + "（" + one.trade().label() + "，许可至 " + one.expiresOn() + "）　" + one.telephone(),
                        Long.toString(one.id())))
                .toList();
    }
}
