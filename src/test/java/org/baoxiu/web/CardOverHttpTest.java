package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The card of a flat as a browser gets it. Each test has a flat of its own. */
@ProcedureTest
@DisplayName("服务台的房屋卡片")
class CardOverHttpTest {

    private static final String OFFICE = "一号管理处";
    private static final AtomicInteger FLATS = new AtomicInteger(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private RegisterImport register;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private AuthorizationService authorizationService;

    private final int flat = FLATS.incrementAndGet();
    private final String phone = "1370000" + flat;
    private final String fault = "雨棚 " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void morning() {
        office.timeIs("2020-04-06T09:00:00+08:00");
        register.enter(line("业主", "端木" + flat, phone));
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, 200, 302",
        "clerklead, 200, 302",
        "admin, 200, 302",
        "tech1, 403, 403",
        "supervisor, 403, 403",
        "director, 403, 403",
        "dutydirector, 403, 403",
        "affairs, 403, 403",
        ", 401, 401"
    })
    @DisplayName("customer service only, the notes as well")
    void customerServiceOnly(String person, int seen, int noted) throws Exception {
        for (String path : new String[] {card(), "/desk/places?office=" + coded(OFFICE) + "&place=" + coded(place())}) {
            HttpResponse<String> answer = get(path, person);
            assertThat(answer.statusCode()).isEqualTo(seen);
            assertThat(answer.body().contains(phone)).isEqualTo(seen == 200);
        }
        assertThat(post("/desk/notes", person, "text=" + coded("有狗")).statusCode())
                .isEqualTo(noted);
        assertThat(get(card(), "clerk1").body().contains("<b>有狗</b>")).isEqualTo(noted == 302);
        assertThat(post("/desk/notes/1/end", person, "").statusCode()).isEqualTo(noted);
    }

    @Test
    @DisplayName("who never reported anything is found by telephone, name and flat")
    void whoNeverReported() throws Exception {
        for (String typed :
                new String[] {phone, phone.substring(3), "端木" + flat, "71-" + flat, "71 栋 " + flat + " 室"}) {
            assertThat(get("/desk/hits?q=" + coded(typed), "clerk1").body())
                    .as(typed)
                    .contains("href=\"" + card() + "\"", "71栋 " + flat, "端木" + flat + " " + phone);
        }
        assertThat(get("/desk/hits?q=000001", "clerk1").body())
                .as("the end of a slip's number is the end of no telephone")
                .doesNotContain(card());
        assertThat(location(get("/desk?telephone=" + coded("+86 " + phone), "clerk1")))
                .startsWith(card() + "?telephone=");
        assertThat(get(card() + "?telephone=" + coded("+86 " + phone), "clerk1").body())
                .contains("<em>来电</em>");
    }

    @Test
    @DisplayName("a telephone of two flats opens neither, one that somebody has had formerly none")
    void telephoneOfTwo() throws Exception {
        Map<String, String> other = line("业主", "端木" + flat, phone);
        other.put("房号", FLATS.incrementAndGet() + "");
        register.enter(other);
        Map<String, String> former = line("住户", "公孙" + flat, "1380000" + flat);
        former.put("止", "2020-04-05");
        register.enter(former);

        assertThat(get("/desk?telephone=" + phone, "clerk1").statusCode()).isEqualTo(200);
        assertThat(get("/desk?telephone=1380000" + flat, "clerk1").statusCode()).isEqualTo(200);
        assertThat(get(card(), "clerk1").body()).doesNotContain("公孙");
    }

    @Test
    @DisplayName("people with telephones to dial, open slips with promise and technician")
    void peopleAndOpenSlips() throws Exception {
        Map<String, String> occupant = line("住户", "公孙" + flat, "0755-8888" + flat + "转801");
        occupant.put("备注", "听力不好");
        register.enter(occupant);
        RepairCase repair =
                leaks().does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());

