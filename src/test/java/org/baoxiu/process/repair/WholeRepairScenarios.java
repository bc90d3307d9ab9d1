package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.slip.RepairClass;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A repair from the report to the closed slip, inside a unit and of the public parts. */
@Scenarios
@DisplayName("一张单从报修到结案")
class WholeRepairScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("S1")
    @Tag("S2")
    @Tag("S4")
    @Tag("S5")
    @Tag("S6")
    @Tag("S7")
    @Tag("3.1")
    @Tag("3.2")
    @Tag("4.3.1.1")
    @Tag("4.3.1.2")
    @Tag("4.3.1.3")
    @Tag("4.3.1.4")
    @Tag("4.3.2")
    @Tag("4.3.3")
    @Tag("4.3.5")
    @Tag("4.3.6")
    @Tag("4.4.3")
    @Tag("4.5.2")
    void aDailyRepairGoesThroughAllSevenSteps() {
        RepairCase repair = TapRepair.billed(office).does("clerk2", CALL_BACK_OWNER, satisfied());

        repair.isClosed();
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("95.50");
        assertThat(repair.trail())
                .extracting(line -> line.split(" ")[0])
                .containsExactly(
                        "4.5.2",
                        "4.3.1",
                        "4.2.3",
                        "4.2.3",
                        "4.3.2",
                        "S4",
                        "4.3.3",
                        "4.3.4.1–4.3.4.3",
                        "4.3.4.4",
                        "4.3.4.4",
                        "4.3.4.4",
                        "4.3.4.4",
                        "Q5",
                        "4.7.6",
                        "4.3.4.4",
                        "4.3.4.8",
                        "4.6.3",
                        "3.5",
                        "4.3.6",
                        "4.3.6",
                        "S7");
    }

    @Test
    @Tag("4.5.1")
    @Tag("4.7.3")
    void aPublicLampNeedsNoConsentAndIsVerifiedByCustomerServiceBeforeThe25th() {
        office.timeIs("2026-03-26T09:00:00+08:00");
        RepairCase repair = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        repair.does(
                "tech1",
                CARRY_OUT_REPAIR,
                with(done(), "material1Name", "声控灯", "material1Quantity", 1, "material1Price", 35));

        assertThat(repair.task(VERIFY_PUBLIC_REPAIR).getDueDate()).isEqualTo("2026-04-25T23:59:59.999");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("0");
        repair.does("clerk1", VERIFY_PUBLIC_REPAIR, verificationFailed());
        repair.does("tech1", CARRY_OUT_REPAIR, done())
                .does("clerk1", VERIFY_PUBLIC_REPAIR, verified())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
        repair.isClosed();
    }
}
