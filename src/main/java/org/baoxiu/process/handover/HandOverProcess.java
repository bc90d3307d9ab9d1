package org.baoxiu.process.handover;

import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;

/** The contract with {@code processes/hand-over.bpmn}: somebody's open work becomes somebody else's (3.3). */
public final class HandOverProcess {

    public static final String KEY = "handOver";

    public static final Field<String> FROM = Field.text("workOf", "谁的工作", 64);
    public static final Field<String> SLIP_NUMBER = Field.text("handOverSlip", "单号", 20);
    public static final Field<String> TO = Field.text("handOverTo", "移交给", 64);
    public static final Field<String> REASON = Field.text("handOverReason", "原因", 500);
    public static final Form FORM = Form.of("hand-over", FROM, SLIP_NUMBER, TO, REASON);

    private HandOverProcess() {}
}
