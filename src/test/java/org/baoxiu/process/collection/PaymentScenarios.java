package org.baoxiu.process.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.fields;

import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.baoxiu.testing.TapRepair;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner pays. */
@Scenarios
@DisplayName("收款")
class PaymentScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("3.5")
    void theOwnerPaysTheReviewedBill() {
        RepairCase repair = TapRepair.billed(office);

        office.starts(
                "clerk1",
                FeeCollectionProcess.KEY,
                fields(
                        "slipNumber",
                        repair.number(),
                        "collectionEvent",
                        "payment",
                        "amountYuan",
                        0.5,
                        "paymentWay",
                        "cash"));

        assertThat(repair.trail()).contains("3.5 收款 0.50 元（现金）");
    }
}
