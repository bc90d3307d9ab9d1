package org.baoxiu.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeAxisTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private static List<Instant> after(Duration... durations) {
        return Stream.of(durations).map(NINE::plus).toList();
    }

    @Test
    void minutesAreSeenBesideWeeks() {
        List<Instant> moments = after(Duration.ZERO, Duration.ofMinutes(5), Duration.ofDays(14));
        TimeAxis axis = TimeAxis.of(moments, 4, 896);

        assertThat(axis.x(moments.get(0))).isEqualTo(4);
        assertThat(axis.x(moments.get(1))).isBetween(60, 400);
        assertThat(axis.x(moments.get(2))).isEqualTo(896);
    }

    @Test
    void oneMomentAloneHasAPlaceToo() {
        TimeAxis axis = TimeAxis.of(List.of(NINE, NINE), 4, 896);

        assertThat(axis.x(NINE)).isEqualTo(4);
        assertThat(axis.ticks(900)).hasSize(1);
    }

    @Test
    void noLabelIsWrittenOverAnotherOrBeyondTheEnd() {
        TimeAxis axis = TimeAxis.of(
                Stream.iterate(NINE, time -> time.plusSeconds(90)).limit(60).toList(), 4, 896);

        List<TimeAxis.Tick> ticks = axis.ticks(900);

        assertThat(ticks).hasSizeBetween(4, 9);
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).x() - ticks.get(i - 1).x()).isGreaterThanOrEqualTo(105);
        }
        assertThat(ticks.get(ticks.size() - 1).x()).isLessThanOrEqualTo(795);
    }
}
