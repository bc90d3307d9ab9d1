package org.baoxiu.process.repair.owner;

import static org.baoxiu.process.form.Field.code;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.baoxiu.feedback.CallBackReport;
import org.baoxiu.notification.Event;
import org.baoxiu.owner.OwnerSteps;
import org.baoxiu.people.ActsAs;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.repair.RepairRequestProcess.Messages;
import org.baoxiu.process.repair.anytime.AnyTimeForms;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.step4dispatch.DispatchForms;
import org.baoxiu.process.repair.step5work.WorkForms;
import org.baoxiu.process.repair.step5work.WorkForms.ConsentOutcome;
import org.baoxiu.process.repair.step5work.WorkForms.Relation;
import org.baoxiu.process.repair.step6confirm.ConfirmForms;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.AcceptanceOutcome;
import org.baoxiu.process.repair.step7followup.FollowUpForms;
import org.baoxiu.process.repair.step7followup.FollowUpForms.CallBackOutcome;
import org.baoxiu.process.repair.step7followup.FollowUpForms.YesNo;
import org.baoxiu.process.repair.step7followup.LateRatings;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.variables.SlipVariables;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Catalogue;
import org.baoxiu.slip.OwnerRemarks;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Wish;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what an owner does into messages to the running case; the engine's history says that the owner did it. */
@Component
@Transactional
class OwnersCase implements OwnerSteps {

    private final RuntimeService runtime;
    private final ActsAs acting;
    private final Slips slips;
    private final LateRatings lateRatings;
    private final Catalogue catalogue;
    private final SlipVariables variables;
    private final OwnerRemarks remarks;
    private final StaffNews news;

    OwnersCase(
            RuntimeService runtime,
            ActsAs acting,
            Slips slips,
            LateRatings lateRatings,
            Catalogue catalogue,
            SlipVariables variables,
            OwnerRemarks remarks,
            StaffNews news) {
        this.runtime = runtime;
        this.acting = acting;
        this.slips = slips;
        this.lateRatings = lateRatings;
        this.catalogue = catalogue;
        this.variables = variables;
        this.remarks = remarks;
        this.news = news;
    }

    @Override
    public String report(Report report, @Nullable Wish wish) {
        Map<String, Object> form = values(
                ReceiveForms.CHANNEL,
                code(report.channel()),
                ReceiveForms.OFFICE,
                report.office(),
                ReceiveForms.AREA,
                code(report.area()),
                ReceiveForms.REPORTER_NAME,
                report.reporterName(),
                ReceiveForms.REPORTER_PHONE,
                report.reporterPhone(),
                ReceiveForms.PLACE,
                report.place(),
                ReceiveForms.FAULT,
                report.fault());
        if (wish != null) {
            form.put(
                    ReceiveForms.WANTED_AT.name(),
                    wish.wantedAt() == null ? null : wish.wantedAt().toString());
            form.put(ReceiveForms.WANTED_NOTE.name(), wish.wantedNote());
        }
        return acting.owner(() -> runtime.createMessageCorrelation(Messages.REPAIR_REPORTED)
                .setVariables(form)
                .correlateStartMessage()
                .getBusinessKey());
    }

    @Override
    public void suggestItem(String slipNumber, String itemCode) {
        slips.suggestItem(
                slipNumber,
                catalogue
                        .find(itemCode)
                        .orElseThrow(() -> Rejection.invalid("没有所选的项目，请重新选择“是什么问题”，或选“不确定”。"))
                        .code());
        variables.refresh(slipNumber);
    }

    /** No step of the case: whoever is at a form of the slip goes on undisturbed. */
    @Override
    public void remark(String slipNumber, String words) {
        slips.lock(slipNumber);
        remarks.add(slipNumber, words, Person.owner());
        variables.refresh(slipNumber);
        news.tell(
                Event.OWNER_REMARK,
                "owner-remark-" + slipNumber + "-" + remarks.of(slipNumber).size(),
                slipNumber,
                StaffNews.reason(words),
                Map.of());
    }

    @Override
    public void urge(String slipNumber, String words) {
        send(Messages.OWNER_URGED, slipNumber, values(AnyTimeForms.OWNER_WORDS, words));
    }

    @Override
    public void complain(String slipNumber, String words) {
        send(Messages.OWNER_COMPLAINED, slipNumber, values(AnyTimeForms.OWNER_WORDS, words));
    }

