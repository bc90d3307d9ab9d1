package org.baoxiu.process.repair.step6confirm;

import java.math.BigDecimal;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step5work.RepairSteps;
import org.baoxiu.process.repair.step5work.WorkForms;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.AcceptanceOutcome;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.FeeDecision;
import org.baoxiu.process.repair.step6confirm.ConfirmForms.VerificationOutcome;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 6: acceptance, result, fee review, or the verification of public work (S6, 4.3.4.8, 4.3.5, 3.5, 4.5.1). */
@Configuration(proxyBeanMethods = false)
class ConfirmSteps {

    @Bean
    TaskListener recordAcceptance(Steps steps, Slips slips, StaffNews news) {
        return steps.completing(ConfirmForms.ACCEPT_REPAIR, (slip, by, in) -> answer(slip, by, in, slips, news));
    }

    @Bean
    ExecutionListener recordOwnersAcceptance(Steps steps, Slips slips, StaffNews news) {
        return steps.answering(ConfirmForms.OWNERS_ACCEPTANCE, (slip, by, in) -> {
            if (in.need(ConfirmForms.ROUND_SEEN).intValue()
                    != slips.get(slip).acceptance().reworks()) {
                throw Rejection.outOfTurn(slip, "这次维修已经有了新的结果，请看过以后再答复。");
            }
            if (in.need(ConfirmForms.ACCEPTANCE_OUTCOME) == AcceptanceOutcome.ACCEPTED) {
                in.needTick(WorkForms.FUNCTION_RESTORED);
                in.needTick(WorkForms.SITE_CLEARED);
            }
            answer(slip, by, in, slips, news);
        });
    }

    private static void answer(String slip, Person by, Submission in, Slips slips, StaffNews news) {
        if (in.need(ConfirmForms.ACCEPTANCE_OUTCOME) == AcceptanceOutcome.ACCEPTED) {
            in.needTick(ConfirmForms.SIGNED);
            slips.accept(slip, RepairSteps.signatory(in, ConfirmForms.ACCEPTED_BY, ConfirmForms.ACCEPTED_RELATION), by);
            news.tell(Event.ACCEPTED, slip);
        } else {
            slips.rejectWork(slip, in.need(ConfirmForms.REJECTION_REASON), by);
            news.tell(Event.ACCEPTANCE_REFUSED, slip, in.need(ConfirmForms.REJECTION_REASON));
        }
    }

    @Bean
    TaskListener recordResultReport(Steps steps, Slips slips) {
        return steps.completing(
                ConfirmForms.REPORT_RESULT,
                (slip, by, in) -> slips.reportResult(
                        slip, in.need(ConfirmForms.REPORT_CHANNEL).label(), in.orNull(ConfirmForms.REPORT_NOTE), by));
    }

    @Bean
    TaskListener recordFeeReview(Steps steps, Fees fees) {
        return steps.completing(ConfirmForms.REVIEW_FEE, (slip, by, in) -> {
            boolean reduced = in.need(ConfirmForms.FEE_DECISION) == FeeDecision.REDUCE;
            BigDecimal amount = reduced ? in.need(ConfirmForms.REDUCED_TO) : null;
            String reason = reduced ? in.need(ConfirmForms.REDUCTION_REASON) : null;
            fees.review(slip, amount, reason, in.need(ConfirmForms.COLLECTION), by);
        });
    }

    @Bean
    TaskListener recordVerification(Steps steps, Slips slips, StaffNews news) {
        return steps.completing(ConfirmForms.VERIFY_PUBLIC_REPAIR, (slip, by, in) -> {
            if (in.need(ConfirmForms.VERIFICATION_OUTCOME) == VerificationOutcome.PASSED) {
                in.needTick(ConfirmForms.MATERIALS_GENUINE);
                in.needTick(ConfirmForms.QUALITY_GOOD);
                slips.verifyPublicWork(slip, by);
            } else {
                slips.failPublicWork(slip, in.need(ConfirmForms.VERIFICATION_NOTE), by);
                news.tell(Event.ACCEPTANCE_REFUSED, slip, in.need(ConfirmForms.VERIFICATION_NOTE));
            }
        });
    }
}
