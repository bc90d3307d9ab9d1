package org.baoxiu.process.repair.step5work;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.fee.Fees;
import org.baoxiu.fee.MaterialLine;
import org.baoxiu.fee.Quote;
import org.baoxiu.fee.QuoteRequest;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step2register.RegisterForms;
import org.baoxiu.process.repair.step5work.WorkForms.MaterialRow;
import org.baoxiu.process.repair.step5work.WorkForms.Relation;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Completion;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.WorkOutcome;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 5: quote, consent and work, with every way out of the work (S5, 4.3.4.4, 4.6.4, 4.7.4). */
@Configuration(proxyBeanMethods = false)
public class RepairSteps {

    @Bean
    TaskListener recordQuote(Steps steps, Fees fees) {
        return steps.completing(
                WorkForms.QUOTE_REPAIR,
                (slip, by, in) -> fees.quote(
                        slip,
                        new QuoteRequest(
                                in.need(WorkForms.FOUND_CAUSE),
                                in.need(WorkForms.WORK_PLAN),
                                in.orNull(WorkForms.LABOUR),
                                in.ticked(WorkForms.OFFICE_FAULT),
                                in.ticked(RegisterForms.UNDER_WARRANTY),
                                in.ticked(WorkForms.NOISE_OR_SMELL),
                                in.orNull(WorkForms.COMPLETION_AT),
                                materials(in)),
                        by));
    }

    @Bean
    ExecutionListener calculateQuote(Steps steps, Fees fees) {
        return steps.deciding(
                "收费规则没有给出付费方，请联系流程管理人员检查收费规则表。",
                (slip, answer) -> fees.decideQuote(slip, FeeAnswer.of(answer.getEntryMap())));
    }

    @Bean
    TaskListener recordConsent(Steps steps, Fees fees, StaffNews news) {
        return steps.completing(WorkForms.OBTAIN_CONSENT, (slip, by, in) -> answer(slip, by, in, fees, news));
    }

    @Bean
    ExecutionListener recordOwnersConsent(Steps steps, Fees fees, StaffNews news) {
        return steps.answering(WorkForms.OWNERS_CONSENT, (slip, by, in) -> {
            long latest = fees.latestQuote(slip).map(Quote::id).orElse(0L);
            if (in.need(WorkForms.QUOTE_SEEN).longValue() != latest) {
                throw Rejection.outOfTurn(slip, "报价已经更新，请看过新的报价再答复。");
            }
            answer(slip, by, in, fees, news);
        });
    }

    private static void answer(String slip, Person by, Submission in, Fees fees, StaffNews news) {
        switch (in.need(WorkForms.CONSENT_OUTCOME)) {
            case AGREED -> {
                fees.consent(
                        slip,
                        signatory(in, WorkForms.CONSENT_BY, WorkForms.CONSENT_RELATION),
                        in.ticked(WorkForms.NOISE_CONSENT),
                        by);
                news.tell(Event.CONSENT_GIVEN, slip);
            }
            case REQUOTE -> {
                fees.askForAnotherQuote(slip, in.need(WorkForms.CONSENT_REASON), by);
                news.tell(Event.ANOTHER_QUOTE, slip, in.need(WorkForms.CONSENT_REASON));
            }
            case REFUSED -> {
                fees.refuse(slip, in.need(WorkForms.CONSENT_REASON), by);
                news.tell(Event.REPAIR_REFUSED, slip, in.need(WorkForms.CONSENT_REASON));
            }
        }
    }

    @Bean
    JavaDelegate startWork(Steps steps, Slips slips) {
        return steps.automatic(slips::startWork);
    }

    @Bean
    TaskListener recordWork(Steps steps, Slips slips, Fees fees, Dispatch dispatch, Contractors contractors) {
        return steps.completing(WorkForms.CARRY_OUT_REPAIR, (slip, by, in) -> {
            WorkOutcome outcome = in.need(WorkForms.WORK_OUTCOME);
            if (outcome == WorkOutcome.DONE) {
                contractors.checkDone(slip);
                dispatch.noteLapsed(slip);
                finish(slip, by, in, slips, fees);
            } else {
                slips.interruptWork(slip, outcome, in.need(WorkForms.WORK_REASON), by);
            }
        });
    }

    private static void finish(String slip, Person by, Submission in, Slips slips, Fees fees) {
        slips.finish(
                slip,
                new Completion(
                        in.need(WorkForms.FOUND_CAUSE),
                        in.need(WorkForms.WORK_DONE),
                        in.ticked(WorkForms.FUNCTION_RESTORED),
                        in.ticked(WorkForms.SITE_CLEARED),
                        in.ticked(WorkForms.SAFETY_CHECKED),
                        in.ticked(WorkForms.TOOLS_ON_MAT)),
                by);
        fees.recordUsed(slip, materials(in), by);
    }

    @Bean
    ExecutionListener calculateBill(Steps steps, Fees fees) {
        return steps.deciding(
                "收费规则没有给出付费方，请联系流程管理人员检查收费规则表。",
                (slip, answer) -> fees.decideBill(slip, FeeAnswer.of(answer.getEntryMap())));
    }

    @Bean
    TaskListener recordSupport(Steps steps, Slips slips, Dispatch dispatch, StaffNews news) {
        return steps.completing(WorkForms.SUPPORT_REPAIR, (slip, by, in) -> {
            String former = slips.get(slip).technician();
            dispatch.support(slip, in.need(WorkForms.SUPPORT_ADVICE), in.orNull(WorkForms.REASSIGNED_TO), by);
            news.tell(Event.SUPPORT_GIVEN, slip, in.need(WorkForms.SUPPORT_ADVICE), StaffNews.former(former));
        });
    }

    @Bean
    TaskListener recordDeferral(Steps steps, Slips slips, StaffNews news) {
        return steps.completing(WorkForms.AGREE_DEFERRAL, (slip, by, in) -> {
            in.needTick(WorkForms.OWNER_TOLD);
            slips.promise(slip, in.need(WorkForms.PROMISED_TIME), in.orNull(WorkForms.DEFERRAL_NOTE), by);
            news.tell(Event.DEFERRAL_AGREED, slip, Times.minute(in.need(WorkForms.PROMISED_TIME)));
        });
    }

    public static Signatory signatory(Submission in, Field<String> name, Field<Relation> relation) {
        return new Signatory(in.need(name), in.find(relation).orElse(Relation.OWNER) == Relation.DEPUTY);
    }

    /** The rows that have a name; the rest of an emptied row may still be there and does not count. */
    private static List<MaterialLine> materials(Submission in) {
        List<MaterialLine> lines = new ArrayList<>();
        for (MaterialRow row : WorkForms.MATERIALS) {
            in.find(row.name())
                    .ifPresent(
                            name -> lines.add(new MaterialLine(name, in.need(row.quantity()), in.need(row.price()))));
        }
        return lines;
    }
}
