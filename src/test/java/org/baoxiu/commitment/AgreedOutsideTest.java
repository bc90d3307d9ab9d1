package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.commitment.CommitmentKind.*;
import static org.baoxiu.slip.SlipStory.CLERK;

import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a contractor has promised beside what the office owes. */
@DomainTest
@Tag("Q3")
@DisplayName("与外包单位约定的时间")
class AgreedOutsideTest extends CommitmentStory {

    @BeforeEach
    void aSlip() {
        notified();
    }

    @Test
    @DisplayName("is due when it was agreed for, whatever happens to the slip, and may be entered afterwards")
    void due() {
        at(10, () -> agree(60));
        at(20, this::nothing);
        is(CONTRACTOR_ARRIVAL, 10, 60, null);

        clock.restart();
        notified();
        at(10, () -> agree(2));
        is(CONTRACTOR_ARRIVAL, 2, 2, null);
    }

    @Test
    @DisplayName("another time takes the place of the one before, which counts neither as kept nor as missed")
    void another() {
        at(10, () -> agree(60));
        at(20, () -> agree(90));
        is(CONTRACTOR_ARRIVAL, 20, 90, null);
        at(20, () -> agree(100));
        at(200, () -> agree(150));
        is(CONTRACTOR_ARRIVAL, 150, 150, null);
        assertThat(all(CONTRACTOR_ARRIVAL))
                .extracting(Commitment::endedAt)
                .containsExactly(minute(20), minute(20), minute(200), null);
        assertThat(all(CONTRACTOR_ARRIVAL))
                .extracting(Commitment::withdrawn)
                .as("the third one was missed by then")
                .containsExactly(true, true, false, false);
        assertThat(all(ARRIVAL)).singleElement().satisfies(arrival -> {
            assertThat(arrival.ended()).isFalse();
            assertThat(arrival.withdrawn()).isFalse();
        });
    }

    @Test
    @DisplayName("is not owed any more where nobody is awaited, but what was kept stays kept")
    void withdrawn() {
        at(10, () -> agree(60));
        at(20, () -> commitments.withdraw(number, CONTRACTOR_ARRIVAL));
        at(30, () -> commitments.withdraw(number, CONTRACTOR_ARRIVAL));
        is(CONTRACTOR_ARRIVAL, 10, 60, 20);
        assertThat(clock(CONTRACTOR_ARRIVAL).withdrawn()).isTrue();

        at(40, () -> agree(60));
        at(61, () -> keep(58));
        at(70, () -> commitments.withdraw(number, CONTRACTOR_ARRIVAL));
        at(80, () -> keep(75));
        is(CONTRACTOR_ARRIVAL, 40, 60, 58);
        assertThat(clock(CONTRACTOR_ARRIVAL).withdrawn()).isFalse();
        assertThat(clock(ARRIVAL).ended()).as("the office's own").isFalse();
    }

    @Test
    @DisplayName("ends with the slip")
    void endsWithTheSlip() {
        at(10, () -> agree(60));
        at(20, () -> slips.cancel(number, "自己修好了", CLERK));
        is(CONTRACTOR_ARRIVAL, 10, 60, 20);
        assertThat(clock(CONTRACTOR_ARRIVAL).withdrawn()).isTrue();
        assertThat(clock(ARRIVAL).withdrawn()).isFalse();
    }

    @Test
    @DisplayName("is told apart from what the office owes, and is no miss where it turns out to have been kept in time")
    void toldApart() {
        at(10, () -> agree(60));
        at(60, () -> assertThat(commitments.judge(number, CONTRACTOR_ARRIVAL)).hasValueSatisfying(told -> {
            assertThat(told.commitment().kind()).isEqualTo(CONTRACTOR_ARRIVAL);
            assertThat(told.stage()).isEqualTo(Stage.MISSED);
        }));
        at(65, () -> keep(58));
        assertThat(clock(CONTRACTOR_ARRIVAL).missed()).isFalse();

        at(70, () -> agree(80));
        at(85, () -> assertThat(commitments.judge(number))
                .hasValueSatisfying(told -> assertThat(told.commitment().kind()).isEqualTo(ARRIVAL)));
        assertThat(commitments.judge(number)).isEmpty();
        at(86, () -> assertThat(commitments.judge(number, CONTRACTOR_ARRIVAL)).isPresent());
        at(90, () -> keep(84));
        is(CONTRACTOR_ARRIVAL, 70, 80, 84);
        assertThat(clock(CONTRACTOR_ARRIVAL).missedAt()).isEqualTo(minute(86));
    }

    private void agree(long minute) {
        commitments.agree(number, CONTRACTOR_ARRIVAL, minute(minute));
    }

    private void keep(long minute) {
        commitments.keep(number, CONTRACTOR_ARRIVAL, minute(minute));
    }
}
