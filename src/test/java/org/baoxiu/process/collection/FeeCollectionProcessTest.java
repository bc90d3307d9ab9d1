package org.baoxiu.process.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import java.util.Map;
import org.baoxiu.fee.CollectionState;
import org.baoxiu.fee.FeeCollection;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The owner of a repaired tap pays at the front desk. */
@ProcedureTest
@Tag("3.5")
@DisplayName("费用收缴登记")
@Tag("long")
class FeeCollectionProcessTest {

    @Autowired
    Office office;

    @Autowired
    FeeCollection collection;

    private RepairCase repair;

    @BeforeEach
    void aReviewedBill() {
        repair = TapRepair.billed(office);
    }

    @AfterEach
    void clockRunsAgain() {
        ClockUtil.reset();
    }

    @Test
    void paymentWaiverAndRefundAreRecordedByWhoeverMay() {
        records("clerk1", payment(50));
        is(CollectionState.PARTLY_PAID);
        records("clerklead", with(payment(billed() - 50), "paymentWay", "deducted"));
        is(CollectionState.PAID);
        records("director", waiver(20.5));
        is(CollectionState.TO_REFUND);
        records("clerk2", refund(20.5));
        is(CollectionState.PAID);

        assertThat(repair.trail()).contains("3.5 收款 50.00 元（现金）", "3.5 减免 20.50 元：上门迟到", "3.5 退款 20.50 元（转账）：上门迟到");
    }

    @Test
    void theClerkIsToldWhatIsStillOwed() {
        refused("clerk1", payment(billed() + 0.01)).invalid().says(repair.number(), "不超过未收的");
    }

    @Test
    void aClerkCannotWaive() {
        refused("clerk1", waiver(1)).forbidden().says("主管或主任");
    }

    @Test
    void theDirectorTakesNoMoney() {
        refused("director", payment(1)).forbidden().says("客户服务中心");
    }

    @Test
    void anUnknownSlipIsNamed() {
        refused("clerk1", with(payment(1), "slipNumber", "WX20991231-999999"))
                .invalid()
                .says("WX20991231-999999", "核对单号");
    }

    @ParameterizedTest
    @CsvSource({"slipNumber, 维修单号", "collectionEvent, 登记", "amountYuan, 金额（元）", "paymentWay, 收付方式"})
    void aMissingFieldOfAPaymentIsNamed(String field, String label) {
        refused("clerk1", without(payment(1), field)).invalid().says("请填写“" + label + "”");
    }

    @Test
    void aWaiverAndARefundNeedAReason() {
        refused("clerklead", without(waiver(1), "collectionReason")).invalid().says("请填写“理由”");
        refused("clerklead", without(refund(1), "collectionReason")).invalid().says("请填写“理由”");
    }

    private Refusal refused(String person, Map<String, Object> form) {
        int before = collection.entries(repair.number()).size();
        Refusal refusal = Refusal.of(() -> records(person, form));
        assertThat(collection.entries(repair.number())).hasSize(before);
        return refusal;
    }

    private void records(String person, Map<String, Object> form) {
        assertThat(office.starts(person, FeeCollectionProcess.KEY, form).isEnded())
                .isTrue();
    }

    private double billed() {
        return collection.balance(repair.number()).billed().doubleValue();
    }

    private void is(CollectionState state) {
        assertThat(collection.balance(repair.number()).state()).isEqualTo(state);
    }

    private Map<String, Object> payment(double yuan) {
        return fields(
                "slipNumber", repair.number(), "collectionEvent", "payment", "amountYuan", yuan, "paymentWay", "cash");
    }

    private Map<String, Object> waiver(double yuan) {
        return fields(
                "slipNumber",
                repair.number(),
                "collectionEvent",
                "waiver",
                "amountYuan",
                yuan,
                "collectionReason",
                "上门迟到");
    }

    private Map<String, Object> refund(double yuan) {
        return fields(
                "slipNumber",
                repair.number(),
                "collectionEvent",
                "refund",
                "amountYuan",
                yuan,
                "paymentWay",
                "transfer",
                "collectionReason",
                "上门迟到");
    }
}
