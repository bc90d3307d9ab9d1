package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.baoxiu.fee.Capitals;
import org.baoxiu.owner.OwnerTokens;
import org.baoxiu.paper.Pdf;
import org.baoxiu.process.collection.FeeCollectionProcess;
import org.baoxiu.slip.ReservedNumber;
import org.baoxiu.slip.ReservedNumbers;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Printed slips, blank slips and statements as a browser gets them. */
@ProcedureTest
@Tag("long")
class PaperOverHttpTest {

    private static final Pattern PAYABLE =
            Pattern.compile("￥([\\d.]+)元(?:（共\\d+张）)?人民币大写(\\p{IsHan}+?)(?:减免|已收|未收|应退|业主|$)");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ReservedNumbers numbers;

    @Autowired
    private OwnerTokens tokens;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    // the printed slip

    @Test
    @Tag("4.3.1.1")
    @Tag("4.3.1.2")
    @Tag("4.3.1.3")
    @Tag("4.3.1.4")
    @Tag("4.3.4.4")
    @Tag("4.3.4.8")
    @Tag("4.3.5")
    void aFinishedSlipIsPrintedWithAllThatHappened() throws Exception {
        RepairCase repair = confirmed(registered("PL-01"));
        repair.does(
                "clerklead",
                REVIEW_FEE,
                fields(
                        "feeDecision",
                        "reduce",
                        "reducedToYuan",
                        50.05,
                        "reductionReason",
                        "老业主",
                        "collection",
                        "monthly"));

        Pdf pdf = print(repair);

        Slip slip = repair.slip();
        assertThat(pdf.pages()).hasSize(3).allSatisfy(copy -> assertThat(copy)
                .contains(
                        "编号：" + slip.number(),
                        "管理处一号管理处",
                        "报修渠道电话",
                        "报修人张三",
                        "联系电话13800000000",
                        "地点3栋502",
                        "部位业主单元内",
                        "受理时间2026年11月23日09:00",
                        "希望上门时间尽快",
                        "故障情况厨房水龙头漏水",
                        "维修项目" + slip.item().name(),
                        "类别日常维修",
                        "维修人员",
                        "到场时间2026年11月23日09:00",
                        "查明的原因垫圈老化",
                        "维修内容更换水龙头并试水",
                        "开始维修2026年11月23日09:00",
                        "修理完毕2026年11月23日09:00",
                        "水龙头145.5045.50",
                        "付费方业主",
                        "￥50.05元",
                        "人民币大写伍拾元零伍分",
                        "理由：老业主",
                        "张三于2026年11月23日09:00同意上述维修内容和金额",
                        slip.agreement().consentedAmount().toPlainString() + "元",
                        "✓功能已恢复",
                        "✓现场已清理",
                        "✓验收合格",
                        "验收人：张三",
                        "收款方式月结"));
        assertThat(pdf.fontsEmbedded()).isTrue();
        assertThat(pdf.text()).doesNotContain("clerk1", "tech1", "公共部位");
        assertFiguresAreCapitals(pdf);
    }

