package org.baoxiu.process.repair.step6confirm;

import java.math.BigDecimal;
import org.baoxiu.fee.Fees;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.RepairRequestProcess.AcceptanceOutcome;
import org.baoxiu.process.repair.RepairRequestProcess.FeeDecision;
import org.baoxiu.process.repair.RepairRequestProcess.Fields;
import org.baoxiu.process.repair.RepairRequestProcess.Forms;
import org.baoxiu.process.repair.RepairRequestProcess.OwnerMessages;
import org.baoxiu.process.repair.RepairRequestProcess.VerificationOutcome;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step5work.RepairSteps;
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
        return steps.completing(Forms.ACCEPT_REPAIR, (slip, by, in) -> answer(slip, by, in, slips, news));
    }

    @Bean
    ExecutionListener recordOwnersAcceptance(Steps steps, Slips slips, StaffNews news) {
        return steps.answering(OwnerMessages.ACCEPTANCE, (slip, by, in) -> {
            if (in.need(Fields.ROUND_SEEN).intValue() != slips.get(slip).reworks()) {
                throw Rejection.outOfTurn(slip, "这次维修已经有了新的结果，请看过以后再答复。");
            }
            if (in.need(Fields.ACCEPTANCE_OUTCOME) == AcceptanceOutcome.ACCEPTED) {
                in.needTick(Fields.FUNCTION_RESTORED);
                in.needTick(Fields.SITE_CLEARED);
            }
            answer(slip, by, in, slips, news);
        });
    }

    private static void answer(String slip, Person by, Submission in, Slips slips, StaffNews news) {
        if (in.need(Fields.ACCEPTANCE_OUTCOME) == AcceptanceOutcome.ACCEPTED) {
            in.needTick(Fields.SIGNED);
            slips.accept(slip, RepairSteps.signatory(in, Fields.ACCEPTED_BY, Fields.ACCEPTED_RELATION), by);
            news.tell(Event.ACCEPTED, slip);
        } else {
            slips.rejectWork(slip, in.need(Fields.REJECTION_REASON), by);
            news.tell(Event.ACCEPTANCE_REFUSED, slip, in.need(Fields.REJECTION_REASON));
        }
    }

    @Bean
    TaskListener recordResultReport(Steps steps, Slips slips) {
        return steps.completing(
                Forms.REPORT_RESULT,
                (slip, by, in) -> slips.reportResult(
                        slip, in.need(Fields.REPORT_CHANNEL).label(), in.orNull(Fields.REPORT_NOTE), by));
    }

    @Bean
    TaskListener recordFeeReview(Steps steps, Fees fees) {
        return steps.completing(Forms.REVIEW_FEE, (slip, by, in) -> {
            boolean reduced = in.need(Fields.FEE_DECISION) == FeeDecision.REDUCE;
            BigDecimal amount = reduced ? in.need(Fields.REDUCED_TO) : null;
            String reason = reduced ? in.need(Fields.REDUCTION_REASON) : null;
            fees.review(slip, amount, reason, in.need(Fields.COLLECTION), by);
        });
    }

    @Bean
    TaskListener recordVerification(Steps steps, Slips slips, StaffNews news) {
        return steps.completing(Forms.VERIFY_PUBLIC_REPAIR, (slip, by, in) -> {
            if (in.need(Fields.VERIFICATION_OUTCOME) == VerificationOutcome.PASSED) {
                in.needTick(Fields.MATERIALS_GENUINE);
                in.needTick(Fields.QUALITY_GOOD);
                slips.verifyPublicWork(slip, by);
            } else {
                slips.failPublicWork(slip, in.need(Fields.VERIFICATION_NOTE), by);
                news.tell(Event.ACCEPTANCE_REFUSED, slip, in.need(Fields.VERIFICATION_NOTE));
            }
        });
    }
}
