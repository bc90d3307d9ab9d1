package org.baoxiu.process.technician;

import java.time.LocalDate;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;

/** The contract with {@code processes/technician-record.bpmn}: who may do which repairs until when (Q3). */
public final class TechnicianRecordProcess {

    public static final String KEY = "technicianRecord";

    public static final Field<String> TECHNICIAN_ID = Field.text("technicianId", "维修人员登录名", 64);
    public static final Field<Qualification> QUALIFICATION = Field.choice("qualification", "资质", Qualification.class);
    public static final Field<String> CERTIFICATE_NUMBER = Field.text("certificateNumber", "证书编号", 60);
    public static final Field<LocalDate> EXPIRES_ON = Field.day("expiresOn", "有效期至", Side.FUTURE);
    public static final Form FORM =
            Form.of("register-technician", TECHNICIAN_ID, QUALIFICATION, CERTIFICATE_NUMBER, EXPIRES_ON);

    private TechnicianRecordProcess() {}
}
