package org.baoxiu.process.repair.step3assess;

import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.step2register.RegisterForms;
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
                AssessForms.ASSESS_FAULT,
                (slip, by, in) -> slips.assess(
                        slip,
                        assessment(in),
                        in.ticked(RegisterForms.LOSS_OR_INJURY),
                        in.ticked(AssessForms.SURVEY_NEEDED),
                        by));
    }

    @Bean
    TaskListener recordSurvey(Steps steps, Slips slips) {
        return steps.completing(
                AssessForms.SURVEY_SITE,
                (slip, by, in) -> slips.survey(slip, assessment(in), in.need(AssessForms.SURVEY_FINDINGS), by));
    }

    private static Assessment assessment(Submission in) {
        return new Assessment(
                in.need(RegisterForms.ITEM_CODE),
                in.need(AssessForms.ASSESSED_CAUSE),
                in.need(AssessForms.ESTIMATED_HOURS).doubleValue(),
                in.ticked(RegisterForms.AREA_CONFIRMED));
    }
}
