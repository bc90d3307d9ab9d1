package org.baoxiu.process.month;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadlines;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.PublicWork;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code processes/verification-reminder.bpmn}, which brings the slips of public areas in by the 25th (4.5.1). */
@Configuration(proxyBeanMethods = false)
public class VerificationReminder {

    public static final String KEY = "verificationReminder";

    /** One message for all the slips: which they are stands in the task list (4.5.1). */
    @Bean
    ExecutionListener remindOfVerification(Slips slips, Deadlines deadlines, StaffNews news, Clock clock) {
        return process -> {
            DmnDecisionResult result = EngineVariables.answer(process);
            PublicWork work = slips.publicWork();
            if (result.isEmpty() || work.none()) {
                return;
            }
            Instant due =
                    deadlines.from(clock.instant(), CommitmentKind.VERIFICATION).dueAt();
            Occasion occasion = new Occasion(
                    Event.VERIFICATION_REMINDER,
                    "verification-" + due.toEpochMilli(),
                    null,
                    Map.of(
                            "working",
                            work.working() + " 张",
                            "finished",
                            work.finished() + " 张",
                            "due",
                            Times.minute(due)));
            MonthSteps.tell(occasion, result, news);
        };
    }
}
