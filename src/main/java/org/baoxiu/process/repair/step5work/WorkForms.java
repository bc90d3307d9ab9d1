package org.baoxiu.process.repair.step5work;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.number;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.process.repair.step2register.RegisterForms;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.WorkOutcome;

/** Step 5: the forms of quote, consent and work, and of every way out of the work (S5, 4.3.4.4, 4.6.4, 4.7.4). */
public final class WorkForms {

    public enum ConsentOutcome {
        AGREED,
        REQUOTE,
        REFUSED
    }

    public enum Relation {
        OWNER,
        DEPUTY
    }

    public static final Field<String> FOUND_CAUSE = text("foundCause", "查明的原因", 500);
    public static final Field<String> WORK_PLAN = text("workPlan", "维修内容", 1000);
    public static final Field<BigDecimal> LABOUR = number("labourYuan", "人工费（元）", "0", "99999.99", 2);
    public static final Field<Boolean> OFFICE_FAULT = tick("officeFault", "由管理处造成");
    public static final Field<Boolean> NOISE_OR_SMELL = tick("noiseOrSmell", "施工有较大噪音或气味");
    public static final List<MaterialRow> MATERIALS =
            IntStream.rangeClosed(1, 5).mapToObj(MaterialRow::of).toList();
    public static final Field<Instant> COMPLETION_AT = moment("completionAt", "预计完成时间", Side.FUTURE);
    public static final Field<ConsentOutcome> CONSENT_OUTCOME = choice("consentOutcome", "业主意见", ConsentOutcome.class);
    public static final Field<String> CONSENT_BY = text("consentBy", "同意人", 50);
    public static final Field<Relation> CONSENT_RELATION = choice("consentRelation", "同意人身份", Relation.class);
    public static final Field<Boolean> NOISE_CONSENT = tick("noiseConsent", "业主同意施工有噪音或气味");
    public static final Field<String> CONSENT_REASON = text("consentReason", "业主理由或要求", 500);
    public static final Field<BigDecimal> QUOTE_SEEN = number("quoteSeen", "报价编号", "1", "999999999999", 0);
    public static final Field<WorkOutcome> WORK_OUTCOME = choice("workOutcome", "维修进展", WorkOutcome.class);
    public static final Field<String> WORK_REASON = text("workReason", "原因", 500);
    public static final Field<String> WORK_DONE = text("workDone", "完成的内容", 1000);
    public static final Field<Boolean> FUNCTION_RESTORED = tick("functionRestored", "功能已恢复");
    public static final Field<Boolean> SITE_CLEARED = tick("siteCleared", "现场已清理");
    public static final Field<Boolean> SAFETY_CHECKED = tick("safetyChecked", "作业安全，未留隐患");
    public static final Field<Boolean> TOOLS_ON_MAT = tick("toolsOnMat", "工具放在垫布上");
    public static final Field<String> SUPPORT_ADVICE = text("supportAdvice", "支援意见", 1000);
    public static final Field<String> REASSIGNED_TO = text("technicianId", "改派给", 64);
    public static final Field<Boolean> OWNER_TOLD = tick("ownerTold", "已致电业主，说明原因");
    public static final Field<Instant> PROMISED_TIME = moment("promisedTime", "约定时间", Side.FUTURE);
    public static final Field<String> DEFERRAL_NOTE = text("deferralNote", "备注", 500);

    public static final Form QUOTE_REPAIR = Form.of(
                    "quote-repair",
                    FOUND_CAUSE,
                    WORK_PLAN,
                    LABOUR,
                    OFFICE_FAULT,
                    RegisterForms.UNDER_WARRANTY,
                    NOISE_OR_SMELL,
                    COMPLETION_AT)
            .with(materialFields());
    public static final Form OBTAIN_CONSENT =
            Form.of("obtain-consent", CONSENT_OUTCOME, CONSENT_BY, CONSENT_RELATION, NOISE_CONSENT, CONSENT_REASON);
    public static final Form CARRY_OUT_REPAIR = Form.of(
                    "carry-out-repair",
                    WORK_OUTCOME,
                    WORK_REASON,
                    FOUND_CAUSE,
                    WORK_DONE,
                    FUNCTION_RESTORED,
                    SITE_CLEARED,
                    SAFETY_CHECKED,
                    TOOLS_ON_MAT)
            .with(materialFields());
    public static final Form SUPPORT_REPAIR = Form.of("support-repair", SUPPORT_ADVICE, REASSIGNED_TO);
    public static final Form AGREE_DEFERRAL = Form.of("agree-deferral", OWNER_TOLD, PROMISED_TIME, DEFERRAL_NOTE);

    /** The owner answers to the quote that was shown, and to no other. */
    public static final OwnersMessage OWNERS_CONSENT = OwnersMessage.of(OBTAIN_CONSENT, QUOTE_SEEN);

    private WorkForms() {}

    private static Field<?>[] materialFields() {
        return MATERIALS.stream().flatMap(MaterialRow::fields).toArray(Field<?>[]::new);
    }

    /**
     * One of the fixed rows for materials.
     *
     * @param price yuan per unit
     */
    public record MaterialRow(Field<String> name, Field<BigDecimal> quantity, Field<BigDecimal> price) {

        static MaterialRow of(int row) {
            return new MaterialRow(
                    text("material" + row + "Name", "材料 " + row + " 名称", 60),
                    Field.number("material" + row + "Quantity", "材料 " + row + " 数量", "0.001", "9999", 3),
                    Field.number("material" + row + "Price", "材料 " + row + " 单价（元）", "0", "99999.99", 2));
        }

        Stream<Field<?>> fields() {
            return Stream.of(name, quantity, price);
        }
    }
}
