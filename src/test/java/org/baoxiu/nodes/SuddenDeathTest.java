package org.baoxiu.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.baoxiu.nodes.Place.Machine;
import org.baoxiu.testing.RecordingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes die while people work, in moments that nobody has chosen, and start again. */
@Tag("nodes")
@DisplayName("节点在任意时刻被杀掉：已经答复的一件不丢，一件不重")
class SuddenDeathTest {

    /** What one node may have in hand for one channel. */
    private static final int TEXTS_IN_HAND = 3;

    @TempDir
    private Path directory;

    private final List<Machine> running = new CopyOnWriteArrayList<>();
    private RecordingServer gateway;
    private int launched;
    private int deaths;

    @BeforeEach
    void theGatewayListens() throws IOException {
        gateway = new RecordingServer();
    }

    @AfterEach
    void nothingIsLeft() {
        running.forEach(machine -> machine.node().kill());
        gateway.close();
    }

    /** Whoever dies has the file open. */
    @Test
    @Tag("4.6.1a")
    void theOnlyNodeOnAFileOfH2() throws Exception {
        Place place = Place.ofH2("killed-h2", directory, gateway);
        Random moments = Faults.moments("H2");
        launch(place, 1);
        try (Shift shift = new Shift("断电一路", 3, this::ports, moments)) {
            for (int round = 0; round < (Faults.manyTimes() ? 10 : 1); round++) {
                workUntil(moments, shift);
                die(running);
                place.allAreDead();
                launch(place, 1);
            }
            workUntil(moments, shift);
            shift.close();
            Instant settled = place.settled(running.get(0), () -> {});
            running.forEach(machine -> machine.node().stop());
            running.clear();
            reckon(place, shift, settled);
        }
    }

    private List<Integer> ports() {
        return running.stream().map(machine -> machine.node().port()).toList();
    }

    private void launch(Place place, int nodes) throws IOException {
        List<Machine> starting = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            starting.add(place.launch("" + ++launched));
        }
        for (Machine machine : starting) {
            machine.node().ready();
            running.add(machine);
        }
    }

    /** As far as chance has it, however fast the machine is: somewhere in the middle of the next steps. */
    private static void workUntil(Random moments, Shift shift) {
        int acknowledged = shift.acknowledged() + 3 + moments.nextInt(25);
        await("people work")
                .atMost(Place.PATIENCE)
                .pollInterval(Duration.ofMillis(1 + moments.nextInt(50)))
                .until(() -> shift.acknowledged() >= acknowledged);
    }

    private void die(List<Machine> victims) {
        List<Machine> dying = List.copyOf(victims);
        running.removeAll(dying);
        dying.forEach(machine -> machine.node().kill());
        deaths += dying.size();
    }

    private void reckon(Place place, Shift shift, Instant settled) throws InterruptedException {
        Faults.say(place.name() + ": " + deaths + " deaths; " + shift);
        new Reckoning(place.database())
                .nothingIsLost(shift)
                .nothingIsTwice(shift)
                .ownersAreTold(shift, gateway, deaths * TEXTS_IN_HAND)
                .recordsAgree(settled);
        place.commandSaysThatAllAgrees();
    }
}
