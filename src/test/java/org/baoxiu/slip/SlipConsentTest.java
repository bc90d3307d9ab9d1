package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipAt.AGREED;
import static org.baoxiu.slip.SlipAt.DONE;
import static org.baoxiu.slip.SlipAt.NINE;
import static org.baoxiu.slip.SlipAt.NUMBER;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("报价、同意、维修、费用")
class SlipConsentTest {

    @Test
    @Tag("4.3.4.4")
    @DisplayName("inside a unit no work starts before the owner agrees")
    void consentBeforeWork() {
        Refusal.of(() -> SlipAt.onSite().repairing().startWork(NINE)).invalid().says(NUMBER, "还没有同意");
        Refusal.of(() -> SlipAt.quoted().repairing().startWork(NINE)).invalid().says("已报价");
        Slip slip = SlipAt.consented();
        slip.repairing().startWork(NINE);
        assertThat(slip.state()).isEqualTo(SlipState.WORKING);
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("nobody agrees to an amount that is not known yet")
    void consentToAnAmount() {
        Slip slip = SlipAt.onSite();
        slip.quoting().quote("接头老化", false, false, false);
        Refusal.of(() -> slip.quoting().consent()).invalid().says("金额还没有算出");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("in a public area work needs no consent and no bill above zero is possible")
    void publicArea() {
        Slip slip = SlipAt.onSiteInPublicArea();
        slip.repairing().startWork(NINE);
        slip.repairing().finish(DONE, NINE);
        Refusal.of(() -> slip.repairing().bill(new BigDecimal("0.01"))).invalid();
        slip.repairing().bill(new BigDecimal("0.00"));
        assertThat(slip.agreement().billedAmount()).isEqualByComparingTo("0");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("other content or another price needs a new consent before work goes on")
    void changeNeedsNewConsent() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.CHANGE, "还要换阀门", SlipAt.NINE);
        Refusal.of(() -> slip.repairing().startWork(NINE)).invalid().says("还没有同意");

        slip.quoting().quote("阀门损坏", false, false, false);
        slip.quoting().quotedAt(new BigDecimal("180.00"));
        slip.quoting().consent();
        slip.repairing().startWork(NINE);
        assertThat(slip.agreement().consentedAmount()).isEqualByComparingTo("180.00");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("another content or price stops the work and makes the earlier consent void")
    void quoteVoidsConsent() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.CHANGE, "阀门也坏了", SlipAt.NINE);
        assertThat(slip.consentRequired()).isTrue();
        Refusal.of(() -> slip.repairing().startWork(NINE)).invalid().says("业主还没有同意");
        slip.quoting().quote("阀门损坏", false, false, false);
        assertThat(slip.consentRequired()).isTrue();
        assertThat(slip.agreement().quotedAmount()).isNull();
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("the bill never exceeds what the owner agreed to")
    void billWithinConsent() {
        Slip slip = SlipAt.working();
        slip.repairing().finish(DONE, NINE);
        Refusal.of(() -> slip.repairing().bill(new BigDecimal("130.01")))
                .invalid()
                .says(NUMBER, "130.01 元", "130.00 元", "重新报价");
        slip.repairing().bill(AGREED);
        assertThat(slip.agreement().billedAmount()).isEqualByComparingTo("130.00");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("an owner may ask for another quote or refuse the repair")
    void answers() {
        Slip slip = SlipAt.quoted();
        slip.quoting().askForAnotherQuote("材料太贵");
        assertThat(slip.state()).isEqualTo(SlipState.QUOTED);
        slip.quoting().refuse("不修了", SlipAt.NINE);
        assertThat(slip.state()).isEqualTo(SlipState.REFUSED);
        Refusal.of(() -> slip.quoting().consent()).invalid().says("业主不同意维修");
    }

    @Test
    @Tag("4.7.4")
    @DisplayName("a call for help stops the work until the supervisor answers, with or without another technician")
    void support() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.HELP, "找不到漏点", SlipAt.NINE);
        Refusal.of(() -> slip.repairing().finish(DONE, NINE)).invalid().says("等待技术支援");
        slip.repairing().support("换阀体", null);
        assertThat(slip.technician()).isEqualTo("tech1");
        slip.repairing().support("换人", "tech2");
        assertThat(slip.technician()).isEqualTo("tech2");
        assertThat(slip.work().note()).isEqualTo("技术支援：换人");
        slip.repairing().startWork(NINE);
        assertThat(slip.state()).isEqualTo(SlipState.WORKING);
    }

    @Test
    @Tag("4.6.4")
    @DisplayName("a deferred repair gets a promised time in the future")
    void deferral() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.DEFER, "配件缺货", SlipAt.NINE);
        Refusal.of(() -> slip.repairing().promise(NINE, NINE)).invalid().says("约定维修时间", "晚于现在");
        Refusal.of(() -> slip.repairing().promise(NINE.minusSeconds(1), NINE)).invalid();
        slip.repairing().promise(NINE.plusSeconds(1), NINE);
        assertThat(slip.schedule().promisedAt()).isEqualTo(NINE.plusSeconds(1));
    }

    @Test
    @Tag("4.6.4")
    @DisplayName("no time is promised for work that is not deferred")
    void promiseOnlyWhenDeferred() {
        Refusal.of(() -> SlipAt.working().repairing().promise(NINE.plusSeconds(60), NINE))
                .invalid()
                .says("维修中");
    }

    @ParameterizedTest(name = "restored {0}, cleared {1}, safe {2}, tools on mat {3}")
    @CsvSource({"false,true,true,true", "true,false,true,true", "true,true,false,true", "true,true,true,false"})
    @Tag("Q5")
    @Tag("S5")
    @Tag("4.3.4.5")
    @Tag("4.3.4.7")
    @DisplayName("work is finished when each point of the checklist is confirmed")
    void completionChecklist(boolean restored, boolean cleared, boolean safe, boolean tools) {
        Slip slip = SlipAt.working();
        Refusal.of(() -> slip.repairing().finish(new Completion("老化", "更换", restored, cleared, safe, tools), NINE))
                .invalid()
                .says("逐项确认");
        assertThat(slip.state()).isEqualTo(SlipState.WORKING);
    }

    @ParameterizedTest
    @CsvSource({"'',更换接头", "老化,' '"})
    @Tag("4.7.7")
    @DisplayName("work is finished when its cause and content are known")
    void causeIsNeeded(String cause, String work) {
        Refusal.of(() -> SlipAt.working().repairing().finish(new Completion(cause, work, true, true, true, true), NINE))
                .invalid()
                .says("原因");
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("material is used on a slip in work only")
    void materialOnASlipInWork() {
        Refusal.of(SlipAt.consented().repairing()::useMaterials).invalid().says("登记用料");
        SlipAt.working().repairing().useMaterials();
    }

    @Test
    @Tag("5.1")
    @DisplayName("the start of the work is the first start")
    void firstStart() {
        Slip slip = SlipAt.working();
        slip.repairing().interruptWork(WorkOutcome.HELP, "找不到漏点", SlipAt.NINE);
        slip.repairing().support("换阀体", null);
        Instant later = NINE.plusSeconds(600);
        slip.repairing().startWork(later);
        assertThat(slip.work().startedAt()).isEqualTo(NINE);
    }
}
