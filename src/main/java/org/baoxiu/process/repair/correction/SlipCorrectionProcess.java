package org.baoxiu.process.repair.correction;

import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;

/** The contract with {@code processes/slip-correction.bpmn}: what was registered wrongly is put right (4.3.1). */
public final class SlipCorrectionProcess {

    public static final String KEY = "slipCorrection";

    /** What is done with the slip that was found. */
    public enum CorrectionKind {
        MISTAKEN,
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
        /** What is done, for the way on. */
        public static final String WAY = "correctionWay";

        private Found() {}
    }

    public static final Field<String> SLIP_NUMBER = Field.text("slipNumber", "维修单号", 20);
    public static final Field<CorrectionKind> KIND = Field.choice("correctionKind", "怎样办理", CorrectionKind.class);
    public static final Field<String> REASON = Field.text("correctionReason", "原因", 200);

    public static final Form FIND_SLIP = Form.of("find-slip", SLIP_NUMBER);
    public static final Form CORRECT_SLIP = Form.of("correct-slip", KIND, REASON);

    private SlipCorrectionProcess() {}
}
