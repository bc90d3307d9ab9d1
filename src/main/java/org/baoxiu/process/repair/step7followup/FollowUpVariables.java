package org.baoxiu.process.repair.step7followup;

import java.util.Date;
import org.baoxiu.feedback.CallBack;
import org.baoxiu.feedback.Feedback;
import org.baoxiu.feedback.FollowUp;
import org.baoxiu.process.repair.variables.StepVariables;
import org.baoxiu.process.repair.variables.Values;
import org.baoxiu.slip.Slip;
import org.springframework.stereotype.Component;

/** What the latest call-back came to. */
@Component
class FollowUpVariables implements StepVariables {

    private final Feedback feedback;

    FollowUpVariables(Feedback feedback) {
        this.feedback = feedback;
    }

    @Override
    public void write(Slip slip, Values values) {
        if (slip.visit().arrivedAt() != null) {
            feedback.latest(slip.number()).ifPresent(callBack -> afterCallBack(slip, callBack, values));
        }
    }

    private void afterCallBack(Slip slip, CallBack callBack, Values values) {
        values.put("ownerReached", callBack.reached());
        values.put("callBackAttempts", feedback.attempts(slip.number()));
        values.put("fixed", callBack.fixed());
        values.put("satisfactionScore", callBack.score());
        values.put("conductComplaint", callBack.conductComplaint());
        values.put(
                "followUp",
                callBack.followUp() == null ? "" : callBack.followUp().code());
        values.put("callBackAt", callBack.retryAt() == null ? null : Date.from(callBack.retryAt()));
        values.put("reworkNeeded", callBack.followUp() == FollowUp.REWORK);
    }
}
