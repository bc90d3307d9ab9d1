package org.baoxiu.process.repair.step6confirm;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.number;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.math.BigDecimal;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.process.repair.step5work.WorkForms;
import org.baoxiu.process.repair.step5work.WorkForms.Relation;

/** Step 6: the forms of acceptance, result, fee review and the verification of public work (S6, 4.3.4.8, 4.3.5, 3.5, 4.5.1). */
public final class ConfirmForms {

    public enum AcceptanceOutcome {
        ACCEPTED,
        REJECTED
    }

    public enum VerificationOutcome {
        PASSED,
        FAILED
    }

    public enum ReportChannel {
        SYSTEM("系统"),
        PHONE("电话"),
        RADIO("对讲机");

        private final String label;

        ReportChannel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum FeeDecision {
        APPROVE,
        REDUCE
    }

    public static final Field<AcceptanceOutcome> ACCEPTANCE_OUTCOME =
            choice("acceptanceOutcome", "业主验收", AcceptanceOutcome.class);
    public static final Field<String> ACCEPTED_BY = text("acceptedBy", "验收人", 50);
    public static final Field<Relation> ACCEPTED_RELATION = choice("acceptedRelation", "验收人身份", Relation.class);
    public static final Field<Boolean> SIGNED = tick("signed", "验收人已签字");
    public static final Field<String> REJECTION_REASON = text("rejectionReason", "不合格的原因", 500);
    public static final Field<BigDecimal> ROUND_SEEN = number("roundSeen", "返修次数", "0", "9999", 0);
    public static final Field<ReportChannel> REPORT_CHANNEL = choice("reportChannel", "反馈方式", ReportChannel.class);
    public static final Field<String> REPORT_NOTE = text("reportNote", "说明", 500);
    public static final Field<FeeDecision> FEE_DECISION = choice("feeDecision", "审核", FeeDecision.class);
    public static final Field<BigDecimal> REDUCED_TO = number("reducedToYuan", "减免后应收（元）", "0", "99999999.99", 2);
    public static final Field<String> REDUCTION_REASON = text("reductionReason", "减免理由", 500);
    public static final Field<String> COLLECTION = text("collection", "收款方式", 20);
    public static final Field<VerificationOutcome> VERIFICATION_OUTCOME =
            choice("verificationOutcome", "核查结果", VerificationOutcome.class);
    public static final Field<Boolean> MATERIALS_GENUINE = tick("materialsGenuine", "用料属实");
    public static final Field<Boolean> QUALITY_GOOD = tick("qualityGood", "质量合格");
    public static final Field<String> VERIFICATION_NOTE = text("verificationNote", "不合格的情况", 500);

    public static final Form ACCEPT_REPAIR =
            Form.of("accept-repair", ACCEPTANCE_OUTCOME, ACCEPTED_BY, ACCEPTED_RELATION, SIGNED, REJECTION_REASON);
    public static final Form REPORT_RESULT = Form.of("report-result", REPORT_CHANNEL, REPORT_NOTE);
    public static final Form REVIEW_FEE = Form.of("review-fee", FEE_DECISION, REDUCED_TO, REDUCTION_REASON, COLLECTION);
    public static final Form VERIFY_PUBLIC_REPAIR =
            Form.of("verify-public-repair", VERIFICATION_OUTCOME, MATERIALS_GENUINE, QUALITY_GOOD, VERIFICATION_NOTE);

    /** The owner judges the work that was shown, and confirms function and site separately (Q5). */
    public static final OwnersMessage OWNERS_ACCEPTANCE =
            OwnersMessage.of(ACCEPT_REPAIR, WorkForms.FUNCTION_RESTORED, WorkForms.SITE_CLEARED, ROUND_SEEN);

    private ConfirmForms() {}
}