    @Override
    public void cancel(String slipNumber, String words) {
        // before the engine takes down what runs beside the repair, which an owner has no right to
        slips.get(slipNumber).requireOffered(OwnersStep.CANCEL);
        send(Messages.REQUEST_CANCELLED, slipNumber, values(AnyTimeForms.OWNER_WORDS, words));
    }

    @Override
    public void reschedule(String slipNumber, Instant appointment) {
        send(Messages.VISIT_RESCHEDULED, slipNumber, values(DispatchForms.APPOINTMENT_AT, appointment.toString()));
    }

    @Override
    public void agree(String slipNumber, long quote, Signatory signatory, boolean noiseConsent) {
        send(
                Messages.CONSENT_GIVEN,
                slipNumber,
                values(
                        WorkForms.QUOTE_SEEN,
                        quote,
                        WorkForms.CONSENT_OUTCOME,
                        code(ConsentOutcome.AGREED),
                        WorkForms.CONSENT_BY,
                        signatory.name(),
                        WorkForms.CONSENT_RELATION,
                        relation(signatory),
                        WorkForms.NOISE_CONSENT,
                        noiseConsent));
    }

    @Override
    public void decline(String slipNumber, long quote, boolean another, String reason) {
        send(
                Messages.CONSENT_REFUSED,
                slipNumber,
                values(
                        WorkForms.QUOTE_SEEN,
                        quote,
                        WorkForms.CONSENT_OUTCOME,
                        code(another ? ConsentOutcome.REQUOTE : ConsentOutcome.REFUSED),
                        WorkForms.CONSENT_REASON,
                        reason));
    }

    @Override
    public void accept(
            String slipNumber, int round, Signatory signatory, boolean functionRestored, boolean siteCleared) {
        send(
                Messages.REPAIR_ACCEPTED,
                slipNumber,
                values(
                        ConfirmForms.ROUND_SEEN,
                        round,
                        ConfirmForms.ACCEPTANCE_OUTCOME,
                        code(AcceptanceOutcome.ACCEPTED),
                        ConfirmForms.ACCEPTED_BY,
                        signatory.name(),
                        ConfirmForms.ACCEPTED_RELATION,
                        relation(signatory),
                        ConfirmForms.SIGNED,
                        true,
                        WorkForms.FUNCTION_RESTORED,
                        functionRestored,
                        WorkForms.SITE_CLEARED,
                        siteCleared));
    }

    @Override
    public void reject(String slipNumber, int round, String reason) {
        send(
                Messages.REPAIR_REJECTED,
                slipNumber,
                values(
                        ConfirmForms.ROUND_SEEN,
                        round,
                        ConfirmForms.ACCEPTANCE_OUTCOME,
                        code(AcceptanceOutcome.REJECTED),
                        ConfirmForms.REJECTION_REASON,
                        reason));
    }

    @Override
    public void rate(String slipNumber, boolean fixed, int score, String words) {
        if (slips.get(slipNumber).state() == SlipState.CLOSED) {
            lateRatings.rate(slipNumber, new CallBackReport(true, fixed, score, false, words));
            return;
        }
        send(
                Messages.OWNER_RATED,
                slipNumber,
                values(
                        FollowUpForms.CALL_BACK_OUTCOME,
                        code(CallBackOutcome.REACHED),
                        FollowUpForms.FAULT_FIXED,
                        code(fixed ? YesNo.YES : YesNo.NO),
                        FollowUpForms.SCORE,
                        Integer.toString(score),
                        AnyTimeForms.OWNER_WORDS,
                        words));
    }

    private static String relation(Signatory signatory) {
        return code(signatory.deputy() ? Relation.DEPUTY : Relation.OWNER);
    }

    /** Several at once, from an impatient owner or a program, are taken one after the other. */
    private void send(String message, String slipNumber, Map<String, Object> values) {
        slips.lock(slipNumber);
        try {
            acting.owner(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(slipNumber)
                    .setVariables(values)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException e) {
            throw Rejection.outOfTurn(slipNumber, "这一步现在办不了：可能刚刚已经办理，或者维修进展有了变化。请看最新的进展。");
        }
    }

    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(((Field<?>) pairs[i]).name(), pairs[i + 1]);
        }
        return values;
    }
}