    @Test
    @Tag("4.3.3")
    void aSlipThatIsPickedUpLeavesRoomForWhatIsStillToCome() throws Exception {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));

        assertThat(print(repair).pages().get(1))
                .contains("查明的原因维修内容开始维修修理完毕", "签字：", "□功能已恢复", "□验收合格")
                .doesNotContain("￥", "✓");
    }

    @Test
    @Tag("4.3.4.4")
    void whatWasQuotedIsPrintedBeforeTheOwnerAgrees() throws Exception {
        RepairCase repair =
                quoted(office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01")));

        Pdf pdf = print(repair);
        assertThat(pdf.text())
                .contains("按报价", "￥" + repair.slip().agreement().quotedAmount().toPlainString() + "元", "本人同意上述维修内容和金额");
        assertFiguresAreCapitals(pdf);
    }

    @Test
    @Tag("4.5.1")
    void aPublicAreaHasTheVerificationInPlaceOfConsentAndAcceptance() throws Exception {
        RepairCase repair = office.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        assertThat(print(repair).text()).contains("□用料属实", "□质量合格", "25日前").doesNotContain("业主同意", "业主验收", "✓");

        repair.does("tech1", CARRY_OUT_REPAIR, done()).does("clerk1", VERIFY_PUBLIC_REPAIR, verified());

        assertThat(print(repair).text()).contains("✓用料属实", "✓质量合格", "核查人：").doesNotContain("核查人：clerk1");
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200",
        "clerklead, 200",
        "tech1, 200",
        "tech2, 403",
        "supervisor, 200",
        "director, 200",
        "dutydirector, 200",
        "affairs, 200",
        ", 401"
    })
    @Tag("4.3.5")
    @Tag("4.3.7")
    @Tag("found:E6")
    @Tag("found:E8")
    void whoeverWorksOnASlipOrNeedsAllPrintsIt(String person, int status) throws Exception {
        RepairCase repair = confirmed(registered("PL-01"));
        String photos = "/slips/" + repair.number() + "/photos";

        assertThat(get(photos, person).statusCode()).isEqualTo(status);
        assertThat(get(photos + "/1", person).statusCode()).isEqualTo(status == 200 ? 404 : status);
        HttpResponse<byte[]> answer = post("/slips/" + repair.number() + "/print", "", person, "same-origin");

        assertThat(get("/slips/" + repair.number() + "/print", person).statusCode())
                .isEqualTo(status);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .get()
                    .asString()
                    .contains("inline", repair.number() + ".pdf");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    @Tag("4.3.5")
    @Tag("found:E6")
    void aTechnicianPrintsWhatIsOfferedOrWasReportedOrWorkedOnAndNothingElse() throws Exception {
        RepairCase offered = office.reports("clerk1", leakingTap());
        assertThat(get("/slips/" + offered.number() + "/print", "tech1").statusCode())
                .isEqualTo(403);
        offered.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(get("/slips/" + offered.number() + "/print", "tech1").statusCode())
                .isEqualTo(200);
        offered.does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(get("/slips/" + offered.number() + "/print", "tech1").statusCode())
                .isEqualTo(200);
        assertThat(get("/slips/" + offered.number() + "/print", "tech3").statusCode())
                .isEqualTo(403);

        RepairCase reported = office.reports("tech3", darkCorridor());
        assertThat(get("/slips/" + reported.number() + "/print", "tech3").statusCode())
                .isEqualTo(200);
        assertThat(get("/slips/WX20000101-000001/print", "tech3").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/slips/WX20000101-000001/print",
                "/slips/%3Cb%3E/print",
                "/statements/2026-11/WX20000101-000001",
                "/statements/2026-13/x"
            })
    void whatCannotBePrintedIsSaidOnAPage(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "clerk1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("没有打印", "请")
                .doesNotContain("<b>");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
    }

    @Test
    @Tag("4.3.5")
    void aPrintLeavesTheLinksOfEarlierSheetsGoodAndToLookForItChangesNothing() throws Exception {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        print(repair);
        String earlier = tokens.token(repair.number());
        int links = links(repair);

        String page =
                new String(get("/slips/" + repair.number() + "/print", "tech1").body(), StandardCharsets.UTF_8);
        assertThat(page).contains(repair.number(), "打印一式三联");
        assertThat(post("/slips/" + repair.number() + "/print", "", "tech1", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(links(repair)).isEqualTo(links);

        assertThat(print(repair).pictures()).as("the code of the owner's copy").isEqualTo(1);
        assertThat(links(repair)).isEqualTo(links + 1);
        assertThat(tokens.open(earlier)).isPresent();
    }

    @Test
    @Tag("4.3.5")
    @Tag("found:E6")
    @DisplayName("whoever has worked on a slip that has ended has nobody to call any more, on paper as on the screen")
    void theTelephoneOfASlipThatHasEndedIsForThoseWhoNeedEverySlip() throws Exception {
        RepairCase repair = office.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(print(repair, "tech1").text()).contains("联系电话13800000000");

        repair.ownerCalls("cancel");

        assertThat(print(repair, "tech1").text()).contains("联系电话138****0000").doesNotContain("13800000000");
        assertThat(print(repair, "affairs").text()).contains("联系电话13800000000");
    }

    @Test
    @Tag("4.3.5")
    void theOwnerTakesTheOwnersCopyFromTheOwnersPage() throws Exception {
        RepairCase repair = confirmed(registered("PL-01"));
        String token = tokens.token(repair.number());
        int links = links(repair);
        assertThat(new String(get("/r/" + token, null).body(), StandardCharsets.UTF_8))
                .contains("/r/" + token + "/copy");

        Pdf copy = Pdf.read(get("/r/" + token + "/copy", null).body());

        assertThat(copy.pages()).hasSize(1);
        assertThat(copy.text())
                .contains("第三联　业主联", repair.number(), "更换水龙头并试水", "联系电话138****0000")
                .doesNotContain("13800000000");
        assertThat(copy.pictures()).as("the code of this very page").isEqualTo(1);
        assertThat(links(repair)).isEqualTo(links);
        assertThat(get("/r/" + token.substring(1) + "x/copy", null).statusCode())
                .isEqualTo(404);
    }

    private int links(RepairCase repair) {
        return database.sql("select count(*) from owner_link where slip_number = ?")
                .param(repair.number())
                .query(Integer.class)
                .single();
    }

    // blank slips

    @Test
    @Tag("4.3.1")
    void blankSlipsArePrintedWithNumbersOfTheirOwn() throws Exception {
        HttpResponse<byte[]> answer = post("/blank-slips", "count=3", "clerk1", "same-origin");

        Pdf pdf = Pdf.read(answer.body());
        assertThat(pdf.pages()).hasSize(3);
        List<String> printed = pdf.pages().stream()
                .map(page -> page.replaceAll(".*?编号：(WX\\d{8}-\\d{6}).*", "$1"))
                .toList();
        assertThat(printed)
                .doesNotHaveDuplicates()
                .isSubsetOf(
                        numbers.unused().stream().map(ReservedNumber::number).toList());
        assertThat(new String(get("/blank-slips", "clerk1").body(), StandardCharsets.UTF_8))
                .contains(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "count=0, same-origin, 400",
        "count=51, same-origin, 400",
        "count=zwei, same-origin, 400",
        "'', same-origin, 400",
        "count=1, cross-site, 403"
    })
    void nothingIsReservedForAWrongNumberOrAnotherSite(String form, String site, int status) throws Exception {
        int before = numbers.unused().size();

        assertThat(post("/blank-slips", form, "clerk1", site).statusCode()).isEqualTo(status);

        assertThat(numbers.unused()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"clerk1, 200", "clerklead, 200", "tech1, 403", "director, 403", ", 401"})
    void customerServicePrintsBlankSlips(String person, int status) throws Exception {
        assertThat(get("/blank-slips", person).statusCode()).isEqualTo(status);
    }

    // statements

    @Test
    @Tag("4.3.8")
    void theMonthOfAnOwnerIsPrintedSlipBySlip() throws Exception {
        String place = "7 栋 " + UUID.randomUUID().toString().substring(0, 8);
        RepairCase first = closed(place, feeApproved());
        office.timeIs("2026-11-30T23:59:00+08:00");
        RepairCase second = closed(
                place,
                fields("feeDecision", "reduce", "reducedToYuan", 0, "reductionReason", "老业主", "collection", "cash"));
        office.timeIs("2026-12-01T00:00:00+08:00");
        RepairCase next = closed(place, feeApproved());

        Pdf november =
                Pdf.read(get("/statements/2026-11/" + next.number(), "affairs").body());

        String amount = first.slip().agreement().finalAmount().toPlainString();
        assertThat(november.pages()).hasSize(1);
        assertThat(november.text())
                .contains(
                        "2026年11月",
                        "张三",
                        place.replace(" ", ""),
                        first.number() + first.slip().item().name(),
                        "11月23日",
                        "11月30日",
                        amount + "0.000.00" + amount,
                        second.number(),
                        "0.000.000.000.00",
                        "应收合计￥" + amount + "元（共2张）",
                        "未收合计￥" + amount + "元")
                .doesNotContain(next.number(), "收款、减免、退款");
        assertFiguresAreCapitals(november);
        assertThat(Pdf.read(get("/statements/2026-12/" + first.number(), "clerk1")
                                .body())
                        .text())
                .contains(next.number(), "（共1张）");
        assertThat(get("/statements/2026-10/" + first.number(), "clerk1").statusCode())
                .isEqualTo(400);
    }

    @Test
    @Tag("3.5")
    @Tag("4.3.8")
    void theStatementSaysWhatWasPaidHowWhatWasLetOffGivenBackAndIsStillOpen() throws Exception {
        String place = "9 栋 " + UUID.randomUUID().toString().substring(0, 8);
        RepairCase partly = closed(place, feeApproved());
        RepairCase refunded = closed(place, feeApproved());
        BigDecimal billed = refunded.slip().agreement().finalAmount();
        office.timeIs("2026-12-02T10:00:00+08:00");
        collects("clerk1", partly, "collectionEvent", "payment", "amountYuan", 10.05, "paymentWay", "cash");
        collects(
                "clerk1",
                refunded,
                "collectionEvent",
                "payment",
                "amountYuan",
                billed.doubleValue(),
                "paymentWay",
                "transfer");
        collects("clerklead", refunded, "collectionEvent", "waiver", "amountYuan", 20.5, "collectionReason", "上门迟到");
        Pdf before = statement(refunded);
        assertThat(before.text()).contains("未收合计￥" + billed.subtract(new BigDecimal("30.55")) + "元");
        collects(
                "clerk1",
                refunded,
                "collectionEvent",
                "refund",
                "amountYuan",
                20.5,
                "paymentWay",
                "cash",
                "collectionReason",
                "退多收的");

        Pdf statement = statement(partly);

        assertThat(statement.text())
                .contains(
                        "收款截至12月2日10:00",
                        partly.number() + "12月2日收款现金10.05",
                        refunded.number() + "12月2日收款转账" + billed,
                        refunded.number() + "12月2日减免20.50上门迟到",
                        refunded.number() + "12月2日退款现金20.50退多收的",
                        "应收合计￥" + billed.add(billed) + "元（共2张）",
                        "减免合计￥20.50元",
                        "已收合计￥" + billed.subtract(new BigDecimal("10.45")) + "元",
                        "未收合计￥" + billed.subtract(new BigDecimal("10.05")) + "元");
        assertFiguresAreCapitals(statement);
    }

    private void collects(String person, RepairCase repair, Object... entry) {
        office.starts(person, FeeCollectionProcess.KEY, with(fields(entry), "slipNumber", repair.number()));
    }

    private Pdf statement(RepairCase repair) throws Exception {
        return Pdf.read(get("/statements/2026-11/" + repair.number(), "affairs").body());
    }

    @ParameterizedTest
    @CsvSource({"clerk1, 400", "clerklead, 400", "affairs, 400", "director, 400", "tech1, 403", ", 401"})
    void statementsAreForWhoeverSettlesFees(String person, int status) throws Exception {
        assertThat(get("/statements/2026-11/unknown", person).statusCode()).isEqualTo(status);
    }

    private RepairCase confirmed(Map<String, Object> registration) {
        return confirmed(office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registration));
    }

    private RepairCase confirmed(RepairCase repair) {
        return quoted(repair)
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does(
                        "tech1",
                        CARRY_OUT_REPAIR,
                        with(done(), "material1Name", "水龙头", "material1Quantity", 1, "material1Price", 45.5))
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported());
    }

    private static RepairCase quoted(RepairCase repair) {
        return repair.does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, Answers.quoted());
    }

    private RepairCase closed(String place, Map<String, Object> review) {
        return confirmed(office.reports("clerk1", with(leakingTap(), "place", place))
                        .does("clerk1", REGISTER_REQUEST, registered("PL-01")))
                .does("clerklead", REVIEW_FEE, review)
                .does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    private Pdf print(RepairCase repair) throws Exception {
        return print(repair, "tech1");
    }

    private Pdf print(RepairCase repair, String person) throws Exception {
        return Pdf.read(post("/slips/" + repair.number() + "/print", "", person, "same-origin")
                .body());
    }

    private static void assertFiguresAreCapitals(Pdf pdf) {
        for (String page : pdf.pages()) {
            List<MatchResult> payable = PAYABLE.matcher(page).results().toList();
            assertThat(payable).as(page).isNotEmpty().allSatisfy(found -> assertThat(found.group(2))
                    .isEqualTo(Capitals.of(new BigDecimal(found.group(1)))));
        }
    }

    private HttpResponse<byte[]> get(String path, String person) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(), path, person);
    }

    private HttpResponse<byte[]> post(String path, String form, String person, String site)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", site)
                        .POST(BodyPublishers.ofString(form)),
                path,
                person);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String path, String person)
            throws IOException, InterruptedException {
        request.uri(URI.create("http://localhost:" + port + path));
        if (person != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)));
        }
        return Http.CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
