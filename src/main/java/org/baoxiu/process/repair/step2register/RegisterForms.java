package org.baoxiu.process.repair.step2register;

import static org.baoxiu.process.form.Field.day;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.time.LocalDate;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.Submission;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.Registration;

/** Step 2: the forms of the registration and of the application for forced entry (S2, Q1). */
public final class RegisterForms {

    public static final Field<String> ITEM_CODE = text("itemCode", "维修项目", 20);
    public static final Field<Boolean> EMERGENCY = tick("emergency", "紧急");
    public static final Field<Boolean> FORCED_ENTRY = tick("forcedEntry", "需要撬锁破门");
    public static final Field<Boolean> LOSS_OR_INJURY = tick("lossOrInjury", "管理处有责任的重大损失或人员受伤");
    public static final Field<Boolean> UNDER_WARRANTY = tick("underWarranty", "在保修期内");
    public static final Field<Boolean> AREA_CONFIRMED = tick("areaConfirmed", "部位与项目不同，已核实");
    public static final Field<String> CLERK_NOTE = text("clerkNote", "备注", 500);
    public static final Field<Boolean> APPLICATION_RECEIVED = tick("applicationReceived", "已收到书面申请");
    public static final Field<String> APPLICANT = text("applicant", "申请人", 50);
    public static final Field<String> APPLICATION_REFERENCE = text("applicationReference", "申请书编号或存放处", 100);
    public static final Field<LocalDate> APPLICATION_DATE = day("applicationDate", "申请日期", Side.PAST);

    public static final Form REGISTER_REQUEST = Form.of(
            "register-request",
            ITEM_CODE,
            ReceiveForms.WANTED_AT,
            EMERGENCY,
            FORCED_ENTRY,
            LOSS_OR_INJURY,
            UNDER_WARRANTY,
            AREA_CONFIRMED,
            CLERK_NOTE);
    public static final Form OBTAIN_APPLICATION =
            Form.of("obtain-application", APPLICATION_RECEIVED, APPLICANT, APPLICATION_REFERENCE, APPLICATION_DATE);
    public static final Form SUPPLEMENT_APPLICATION = new Form("supplement-application", OBTAIN_APPLICATION.inputs());

    private RegisterForms() {}

    static Registration registration(Submission in) {
        return new Registration(
                in.need(ITEM_CODE),
                in.orNull(ReceiveForms.WANTED_AT),
                in.ticked(EMERGENCY),
                in.ticked(FORCED_ENTRY),
                in.ticked(LOSS_OR_INJURY),
                in.ticked(UNDER_WARRANTY),
                in.ticked(AREA_CONFIRMED),
                in.orNull(CLERK_NOTE));
    }
}
