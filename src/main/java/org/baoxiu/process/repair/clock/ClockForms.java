package org.baoxiu.process.repair.clock;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.text;

import java.time.Instant;
import org.baoxiu.commitment.EscalationAction;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;

/** The form of whoever is told of a missed promise (4.6, 5). */
public final class ClockForms {

    public static final Field<EscalationAction> ESCALATION_ACTION =
            choice("escalationAction", "处理", EscalationAction.class);
    public static final Field<String> ESCALATION_TECHNICIAN = text("technicianId", "维修人员", 64);
    public static final Field<Instant> NEW_TIME = moment("newTime", "完成时间", Side.FUTURE);
    public static final Field<String> ESCALATION_NOTE = text("escalationNote", "说明", 500);

    public static final Form HANDLE_ESCALATION =
            Form.of("handle-escalation", ESCALATION_ACTION, ESCALATION_TECHNICIAN, NEW_TIME, ESCALATION_NOTE);

    private ClockForms() {}
}
