package org.baoxiu.process.repair.step1receive;

import static org.baoxiu.process.form.Field.choice;
import static org.baoxiu.process.form.Field.moment;
import static org.baoxiu.process.form.Field.telephone;
import static org.baoxiu.process.form.Field.text;
import static org.baoxiu.process.form.Field.time;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.form.OwnersMessage;
import org.baoxiu.shared.TypedTime.Side;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;

/** Step 1: what is asked of whoever takes a request, and what an owner says at once (S1, 4.3.1). */
public final class ReceiveForms {

    public static final Field<Channel> CHANNEL = choice("channel", "报修渠道", Channel.class);
    public static final Field<String> OFFICE = text("office", "管理处", 40);
    public static final Field<Area> AREA = choice("area", "部位", Area.class);
    public static final Field<String> REPORTER_NAME = text("reporterName", "报修人", 50);
    public static final Field<String> REPORTER_PHONE = telephone("reporterPhone", "联系电话");
    public static final Field<String> PLACE = text("place", "地点", 200);
    public static final Field<String> FAULT = text("faultDescription", "故障情况", 1000);
    public static final Field<Instant> RECEIVED_AT = moment("receivedAt", "收到时间", Side.PAST);
    public static final Field<String> RECEIVED_REASON = text("receivedReason", "补记原因", 200);
    public static final Field<String> PAPER_NUMBER = text("paperNumber", "纸质单编号", 20);
    public static final List<Field<LocalTime>> PAPER_TIMES = List.of(
            time("paperNotified", "通知维修班"),
            time("paperArrived", "到场"),
            time("paperStarted", "开始维修"),
            time("paperFinished", "修理完毕"),
            time("paperAccepted", "业主签字"),
            time("paperReported", "反馈结果"));
    public static final Field<Instant> WANTED_AT = moment("wantedAt", "希望上门时间", Side.FUTURE);
    public static final Field<String> WANTED_NOTE = text("wantedNote", "对上门时间的说明", 100);

    public static final Form REPORT_REPAIR = Form.of(
                    "report-repair",
                    CHANNEL,
                    OFFICE,
                    AREA,
                    REPORTER_NAME,
                    REPORTER_PHONE,
                    PLACE,
                    FAULT,
                    RECEIVED_AT,
                    RECEIVED_REASON,
                    PAPER_NUMBER)
            .with(PAPER_TIMES.toArray(Field<?>[]::new));

    /** An owner says at once when the visit suits (4.3.1.3); for a caller the clerk enters it with the registration, or from the card. */
    public static final OwnersMessage OWNERS_REPORT = OwnersMessage.of(REPORT_REPAIR, WANTED_AT, WANTED_NOTE);

    private ReceiveForms() {}
}
