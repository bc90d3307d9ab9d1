package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.technician;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** A tap repaired for 121.00 yuan, and what becomes of that money. */
@DomainTest
@Tag("3.5")
@DisplayName("应收、收款、减免、退款")
class FeeCollectionTest {

    private static final Person LEAD = new Person("clerklead", Set.of("customerServiceLead"));
    private static final Person DIRECTOR = new Person("director", Set.of("director"));
    private static final Person TECHNICIAN = technician("tech1");
    private static final Signatory OWNER = new Signatory("张三", false);
    private static final FeeRule OWNER_PAYS =
            new FeeRule("owner", "业主承担", 100, new BigDecimal("10.00"), new BigDecimal("30.00"), "业主单元内有偿维修");
    private static final FeeRule OFFICE_PAYS =
            new FeeRule("office", "管理处承担", 0, new BigDecimal("0.00"), new BigDecimal("0.00"), "返修不再向业主收费");
    private static final List<MaterialLine> JOINTS =
            List.of(new MaterialLine("接头", new BigDecimal("2"), new BigDecimal("15.50")));

    @Autowired
    private FeeCollection collection;

    @Autowired
    private FeeEntryRepository entries;

    @Autowired
    private Fees fees;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    void theReviewChargesTheOwner() {
        String slip = reviewed(null);

        assertThat(collection.entries(slip)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.BILLED);
            assertThat(entry.amount()).isEqualTo("121.00");
            assertThat(entry.bill())
                    .isEqualTo(fees.latestBill(slip).orElseThrow().id());
            assertThat(entry.recordedBy()).isEqualTo(CLERK.id());
        });
        is(slip, CollectionState.OPEN, "121.00");
    }

    @Test
    void nothingIsOwedBeforeTheReview() {
        String slip = confirmed();

        assertThat(collection.entries(slip)).isEmpty();
        is(slip, CollectionState.NOTHING_DUE, "0.00");
        Refusal.of(() -> collection.pay(slip, yuan("1"), PaymentWay.CASH, null, CLERK))
                .invalid()
                .says(slip, "没有未收的费用");
        Refusal.of(() -> collection.waive(slip, yuan("1"), "漏水未及时处理", LEAD))
                .invalid()
                .says(slip, "没有应收的费用");
    }

    @Test
    void whatTheReviewLetsOffAltogetherIsNotOwed() {
        is(reviewed("0"), CollectionState.NOTHING_DUE, "0.00");
    }

    @Test
    @Tag("4.3.8")
    void theOwnerPaysInParts() {
        String slip = reviewed(null);

        collection.pay(slip, yuan("50"), PaymentWay.CASH, null, CLERK);
        is(slip, CollectionState.PARTLY_PAID, "71.00");
        collection.pay(slip, yuan("70.99"), PaymentWay.TRANSFER, null, CLERK);
        is(slip, CollectionState.PARTLY_PAID, "0.01");
        collection.pay(slip, yuan("0.01"), PaymentWay.DEDUCTED, "抵扣预存款", LEAD);
        is(slip, CollectionState.PAID, "0.00");

        assertThat(collection.entries(slip))
                .extracting(FeeEntry::way)
                .containsExactly(null, PaymentWay.CASH, PaymentWay.TRANSFER, PaymentWay.DEDUCTED);
        assertThat(slips.history(slip))
                .extracting(line -> line.clause() + " " + line.text())
                .contains("3.5 收款 50.00 元（现金）", "3.5 收款 0.01 元（代扣）：抵扣预存款");
    }

    @Test
    void nobodyPaysMoreThanIsOwed() {
        String slip = reviewed(null);
        collection.pay(slip, yuan("100"), PaymentWay.CASH, null, CLERK);

        Refusal.of(() -> collection.pay(slip, yuan("21.01"), PaymentWay.CASH, null, CLERK))
                .invalid()
                .says(slip, "21.00 元");
        Refusal.of(() -> collection.pay(slip, yuan("0"), PaymentWay.CASH, null, CLERK))
                .invalid();
        Refusal.of(() -> collection.pay(slip, yuan("-1"), PaymentWay.CASH, null, CLERK))
                .invalid();
        Refusal.of(() -> collection.pay(slip, yuan("0.001"), PaymentWay.CASH, null, CLERK))
                .invalid()
                .says("两位小数");
        is(slip, CollectionState.PARTLY_PAID, "21.00");
    }

    @Test
    void theLeadOrTheDirectorLetsTheOwnerOff() {
        String slip = reviewed(null);

        collection.waive(slip, yuan("21"), "上门迟到", LEAD);
        is(slip, CollectionState.OPEN, "100.00");
        collection.waive(slip, yuan("100"), "管理处有责任", DIRECTOR);
        is(slip, CollectionState.WAIVED, "0.00");
        Refusal.of(() -> collection.waive(slip, yuan("0.01"), "管理处有责任", DIRECTOR))
                .invalid()
                .says("没有应收的费用");
    }

    @Test
    void aClerkLetsNobodyOff() {
        String slip = reviewed(null);

        Refusal.of(() -> collection.waive(slip, yuan("1"), "熟人", CLERK))
                .forbidden()
                .says(slip, "主管或主任");
        Refusal.of(() -> collection.waive(slip, yuan("1"), "熟人", TECHNICIAN)).forbidden();
        is(slip, CollectionState.OPEN, "121.00");
    }

    @Test
    void onlyCustomerServiceHandlesTheMoney() {
        String slip = reviewed(null);

        Refusal.of(() -> collection.pay(slip, yuan("121"), PaymentWay.CASH, null, TECHNICIAN))
                .forbidden()
                .says(slip);
        Refusal.of(() -> collection.refund(slip, yuan("1"), PaymentWay.CASH, "多收", DIRECTOR))
                .forbidden()
                .says(slip);
    }

    @Test
    void whatWasPaidIsGivenBackAfterAWaiverAndNoMore() {
        String slip = reviewed(null);
        collection.pay(slip, yuan("121"), PaymentWay.CASH, null, CLERK);
        Refusal.of(() -> collection.refund(slip, yuan("20"), PaymentWay.CASH, "修得慢", CLERK))
                .invalid()
                .says(slip, "先由", "减免");

        collection.waive(slip, yuan("20"), "修得慢", LEAD);
        is(slip, CollectionState.TO_REFUND, "-20.00");
        Refusal.of(() -> collection.pay(slip, yuan("1"), PaymentWay.CASH, null, CLERK))
                .invalid();
        Refusal.of(() -> collection.refund(slip, yuan("20.01"), PaymentWay.CASH, "修得慢", CLERK))
                .invalid()
                .says("20.00 元");
        collection.refund(slip, yuan("20"), PaymentWay.TRANSFER, "修得慢", CLERK);

        is(slip, CollectionState.PAID, "0.00");
        assertThat(collection.entries(slip))
                .extracting(FeeEntry::kind)
                .containsExactly(EntryKind.BILLED, EntryKind.PAYMENT, EntryKind.WAIVER, EntryKind.REFUND);
        assertThat(collection.balance(slip))
                .isEqualTo(new Balance(yuan("121.00"), yuan("20.00"), yuan("121.00"), yuan("20.00")));
    }

    @Test
    @DisplayName("a rework charges nothing twice, and a lower review afterwards gives back the difference")
    void reworkChargesTheDifference() {
        String slip = reviewed(null);
        collection.pay(slip, yuan("121"), PaymentWay.CASH, null, CLERK);
        againNotFixed(slip);
        fees.review(slip, yuan("100"), "返修", "cash", LEAD);

        assertThat(collection.entries(slip))
                .extracting(FeeEntry::amount)
                .containsExactly(yuan("121.00"), yuan("121.00"), yuan("-21.00"));
        is(slip, CollectionState.TO_REFUND, "-21.00");
    }

    @Test
    @DisplayName("a bill is charged once, whatever happens")
    void onceOnly() {
        String slip = reviewed(null);
        Bill bill = fees.latestBill(slip).orElseThrow();

        assertThatThrownBy(() -> entries.save(new FeeEntry(
                        null, slip, EntryKind.BILLED, null, yuan("1"), null, bill.id(), clock.instant(), "x")))
                .hasCauseInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "deleteAll", "deleteById"})
    void nothingIsDeleted(String method) {
        assertThat(Arrays.stream(FeeEntryRepository.class.getMethods()).map(java.lang.reflect.Method::getName))
                .doesNotContain(method);
        assertThat(FeeEntry.class.isRecord()).as("an entry does not change").isTrue();
    }

    private void is(String slip, CollectionState state, String outstanding) {
        assertThat(collection.balance(slip).state()).isEqualTo(state);
        assertThat(collection.balance(slip).outstanding()).isEqualTo(outstanding);
    }

    private String reviewed(String reducedToOrNull) {
        String slip = confirmed();
        fees.review(
                slip,
                reducedToOrNull == null ? null : yuan(reducedToOrNull),
                "老客户",
                "monthly",
                reducedToOrNull == null ? CLERK : LEAD);
        return slip;
    }

    private String confirmed() {
        String slip = SlipStory.onSite(slips, Area.INSIDE, listed("plumbing"), "tech1", clock);
        fees.quote(slip, new QuoteRequest("接头老化", "更换接头", null, false, false, false, null, JOINTS), TECHNICIAN);
        fees.decideQuote(slip, OWNER_PAYS);
        fees.consent(slip, OWNER, false, TECHNICIAN);
        finished(slip, OWNER_PAYS);
        return slip;
    }

    private void againNotFixed(String slip) {
        slips.change(slip, CLERK, 7, "4.3.6", "回访", one -> {
            one.followingUp().followUp();
            one.followingUp().rework("又漏了", clock.instant());
            one.dispatching().pickUp("tech1", clock.instant());
            one.dispatching().arrive(clock.instant());
        });
        finished(slip, OFFICE_PAYS);
    }

    private void finished(String slip, FeeRule rule) {
        slips.startWork(slip);
        fees.recordUsed(slip, JOINTS, TECHNICIAN);
        SlipStory.finish(slips, slip, "tech1");
        fees.decideBill(slip, rule);
        slips.accept(slip, OWNER, TECHNICIAN);
    }

    private static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }
}
