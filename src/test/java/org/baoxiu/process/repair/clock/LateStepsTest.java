package org.baoxiu.process.repair.clock;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.endsWith;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baoxiu.commitment.AddedSteps;
import org.baoxiu.commitment.Attention;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.Stage;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.engine.UnrecordedDecisions;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.process.repair.telling.TaskPeople;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** The table of escalations of a former release knows no added steps; the message is never told to nobody. */
@DisplayName("升级表里没有写增加的步骤")
@Tag("3.4")
class LateStepsTest {

    private final AddedSteps steps = mock();
    private final Commitments commitments = mock();
    private final UnrecordedDecisions decisions = mock();
    private final RefusedDecisions refused = mock();
    private final TaskPeople people = mock();
    private final Slips slips = mock();
    private final ClockNews news = mock();
    private final Commitment promise = mock();
    private final LateSteps late = new LateSteps(
            steps, commitments, decisions, refused, people, slips, news, mock(PlatformTransactionManager.class));

    @BeforeEach
    void aStep() {
        when(steps.open()).thenReturn(List.of(new AddedSteps.Open("gone", 1), new AddedSteps.Open("task", 2)));
        when(commitments.get(1)).thenThrow(new IllegalStateException());
        when(commitments.get(2)).thenReturn(promise);
        when(people.of("task")).thenReturn("login:tech1");
        when(promise.label()).thenReturn("“主管抽查”");
        when(promise.clause()).thenReturn("3.4");
        when(promise.slipNumber()).thenReturn("WX1");
        when(promise.dueAt()).thenReturn(Instant.parse("2026-11-23T03:00:00Z"));
    }

    private void answers(Stage stage, boolean rows) {
        when(commitments.judge(promise)).thenReturn(Optional.of(new Attention(promise, stage)));
        DmnDecisionResult nothing = mock();
        when(nothing.isEmpty()).thenReturn(true);
        if (rows) {
            when(decisions.evaluate(eq("escalation"), anyMap())).thenReturn(nothing);
        } else {
            when(decisions.evaluate(eq("escalation"), anyMap())).thenThrow(new IllegalStateException("broken"));
        }
    }

    @Test
    @DisplayName("a miss is told to both supervisors besides, though another step cannot be judged")
    void missed() {
        answers(Stage.MISSED, true);

        late.look(new EveryMinute());

        verify(news).tell(promise, "missed", "login:tech1,customerServiceLead,engineeringSupervisor");
        verify(slips).note(eq("WX1"), any(), anyInt(), eq("3.4"), endsWith("：告知办这一步的人、客户服务中心主管、工程部主管"));
        verifyNoInteractions(refused);
    }

    @Test
    @DisplayName("likewise where the table cannot be asked, which is noted")
    void broken() {
        answers(Stage.MISSED, false);

        late.look(new EveryMinute());

        verify(news).tell(promise, "missed", "login:tech1,customerServiceLead,engineeringSupervisor");
        verify(refused).note("escalation", "增加的步骤，超时");
    }

    @Test
    @DisplayName("a warning is for whoever may do the step")
    void warning() {
        answers(Stage.WARNING, true);

        late.look(new EveryMinute());

        verify(news).tell(promise, "warning", "login:tech1");
    }
}
