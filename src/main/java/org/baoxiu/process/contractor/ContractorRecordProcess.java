package org.baoxiu.process.contractor;

import java.time.LocalDate;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;
import org.baoxiu.shared.TypedTime.Side;

/** The contract with {@code processes/contractor-record.bpmn}: which firm outside may do which repairs until when (Q3). */
public final class ContractorRecordProcess {

    public static final String KEY = "contractorRecord";

    public static final Field<String> NAME = Field.text("contractorName", "单位名称", 60);
    public static final Field<String> PHONE = Field.text("contractorPhone", "抢修电话", 40);
    public static final Field<Qualification> TRADE = Field.choice("contractorTrade", "业务", Qualification.class);
    public static final Field<String> LICENCE_NUMBER = Field.text("licenceNumber", "许可证编号", 60);
    public static final Field<LocalDate> EXPIRES_ON = Field.day("licenceExpiresOn", "有效期至", Side.FUTURE);
    public static final Form FORM = Form.of("register-contractor", NAME, PHONE, TRADE, LICENCE_NUMBER, EXPIRES_ON);

    private ContractorRecordProcess() {}
}
