package org.baoxiu.process.repair.clock;

import static org.baoxiu.process.form.Field.code;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.AddedSteps;
import org.baoxiu.commitment.Attention;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.Stage;
import org.baoxiu.engine.AsksDecision;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.UnrecordedDecisions;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.process.repair.telling.TaskPeople;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.baoxiu.words.TableWords;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the promises of steps that a process owner has added: the diagram has no timer for them. Whoever may do the step is told, and
 * whom the table of escalations names (4.6, 5); each in a transaction of its own.
 */
@Component
class LateSteps implements AsksDecision {

    private static final Logger LOG = LoggerFactory.getLogger(LateSteps.class);

    /** Where the table does not answer, as those of former releases do not: no miss is told to nobody above. */
    private static final String SUPERVISORS = Groups.CUSTOMER_SERVICE_LEAD + "," + Groups.ENGINEERING_SUPERVISOR;

    private final AddedSteps steps;
    private final Commitments commitments;
    private final UnrecordedDecisions decisions;
    private final RefusedDecisions refused;
    private final TaskPeople people;
    private final Slips slips;
    private final ClockNews news;
    private final TransactionTemplate transaction;

    LateSteps(
            AddedSteps steps,
            Commitments commitments,
            UnrecordedDecisions decisions,
            RefusedDecisions refused,
            TaskPeople people,
            Slips slips,
            ClockNews news,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.commitments = commitments;
        this.decisions = decisions;
        this.refused = refused;
        this.people = people;
        this.slips = slips;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String decision() {
        return "escalation";
    }

    @Override
    public String file() {
        return "processes/escalation.dmn";
    }

    @EventListener
    void look(EveryMinute minute) {
        for (AddedSteps.Open one : steps.open()) {
            try {
                transaction.executeWithoutResult(status -> judge(one));
            } catch (RuntimeException e) {
                LOG.warn(
                        "Promise {} is judged again in a minute: {}",
                        one.commitment(),
                        NestedExceptionUtils.getMostSpecificCause(e).getClass().getSimpleName());
            }
        }
    }

    private void judge(AddedSteps.Open step) {
        commitments.judge(commitments.get(step.commitment())).ifPresent(attention -> tell(step, attention));
    }

    private void tell(AddedSteps.Open step, Attention attention) {
        Commitment promise = attention.commitment();
        String above = above(attention.stage());
        String told = Stream.of(people.of(step.task()), above)
                .filter(roles -> !roles.isEmpty())
                .collect(Collectors.joining(","));
        slips.note(
                promise.slipNumber(),
                Person.system(),
                0,
                promise.clause(),
                ClockSteps.text(attention) + "：告知办这一步的人"
                        + (above.isEmpty() ? "" : "、" + TableWords.answerSaid(decision(), "told", above)));
        news.tell(promise, code(attention.stage()), told);
    }

    /** A warning is a help: who has none in the table needs none. */
    private String above(Stage stage) {
        try {
            DmnDecisionResult result = decisions.evaluate(
                    decision(), Map.of("clockKind", code(CommitmentKind.ADDED_STEP), "clockStage", code(stage)));
            if (!result.isEmpty()) {
                return result.getSingleResult().getEntry("told");
            }
        } catch (IllegalStateException | ClassCastException e) {
            LOG.error("The decision escalation gives no usable answer for an added step: {}", e.getMessage());
            refused.note(decision(), CommitmentKind.ADDED_STEP.label() + "，" + stage.label());
        }
        return stage == Stage.WARNING ? "" : SUPERVISORS;
    }
}
