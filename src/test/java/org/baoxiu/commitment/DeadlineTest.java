package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two days, a warning four hours before, and told again every day. */
@DisplayName("到期提醒")
class DeadlineTest {

    private static final Instant DUE = Instant.parse("2026-11-25T01:00:00Z");

    private final Deadline deadline = new Deadline();

    @BeforeEach
    void due() {
        deadline.use(new Limit(Duration.ofDays(2), Duration.ofHours(4), Duration.ofDays(1), false, "5.3"));
        deadline.dueAt = DUE;
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    @DisplayName("a timer reads from it when it is due, and that it is told again every day")
    void cycle() {
        String[] parts = deadline.cycle().split("/");
        assertThat(parts).hasSize(3);
        assertThat(parts[0]).as("without end").isEqualTo("R");
        assertThat(OffsetDateTime.parse(parts[1]).toInstant()).isEqualTo(DUE);
        assertThat(Duration.parse(parts[2])).isEqualTo(Duration.ofDays(1));
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    @DisplayName("it knows when somebody was warned, when the miss was noticed, and when it was told last")
    void told() {
        Instant warned = DUE.minus(Duration.ofHours(4));
        deadline.told(Stage.WARNING, warned);
        assertThat(deadline.warnedAt()).isEqualTo(warned);
        assertThat(deadline.missedAt()).isNull();

        deadline.told(Stage.MISSED, DUE.plusSeconds(5));
        deadline.told(Stage.AGAIN, DUE.plus(Duration.ofDays(1)));
        assertThat(deadline.missedAt()).isEqualTo(DUE.plusSeconds(5));
        assertThat(deadline.toldAt()).isEqualTo(DUE.plus(Duration.ofDays(1)));
        assertThat(deadline.warnedAt()).isEqualTo(warned);
    }

    @Test
    @Tag("5.3a")
    @Tag("5.3b")
    @DisplayName("it is as many whole days late as when somebody was told last, and none before")
    void daysLate() {
        assertThat(deadline.daysLate()).isZero();
        deadline.told(Stage.WARNING, DUE.minus(Duration.ofHours(4)));
        assertThat(deadline.daysLate()).isZero();
        deadline.told(Stage.MISSED, DUE.plus(Duration.ofHours(23)));
        assertThat(deadline.daysLate()).isZero();
        deadline.told(Stage.AGAIN, DUE.plus(Duration.ofHours(50)));
        assertThat(deadline.daysLate()).isEqualTo(2);
    }
}
