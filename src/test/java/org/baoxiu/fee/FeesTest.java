package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.slip.SlipStory.CLERK;
import static org.baoxiu.slip.SlipStory.listed;
import static org.baoxiu.slip.SlipStory.technician;
import static org.baoxiu.slip.SlipStory.unlisted;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.DomainSlice.DomainTest;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.Signatory;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.SlipStory;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.TestClock;
import org.baoxiu.slip.WorkOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
@DisplayName("报价、同意、核定、审核")
class FeesTest {

    private static final Person LEAD = new Person("clerklead", Set.of("customerServiceLead"));

    private static final Person TECHNICIAN = technician("tech1");
    private static final Signatory OWNER = new Signatory("张三", false);
    private static final FeeRule OWNER_PAYS = rule("owner", "业主承担", 100, "10.00", "30.00", "业主单元内有偿维修");
    private static final FeeRule OFFICE_PAYS = rule("office", "管理处承担", 0, "0.00", "0.00", "返修不再向业主收费");
    private static final FeeRule PUBLIC_FUND = rule("publicFund", "公共维修费用承担", 0, "0.00", "0.00", "公共部位维修，不向业主收费");
    private static final List<MaterialLine> JOINTS =
            List.of(new MaterialLine("接头", new BigDecimal("2"), new BigDecimal("15.50")));

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
    @Tag("4.3.4.4")
    @DisplayName("a quote shows content, labour, each material, the visit, the total and what the owner pays")
    void quoteIsShown() {
        String slip = quoted();
        Quote quote = fees.latestQuote(slip).orElseThrow();
        assertThat(quote.amounts().ownerPays()).isEqualTo("121.00");
        assertThat(quote.rule()).isEqualTo(OWNER_PAYS);
        assertThat(quote.materials()).hasSize(1);
        assertThat(slips.get(slip).agreement().quotedAmount()).isEqualByComparingTo("121");
        assertThat(quote.describe())
                .isEqualTo(
                        """
        - 维修内容：更换接头
        - 人工费：80.00 元
        - 材料：接头，2 × 15.50 元 = 31.00 元
        - 上门服务费：10.00 元
        - 合计：121.00 元
        - 付费方：业主承担（业主单元内有偿维修）
        - 业主应付：**121.00 元**""");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a quote without amounts yet is shown without them, and nobody can agree to it")
    void undecidedQuote() {
        String slip = onSite();
        fees.quote(slip, request("80.00", false), TECHNICIAN);
        assertThat(fees.latestQuote(slip).orElseThrow().amounts()).isNull();
        assertThat(fees.latestQuote(slip).orElseThrow().describe())
                .contains("更换接头")
                .doesNotContain("业主应付");
        Refusal.of(() -> fees.consent(slip, OWNER, false, TECHNICIAN)).invalid().says(slip, "金额还没有算出");
    }

    @Test
    @Tag("4.2.3")
    @DisplayName("the labour of a listed item is the listed price, and no other")
    void listedLabour() {
        String slip = onSite();
        Refusal.of(() -> fees.quote(slip, request("80.01", false), TECHNICIAN))
                .invalid()
                .says(slip, "80.00 元", "工价表");
        fees.quote(slip, request("80", false), TECHNICIAN);
    }

    @ParameterizedTest
    @CsvSource({",", "-1", "0.001", "1000000"})
    @Tag("4.2.3")
    @DisplayName("an item outside the price list needs a labour price from the technician")
    void unlistedLabour(BigDecimal labour) {
        String slip = SlipStory.onSite(slips, Area.INSIDE, unlisted(), "tech1", clock);
        Refusal.of(() -> fees.quote(slip, request(labour, false), TECHNICIAN))
                .invalid()
                .says(slip, "人工费");
        fees.quote(slip, request("150.50", false), TECHNICIAN);
        fees.decideQuote(slip, OWNER_PAYS);
        assertThat(fees.latestQuote(slip).orElseThrow().amounts().labour()).isEqualTo("150.50");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 0})
    @Tag("4.3.4.4")
    @DisplayName("a quote of a million yuan is a slip of the pen, whoever pays: it gets no amount and can be put right")
    void quoteOfAMillion(int ownerShare) {
        FeeRule rule = rule("owner", "业主承担", ownerShare, "0.00", "0.00", "有偿维修");
        String slip = SlipStory.onSite(slips, Area.INSIDE, unlisted(), "tech1", clock);
        fees.quote(slip, requestCosting(new BigDecimal("1000000.00")), TECHNICIAN);
        int lines = slips.history(slip).size();
        Refusal.of(() -> fees.decideQuote(slip, rule)).invalid().says(slip, "合计 1000000.00 元", "低于 100 万元", "请核对");
        assertThat(fees.latestQuote(slip).orElseThrow().amounts()).isNull();
        assertThat(slips.get(slip).agreement().quotedAmount()).isNull();
        assertThat(slips.history(slip)).hasSize(lines);
        fees.quote(slip, requestCosting(new BigDecimal("999999.99")), TECHNICIAN);
        fees.decideQuote(slip, rule);
        assertThat(fees.latestQuote(slip).orElseThrow().amounts().total()).isEqualTo("999999.99");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("the owner agrees by name, or a deputy does, and the answer stays with the quote")
    void consent() {
        String slip = quoted();
        Refusal.of(() -> fees.consent(slip, new Signatory(" ", false), false, TECHNICIAN))
                .invalid()
                .says(slip, "姓名");
        fees.consent(slip, new Signatory("李四", true), false, TECHNICIAN);
        Quote quote = fees.latestQuote(slip).orElseThrow();
        assertThat(quote.consentOutcome()).isEqualTo(ConsentOutcome.AGREED);
        assertThat(quote.consentBy()).isEqualTo(new Signatory("李四", true));
        assertThat(quote.describe()).endsWith("- 业主意见：同意，李四（受托人），11月23日 09:00");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.CONSENTED);
    }

