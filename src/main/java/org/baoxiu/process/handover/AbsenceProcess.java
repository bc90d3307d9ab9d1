package org.baoxiu.process.handover;

import java.time.Instant;
import org.baoxiu.dispatch.OpenWork;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;

/** The contract with {@code processes/absence.bpmn}: somebody is away for a while, and the open work goes somewhere (3.3). */
public final class AbsenceProcess {

    public static final String KEY = "absence";

    /** Variables that the process goes by. */
    static final String ABSENCE_ID = "absenceId";

    static final String STARTS = "absenceStarts";
    static final String ENDS = "absenceEnds";
    static final String WHEN = "absenceWhen";

    public enum Kind {
        LEAVE,
        BACK
    }

    /** Where the process goes on. */
    enum When {
        NOW,
        LATER,
        OVER
    }

    /** Catching events, by their ids in the model. */
    public static final class Elements {
        public static final String ABSENCE_BEGINS = "Event_AbsenceBegins";
        public static final String ABSENCE_ENDS = "Event_AbsenceEnds";

        private Elements() {}
    }

    public static final Field<String> PERSON = Field.text("absentPerson", "人员", 64);
    public static final Field<Kind> KIND = Field.choice("absenceKind", "登记", Kind.class);
    public static final Field<Instant> FROM = Field.moment("absentFrom", "开始时间", Side.FUTURE);
    public static final Field<Instant> UNTIL = Field.moment("absentUntil", "结束时间", Side.FUTURE);
    public static final Field<String> REASON = Field.text("absenceReason", "原因", 200);
    public static final Field<OpenWork> OPEN_WORK = Field.choice("openWork", "未完的工作", OpenWork.class);
    public static final Field<String> TO = Field.text("handOverTo", "移交给", 64);

    /** The forms with what may be submitted by each. */
    public static final class Forms {
        public static final Form ABSENCE = Form.of("absence", PERSON, KIND, FROM, UNTIL, REASON, OPEN_WORK, TO);

        private Forms() {}
    }

    private AbsenceProcess() {}
}
