package org.baoxiu.process.repair.anytime;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.time.Instant;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.shared.TypedTime.Side;

/** What may be said and decided at any time: the owner's words, measures of the lead, the answer to a complaint (4.1, 4.2.1, 4.4). */
public final class AnyTimeForms {

    public enum LeadDecision {
        KEEP,
        DOWNGRADE
    }

    public static final Field<String> OWNER_WORDS = text("ownerWords", "业主原话", 1000);
    public static final Field<Boolean> LOSS_REPORTED = tick("lossOrInjuryReported", "管理处有责任的重大损失或人员受伤");
    /** Where it was said before it was known to be about this slip; without it, now. */
    public static final Field<Instant> SAID_AT = moment("ownerSaidAt", "业主说的时间", Side.PAST);

    public static final Field<String> MEASURES = text("measures", "处理措施", 1000);
    public static final Field<LeadDecision> LEAD_DECISION = choice("leadDecision", "决定", LeadDecision.class);
    public static final Field<String> DOWNGRADE_REASON = text("downgradeReason", "降级理由", 500);
    public static final Field<String> COMPLAINT_ANSWER = text("complaintAnswer", "处理和答复", 1000);

    public static final Form HANDLE_IMPORTANT = Form.of("handle-important", MEASURES, LEAD_DECISION, DOWNGRADE_REASON);
    public static final Form ANSWER_COMPLAINT = Form.of("answer-complaint", COMPLAINT_ANSWER);

    /** The words of an urge, a complaint or a withdrawal. */
    public static final OwnersMessage OWNERS_WORDS = OwnersMessage.of(OWNER_WORDS, LOSS_REPORTED, SAID_AT);

    private AnyTimeForms() {}
}
