package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.NINE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("维修事故的处理")
class HandlingAccidentTest {

    @Test
    @Tag("4.7.7")
    @Tag("5.3b")
    @DisplayName("an accident is closed when it is solved and its cause is written down, not before")
    void close() {
        Slip slip = SlipAt.working();
        slip.assessing().classify(SlipAt.ACCIDENT, NINE);
        Refusal.of(() -> slip.handlingAccident().close(NINE)).invalid().says("书面的原因说明");
        slip.handlingAccident().solve("换管", NINE);
        Refusal.of(() -> slip.handlingAccident().close(NINE)).invalid().says("书面的原因说明");

        slip.handlingAccident().stateCause("管材老化");
        slip.handlingAccident().close(NINE);
        assertThat(slip.accidentOpen()).isFalse();
    }

    @Test
    @Tag("4.4.1")
    @DisplayName("without an accident there is nothing to report")
    void none() {
        Refusal.of(() -> SlipAt.working().handlingAccident().report("漏水"))
                .invalid()
                .says("没有未结的维修事故");
    }
}
