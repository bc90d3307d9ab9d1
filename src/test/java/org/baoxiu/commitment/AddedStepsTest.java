package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.ADDED_STEP;
import static org.baoxiu.slip.SlipStory.CLERK;

import java.time.Duration;
import java.util.Optional;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The promises of steps that a process owner has added run by the same rules as every other, beside what happens to the slip. */
@DomainTest
@Tag("3.4")
@DisplayName("增加的步骤的时限")
class AddedStepsTest extends CommitmentStory {

    private static final String STEP = "Task_SpotCheck";

    @Autowired
    private JdbcClient database;

    private AddedSteps steps;
    private Limit limit;

    @BeforeEach
    void aSlip() {
        limit = limit(60, 10, 30, false).orElseThrow();
        steps = new AddedSteps(
                database,
                slips,
                (step, repairClass, emergency) -> STEP.equals(step) ? Optional.of(limit) : Optional.empty(),
                commitments,
                clock);
        notified();
    }

    private void begins(String task) {
        steps.begin(number, task, STEP, "主管抽查", "3.4");
    }

    @Test
    @DisplayName("whatever happens to the slip leaves the promise alone; it is kept when the step is done")
    void kept() {
        at(5, () -> begins("one"));
        at(6, this::pickUp);
        at(8, this::arrive);
        is(ADDED_STEP, 5, 65, null);
        at(65, () -> steps.end("one", CLERK));

        is(ADDED_STEP, 5, 65, 65);
        assertThat(clock(ADDED_STEP).missed()).isFalse();
        assertThat(clock(ADDED_STEP).label()).isEqualTo("“主管抽查”");
        assertThat(clock(ADDED_STEP).code()).isEqualTo(STEP);
        assertThat(steps.of(number)).singleElement().satisfies(step -> assertThat(step.missedBy(minute(500)))
                .isFalse());
    }

    @Test
    @DisplayName("it is missed from the moment on at which it is due, and done late it stays so")
    void missed() {
        at(5, () -> begins("one"));
        until(65);
        assertThat(steps.of(number).get(0).missedBy(clock.instant()))
                .isEqualTo(clock(ADDED_STEP).missedBy(clock.instant()))
                .isTrue();
        at(66, () -> steps.end("one", CLERK));

        assertThat(clock(ADDED_STEP).missed()).isTrue();
        assertThat(clock(ADDED_STEP).lateness()).contains(Duration.ofMinutes(1));
        assertThat(steps.of(number).get(0).missedBy(clock.instant())).isTrue();
    }

    @Test
    @DisplayName(
            "somebody is to be told of it when it warns, when it is missed and again, and of no other clock with it")
    void told() {
        at(5, () -> begins("one"));
        assertThat(toldBetween(6, 54)).isEmpty();
        assertThat(toldBetween(55, 55)).contains(Stage.WARNING);
        assertThat(toldBetween(56, 64)).isEmpty();
        assertThat(toldBetween(65, 65)).contains(Stage.MISSED);
        assertThat(toldBetween(66, 94)).isEmpty();
        assertThat(toldBetween(95, 95)).contains(Stage.AGAIN);
        assertThat(commitments.judge(number))
                .as("the timers of the diagram are for the others")
                .map(attention -> attention.commitment().kind())
                .isNotEqualTo(Optional.of(ADDED_STEP));
        at(96, () -> steps.end("one", CLERK));
        assertThat(toldBetween(97, 500)).isEmpty();
        assertThat(steps.open()).isEmpty();
    }

    /** The first stage in these minutes at which something is to be told; empty if there is none. */
    private Optional<Stage> toldBetween(long from, long to) {
        for (long minute = from; minute <= to; minute++) {
            until(minute);
            for (AddedSteps.Open open : steps.open()) {
                Optional<Attention> attention = commitments.judge(commitments.get(open.commitment()));
                if (attention.isPresent()) {
                    return attention.map(Attention::stage);
                }
            }
        }
        return Optional.empty();
    }

    @Test
    @DisplayName("what the case goes on without is owed no more, but was missed if its time was over")
    void abandoned() {
        at(5, () -> begins("one"));
        at(6, () -> begins("two"));
        at(64, () -> steps.abandon("one"));
        at(67, () -> steps.abandon("two"));

        assertThat(all(ADDED_STEP)).extracting(Commitment::withdrawn).containsExactly(true, false);
        assertThat(all(ADDED_STEP)).extracting(Commitment::missed).containsExactly(false, true);
    }

    @Test
    @DisplayName("a slip that ends takes what is still owed with it")
    void cancelled() {
        at(5, () -> begins("one"));
        at(6, () -> slips.cancel(number, "不修了", CLERK));

        assertThat(clock(ADDED_STEP).withdrawn()).isTrue();
        assertThat(steps.open()).isEmpty();
    }

    @Test
    @DisplayName("two that begin at once have a promise each, and a step without a limit has none")
    void atOnce() {
        at(5, () -> {
            begins("one");
            begins("two");
            assertThat(steps.begin(number, "three", "Task_Other", "另一步", "3.4")).isEmpty();
        });
        at(10, () -> steps.end("two", CLERK));

        assertThat(all(ADDED_STEP)).extracting(Commitment::ended).containsExactly(false, true);
        assertThat(steps.of(number)).hasSize(3);
        steps.abandon("three");
    }
}
