package org.baoxiu.process.repair.correction;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.fee.ConsentOutcome;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.Quote;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.Persons;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.process.repair.RepairRequestProcess.Messages;
import org.baoxiu.process.repair.anytime.FreshLists;
import org.baoxiu.process.repair.anytime.PeoplesWork;
import org.baoxiu.process.repair.step5work.WorkForms;
import org.baoxiu.shared.Groups;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What another item means for whoever has the slip, and for what was quoted or billed (Q3, 4.3.4.4). */
@Component
class ItemInWork {

    private final Slips slips;
    private final Dispatch dispatch;
    private final PeoplesWork work;
    private final FreshLists lists;
    private final Fees fees;
    private final Persons persons;
    private final TaskService tasks;
    private final RuntimeService runtime;

    ItemInWork(
            Slips slips,
            Dispatch dispatch,
            PeoplesWork work,
            FreshLists lists,
            Fees fees,
            Persons persons,
            TaskService tasks,
            RuntimeService runtime) {
        this.slips = slips;
        this.dispatch = dispatch;
        this.work = work;
        this.lists = lists;
        this.fees = fees;
        this.persons = persons;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    void changed(String number) {
        Slip slip = slips.get(number);
        offerToThoseWhoMay(slip);
        requote(slip);
        backToDispatch(slip);
        fees.itemCorrected(number);
        lists.write();
    }

    /** Whoever has picked the slip up for another trade gives it back (Q3); what is repaired already is not taken away. */
    private void backToDispatch(Slip slip) {
        String technician = slip.technician();
        if (technician != null
                && slip.inHand()
                && !slip.state().repaired()
                && !dispatch.qualified(slip.number()).contains(technician)) {
            work.handOver(
                    technician,
                    slip.number(),
                    null,
                    "更正为“" + slip.registeredItem().name() + "”，须由有相应资质的人员维修",
                    persons.current());
        }
    }

    /** An open pick-up is offered to the groups of its item (4.3.3). */
    private void offerToThoseWhoMay(Slip slip) {
        String group = Qualification.toGoTo(slip.registeredItem()).group();
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(slip.number())
                .taskDefinitionKey(Elements.PICK_UP_SLIP)
                .list()) {
            candidates(task)
                    .filter(one -> !one.equals(group) && !one.equals(Groups.ENGINEERING_SUPERVISOR))
                    .forEach(one -> tasks.deleteCandidateGroup(task.getId(), one));
            if (candidates(task).noneMatch(group::equals)) {
                tasks.addCandidateGroup(task.getId(), group);
            }
        }
    }

    private Stream<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .filter(group -> !OfficeGroups.isAtOffice(group));
    }

    /** Nobody agrees to the price of something else: a quote that waits for its answer is made anew (4.3.4.4). */
    private void requote(Slip slip) {
        fees.latestQuote(slip.number())
                .filter(quote -> slip.state() == SlipState.QUOTED && quote.consentOutcome() == null)
                .ifPresent(quote -> requote(slip, quote));
    }

    private void requote(Slip slip, Quote open) {
        Map<String, Object> answer = new HashMap<>();
        answer.put(WorkForms.CONSENT_OUTCOME.name(), Field.code(ConsentOutcome.REQUOTE));
        answer.put(
                WorkForms.CONSENT_REASON.name(),
                "维修项目更正为“" + slip.registeredItem().name() + "”，须重新报价");
        answer.put(WorkForms.QUOTE_SEEN.name(), open.id());
        runtime.createMessageCorrelation(Messages.CONSENT_REFUSED)
                .processInstanceBusinessKey(slip.number())
                .setVariables(answer)
                .correlate();
    }
}
