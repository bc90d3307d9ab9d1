package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.corrects;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.joined;
import static org.baoxiu.process.repair.correction.CorrectionAnswers.split;
import static org.baoxiu.testing.Answers.*;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.paper.Pdf;
import org.baoxiu.people.demo.DemoPeople;
import org.baoxiu.shared.OfficeGroup;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.Splits;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Http;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The slip on one page, as a browser gets it at each stage. */
@ProcedureTest
@DisplayName("维修单全貌")
@Tag("long")
class DossierOverHttpTest {

    private static final String TELEPHONE = "13800000000";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Slips slips;

    @Autowired
    private Splits splits;

    @Autowired
    private IdentityService identity;

    private String place;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        place = "9 栋 " + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private RepairCase registeredSlip() {
        return office.reports("clerk1", with(leakingTap(), "place", place))
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "clerkNote", "家里有老人，请轻敲门"));
    }

    private RepairCase consented() {
        return registeredSlip()
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, Answers.quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
    }

    private static RepairCase finished(RepairCase repair) {
        return repair.does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported());
    }

    private RepairCase closed() {
        return finished(consented())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    // what is on it

    @Test
    @Tag("found:A4")
    @Tag("4.3.1.4")
    void aRegisteredSlipTellsWhatWasReportedAndNoted() throws Exception {
        RepairCase repair = registeredSlip();

        Page page = page(repair, "clerk1");

        assertThat(page.words())
                .contains(
                        repair.number(),
                        "|已通知维修班|",
                        "|类别|日常维修|",
                        "|地点|一号管理处 " + place + "（业主单元内）|",
                        "|报修人|张三|",
                        "|电话|" + TELEPHONE + "|",
                        "|故障|厨房水龙头漏水|",
                        "|备注|家里有老人，请轻敲门|",
                        "|受理|客服一|",
                        "|登记|客服一|")
                .doesNotContain("|报价|", "id=\"chain\"");
        assertThat(page.html()).containsPattern("<li class=\"current\" aria-current=\"step\"><span>维修调度</span>");
    }

    @Test
    @Tag("4.3.1")
    void twoSlipsAboutTheSameFaultLeadToEachOther() throws Exception {
        RepairCase first = registeredSlip();
        office.timePasses(Duration.ofMinutes(1));
        RepairCase second = registeredSlip();
        assertThat(page(second, "clerk1").html()).contains(">更正、误登记、并单、拆单</a>").doesNotContain("id=\"ties\"");
        corrects(office, "clerk1", second, joined(first));

        assertThat(page(second, "clerk1").html())
                .containsPattern("(?s)id=\"ties\".*href=\"/slips/" + first.number() + "\".*id=\"");
        assertThat(page(second, "clerk1").words())
                .contains("|已并单|", "|并单的原因|同一个水龙头|", first.number() + "|并入这张单办理|")
                .doesNotContain("|更正、误登记、并单、拆单|");
        assertThat(page(first, "clerk1").words()).contains(second.number() + "|并入本单：11月23日 09:01 接报，厨房水龙头漏水|");
    }

    @Test
    @Tag("4.3.1")
    void aSlipAndTheOneThatWasSplitFromItLeadToEachOther() throws Exception {
        RepairCase first = registeredSlip();
        office.timePasses(Duration.ofMinutes(1));
        corrects(office, "clerk1", first, split());
        RepairCase second =
                office.ofSlip(splits.splitFrom(first.number()).get(0).number());

        assertThat(page(first, "clerk1").words()).contains(second.number() + "|由本单拆出：11月23日 09:01 接报，客厅的灯不亮|");
        assertThat(page(second, "clerk1").words()).contains(first.number() + "|本单由这张单拆出|");
    }

    @Test
    void everyLineOfTheHistoryHasItsPersonTimeAndClause() throws Exception {
        RepairCase repair = closed();
        String words = page(repair, "director").words();

        List<HistoryEntry> history = slips.history(repair.number());
        assertThat(history).hasSizeGreaterThan(10);
        assertThat(history).allSatisfy(entry -> assertThat(words)
                .containsPattern("\\|11月23日 09:00\\|(系统|业主|客服一|客服二|水电工)\\|[^|]*\\|?"
                        + java.util.regex.Pattern.quote(entry.clause() + "|" + entry.text() + "|")));
        assertThat(words).doesNotContain("|clerk1|", "|tech1|", "|system|");
    }

    @Test
    @Tag("4.6.2")
    @Tag("5.1")
    void aMissedPromiseTellsByHowMuchAndWhoWasTold() throws Exception {
        RepairCase repair = registeredSlip().does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(page(repair, "supervisor").words())
                .contains("|到场|4.6.2|工程部维修班（水电工）|")
                .doesNotContain("已超时");
        office.timePasses(Duration.ofMinutes(17));
        repair.dueTimersFire();

        Page page = page(repair, "supervisor");

        assertThat(page.words())
                .containsPattern("\\|到场\\|4\\.6\\.2\\|工程部维修班（水电工）\\|11月23日 09:00\\|15 分钟\\|11月23日 09:15\\|已超时 2 分钟\\|"
                        + "[^|]*超时 11月23日 09:17 [^|]*工程主管");
        assertThat(page.html()).contains("<svg class=\"promises\"", "class=\"late\"", "到场（4.6.2，限 15 分钟）　已超时 2 分钟");
    }

    @Test
    @Tag("4.3.4.4")
    void quoteAndConsentAreThereWithWhoSigned() throws Exception {
        RepairCase repair = consented();
        String amount = repair.slip().agreement().quotedAmount().toPlainString() + " 元";

        assertThat(page(repair, "clerk1").words())
                .containsPattern("\\|报价\\|" + amount + "\\|[^|]*合计[^|]*\\|水电工\\|")
                .contains("|业主同意|", "|同意维修内容和金额|张三|11月23日 09:00|" + amount + "|");
    }

    @Test
    @Tag("5.4")
    @Tag("S7")
    void aClosedSlipTellsItsRoundsAndTheRepairsBeforeAndAfter() throws Exception {
        RepairCase repair = finished(consented()).does("clerk1", REVIEW_FEE, feeApproved());
        office.timePasses(Duration.ofHours(1));
        repair.does("clerk2", CALL_BACK_OWNER, notFixed())
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived());
        finished(repair).does("clerk1", REVIEW_FEE, feeApproved()).does("clerk2", CALL_BACK_OWNER, satisfied());
        office.timePasses(Duration.ofDays(2));
        RepairCase later = registeredSlip();

        Page page = page(repair, "director");

        assertThat(page.words())
                .contains("|已关闭|", "本单返修 1 次", "|客服二|2 分|又漏了|返修", "|客服二|5 分|", "|审核通过|")
                .containsPattern("\\|应收\\|.*\\|现在\\|[^|]*\\|已收 0.00 元，未收 ");
        assertThat(page.html()).contains("<a href=\"/slips/" + later.number() + "\">" + later.number() + "</a>");
        assertThat(page(later, "director").html())
                .contains("<a href=\"/slips/" + repair.number() + "\">" + repair.number() + "</a>", "以前修过：");
    }

    @Test
    @Tag("3.3")
    void handsAndMessagesAreThere() throws Exception {
        RepairCase repair = registeredSlip().does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(page(repair, "clerk1").words())
                .contains("|派工和移交|", "|11月23日 09:00|水电工|自己接单|水电工|", "|消息|时间|给谁|内容|渠道|送达|")
                .containsPattern("\\|业主\\|[^|]+\\|[^|]+\\|(等待发送|要打电话告知|11月23日 09:00 送达)");
    }

    @Test
    void itIsThereOnPaperToo() throws Exception {
        RepairCase repair = closed();
        HttpResponse<byte[]> answer = Http.CLIENT.send(
                request("/slips/" + repair.number() + "/dossier", "clerk1"), BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(Pdf.read(answer.body()).text()).contains(repair.number(), "维修单全貌", "已关闭", "家里有老人，请轻敲门", "经过", "客服二");
    }

    // who sees it

    /** By the groups of each: whoever needs every slip, and whoever works or worked on this one. */
    @TestFactory
    @Tag("found:E6")
    @Tag("found:E8")
    Stream<DynamicTest> whoeverWorksOnItOrNeedsEverySlipOpensIt() {
        RepairCase reported = office.reports("clerk1", leakingTap());
        RepairCase offered = registeredSlip();
        RepairCase ended = closed();
        Map<String, Set<String>> workers =
                Map.of(reported.number(), Set.of(), offered.number(), Set.of("tech1"), ended.number(), Set.of("tech1"));
        Set<String> all = OfficeGroup.ALL_SLIPS.stream().map(OfficeGroup::id).collect(Collectors.toSet());
        assertThat(all).doesNotContain("maintenance").hasSize(6);
        List<DynamicTest> tests = new ArrayList<>();
        for (User person :
                identity.createUserQuery().memberOfGroup(DemoPeople.GROUP).list()) {
            List<String> groups = identity.createGroupQuery().groupMember(person.getId()).list().stream()
                    .map(Group::getId)
                    .toList();
            boolean needsAll =
                    groups.contains("camunda-admin") || groups.stream().anyMatch(all::contains);
            workers.forEach((number, own) -> {
                int status = needsAll || own.contains(person.getId()) ? 200 : 403;
                String slip = "/slips/" + number;
                for (String path : List.of(slip, slip + "/dossier", slip + "/replay", slip + "/replay/data")) {
                    tests.add(dynamicTest(person.getId() + " " + path + " " + status, () -> assertThat(
                                    get(path, person.getId()).statusCode())
                            .isEqualTo(status)));
                }
            });
        }
        assertThat(tests).hasSize(12 * 3 * 4);
        tests.add(dynamicTest(
                "nobody", () -> assertThat(get("/slips/" + ended.number(), null).statusCode())
                        .isEqualTo(401)));
        return tests.stream();
    }

    @Test
    @Tag("found:E6")
    void whoHasWorkedOnASlipThatHasEndedSeesNoTelephone() throws Exception {
        RepairCase repair = office.reports(
                        "clerk1", with(leakingTap(), "place", place, "faultDescription", "漏水，打 " + TELEPHONE))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(page(repair, "tech1").words()).contains("|电话|" + TELEPHONE + "|");

        repair.ownerCalls("cancel");

        assertThat(page(repair, "tech1").html()).contains("138****0000").doesNotContain(TELEPHONE);
        for (String path : List.of("/replay", "/replay/data")) {
            assertThat(get("/slips/" + repair.number() + path, "tech1").body())
                    .as(path)
                    .contains(repair.number())
                    .doesNotContain(TELEPHONE);
        }
        assertThat(page(repair, "affairs").words()).contains("|电话|" + TELEPHONE + "|");
    }

    @Test
    void linksLeadWhereThePersonMayGo() throws Exception {
        RepairCase repair = registeredSlip();
        String slip = "\"/slips/" + repair.number();

        assertThat(page(repair, "clerk1").html())
                .contains(
                        slip + "/print\"",
                        slip + "/photos\"",
                        slip + "/dossier\"",
                        "\"/links/" + repair.number() + "\"");
        assertThat(page(repair, "director").html())
                .contains(slip + "/print\"")
                .doesNotContain("/links/" + repair.number());
    }

    @Test
    void anUnknownNumberIsSaidInChinese() throws Exception {
        for (String path : List.of(
                "/slips/WX20000101-000001",
                "/slips/WX20000101-000001/dossier",
                "/slips/WX20000101-000001/replay",
                "/slips/%3Cb%3E")) {
            HttpResponse<String> answer = get(path, "clerk1");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("没有这张维修单", "的维修单，请核对单号。").doesNotContain("<b>");
        }
    }

    // the way to it

    @Test
    void everyNumberOnAPageOfTheStaffLeadsToIt() throws Exception {
        RepairCase repair = closed();
        String link = "href=\"/slips/" + repair.number() + "\"";

        for (String path : List.of("/slips/%s/photos", "/slips/%s/print", "/links/%s")) {
            assertThat(get(path.formatted(repair.number()), "clerk1").body())
                    .as(path)
                    .contains(link);
        }
        office.timeIs("2020-04-06T09:00:00+08:00");
        RepairCase pressing = registeredSlip().does("tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(17));
        pressing.dueTimersFire();
        String toPressing = "href=\"/slips/" + pressing.number() + "\"";
        assertThat(get("/board", "clerk1").body()).contains(toPressing);
        assertThat(get("/board", "tech1").body())
                .contains(pressing.number().substring(11))
                .doesNotContain("href=\"/slips/");
        assertThat(get("/deliveries", "clerk1").body()).contains(toPressing);
        assertThat(get("/messages", "supervisor").body())
                .contains(toPressing, "href=\"/tasks/" + pressing.number() + "\"");
        assertThat(get("/messages", "tech1").body())
                .contains("href=\"/tasks/" + pressing.number() + "\"")
                .doesNotContain("href=\"/slips/");
        pressing.ownerCalls("cancel");
    }

    // a page

    /** @param words of the page without its marks, with | between what stands apart */
    private record Page(String html, String words) {}

    private Page page(RepairCase repair, String person) throws Exception {
        HttpResponse<String> answer = get("/slips/" + repair.number(), person);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Page(
                answer.body(),
                Arrays.stream(answer.body().replaceAll("<[^>]+>", "|").split("\\|"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("|", "|", "|")));
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return new PageClient(port).get(path, person);
    }

    private HttpRequest request(String path, String person) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
