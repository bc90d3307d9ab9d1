package org.baoxiu.process.repair.step7followup;

import org.baoxiu.feedback.CallBackReport;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.anytime.AnyTimeForms;
import org.baoxiu.process.repair.step7followup.FollowUpForms.CallBackOutcome;
import org.baoxiu.process.repair.step7followup.FollowUpForms.YesNo;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.process.repair.telling.TeamNews;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 7: call-back, what follows from it, and the end of the slip (S7, Q6, 4.3.6). */
@Configuration(proxyBeanMethods = false)
class FollowUpSteps {

    @Bean
    TaskListener checkCallBackPerson(Steps steps, Feedback feedback) {
        return steps.assigning(feedback::checkCaller);
    }

    @Bean
    TaskListener recordCallBack(Steps steps, Feedback feedback, Slips slips) {
        return steps.completing(
                FollowUpForms.CALL_BACK_OWNER,
                (slip, by, in) ->
                        feedback.recordCallBack(slip, report(in, slips.get(slip).repairDone()), by));
    }

    @Bean
    ExecutionListener recordOwnersRating(Steps steps, Feedback feedback, Slips slips) {
        return steps.answering(
                FollowUpForms.OWNERS_RATING,
                (slip, by, in) ->
                        feedback.recordRating(slip, report(in, slips.get(slip).repairDone()), by));
    }

    /** Nobody is asked whether a repair helped that was never done: after a refused quote there is nothing to do again. */
    private static CallBackReport report(Submission in, boolean repairDone) {
        if (in.need(FollowUpForms.CALL_BACK_OUTCOME) == CallBackOutcome.NOT_REACHED) {
            return new CallBackReport(false, false, 0, false, in.orNull(AnyTimeForms.OWNER_WORDS));
        }
        return new CallBackReport(
                true,
                !repairDone || in.need(FollowUpForms.FAULT_FIXED) == YesNo.YES,
                Integer.parseInt(in.need(FollowUpForms.SCORE)),
                in.ticked(FollowUpForms.CONDUCT_COMPLAINT),
                in.orNull(AnyTimeForms.OWNER_WORDS));
    }

    @Bean
    ExecutionListener recordFollowUpDecision(Steps steps, Feedback feedback, Slips slips, TeamNews team) {
        return steps.deciding("满意度规则没有给出跟进方式，请联系流程管理人员检查满意度跟进表。", (slip, answer) -> {
            FollowUp followUp = FollowUp.of(answer.getEntry("followUp"));
            String former = slips.get(slip).technician();
            feedback.decide(
                    slip, followUp, answer.<Number>getEntry("retryAfterHours").longValue(), answer.getEntry("reason"));
            if (followUp == FollowUp.REWORK) {
                team.tell(Event.NOT_FIXED, slip, slips.get(slip).lastReason(), StaffNews.former(former));
            }
        });
    }

    @Bean
    TaskListener recordImprovement(Steps steps, Feedback feedback) {
        return steps.completing(FollowUpForms.IMPROVE_SERVICE, (slip, by, in) -> {
            in.needTick(FollowUpForms.OWNER_INFORMED);
            feedback.improve(slip, in.need(FollowUpForms.IMPROVEMENT_MEASURES), by);
        });
    }

    @Bean
    JavaDelegate closeSlip(Steps steps, Slips slips) {
        return steps.automatic(slips::close);
    }
}
