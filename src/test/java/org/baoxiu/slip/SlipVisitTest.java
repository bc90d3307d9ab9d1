package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.NINE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("领单和上门")
class SlipVisitTest {

    @Test
    @Tag("4.3.3")
    @DisplayName("a slip is picked up once")
    void pickedUpOnce() {
        Refusal.of(() -> SlipAt.pickedUp().dispatching().pickUp("tech2", NINE))
                .invalid()
                .says("已领单");
    }

    @Test
    @Tag("4.3.3")
    @DisplayName("nobody arrives who has not picked up the slip")
    void arrivesAfterPickUp() {
        Refusal.of(() -> SlipAt.notified().dispatching().arrive(NINE)).invalid().says("不能登记到场");
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("an owner who is absent gets another appointment, in the future")
    void ownerAbsent() {
        Slip slip = SlipAt.pickedUp();
        slip.dispatching().ownerAbsent("敲门无人", SlipAt.NINE);
        Refusal.of(() -> slip.dispatching().reschedule(NINE, NINE)).invalid().says("晚于现在");
        slip.dispatching().reschedule(NINE.plusSeconds(3600), NINE);
        assertThat(slip.visit().appointmentAt()).isEqualTo(NINE.plusSeconds(3600));
        assertThat(slip.visit().outcome()).isEqualTo(VisitOutcome.OWNER_ABSENT);
        assertThat(slip.state()).isEqualTo(SlipState.PICKED_UP);
    }

    @Test
    @Tag("S4")
    @DisplayName("a transfer goes to somebody else")
    void transfer() {
        Slip slip = SlipAt.pickedUp();
        Refusal.of(() -> slip.dispatching().transfer("tech1", "忙不过来")).invalid().says("另一位");
        slip.dispatching().transfer("tech2", "忙不过来");
        assertThat(slip.technician()).isEqualTo("tech2");
    }

    @Test
    @Tag("S4")
    @DisplayName("a slip that is given back waits for the next pick-up")
    void giveBack() {
        Slip slip = SlipAt.pickedUp();
        slip.dispatching().giveBack("缺少配件");
        assertThat(slip.technician()).isNull();
        assertThat(slip.state()).isEqualTo(SlipState.NOTIFIED);
        slip.dispatching().pickUp("tech2", NINE);
        assertThat(slip.technician()).isEqualTo("tech2");
    }
}