        assertThat(get(card(), "clerk1").body())
                .contains(
                        "<h1>71栋 " + flat + "</h1>",
                        "href=\"tel:" + phone + "\"",
                        "href=\"tel:07558888" + flat + ",801\"",
                        "听力不好",
                        "href=\"/slips/" + repair.number() + "\"",
                        "到场：还剩",
                        "已领单",
                        fault,
                        "最近一年没有修过");
        assertThat(get("/desk/hits?q=" + coded(fault), "clerk1").body())
                .contains("href=\"" + card() + "?slip=" + repair.number() + "\"");
    }

    @Test
    @DisplayName("what was repaired here in the last year, and what is not paid")
    void repairedAndNotPaid() throws Exception {
        RepairCase repair = leaks().does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed())
                .does("tech1", CARRY_OUT_REPAIR, done())
                .does("tech1", ACCEPT_REPAIR, accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());

        assertThat(get(card(), "clerk1").body())
                .contains("没有未结的维修单", "没有结清的费用", "未收 ", "href=\"/slips/" + repair.number() + "\"")
                .doesNotContain("最近一年没有修过");

        office.timePasses(Duration.ofDays(366));
        assertThat(get(card(), "clerk1").body()).contains("最近一年没有修过", "没有结清的费用");
        assertThat(get(card() + "?slip=" + repair.number(), "clerk1").body())
                .as("who looks for it sees it")
                .doesNotContain("最近一年没有修过");
    }

    @Test
    @DisplayName("a note holds until somebody ends it, for its place only")
    void notes() throws Exception {
        assertThat(location(post("/desk/notes", "clerk1", "text=" + coded(" 听力不好 "))))
                .endsWith(card());
        String page = get(card(), "clerk2").body();
        assertThat(page).contains("<b>听力不好</b>", "客服一，4月6日 09:00");
        String note = page.replaceAll("(?s).*/desk/notes/(\\d+)/end.*", "$1");

        new PageClient(port)
                .post(
                        "/desk/notes/" + note + "/end",
                        "clerk2",
                        "office=" + coded(OFFICE) + "&place=" + coded("9栋901"),
                        "Sec-Fetch-Site",
                        "same-origin");
        assertThat(get(card(), "clerk2").body()).contains("<b>听力不好</b>");
        post("/desk/notes/" + note + "/end", "clerk2", "");
        assertThat(get(card(), "clerk2").body()).doesNotContain("<b>听力不好</b>");
    }

    @Test
    @DisplayName("a note that is refused comes back as it was typed")
    void refusedNote() throws Exception {
        assertThat(post("/desk/notes", "clerk1", "text=").body()).contains("请写明要提醒的事");
        HttpResponse<String> answer = post("/desk/notes", "clerk1", "text=" + coded("狗".repeat(101)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("提醒最多 100 个字，现在有 101 个", "狗".repeat(101), phone);
    }

    @Test
    @DisplayName("a place that the register does not have has a card by any of its spellings")
    void notRegistered() throws Exception {
        String typed = "72 栋 " + flat + " 室";
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", typed, "faultDescription", fault));

        assertThat(get("/desk/places?office=" + coded(OFFICE) + "&place=" + coded("72-" + flat), "clerk1")
                        .body())
                .contains(repair.number(), "登记册里没有", "报修过");
        assertThat(get("/desk/hits?q=" + coded(fault), "clerk1").body()).contains("/desk/places?office=");
    }

    @ParameterizedTest
    @DisplayName("an address that leads nowhere says so")
    @ValueSource(
            strings = {
                "/desk/places/999999999",
                "/desk/places?office=x&place=1",
                "/desk/places?office=%E4%B8%80%E5%8F%B7%E7%AE%A1%E7%90%86%E5%A4%84&place="
            })
    void nowhere(String address) throws Exception {
        HttpResponse<String> answer = get(address, "clerk1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这一处", "回到服务台");
    }

    @Test
    @DisplayName("whoever has the desk without the right to all slips sees nobody, and finds by nobody")
    void withoutTheRightToAllSlips() throws Exception {
        Authorization right = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId("tech1");
        right.setResource(Resources.APPLICATION);
        right.setResourceId("desk");
        right.addPermission(Permissions.ACCESS);
        authorizationService.saveAuthorization(right);
        try {
            RepairCase repair = leaks();
            post("/desk/notes", "clerk1", "text=" + coded("有事打 " + phone));
            assertThat(get(card(), "tech1").body())
                    .contains(repair.number(), "有事打")
                    .doesNotContain(phone, "端木");
            assertThat(get("/desk/hits?q=71-" + flat, "tech1").body())
                    .contains(card())
                    .doesNotContain("端木");
            for (String typed : new String[] {"q=" + phone, "q=" + coded("端木" + flat), "telephone=" + phone}) {
                assertThat(get("/desk?" + typed, "tech1").body()).doesNotContain(card());
            }
        } finally {
            authorizationService.deleteAuthorization(right.getId());
        }
    }

    private RepairCase leaks() {
        return office.reports(
                "clerk1", with(leakingTap(), "place", place(), "faultDescription", fault, "reporterPhone", phone));
    }

    private String place() {
        return "71-" + flat;
    }

    private String card() {
        return "/desk/places/" + places.locate(OFFICE, place()).placeId();
    }

    private Map<String, String> line(String kind, String name, String telephone) {
        return new HashMap<>(
                Map.of("管理处", OFFICE, "楼栋", "71栋", "房号", "" + flat, "身份", kind, "姓名", name, "电话", telephone));
    }

    private static String coded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }

    private HttpResponse<String> get(String path, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person);
    }

    /** With the office and the place of the card. */
    private HttpResponse<String> post(String path, String person, String form)
            throws IOException, InterruptedException {
        return new PageClient(port)
                .post(
                        path,
                        person,
                        "office=" + coded(OFFICE) + "&place=" + coded(place()) + "&" + form,
                        "Sec-Fetch-Site",
                        "same-origin");
    }
}
