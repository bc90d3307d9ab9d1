package org.baoxiu.process.repair.step3assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.Scenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the price list does not have is assessed, and who is told of what is found. */
@Scenarios
@DisplayName("第三步：评估")
class AssessScenarios {

    @Autowired
    Office office;

    @Test
    @Tag("4.2.3")
    @Tag("4.4.2")
    @Tag("S3")
    @Tag("Q2")
    void workOutsideThePriceListIsAssessedOnSiteAndGoesToTheHeadOfCustomerService() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-14"))
                .does("supervisor", ASSESS_FAULT, with(assessed("PL-14", 6), "surveyNeeded", true))
                .does("tech1", SURVEY_SITE, surveyed("PL-14", 8));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(HANDLE_IMPORTANT, PICK_UP_SLIP);
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.IMPORTANT);
        repair.does("supervisor", PICK_UP_SLIP, assignedTo("tech1"))
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, with(quoted(), "labourYuan", 800))
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, with(done(), "foundCause", "管道锈蚀"))
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(repair.slip().diagnosis().assessedCause()).isEqualTo("阀体开裂");
        assertThat(repair.slip().diagnosis().foundCause()).isEqualTo("管道锈蚀");
        assertThat(repair.openTasks())
                .as("the head of customer service still has the case")
                .containsExactly(HANDLE_IMPORTANT);
        repair.does("clerklead", HANDLE_IMPORTANT, kept());
        repair.isClosed();
    }

    @Test
    @Tag("4.2.3")
    @Tag("S3")
    void anAssessmentThatFindsAListedSmallRepairGoesOnAsDaily() {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("OTHER-01"))
                .does("tech1", ASSESS_FAULT, assessed("PL-01", 0.5));

        assertThat(repair.openTasks()).contains(PICK_UP_SLIP);
        assertThat(repair.slip().item().code()).isEqualTo("PL-01");
        assertThat(repair.slip().repairClass())
                .as("a class goes down only by a person")
                .isEqualTo(RepairClass.IMPORTANT);
        repair.does("clerklead", HANDLE_IMPORTANT, downgraded());
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.4.1")
    void anAccidentThatTheLeadHasAlreadyIsNotHandedOverAgainByTheAssessment() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"));
        for (int urge = 1; urge <= 3; urge++) {
            office.timePasses(Duration.ofMinutes(61));
            repair.ownerCalls("urge");
        }
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(ASSESS_FAULT, HANDLE_IMPORTANT, REPORT_ACCIDENT);

        repair.does("supervisor", ASSESS_FAULT, assessed("PL-14", 6));

        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, HANDLE_IMPORTANT, REPORT_ACCIDENT);
    }
}
