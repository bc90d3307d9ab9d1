package org.baoxiu.process.repair.step3assess;

import static org.baoxiu.process.form.Field.number;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.math.BigDecimal;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.step2register.RegisterForms;

/** Step 3: the forms of the assessment and of the survey on site (S3, Q2). */
public final class AssessForms {

    public static final Field<String> ASSESSED_CAUSE = text("assessedCause", "判断的原因", 500);
    public static final Field<BigDecimal> ESTIMATED_HOURS = number("estimatedHours", "预计工时（小时）", "0.1", "240", 2);
    public static final Field<Boolean> SURVEY_NEEDED = tick("surveyNeeded", "需要现场勘查");
    public static final Field<String> SURVEY_FINDINGS = text("surveyFindings", "勘查情况", 1000);

    public static final Form ASSESS_FAULT = Form.of(
            "assess-fault",
            RegisterForms.ITEM_CODE,
            ASSESSED_CAUSE,
            ESTIMATED_HOURS,
            RegisterForms.LOSS_OR_INJURY,
            SURVEY_NEEDED,
            RegisterForms.AREA_CONFIRMED);
    public static final Form SURVEY_SITE = Form.of(
            "survey-site",
            SURVEY_FINDINGS,
            RegisterForms.ITEM_CODE,
            ASSESSED_CAUSE,
            ESTIMATED_HOURS,
            RegisterForms.AREA_CONFIRMED);

    private AssessForms() {}
}
