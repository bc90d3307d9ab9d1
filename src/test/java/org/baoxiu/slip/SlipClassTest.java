package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.ACCIDENT;
import static org.baoxiu.slip.SlipAt.DAILY;
import static org.baoxiu.slip.SlipAt.IMPORTANT;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("日常、重要、事故")
class SlipClassTest {

    @Test
    @Tag("4.2")
    @DisplayName("rules move the class up and never down")
    void onlyUp() {
        Slip slip = SlipAt.registered(false);
        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        slip.assessing().classify(DAILY, SlipAt.NINE);
        assertThat(slip.repairClass()).isEqualTo(RepairClass.IMPORTANT);
        slip.assessing().classify(ACCIDENT, SlipAt.NINE);
        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        assertThat(slip.severity().classification()).isEqualTo(ACCIDENT);
    }

    @Test
    @Tag("4.4.2")
    @DisplayName("a downgrade is a decision with a reason; rules do not undo it, but a higher class still counts")
    void downgrade() {
        Slip slip = SlipAt.registered(false);
        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        slip.assessing().downgrade("现场看过，半小时可修好");
        assertThat(slip.repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(slip.severity().classification().reason()).contains("现场看过，半小时可修好");

        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        assertThat(slip.repairClass()).isEqualTo(RepairClass.DAILY);
        slip.assessing().classify(ACCIDENT, SlipAt.NINE);
        assertThat(slip.repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(slip.severity().raised()).isTrue();
    }

    @Test
    @Tag("4.4.2")
    @DisplayName("no downgrade without a reason, of a daily repair, or before there is a class")
    void noDowngrade() {
        Slip slip = SlipAt.registered(false);
        Refusal.of(() -> slip.assessing().downgrade("没有必要")).invalid().says("已经是日常维修");
        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        Refusal.of(() -> slip.assessing().downgrade(" ")).invalid().says("理由");
        Refusal.of(() -> SlipAt.received().assessing().downgrade("没有必要")).invalid();
    }

    @Test
    @Tag("4.4.1")
    @Tag("4.4.2")
    @DisplayName("the head of customer service gets each class once")
    void handedOverOnce() {
        Slip slip = SlipAt.registered(false);
        assertThat(slip.severity().raised()).isFalse();
        slip.assessing().classify(IMPORTANT, SlipAt.NINE);
        assertThat(slip.severity().raised()).isTrue();
        slip.assessing().handOverToLead();
        assertThat(slip.severity().raised()).isFalse();
        slip.assessing().classify(ACCIDENT, SlipAt.NINE);
        assertThat(slip.severity().raised()).isTrue();
    }

    @Test
    @Tag("4.2.1.1")
    @DisplayName("urges and complaints are counted together")
    void repeats() {
        Slip slip = SlipAt.working();
        slip.contacting().urged(false, true, SlipAt.NINE);
        slip.contacting().urged(false, true, SlipAt.NINE);
        slip.contacting().complained("态度差", false, true, SlipAt.NINE);
        assertThat(slip.severity().repeatCount()).isEqualTo(3);
        assertThat(slip.lastReason()).isEqualTo("态度差");
    }

    @Test
    @Tag("4.2.1.1")
    @DisplayName("a closed slip is neither urged nor complained about nor classified")
    void closed() {
        Slip slip = SlipAt.closed();
        Refusal.of(() -> slip.contacting().urged(false, true, SlipAt.NINE))
                .invalid()
                .says("已关闭", "另行登记");
        Refusal.of(() -> slip.contacting().complained("又漏了", false, true, SlipAt.NINE))
                .invalid();
        Refusal.of(() -> slip.assessing().classify(ACCIDENT, SlipAt.NINE)).invalid();
        Refusal.of(() -> slip.assessing().handOverToLead()).invalid();
    }
}