    @Test
    @Tag("4.3.4.6")
    @DisplayName("noise or smell needs a consent of its own")
    void noise() {
        String slip = onSite();
        fees.quote(slip, request("80.00", true), TECHNICIAN);
        fees.decideQuote(slip, OWNER_PAYS);
        Refusal.of(() -> fees.consent(slip, OWNER, false, TECHNICIAN)).invalid().says(slip, "噪音");
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.QUOTED);
        fees.consent(slip, OWNER, true, TECHNICIAN);
        assertThat(fees.latestQuote(slip).orElseThrow().noiseConsent()).isTrue();
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("an owner who wants another quote gets a second one; the first stays as it was")
    void anotherQuote() {
        String slip = quoted();
        Quote first = fees.latestQuote(slip).orElseThrow();
        fees.askForAnotherQuote(slip, "材料太贵", TECHNICIAN);
        assertThat(fees.latestQuote(slip).orElseThrow().describe()).contains("业主意见：要求调整，材料太贵");
        fees.quote(slip, request("80.00", false), TECHNICIAN);
        assertThat(fees.latestQuote(slip).orElseThrow().id()).isNotEqualTo(first.id());
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a refused quote ends the repair before it begins")
    void refused() {
        String slip = quoted();
        fees.refuse(slip, "自己修", TECHNICIAN);
        assertThat(slips.get(slip).state()).isEqualTo(SlipState.REFUSED);
        assertThat(fees.latestQuote(slip).orElseThrow().consentReason()).isEqualTo("自己修");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("nothing is decided about a quote that does not exist")
    void noQuote() {
        String slip = onSite();
        Refusal.of(() -> fees.decideQuote(slip, OWNER_PAYS)).invalid().says(slip, "还没有报价");
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("the bill charges the material that was used")
    void materialUsed() {
        String slip = working();
        SlipStory.finish(slips, slip, "tech1");
        fees.recordUsed(slip, List.of(new MaterialLine("接头", BigDecimal.ONE, new BigDecimal("15.50"))), TECHNICIAN);
        fees.decideBill(slip, OWNER_PAYS);
        Bill bill = fees.latestBill(slip).orElseThrow();
        assertThat(bill.amounts().ownerPays()).isEqualTo("105.50");
        assertThat(slips.get(slip).agreement().billedAmount()).isEqualByComparingTo("105.50");
        assertThat(bill.describe()).contains("接头，1 × 15.50 元 = 15.50 元", "业主应付：**105.50 元**");
        assertThat(slips.history(slip))
                .anySatisfy(line -> assertThat(line.clause()).isEqualTo("4.7.6"));
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("no material is booked before work starts, and no bill is decided without the material")
    void materialFirst() {
        String slip = quoted();
        Refusal.of(() -> fees.recordUsed(slip, JOINTS, TECHNICIAN)).invalid().says(slip, "登记用料");
        Refusal.of(() -> fees.decideBill(slip, OWNER_PAYS)).invalid().says(slip, "还没有登记用料");
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("material corrected before the bill is decided is counted once")
    void materialCorrected() {
        String slip = working();
        fees.recordUsed(slip, JOINTS, TECHNICIAN);
        fees.recordUsed(slip, List.of(), TECHNICIAN);
        SlipStory.finish(slips, slip, "tech1");
        fees.decideBill(slip, OWNER_PAYS);
        assertThat(fees.latestBill(slip).orElseThrow().describe()).contains("材料费：无", "业主应付：**90.00 元**");
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName("a bill above the consent is refused: more material needs a new consent")
    void billAboveConsent() {
        String slip = working();
        SlipStory.finish(slips, slip, "tech1");
        fees.recordUsed(
                slip, List.of(new MaterialLine("接头", new BigDecimal("3"), new BigDecimal("15.50"))), TECHNICIAN);
        Refusal.of(() -> fees.decideBill(slip, OWNER_PAYS)).invalid().says(slip, "136.50 元", "121.00 元");
    }

    @Test
    @Tag("4.7.6")
    @DisplayName("material for a million yuan is a slip of the pen, also where no owner pays: the bill stays open")
    void billOfAMillion() {
        String slip = SlipStory.onSite(slips, Area.PUBLIC, unlisted(), "tech1", clock);
        slips.startWork(slip);
        SlipStory.finish(slips, slip, "tech1");
        fees.recordUsed(slip, materialsCosting(new BigDecimal("1000000.00")), TECHNICIAN);
        int lines = slips.history(slip).size();
        Refusal.of(() -> fees.decideBill(slip, PUBLIC_FUND))
                .invalid()
                .says(slip, "合计 1000000.00 元", "低于 100 万元", "请核对");
        assertThat(fees.latestBill(slip).orElseThrow().amounts()).isNull();
        assertThat(slips.get(slip).agreement().billedAmount()).isNull();
        assertThat(slips.history(slip)).hasSize(lines);
        fees.recordUsed(slip, materialsCosting(new BigDecimal("999999.99")), TECHNICIAN);
        fees.decideBill(slip, PUBLIC_FUND);
        assertThat(fees.latestBill(slip).orElseThrow().amounts().total()).isEqualTo("999999.99");
    }

    @Test
    @Tag("4.5.1")
    @DisplayName("public area: the listed labour and the material are recorded, the owner pays nothing")
    void publicArea() {
        String slip = SlipStory.onSite(slips, Area.PUBLIC, listed("plumbing"), "tech1", clock);
        slips.startWork(slip);
        finish(slip, PUBLIC_FUND);
        Bill bill = fees.latestBill(slip).orElseThrow();
        assertThat(bill.amounts().total()).isEqualTo("111.00");
        assertThat(bill.amounts().ownerPays()).isEqualTo("0.00");
    }

    @Test
    @Tag("S6")
    @DisplayName("a refused acceptance costs the owner nothing more: the second bill repeats what was billed")
    void reworkAfterRefusedAcceptance() {
        String slip = working();
        finish(slip, OWNER_PAYS);
        slips.rejectWork(slip, "还在滴水", TECHNICIAN);
        slips.startWork(slip);
        finish(slip, OFFICE_PAYS);
        Bill bill = fees.latestBill(slip).orElseThrow();
        assertThat(bill.amounts().ownerPays()).isEqualByComparingTo("121");
        assertThat(bill.describe()).contains("返修前已核定的金额，返修不另收费");
    }

    @Test
    @Tag("S6")
    @DisplayName("other content during rework needs consent again but is not charged")
    void requoteInRework() {
        String slip = working();
        finish(slip, OWNER_PAYS);
        slips.rejectWork(slip, "还在滴水", TECHNICIAN);
        slips.startWork(slip);
        slips.interruptWork(slip, WorkOutcome.CHANGE, "阀门也坏了", TECHNICIAN);
        fees.quote(slip, request("80.00", false), TECHNICIAN);
        fees.decideQuote(slip, OFFICE_PAYS);
        assertThat(slips.get(slip).agreement().quotedAmount()).isEqualByComparingTo("121");
    }

    @Test
    @Tag("3.5")
    @DisplayName("after a reduction, rework does not bring the reduced part back")
    void reworkAfterReduction() {
        String slip = confirmed();
        fees.review(slip, new BigDecimal("100"), "老客户", "monthly", LEAD);
        slips.change(slip, CLERK, 7, "S7", "返修", one -> {
            one.followingUp().followUp();
            one.followingUp().rework("又漏了", clock.instant());
            one.dispatching().pickUp("tech1", clock.instant());
            one.dispatching().arrive(clock.instant());
        });
        slips.startWork(slip);
        finish(slip, OFFICE_PAYS);
        assertThat(slips.get(slip).agreement().billedAmount()).isEqualByComparingTo("100");
    }

    @Test
    @Tag("3.5")
    @DisplayName("customer service approves the fee as it is")
    void approve() {
        String slip = confirmed();
        fees.review(slip, null, null, "cash", CLERK);
        assertThat(slips.get(slip).agreement().finalAmount()).isEqualByComparingTo("121");
        assertThat(fees.latestBill(slip).orElseThrow().reviewedBy()).isEqualTo("clerk1");
        assertThat(fees.latestBill(slip).orElseThrow().collection()).isEqualTo("cash");
    }

    @Test
    @Tag("3.5")
    @DisplayName("a reduction lies below the bill and has a reason")
    void reduce() {
        String slip = confirmed();
        Refusal.of(() -> fees.review(slip, new BigDecimal("100"), " ", "monthly", LEAD))
                .invalid()
                .says(slip, "理由");
        Refusal.of(() -> fees.review(slip, new BigDecimal("121.00"), "老客户", "monthly", LEAD))
                .invalid()
                .says("121.00 元");
        Refusal.of(() -> fees.review(slip, new BigDecimal("-1"), "老客户", "monthly", LEAD))
                .invalid();
        Refusal.of(() -> fees.review(slip, new BigDecimal("99.999"), "老客户", "monthly", LEAD))
                .invalid();
        fees.review(slip, new BigDecimal("0"), "老客户", "monthly", LEAD);
        assertThat(slips.get(slip).agreement().finalAmount()).isEqualByComparingTo("0");
        assertThat(fees.latestBill(slip).orElseThrow().describe()).contains("减免后应付：**0.00 元**（老客户）", "收款方式：月结");
    }

    @Test
    @Tag("3.5")
    @DisplayName("fees are collected monthly, in cash or by transfer")
    void collection() {
        String slip = confirmed();
        Refusal.of(() -> fees.review(slip, null, null, "barter", CLERK))
                .invalid()
                .says(slip, "barter", "月结");
    }

    private String onSite() {
        return SlipStory.onSite(slips, Area.INSIDE, listed("plumbing"), "tech1", clock);
    }

    private String quoted() {
        String slip = onSite();
        fees.quote(slip, request("80.00", false), TECHNICIAN);
        fees.decideQuote(slip, OWNER_PAYS);
        return slip;
    }

    private String working() {
        String slip = quoted();
        fees.consent(slip, OWNER, false, TECHNICIAN);
        slips.startWork(slip);
        return slip;
    }

    private String confirmed() {
        String slip = working();
        finish(slip, OWNER_PAYS);
        slips.accept(slip, OWNER, TECHNICIAN);
        return slip;
    }

    private void finish(String slip, FeeRule rule) {
        fees.recordUsed(slip, JOINTS, TECHNICIAN);
        SlipStory.finish(slips, slip, "tech1");
        fees.decideBill(slip, rule);
    }

    private static QuoteRequest request(String labour, boolean noise) {
        return request(labour == null ? null : new BigDecimal(labour), noise);
    }

    private static QuoteRequest request(BigDecimal labour, boolean noise) {
        return new QuoteRequest("接头老化", "更换接头", labour, false, false, noise, null, JOINTS);
    }

    /** Half is labour and half is material: each could be right, only their sum is not. */
    private static QuoteRequest requestCosting(BigDecimal total) {
        BigDecimal labour = new BigDecimal("500000");
        return new QuoteRequest(
                "接头老化", "更换接头", labour, false, false, false, null, materialsCosting(total.subtract(labour)));
    }

    private static List<MaterialLine> materialsCosting(BigDecimal total) {
        MaterialLine most = new MaterialLine("水泵", BigDecimal.ONE, total.subtract(BigDecimal.ONE));
        return List.of(most, new MaterialLine("垫圈", BigDecimal.ONE, BigDecimal.ONE));
    }

    private static FeeRule rule(String payer, String label, int share, String service, String minimum, String reason) {
        return new FeeRule(payer, label, share, new BigDecimal(service), new BigDecimal(minimum), reason);
    }
}
