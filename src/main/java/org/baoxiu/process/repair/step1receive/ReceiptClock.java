package org.baoxiu.process.repair.step1receive;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Deadlines;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.shared.Plausible;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/**
 * Due times of the clocks that run from the receipt of a request. The engine asks for them before the first step of the
 * process, so there is no slip yet: the moment of receipt is fixed here, and the slip is then opened with the same one.
 */
@Component("receiptClock")
public class ReceiptClock {

    private static final Map<String, CommitmentKind> CLOCKS = Map.of(
            "firstAnswerDue",
            CommitmentKind.FIRST_ANSWER,
            "oneDayDue",
            CommitmentKind.ONE_DAY,
            "twoWeeksDue",
            CommitmentKind.TWO_WEEKS);

    private final Deadlines deadlines;
    private final Clock clock;

    ReceiptClock(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @throws Rejection FORBIDDEN if the process is started in its middle, where there is nothing to count from */
    public Date due(DelegateExecution process, String variable) {
        if (!(process.getBpmnModelElementInstance() instanceof StartEvent start
                && start.getParentElement() instanceof Process)) {
            throw Steps.notFromTheMiddle();
        }
        CommitmentKind kind = Optional.ofNullable(CLOCKS.get(variable))
                .orElseThrow(() -> new IllegalArgumentException("no clock of the receipt: " + variable));
        return Date.from(deadlines.from(receipt(process), kind).dueAt());
    }

    /** A time that is no time, or that cannot be meant, is refused by the first step, with the rest of the form. */
    private Instant receipt(DelegateExecution process) {
        try {
            Submission in = ReceiveForms.REPORT_REPAIR.read(process.getVariables());
            return in.find(ReceiveForms.RECEIVED_AT)
                    .map(typed -> Plausible.received(typed, in.orNull(ReceiveForms.RECEIVED_REASON), clock.instant()))
                    .orElseGet(() -> now(process));
        } catch (Rejection e) {
            return clock.instant();
        }
    }

    private Instant now(DelegateExecution process) {
        Instant now = clock.instant();
        process.setVariable(ReceiveForms.RECEIVED_AT.name(), now.toString());
        return now;
    }
}
