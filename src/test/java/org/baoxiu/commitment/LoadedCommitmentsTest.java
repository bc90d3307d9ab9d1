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

    private static Commitment clock() {
        Commitment clock = new Commitment();
        clock.slipNumber = SLIP;
        return clock;
    }
}
