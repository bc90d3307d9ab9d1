package org.baoxiu.process.repair.variables;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.engine.StoredVariables;
import org.baoxiu.fee.Bill;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.MaterialLine;
import org.baoxiu.fee.Quote;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.RepairRequestProcess.ClockLocals;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.step5work.WorkForms;
import org.baoxiu.process.repair.step6confirm.ConfirmForms;
import org.baoxiu.shared.Markdown;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Accident;
import org.baoxiu.slip.Classification;
import org.baoxiu.slip.Completions;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
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
    /** The same words for the Markdown of a form, where they would otherwise be read as such; not there where they would not. */
    private static final String SHOWN = "Shown";
    /** Below the 4,000 characters that a string variable holds. */
    private static final int SHOWN_LENGTH = 3_900;

    private static final List<String> WORDS = List.of(
            "place",
            "reporterName",
            "faultDescription",
            "classReason",
            "lastReason",
            "workNote",
            "visitReasonText",
            "deferralReasonText",
            "helpReasonText",
            "improvementReasonText",
            "accidentPlanText",
            "accidentSolutionText",
            "accidentStatementText");
    private static final int NOTE_LENGTH = 500;
    /** As somebody could have typed it, with the year: what has passed meanwhile is not taken for next year's. */
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Slips slips;
    private final Fees fees;
    private final Feedback feedback;
    private final Trail trail;
    private final Names names;
    private final ClockVariables clocks;
    private final DueDates dueDates;
    private final RuntimeService runtime;
    private final StoredVariables stored;

    SlipVariables(
            Slips slips,
            Fees fees,
            Feedback feedback,
            Trail trail,
            Names names,
            ClockVariables clocks,
            DueDates dueDates,
            RuntimeService runtime,
            StoredVariables stored) {
        this.slips = slips;
        this.fees = fees;
        this.feedback = feedback;
        this.trail = trail;
        this.names = names;
        this.clocks = clocks;
        this.dueDates = dueDates;
        this.runtime = runtime;
        this.stored = stored;
    }

    /**
     * Refuses what a form may not submit: unknown variables, fields of other forms, and changes of what belongs to the slip.
     * Names of people are not the slip's: they may change while a task is open, and every step writes them anew. What differs because a
     * former release wrote it otherwise was not submitted either: it is what the task has shown all the time.
     */
    public void refuseForeign(
            Form form,
            String slipNumber,
            String processInstance,
            Map<String, Object> present,
            Map<String, Object> ofTask) {
        Map<String, Object> expected = of(slips.get(slipNumber));
        ClockLocals.OF_TASK.stream().filter(ofTask::containsKey).forEach(name -> expected.put(name, ofTask.get(name)));
        Set<String> submitted = form.fields();
        Set<String> foreign = present.entrySet().stream()
                .filter(variable -> !submitted.contains(variable.getKey()))
                .filter(variable -> !switch (variable.getKey()) {
                    case TECHNICIAN_NAME, TECHNICIAN_NAME + SHOWN -> variable.getValue() instanceof String;
                    case SLIP_TRAIL -> trail.isTrail(slipNumber, variable.getValue());
                    default ->
                        expected.containsKey(variable.getKey())
                                && same(expected.get(variable.getKey()), variable.getValue());
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!foreign.isEmpty()) {
            Map<String, Object> before = stored.of(processInstance);
            foreign.removeIf(name -> before.containsKey(name) && Objects.equals(before.get(name), present.get(name)));
        }
        if (!foreign.isEmpty()) {
            throw Rejection.invalid(
                    "维修单 " + slipNumber + "：这一步不能提交或改动“" + String.join("、", foreign) + "”。请只填写表单上的内容后重新提交。");
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
        Map<String, Object> values = of(slip);
        values.put(TECHNICIAN_NAME, slip.technician() == null ? "" : names.of(slip.technician()));
        show(TECHNICIAN_NAME, values);
        values.put(SLIP_TRAIL, trail.of(slip.number()));
        return values;
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
                .filter(name -> !values.containsKey(name) && !ClockLocals.ALL.contains(name))
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

    /** What follows from the record alone. Every step reads all of it: what only later steps need is not there before. */
    private Map<String, Object> of(Slip slip) {
        Map<String, Object> values = new LinkedHashMap<>();
        forPeople(slip, values);
        forDecisions(slip, values);
        forRouting(slip, values);
        if (slip.assessedCause() != null) {
            values.put("assessedCause", slip.assessedCause());
        }
        if (slip.arrivedAt() != null) {
            onSite(slip, values);
            feedback.latest(slip.number()).ifPresent(callBack -> afterCallBack(slip, callBack, values));
        }
        if (slip.accident() != null) {
            ofAccident(slip.accident(), values);
        }
        WORDS.forEach(name -> show(name, values));
        values.putAll(clocks.of(slip));
        return values;
    }

    private static void show(String name, Map<String, Object> values) {
        if (values.get(name) instanceof String words) {
            String plain = Markdown.plain(words, SHOWN_LENGTH);
            if (!plain.equals(words)) {
                values.put(name + SHOWN, plain);
            }
        }
    }

    private static void forPeople(Slip slip, Map<String, Object> values) {
        Promise promise = Promise.of(slip);
        Classification classification = slip.classification();
        values.put("slipNumber", slip.number());
        values.put("office", slip.report().office());
        values.put("channelLabel", slip.report().channel().label());
        values.put("reporterName", slip.report().reporterName());
        values.put("reporterPhone", slip.report().reporterPhone());
        values.put("place", slip.report().place());
        values.put("areaLabel", slip.report().area().label());
        values.put("faultDescription", slip.report().fault());
        values.put("itemName", slip.item() == null ? "" : slip.item().name());
        values.put(
                "classLabel",
                classification == null ? "" : classification.repairClass().label());
        values.put("classReason", classification == null ? "" : classification.reason());
        values.put("wantedText", wanted(slip));
        values.put("noteText", slip.note() == null ? "" : Markdown.plain(slip.note(), NOTE_LENGTH));
        values.put("promiseText", promise.text());
        values.put("promiseDue", promise.due() == null ? "" : promise.due().toString());
        values.put(
                "toolsAndMaterials",
                slip.item() == null
                        ? ""
                        : "工具：" + slip.item().tools() + "\n\n材料：" + slip.item().materials());
        values.put("lastReason", text(slip.lastReason()));
        values.put("visitReasonText", text(slip.reasons().visit()));
        values.put("deferralReasonText", text(slip.reasons().deferral()));
        values.put("helpReasonText", text(slip.reasons().help()));
        values.put("complaintText", Markdown.plain(text(slip.reasons().complaint()), 1_000));
        values.put("improvementReasonText", text(slip.reasons().improvement()));
        prefilled(slip, values);
    }

    private static String wanted(Slip slip) {
        String note = slip.wantedNote() == null ? "" : Markdown.plain(slip.wantedNote(), NOTE_LENGTH);
        return slip.wantedAt() == null
                ? note
                : Times.minute(slip.wantedAt()) + (note.isEmpty() ? "" : "（" + note + "）");
    }

    /** What a form begins with, under the name of its own field: what was reported is right more often than not. */
    private static void prefilled(Slip slip, Map<String, Object> values) {
        if (slip.state() == SlipState.RECEIVED && slip.wantedAt() != null) {
            values.put(
                    ReceiveForms.WANTED_AT.name(), TYPED.format(slip.wantedAt().atZone(ZoneId.systemDefault())));
        }
        if (slip.offers(OwnersStep.ANSWER_QUOTE)) {
            values.put(WorkForms.CONSENT_BY.name(), slip.report().reporterName());
        }
        if (slip.offers(OwnersStep.JUDGE_WORK)) {
            values.put(ConfirmForms.ACCEPTED_BY.name(), slip.report().reporterName());
        }
    }

    private static void forDecisions(Slip slip, Map<String, Object> values) {
        values.put("area", code(slip.report().area()));
        values.put("itemCode", text(slip.itemCode()));
        values.put("inPriceList", slip.item() == null || slip.item().inPriceList());
        values.put("estimatedHours", slip.estimatedHours());
        values.put("emergency", slip.emergency());
        values.put("lossOrInjury", slip.lossOrInjury());
        values.put("repeatCount", slip.repeatCount());
        values.put("underWarranty", slip.underWarranty());
        values.put("officeFault", slip.officeFault());
        values.put("noiseOrSmell", slip.noiseOrSmell());
        values.put("rework", slip.rework());
    }

    private static void forRouting(Slip slip, Map<String, Object> values) {
        values.put("registrar", slip.registrar());
        values.put("forcedEntry", slip.forcedEntry());
        values.put("applicationMissing", slip.applicationMissing());
        values.put("assessmentNeeded", slip.assessmentNeeded());
        values.put("surveyNeeded", slip.surveyNeeded());
        values.put("classRaised", slip.classRaised());
        values.put(
                "skillGroup",
                slip.item() == null ? "" : Qualification.toGoTo(slip.item()).group());
        values.put("technician", slip.technician());
        values.put("inHand", slip.inHand());
        values.put("visitResult", slip.visitOutcome() == null ? "" : code(slip.visitOutcome()));
        values.put("consentRequired", slip.consentRequired());
        values.put("consentResult", consentOutcome(slip));
        values.put("workResult", slip.workOutcome() == null ? "" : code(slip.workOutcome()));
        values.put("promisedAt", date(slip.promisedAt()));
        values.put("repairDone", slip.state() != SlipState.REFUSED);
        values.put("publicArea", slip.publicArea());
        values.put("confirmed", slip.confirmed());
    }

    /** What is found, offered, agreed and done where the fault is. */
    private void onSite(Slip slip, Map<String, Object> values) {
        Optional<Quote> quote = fees.latestQuote(slip.number());
        values.put("foundCause", text(slip.foundCause() == null ? slip.assessedCause() : slip.foundCause()));
        values.put("quoteText", quote.map(Quote::describe).orElse(""));
        values.put(
                "consentText",
                slip.consentedAmount() == null
                        ? "公共部位维修，不向业主收费"
                        : "业主同意的金额：" + slip.consentedAmount().setScale(2).toPlainString() + " 元");
        values.put("completionText", Completions.expected(slip));
        values.put("workNote", text(slip.workNote()));
        values.put(
                "billText", fees.latestBill(slip.number()).map(Bill::describe).orElse(""));
        quote.ifPresent(offered -> forMaterials(offered.materials(), values));
    }

    private static void forMaterials(List<MaterialLine> lines, Map<String, Object> values) {
        for (int row = 0; row < WorkForms.MATERIALS.size(); row++) {
            MaterialLine line = row < lines.size() ? lines.get(row) : null;
            WorkForms.MaterialRow fields = WorkForms.MATERIALS.get(row);
            values.put(fields.name().name(), line == null ? "" : line.name());
            values.put(
                    fields.quantity().name(),
                    line == null ? null : line.quantity().doubleValue());
            values.put(
                    fields.price().name(),
                    line == null ? null : line.unitPrice().doubleValue());
        }
    }

    private void afterCallBack(Slip slip, CallBack callBack, Map<String, Object> values) {
        values.put("ownerReached", callBack.reached());
        values.put("callBackAttempts", feedback.attempts(slip.number()));
        values.put("fixed", callBack.fixed());
        values.put("satisfactionScore", callBack.score());
        values.put("conductComplaint", callBack.conductComplaint());
        values.put(
                "followUp",
                callBack.followUp() == null ? "" : callBack.followUp().code());
        values.put("callBackAt", date(callBack.retryAt()));
        values.put("reworkNeeded", callBack.followUp() == FollowUp.REWORK);
    }

    private static void ofAccident(Accident accident, Map<String, Object> values) {
        values.put("accidentPlanText", text(accident.plan()));
        values.put("accidentSolutionText", text(accident.solution()));
        values.put("accidentStatementText", text(accident.statement()));
    }

    private static String consentOutcome(Slip slip) {
        WorkForms.ConsentOutcome outcome = slip.state() == SlipState.REFUSED
                ? WorkForms.ConsentOutcome.REFUSED
                : slip.consentValid() ? WorkForms.ConsentOutcome.AGREED : WorkForms.ConsentOutcome.REQUOTE;
        return code(outcome);
    }

    private static String minute(Instant time) {
        return time == null ? "" : Times.minute(time);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static Date date(Instant time) {
        return time == null ? null : Date.from(time);
    }
}
