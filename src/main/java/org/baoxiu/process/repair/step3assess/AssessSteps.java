package org.baoxiu.process.repair.step3assess;

import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.RepairRequestProcess.Fields;
import org.baoxiu.process.repair.RepairRequestProcess.Forms;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.slip.Assessment;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step 3: the technical team judges the fault, on site when needed (S3, Q2). */
@Configuration(proxyBeanMethods = false)
class AssessSteps {

    @Bean
    TaskListener recordAssessment(Steps steps, Slips slips) {
        return steps.completing(
                Forms.ASSESS_FAULT,
                (slip, by, in) -> slips.assess(
                        slip, assessment(in), in.ticked(Fields.LOSS_OR_INJURY), in.ticked(Fields.SURVEY_NEEDED), by));
    }

    @Bean
    TaskListener recordSurvey(Steps steps, Slips slips) {
        return steps.completing(
                Forms.SURVEY_SITE,
                (slip, by, in) -> slips.survey(slip, assessment(in), in.need(Fields.SURVEY_FINDINGS), by));
    }

    private static Assessment assessment(Submission in) {
        return new Assessment(
                in.need(Fields.ITEM_CODE),
                in.need(Fields.ASSESSED_CAUSE),
                in.need(Fields.ESTIMATED_HOURS).doubleValue(),
                in.ticked(Fields.AREA_CONFIRMED));
    }
}
