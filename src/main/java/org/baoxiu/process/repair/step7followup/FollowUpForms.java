package org.baoxiu.process.repair.step7followup;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.process.repair.anytime.AnyTimeForms;

/** Step 7: the forms of the call-back and of what follows from it (S7, Q6, 4.3.6). */
public final class FollowUpForms {

    public enum CallBackOutcome {
        REACHED,
        NOT_REACHED
    }

    public enum YesNo {
        YES,
        NO
    }

    public static final Field<CallBackOutcome> CALL_BACK_OUTCOME =
            choice("callBackOutcome", "回访结果", CallBackOutcome.class);
    public static final Field<YesNo> FAULT_FIXED = choice("faultFixed", "故障修好了吗", YesNo.class);
    public static final Field<String> SCORE = text("score", "满意度", "[1-5]", "请选择 1 至 5 分。");
    public static final Field<Boolean> CONDUCT_COMPLAINT = tick("conductComplaint", "业主投诉服务态度");
    public static final Field<String> IMPROVEMENT_MEASURES = text("improvementMeasures", "改进措施", 1000);
    public static final Field<Boolean> OWNER_INFORMED = tick("ownerInformed", "已告知业主");

    public static final Form CALL_BACK_OWNER = Form.of(
            "call-back-owner", CALL_BACK_OUTCOME, FAULT_FIXED, SCORE, CONDUCT_COMPLAINT, AnyTimeForms.OWNER_WORDS);
    public static final Form IMPROVE_SERVICE = Form.of("improve-service", IMPROVEMENT_MEASURES, OWNER_INFORMED);

    /** The owner rates by the link before anybody has called back. */
    public static final OwnersMessage OWNERS_RATING = OwnersMessage.of(CALL_BACK_OWNER);

    private FollowUpForms() {}
}
