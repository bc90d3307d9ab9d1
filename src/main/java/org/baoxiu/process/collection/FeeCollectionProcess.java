package org.baoxiu.process.collection;

import java.math.BigDecimal;
import org.baoxiu.fee.PaymentWay;
import org.baoxiu.process.form.Field;
import org.baoxiu.process.form.Form;

/** The contract with {@code processes/fee-collection.bpmn}: an owner pays, is let off or gets money back (3.5). */
public final class FeeCollectionProcess {

    public static final String KEY = "feeCollection";

    public enum CollectionEvent {
        PAYMENT,
        WAIVER,
        REFUND
    }

    public static final Field<String> SLIP_NUMBER = Field.text("slipNumber", "维修单号", 20);
    public static final Field<CollectionEvent> EVENT = Field.choice("collectionEvent", "登记", CollectionEvent.class);
    public static final Field<BigDecimal> AMOUNT = Field.number("amountYuan", "金额（元）", "0.01", "999999.99", 2);
    public static final Field<PaymentWay> WAY = Field.choice("paymentWay", "收付方式", PaymentWay.class);
    public static final Field<String> REASON = Field.text("collectionReason", "理由", 500);
    public static final Form FORM = Form.of("collect-fee", SLIP_NUMBER, EVENT, AMOUNT, WAY, REASON);

    private FeeCollectionProcess() {}
}
