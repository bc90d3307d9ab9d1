package org.baoxiu.process.repair.step6confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner accepts the work, the fee is reviewed. */
@Scenarios
@DisplayName("第六步：验收和费用")
class ConfirmScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("S6")
    @Tag("4.3.4.8")
    void aRefusedAcceptanceSendsTheWorkBackWithoutACharge() {
        RepairCase repair = TapRepair.working(office)
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, rejected());
        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);

        repair.does(
                        "tech1",
                        CARRY_OUT_REPAIR,
                        with(done(), "material2Name", "垫圈", "material2Quantity", 2, "material2Price", 9.9))
                .does("tech1", ACCEPT_REPAIR, accepted());

        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("95.50");
        assertThat(repair.slip().acceptance().reworks()).isEqualTo(1);
    }

    @Test
    @Tag("3.5")
    void aReducedFeeHasAReasonAndIsTheFinalAmount() {
        RepairCase repair = TapRepair.working(office)
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does(
                        "clerklead",
                        REVIEW_FEE,
                        fields(
                                "feeDecision",
                                "reduce",
                                "reducedToYuan",
                                80,
                                "reductionReason",
                                "等候时间过长",
                                "collection",
                                "cash"));

        assertThat(repair.slip().agreement().finalAmount()).isEqualByComparingTo("80");
        assertThat(repair.slip().agreement().billedAmount()).isEqualByComparingTo("95.50");
    }
}
