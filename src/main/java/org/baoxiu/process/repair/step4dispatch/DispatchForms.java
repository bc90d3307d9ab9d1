package org.baoxiu.process.repair.step4dispatch;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.tick;

import java.time.Instant;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.VisitOutcome;

/** Step 4: the forms of the pick-up, the visit and the appointment (S4, 4.3.3, 4.3.4). */
public final class DispatchForms {

    public static final Field<String> ASSIGNED_TO = text("technicianId", "派给", 64);
    public static final Field<Boolean> TOOLS_READY = tick("toolsReady", "工具和材料已备齐");
    public static final Field<VisitOutcome> VISIT_OUTCOME = choice("visitOutcome", "上门结果", VisitOutcome.class);
    public static final Field<Boolean> UNIFORM_AND_MANNERS = tick("uniformAndManners", "着装整齐，态度礼貌");
    public static final Field<Boolean> SUPPLIES_BROUGHT = tick("suppliesBrought", "工具、维修单、配件、鞋套、垫布、抹布、笔已带齐");
    public static final Field<Boolean> ENTERED_POLITELY = tick("enteredPolitely", "先敲门，经同意后进门；有地毯的穿鞋套");
    public static final Field<String> VISIT_REASON = text("visitReason", "原因", 500);
    public static final Field<String> TRANSFER_TO = text("transferTo", "转给", 64);
    public static final Field<Instant> APPOINTMENT_AT = moment("appointmentAt", "约定时间", Side.FUTURE);
    public static final Field<String> CONTACT_NOTE = text("contactNote", "联系情况", 500);

    public static final Form PICK_UP_SLIP = Form.of("pick-up-slip", ASSIGNED_TO, TOOLS_READY);
    public static final Form VISIT_SITE = Form.of(
            "visit-site",
            VISIT_OUTCOME,
            UNIFORM_AND_MANNERS,
            SUPPLIES_BROUGHT,
            ENTERED_POLITELY,
            VISIT_REASON,
            TRANSFER_TO);
    public static final Form RESCHEDULE_VISIT = Form.of("reschedule-visit", APPOINTMENT_AT, CONTACT_NOTE);

    /** The owner says when another visit suits. */
    public static final OwnersMessage OWNERS_APPOINTMENT = OwnersMessage.of(RESCHEDULE_VISIT);

    private DispatchForms() {}
}
