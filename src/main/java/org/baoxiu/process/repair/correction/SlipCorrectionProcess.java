package org.baoxiu.process.repair.correction;

import java.time.Instant;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.process.repair.step1receive.ReceiveForms;
import org.baoxiu.process.repair.step2register.RegisterForms;
import org.baoxiu.slip.Area;

/** The contract with {@code processes/slip-correction.bpmn}: what was registered wrongly is put right (4.3.1). */
public final class SlipCorrectionProcess {

    public static final String KEY = "slipCorrection";

    /** What is done with the slip that was found. */
    public enum CorrectionKind {
        CORRECT,
        MISTAKEN,
        JOIN,
        SPLIT,
        NOTHING
    }

    /** User tasks, by their ids in the model. */
    public static final class Elements {
        public static final String CORRECT_SLIP = "Task_CorrectSlip";

        private Elements() {}
    }

    /** What the process has beside what the forms bring. */
    public static final class Found {
        /** Which slip it is and how it stands, in Markdown. */
        public static final String HEADING = "correctionText";
        /** What the form began with, so that only what somebody has changed on it is changed. */
        public static final String SHOWN = "correctionShown";
        /** Whether item and ticks are registered already. */
        public static final String REGISTERED = "registered";
        /** What is done, for the way on. */
        public static final String WAY = "correctionWay";

        private Found() {}
    }

    public static final Field<String> SLIP_NUMBER = Field.text("slipNumber", "维修单号", 20);
    public static final Field<CorrectionKind> KIND = Field.choice("correctionKind", "怎样办理", CorrectionKind.class);
    public static final Field<String> JOIN_WITH = Field.text("joinWith", "与哪张维修单并单", 20);
    public static final Field<String> SPLIT_FAULT = Field.text("splitFault", "另开一张的故障", 1000);
    public static final Field<String> REASON = Field.text("correctionReason", "原因", 200);

    static final Field<String> OFFICE = ReceiveForms.OFFICE;
    static final Field<Area> AREA = ReceiveForms.AREA;
    static final Field<String> PLACE = ReceiveForms.PLACE;
    static final Field<String> REPORTER_NAME = ReceiveForms.REPORTER_NAME;
    static final Field<String> REPORTER_PHONE = ReceiveForms.REPORTER_PHONE;
    static final Field<String> FAULT = ReceiveForms.FAULT;
    static final Field<Instant> WANTED_AT = ReceiveForms.WANTED_AT;
    static final Field<String> ITEM_CODE = RegisterForms.ITEM_CODE;
    static final Field<Boolean> AREA_CONFIRMED = RegisterForms.AREA_CONFIRMED;
    static final Field<Boolean> EMERGENCY = RegisterForms.EMERGENCY;
    static final Field<Boolean> LOSS_OR_INJURY = RegisterForms.LOSS_OR_INJURY;

    public static final Form FIND_SLIP = Form.of("find-slip", SLIP_NUMBER);
    public static final Form CORRECT_SLIP = Form.of(
            "correct-slip",
            KIND,
            JOIN_WITH,
            SPLIT_FAULT,
            OFFICE,
            AREA,
            PLACE,
            REPORTER_NAME,
            REPORTER_PHONE,
            FAULT,
            ITEM_CODE,
            AREA_CONFIRMED,
            EMERGENCY,
            LOSS_OR_INJURY,
            WANTED_AT,
            REASON);

    private SlipCorrectionProcess() {}
}
