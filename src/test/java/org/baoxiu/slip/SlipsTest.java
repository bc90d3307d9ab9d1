package org.baoxiu.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("维修单存取和经过")
class SlipsTest {

    @Autowired
    private Slips slips;

    @Autowired
    private PlaceSlips placeSlips;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @Tag("S2")
    @DisplayName("a slip that was just opened reads back, with nothing where nothing is known yet")
    void openedSlipReadsBack() {
        Report report = SlipAt.report(Area.INSIDE);
        Slip slip = slips.get(slips.open(report, SlipAt.CLERK).number());
        assertThat(slip.number()).matches("WX20261123-\\d{6}");
        assertThat(slip.report()).isEqualTo(report);
        assertThat(slip.intake().openedBy()).isEqualTo("clerk1");
        assertThat(slip.item()).isNull();
        assertThat(slip.severity().classification()).isNull();
        assertThat(slip.technician()).isNull();
    }

    @Test
    @Tag("4.3.1")
    @DisplayName("everything that a slip gathers on its way reads back")
    void wholeLifeReadsBack() {
        Instant wanted = clock.instant().plus(Duration.ofHours(5));
        String number = slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK).number();
        slips.register(
                number, SlipStory.registration("PL-01", wanted, true, true, true, true, false, "请快一点"), SlipAt.CLERK);
        slips.useItem(number, SlipAt.listedItem());
        slips.classify(number, SlipAt.DAILY);
        slips.classify(number, SlipAt.IMPORTANT);
        slips.downgrade(number, "半小时可修好", SlipAt.CLERK);
        slips.recordApplication(number, new EntryApplication("张三", "申请 12 号", SlipAt.TODAY), SlipAt.CLERK);
        slips.notifyTeam(number);
        slips.change(number, SlipAt.CLERK, 4, "4.3.3", "领单", slip -> slip.dispatching()
                .pickUp("tech1", clock.instant()));
        slips.change(number, SlipAt.CLERK, 4, "4.6.2", "到场", slip -> slip.dispatching()
                .arrive(clock.instant()));
        slips.change(
                number, SlipAt.CLERK, 5, "4.3.4.4", "报价", slip -> slip.quoting().quote("接头老化", true, true, true));
        slips.change(
                number, SlipAt.CLERK, 5, "4.3.4.4", "报价", slip -> slip.quoting().quotedAt(new BigDecimal("12345.67")));
        slips.change(
                number, SlipAt.CLERK, 5, "4.3.4.4", "同意", slip -> slip.quoting().consent());
        slips.startWork(number);

        Slip slip = slips.get(number);
        assertThat(slip.state()).isEqualTo(SlipState.WORKING);
        assertThat(slip.intake().wantedAt()).isEqualTo(wanted);
        assertThat(slip.item()).isEqualTo(SlipAt.listedItem());
        assertThat(slip.repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(slip.severity().classification().clause()).isEqualTo("4.4.2");
        assertThat(slip.technician()).isEqualTo("tech1");
        assertThat(slip.visit().outcome()).isEqualTo(VisitOutcome.ARRIVED);
        assertThat(slip.agreement().consentedAmount()).isEqualTo("12345.67");
        assertThat(slip.agreement().consentValid()).isTrue();
        assertThat(slip.work().startedAt()).isEqualTo(clock.instant());
        assertThat(slip.diagnosis().noiseOrSmell()).isTrue();
        assertThat(slip.intake().emergency()
                        && slip.intake().forcedEntry()
                        && slip.severity().lossOrInjury()
                        && slip.agreement().underWarranty()
                        && slip.agreement().officeFault())
                .isTrue();
    }

    @Test
    @Tag("4.7.5")
    @DisplayName("the written application reads back: the team may be notified in a later step")
    void applicationReadsBack() {
        String number = slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK).number();
        slips.register(
                number, SlipStory.registration("DL-01", null, false, true, false, false, false, null), SlipAt.CLERK);
        slips.recordApplication(number, new EntryApplication("张三", "申请 12 号", SlipAt.TODAY), SlipAt.CLERK);
        slips.notifyTeam(number);
        assertThat(slips.get(number).visit().notifiedAt()).isEqualTo(clock.instant());
    }

    @Test
    @Tag("S2")
    @DisplayName("every slip has a number of its own")
    void numbersAreUnique() {
        assertThat(slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK).number())
                .isNotEqualTo(
                        slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK).number());
    }

    @Test
    @Tag("S1")
    @DisplayName("open slips of the same place are shown, ended ones and the slip itself are not")
    void openAtSamePlace() {
        Slip first = slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK);
        Slip cancelled = slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK);
        slips.cancel(cancelled.number(), "重复", SlipAt.CLERK);
        Slip second = slips.open(SlipAt.report(Area.INSIDE), SlipAt.CLERK);
        assertThat(placeSlips.besides(second)).extracting(Slip::number).containsExactly(first.number());
    }

    @Test
    @Tag("4.3.5")
    @DisplayName("the history tells what happened, who did it, when and under which clause")
    void history() {
        String number = slips.open(SlipAt.report(Area.PUBLIC), SlipAt.CLERK).number();
        clock.advance(Duration.ofMinutes(2));
        slips.register(
                number, SlipStory.registration("PL-01", null, false, false, false, false, false, null), SlipAt.CLERK);
        slips.classify(number, SlipAt.IMPORTANT);
        slips.classify(number, SlipAt.DAILY);
        assertThat(slips.history(number)).extracting(HistoryEntry::clause).containsExactly("4.5.1", "4.3.1", "4.2.3");
        HistoryEntry registration = slips.history(number).get(1);
        assertThat(registration.person()).isEqualTo("clerk1");
        assertThat(registration.step()).isEqualTo(2);
        assertThat(registration.occurredAt()).isEqualTo(clock.instant());
    }

    @Test
    @Tag("S2")
    @DisplayName("an unknown number is refused with that number")
    void unknownNumber() {
        Refusal.of(() -> slips.get("WX-0")).invalid().says("WX-0");
    }
}
