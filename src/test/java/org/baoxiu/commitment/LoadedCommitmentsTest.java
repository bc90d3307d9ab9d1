package org.baoxiu.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("本次操作已读的时钟")
class LoadedCommitmentsTest {

    private static final String SLIP = "WX20261129-000001";

    private final LoadedCommitments loaded = new LoadedCommitments();

    @Test
    @DisplayName("a clock that is started before those of its slip were read is read with them, once")
    void whatIsStartedFirstIsReadWithTheOthers() {
        Commitment before = clock();
        Commitment started = clock();
        loaded.add(started);

        assertThat(loaded.of(SLIP, slip -> List.of(before, started))).containsExactly(before, started);
    }

    @Test
    @DisplayName("a clock that is started afterwards is added to them")
    void whatIsStartedLaterIsAdded() {
        Commitment before = clock();
        loaded.of(SLIP, slip -> List.of(before));
        Commitment started = clock();
        loaded.add(started);

        assertThat(loaded.of(SLIP, slip -> List.of())).containsExactly(before, started);
    }

    @Test
    @DisplayName("a clock is found by its number among those of all slips that were read")
    void foundByNumber() {
        Commitment first = clock();
        first.id = 1L;
        Commitment second = clock();
        second.id = 2L;
        loaded.of(SLIP, slip -> List.of(first));
        loaded.of("WX20261129-000002", slip -> List.of(second));

        assertThat(loaded.find(1)).containsSame(first);
        assertThat(loaded.find(2)).containsSame(second);
        assertThat(loaded.find(3)).isEmpty();
    }

    private static Commitment clock() {
        Commitment clock = new Commitment();
        clock.slipNumber = SLIP;
        return clock;
    }
}
