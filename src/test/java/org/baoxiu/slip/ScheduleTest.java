package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.NINE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("什么时候修好")
class ScheduleTest {

    private static final Instant TOMORROW = NINE.plus(Duration.ofDays(1));
    private static final Instant TODAY_LATER = NINE.plus(Duration.ofHours(3));

    @Test
    @Tag("5.2")
    @DisplayName("an overdue important repair goes on with the director's approval only")
    void approval() {
        Slip slip = SlipAt.onSite();
        slip.repairing().requireApproval(true);
        Refusal.of(() -> slip.quoting().quote("接头老化", false, false, false))
                .invalid()
                .says("主任批准");

        slip.repairing().approve(TOMORROW, NINE);
        slip.quoting().quote("接头老化", false, false, false);
        assertThat(slip.state()).isEqualTo(SlipState.QUOTED);
        assertThat(slip.schedule().completion()).contains(TOMORROW);
    }

    @Test
    @Tag("4.6.4")
    @Tag("Q4")
    @DisplayName("what was said last about the end counts before what was promised")
    void lastWord() {
        Schedule schedule = new Schedule();
        assertThat(schedule.completion()).isEmpty();
        schedule.promise(TOMORROW);
        assertThat(schedule.completion()).contains(TOMORROW);
        schedule.expect(TODAY_LATER);
        assertThat(schedule.completion()).contains(TODAY_LATER);
    }
}
