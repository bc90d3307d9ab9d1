package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.NINE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("告诉业主什么时候修好")
class CompletionsTest {

    private static final Instant NOON = NINE.plus(Duration.ofHours(3));
    private static final Instant TWO = NINE.plus(Duration.ofHours(5));

    @BeforeEach
    void itIsNine() {
        new TestClock();
    }

    @ParameterizedTest
    @Tag("4.3.4.4")
    @DisplayName("as long as nobody has given a time it is said how long the work takes, below an hour in minutes")
    @CsvSource({"0.5,30 分钟", "0.99,59 分钟", "1,1 小时", "1.5,1.5 小时", "12,12 小时", "0.001,1 分钟", "2.333,2.33 小时"})
    void duration(double hours, String said) {
        Slip slip = SlipAt.notified();
        slip.assessing().assess(new Assessment("PL-01", "老化", hours, false), false, false);
        assertThat(Completions.brief(slip)).isEqualTo("约 " + said + "修好");
        assertThat(Completions.expected(slip)).isEqualTo("同意后约 " + said + "修好");
        assertThat(Completions.time(slip)).isEmpty();
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("in a public area nobody has to agree: it is from the beginning of the work")
    void publicArea() {
        assertThat(Completions.expected(SlipAt.onSiteInPublicArea())).isEqualTo("开工后约 30 分钟修好");
    }

    @Test
    @Tag("4.6.4")
    @DisplayName("a time that was promised, and before it one that was given later, takes the place of that")
    void time() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.DEFER, "等配件", NINE);
        slip.repairing().promise(TWO, NINE);
        assertThat(Completions.time(slip)).contains(TWO);
        assertThat(Completions.expected(slip)).isEqualTo("预计 11月23日 14:00 前修好");
        assertThat(Completions.brief(slip)).isEqualTo("11月23日 14:00 前修好");

        slip.repairing().expect(NOON, NINE);
        assertThat(Completions.time(slip)).contains(NOON);
        assertThat(Completions.expected(slip)).isEqualTo(Completions.by(NOON)).isEqualTo("预计 11月23日 12:00 前修好");
    }
}
