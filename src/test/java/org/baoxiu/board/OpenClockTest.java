package org.baoxiu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.board.ClockState.DUE_SOON;
import static org.baoxiu.board.ClockState.OVERDUE;
import static org.baoxiu.board.ClockState.PAUSED;
import static org.baoxiu.board.ClockState.WITHIN;
import static org.baoxiu.commitment.CommitmentKind.ARRIVAL;
import static org.baoxiu.commitment.CommitmentKind.DEFERRAL_CALL;
import static org.baoxiu.commitment.CommitmentKind.IMPORTANT_REPAIR;
import static org.baoxiu.commitment.CommitmentKind.ONE_DAY;
import static org.baoxiu.commitment.CommitmentKind.REPAIR;
import static org.baoxiu.commitment.CommitmentKind.TWO_WEEKS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.baoxiu.commitment.CommitmentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of its clocks a slip is shown with on the board, and in which colour. */
class OpenClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // the table says when to warn
        "PT15M, PT5M, PT5M1S, WITHIN",
        "PT15M, PT5M, PT5M, DUE_SOON",
        "PT15M, PT5M, PT1S, DUE_SOON",
        // nobody is warned: the last third
        "PT3M, PT0S, PT1M1S, WITHIN",
        "PT3M, PT0S, PT1M, DUE_SOON",
        // but at most an hour
        "P14D, PT0S, PT1H1S, WITHIN",
        "P14D, PT0S, PT1H, DUE_SOON",
        "PT15M, PT5M, PT0S, OVERDUE",
        "PT15M, PT5M, -PT1S, OVERDUE"
    })
    void theColourFollowsTheTimeLeft(Duration limit, Duration warning, Duration left, ClockState state) {
        assertThat(new OpenClock(ARRIVAL, NOW.plus(left), limit, warning, false, null, null).state(NOW))
                .isEqualTo(state);
    }

    @Test
    void theClockThatIsDueNextPresses() {
        assertThat(pressing(running(ONE_DAY, 600), running(ARRIVAL, 12), running(TWO_WEEKS, 9000)))
                .isEqualTo(new SlipClock(ARRIVAL, WITHIN, Duration.ofMinutes(12), null));
        assertThat(pressing(running(ONE_DAY, -5), running(ARRIVAL, 12)).kind()).isEqualTo(ONE_DAY);
    }

    @Test
    void aPauseIsShownWithWhatWasLeftAndWhy() {
        SlipClock clock = pressing(running(ONE_DAY, 600), paused(REPAIR, 9, 20));

        assertThat(clock).isEqualTo(new SlipClock(REPAIR, PAUSED, Duration.ofMinutes(29), "重新征得业主同意"));
        assertThat(pressing(running(ONE_DAY, 30), paused(REPAIR, 9, 20)).state())
                .isEqualTo(DUE_SOON);
        assertThat(pressing(running(ONE_DAY, -30), paused(REPAIR, 9, 20)).state())
                .isEqualTo(OVERDUE);
    }

    @Test
    void whatTakesThePlaceOfAPausedPromisePresses() {
        assertThat(pressing(running(ONE_DAY, 600), paused(REPAIR, 1, 5), running(DEFERRAL_CALL, 28))
                        .kind())
                .isEqualTo(DEFERRAL_CALL);
    }

    @Test
    void aDayThatIsOverPressesNoMoreOnceTheClassIsRaised() {
        OpenClock day =
                new OpenClock(ONE_DAY, NOW.minusSeconds(60), Duration.ofDays(1), Duration.ZERO, true, null, null);

        assertThat(pressing(day, running(IMPORTANT_REPAIR, 2880)).kind()).isEqualTo(IMPORTANT_REPAIR);
        assertThat(OpenClock.pressing(List.of(day), NOW)).isEmpty();
        assertThat(OpenClock.pressing(List.of(), NOW)).isEmpty();
    }

    private static SlipClock pressing(OpenClock... owed) {
        return OpenClock.pressing(List.of(owed), NOW).orElseThrow();
    }

    private static OpenClock running(CommitmentKind kind, int minutesLeft) {
        Duration limit = kind.wholeRequest() ? Duration.ofDays(1) : Duration.ofMinutes(15);
        return new OpenClock(kind, NOW.plus(Duration.ofMinutes(minutesLeft)), limit, Duration.ZERO, false, null, null);
    }

    private static OpenClock paused(CommitmentKind kind, int minutesLeft, int minutesAgo) {
        return new OpenClock(
                kind,
                NOW.plus(Duration.ofMinutes(minutesLeft)),
                Duration.ofMinutes(30),
                Duration.ZERO,
                false,
                NOW.minus(Duration.ofMinutes(minutesAgo)),
                "重新征得业主同意");
    }
}
