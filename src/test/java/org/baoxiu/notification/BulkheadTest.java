package org.baoxiu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.notification.Bulkhead.FIRST_AWAY;
import static org.baoxiu.notification.Bulkhead.LONGER_EACH;
import static org.baoxiu.notification.Bulkhead.LONGEST_AWAY;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final Bulkhead bulkhead = new Bulkhead();

    @Test
    @DisplayName(
            "while all places are taken each message is turned away for longer than the one before, up to five minutes")
    void turnedAway() {
        full();
        assertThat(bulkhead.enter()).contains(FIRST_AWAY);
        assertThat(bulkhead.enter()).contains(FIRST_AWAY.plus(LONGER_EACH));
        assertThat(bulkhead.enter()).contains(FIRST_AWAY.plus(LONGER_EACH.multipliedBy(2)));
        Duration[] later = IntStream.range(0, 2000)
                .mapToObj(each -> bulkhead.enter().orElseThrow())
                .toArray(Duration[]::new);
        assertThat(later).isSorted().endsWith(LONGEST_AWAY).allSatisfy(away -> assertThat(away)
                .isLessThanOrEqualTo(LONGEST_AWAY));
    }

    @Test
    @DisplayName("once the server answers the next ones are not turned away for long any more")
    void answers() {
        full();
        IntStream.range(0, 50).forEach(each -> bulkhead.enter());
        bulkhead.leave(true);
        assertThat(bulkhead.enter()).isEmpty();
        assertThat(bulkhead.enter()).contains(FIRST_AWAY);
    }

    @Test
    @DisplayName("a server that has not answered gets the next message, and nobody waits in front of it")
    void hangs() {
        full();
        bulkhead.leave(false);
        assertThat(bulkhead.join()).isZero();
        assertThat(bulkhead.enter()).isEmpty();
        assertThat(bulkhead.enter()).contains(FIRST_AWAY);
    }

    @Test
    @DisplayName("a new message stays away after those that found no place, until the server answers")
    void joins() {
        full();
        assertThat(bulkhead.join()).isZero();
        assertThat(bulkhead.enter()).contains(FIRST_AWAY);
        assertThat(bulkhead.join()).isEqualTo(FIRST_AWAY.plus(LONGER_EACH));
        assertThat(bulkhead.enter()).contains(FIRST_AWAY.plus(LONGER_EACH.multipliedBy(2)));
        bulkhead.leave(true);
        assertThat(bulkhead.join()).isZero();
    }

    private void full() {
        IntStream.range(0, Bulkhead.AT_ONCE)
                .forEach(place -> assertThat(bulkhead.enter()).isEmpty());
    }
}
