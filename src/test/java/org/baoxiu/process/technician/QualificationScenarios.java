package org.baoxiu.process.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.registered;

import java.time.LocalDate;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A certificate is recorded. */
@Scenarios
@DisplayName("资质登记")
class QualificationScenarios {

    @Autowired
    Office office;

    @Autowired
    Dispatch dispatch;

    @Test
    @Tag("Q3")
    void aRenewedCertificateLetsTheTechnicianPickUpAgain() {
        RepairCase wiring =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("EL-02"));
        assertThatThrownBy(() -> wiring.does("tech3", PICK_UP_SLIP, pickedUp())).hasMessageContaining("2025");

        office.starts(
                "supervisor",
                TechnicianRecordProcess.KEY,
                fields(
                        "technicianId",
                        "tech3",
                        "qualification",
                        "electrical",
                        "certificateNumber",
                        "电-2026-7",
                        "expiresOn",
                        "2099-01-01"));
        try {
            wiring.does("tech3", PICK_UP_SLIP, pickedUp());
            assertThat(wiring.slip().technician()).isEqualTo("tech3");
        } finally {
            dispatch.recordQualification("tech3", Qualification.ELECTRICAL, "演示-电-03", LocalDate.of(2025, 12, 31));
        }
    }
}
