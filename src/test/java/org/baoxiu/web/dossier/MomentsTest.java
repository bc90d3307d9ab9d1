package org.baoxiu.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void whatFollowsWithinASecondIsTheSameMoment() {
        Moments moments = new Moments(List.of(
                NINE.plusSeconds(60), NINE.plusMillis(999), NINE, NINE.plusMillis(1), NINE.plusSeconds(1), NINE));

        assertThat(moments.all()).containsExactly(NINE, NINE.plusSeconds(1), NINE.plusSeconds(60));
        assertThat(moments.number(NINE.plusMillis(999))).isZero();
        assertThat(moments.number(NINE.plusSeconds(1))).isEqualTo(1);
        assertThat(moments.number(NINE.plusSeconds(60))).isEqualTo(2);
    }
}
