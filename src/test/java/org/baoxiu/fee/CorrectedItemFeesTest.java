package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.technician;
import static org.baoxiu.slip.SlipStory.unlisted;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.PlaceName;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.CatalogueItem;
import org.baoxiu.slip.Corrections;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tap repaired for 80.00 yuan of labour, 31.00 of material and 10.00 for the visit, until the item turns out to be another. */
@DomainTest
@Tag("4.3.4.4")
@DisplayName("项目更正以后的费用")
class CorrectedItemFeesTest {

    private static final Person TECHNICIAN = technician("tech1");
    private static final Signatory OWNER = new Signatory("张三", false);
    private static final FeeRule OWNER_PAYS =
            new FeeRule("owner", "业主承担", 100, new BigDecimal("10.00"), new BigDecimal("30.00"), "业主单元内有偿维修");
    private static final FeeRule OFFICE_PAYS =
            new FeeRule("office", "管理处承担", 0, new BigDecimal("0.00"), new BigDecimal("0.00"), "保修期内");
    private static final List<MaterialLine> JOINTS =
            List.of(new MaterialLine("接头", new BigDecimal("2"), new BigDecimal("15.50")));

    @Autowired
    private Fees fees;

    @Autowired
    private FeeCollection collection;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Slips slips;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void restartClock() {
        clock.restart();
    }

    @Test
    @DisplayName("a cheaper item makes the bill lower, and the slip with it")
    void cheaper() {
        String slip = finished(OWNER_PAYS);
        corrected(slip, item("PL-02", "50.00"));

        assertThat(bill(slip).amounts().labour()).isEqualTo("50.00");
        assertThat(bill(slip).payable()).isEqualTo("91.00");
        assertThat(slips.get(slip).agreement().billedAmount()).isEqualByComparingTo("91");
        assertThat(lastLine(slip).text()).startsWith("项目更正，重新核定费用，合计 91.00 元，业主应付 91.00 元");
    }

    @Test
    @DisplayName("no correction makes the owner pay more")
    void dearer() {
        String slip = finished(OWNER_PAYS);
        corrected(slip, item("PL-02", "120.00"));

        assertThat(bill(slip).payable()).isEqualTo("121.00");
        assertThat(lastLine(slip).text()).doesNotContain("重新核定");
    }

    @Test
    @DisplayName("where the owner pays nothing the office may pay more, and the slip of the owner stays at nothing")
    void dearerForTheOffice() {
        String slip = finished(OFFICE_PAYS);
        BigDecimal before = bill(slip).amounts().total();
        corrected(slip, item("PL-02", "120.00"));

        assertThat(bill(slip).amounts().total()).isEqualTo(before.add(new BigDecimal("40.00")));
        assertThat(bill(slip).payable()).isEqualByComparingTo("0");
        assertThat(slips.get(slip).agreement().billedAmount()).isEqualByComparingTo("0");
        assertThat(lastLine(slip).text()).contains("重新核定费用", "业主应付 0.00 元");
    }

    @Test
    @DisplayName("an item of the same price changes nothing")
    void samePrice() {
        String slip = finished(OFFICE_PAYS);
        corrected(slip, item("PL-02", "80.00"));
        assertThat(lastLine(slip).text()).doesNotContain("重新核定");
    }

    @Test
    @DisplayName("for an item outside the price list the labour that the owner agreed to counts")
    void unlistedItem() {
        String slip = finished(OWNER_PAYS);
        corrected(slip, unlisted());
        assertThat(bill(slip).payable()).isEqualTo("121.00");
    }

    @Test
    @DisplayName("a reviewed fee stays, and so does one that nobody has decided")
    void reviewed() {
        String slip = finished(OWNER_PAYS);
        slips.accept(slip, OWNER, TECHNICIAN);
        fees.review(slip, null, null, "cash", CLERK);
        corrected(slip, item("PL-02", "50.00"));
        assertThat(bill(slip).payable()).isEqualTo("121.00");

        String working = working(OWNER_PAYS);
        fees.recordUsed(working, JOINTS, TECHNICIAN);
        corrected(working, item("PL-02", "50.00"));
        assertThat(bill(working).decided()).isFalse();
    }

    @Test
    @DisplayName("once money has come in for the item it is not corrected")
    void paid() {
        String slip = finished(OWNER_PAYS);
        slips.accept(slip, OWNER, TECHNICIAN);
        fees.review(slip, null, null, "cash", CLERK);
        fees.checkItemCorrectable(slip);

        collection.pay(slip, new BigDecimal("0.01"), PaymentWay.CASH, null, CLERK);
        Refusal.of(() -> fees.checkItemCorrectable(slip)).says(slip, "已经按账单付过款");
    }

    @Test
    @Tag("3.5")
    @DisplayName("what is owed at a place are its slips whose money has not come in, not those that are settled")
    void owedAtAPlace() {
        String owing = finished(OWNER_PAYS);
        slips.accept(owing, OWNER, TECHNICIAN);
        fees.review(owing, null, null, "cash", CLERK);
        String settled = finished(OWNER_PAYS);
        slips.accept(settled, OWNER, TECHNICIAN);
        fees.review(settled, null, null, "cash", CLERK);
        collection.pay(settled, new BigDecimal("121.00"), PaymentWay.CASH, null, CLERK);

        Report report = slips.get(owing).report();
        Map<String, Balance> unsettled = collection.unsettled(
                report.office(), PlaceName.of(report.place()).key());
        assertThat(unsettled).containsKey(owing).doesNotContainKey(settled);
        assertThat(unsettled.get(owing).outstanding()).isEqualTo("121.00");
    }

    private void corrected(String slip, CatalogueItem item) {
        corrections.useItem(slip, item);
        fees.itemCorrected(slip);
    }

    private Bill bill(String slip) {
        return fees.latestBill(slip).orElseThrow();
    }

    private HistoryEntry lastLine(String slip) {
        List<HistoryEntry> lines = slips.history(slip);
        return lines.get(lines.size() - 1);
    }

    private String working(FeeRule rule) {
        String slip = SlipStory.onSite(slips, Area.INSIDE, listed("plumbing"), "tech1", clock);
        fees.quote(slip, new QuoteRequest("接头老化", "更换接头", null, false, false, false, null, JOINTS), TECHNICIAN);
        fees.decideQuote(slip, rule);
        fees.consent(slip, OWNER, false, TECHNICIAN);
        slips.startWork(slip);
        return slip;
    }

    private String finished(FeeRule rule) {
        String slip = working(rule);
        fees.recordUsed(slip, JOINTS, TECHNICIAN);
        SlipStory.finish(slips, slip, "tech1");
        fees.decideBill(slip, rule);
        return slip;
    }

    private static CatalogueItem item(String code, String labour) {
        return new CatalogueItem(
                code, "更换水龙头", "plumbing", 0.5, new BigDecimal(labour), true, false, "", "", null, false, false);
    }
}
