package org.baoxiu.process.repair.step5work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner consents or does not, and what may come between the work and its end. */
@Scenarios
@DisplayName("第五步：报价和维修")
class WorkScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.3.4.4")
    void anOwnerWhoRefusesTheQuoteIsCalledBackAndTheSlipCloses() {
        RepairCase repair = TapRepair.onSite(office)
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, requote())
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 20))
                .does("tech1", OBTAIN_CONSENT, refused());
        assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);

        repair.does("clerk1", CALL_BACK_OWNER, satisfied());

        repair.isClosed();
        assertThat(repair.slip().agreement().consentedAmount()).isNull();
        assertThat(repair.slip().work().startedAt()).isNull();
    }

    /** Whatever is submitted about a repair that was never done. */
    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "no"})
    @Tag("4.3.4.4")
    @Tag("4.3.6")
    void afterARefusedQuoteNobodyIsAskedWhetherItIsFixedAndThereIsNoRework(String fixed) {
        RepairCase repair =
                TapRepair.onSite(office).does("tech1", QUOTE_REPAIR, quoted()).does("tech1", OBTAIN_CONSENT, refused());
        assertThat(repair.variable("repairDone")).isEqualTo(false);

        repair.does(
                "clerk1",
                CALL_BACK_OWNER,
                fixed.isEmpty() ? without(satisfied(), "faultFixed") : with(satisfied(), "faultFixed", fixed));

        repair.isClosed();
        assertThat(repair.slip().acceptance().reworks()).isZero();
        assertThat(repair.trail()).noneMatch(line -> line.contains("已修好") || line.contains("返修"));
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("Q4")
    void aHigherPriceDuringTheWorkNeedsASecondConsent() {
        RepairCase repair = TapRepair.working(office)
                .does("tech1", CARRY_OUT_REPAIR, interrupted("change"))
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 120))
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done());

        assertThat(repair.slip().agreement().consentedAmount()).isEqualByComparingTo("170.00");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("170.00");
        assertThat(repair.trail()).filteredOn(line -> line.contains("同意")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @Tag("4.7.4")
    @Tag("3.3")
    void aTechnicalProblemGoesToTheSupervisorAndTheWorkGoesOn() {
        RepairCase repair = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, interrupted("help"));
        assertThat(repair.openTasks()).containsExactly(SUPPORT_REPAIR);

        repair.does("supervisor", SUPPORT_REPAIR, supported());

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo("tech1");
    }

    @Test
    @Tag("4.6.4")
    void aDeferredRepairWaitsForTheTimePromisedToTheOwner() {
        RepairCase repair = TapRepair.working(office)
                .does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(26))));
        assertThat(repair.openTasks()).isEmpty();

        office.timePasses(Duration.ofHours(26).minusSeconds(1));
        assertThat(repair.dueTimersFire().openTasks()).doesNotContain(CARRY_OUT_REPAIR);
        office.timePasses(Duration.ofSeconds(1));
        assertThat(repair.dueTimersFire().openTasks()).contains(CARRY_OUT_REPAIR);
    }
}
