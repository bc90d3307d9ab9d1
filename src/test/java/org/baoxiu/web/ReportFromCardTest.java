package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Area;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.PlaceSlips;
import org.baoxiu.slip.Report;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new report and the call about an open slip, as a browser sends them from the card of a flat. */
@ProcedureTest
@DisplayName("从房屋卡片报修、登记来电")
@Tag("long")
class ReportFromCardTest {

    private static final String OFFICE = "一号管理处";
    private static final AtomicInteger FLATS = new AtomicInteger(2000);
    private static final String TAP = "厨房水龙头漏水";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private RegisterImport register;

    @Autowired
    private PlaceSlips placeSlips;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private Slips slips;

    private final int flat = FLATS.incrementAndGet();
    private final String phone = "1370000" + flat;

    @BeforeEach
    void morning() {
        office.timeIs("2020-04-06T09:00:00+08:00");
        register.enter(Map.of("管理处", OFFICE, "楼栋", "73栋", "房号", "" + flat, "身份", "业主", "姓名", "端木" + flat, "电话", phone));
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    @DisplayName("the form has whoever calls; the words say the item, and one Enter opens and registers the slip")
    void oneFieldAndEnter() throws Exception {
        assertThat(get("/desk/places/" + id() + "?telephone=" + phone, "clerk1").body())
                .contains("name=\"name\" value=\"端木" + flat + "\"", "name=\"telephone\" value=\"" + phone + "\"");
        assertThat(get("/desk/heard?" + form("fault", TAP), "clerk1").body())
                .contains("selected=\"selected\">更换水龙头", "name=\"item\"")
                .doesNotContain("<h1", "马上告诉来电人", "可能已经报过修");

        HttpResponse<String> answer = post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));

        Slip slip = theOnlySlip();
        assertThat(location(answer))
                .isEqualTo("/desk/places/" + id() + "?telephone=" + phone + "&opened=" + slip.number());
        assertThat(slip.state()).isIn(SlipState.REGISTERED, SlipState.NOTIFIED);
        assertThat(slip.report().fault()).isEqualTo(TAP);
        assertThat(slip.report().reporterPhone()).isEqualTo(phone);
        assertThat(slip.intake().location().placeId()).isEqualTo(id());
        assertThat(slips.history(slip.number()))
                .filteredOn(entry -> entry.text().startsWith("完成登记"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.person()).isEqualTo("clerk1"));
        assertThat(get(location(answer), "clerk1").body()).contains("<b>已登记</b>", slip.number());
    }

    @Test
    @DisplayName("sent twice it is one slip")
    void sentTwice() throws Exception {
        String form = form("fault", TAP, "item", "PL-01");

        assertThat(location(post("/desk/reports", "clerk1", form)))
                .isEqualTo(location(post("/desk/reports", "clerk1", form)))
                .endsWith(theOnlySlip().number());
    }

    @Test
    @Tag("found:C5")
    @DisplayName("at several desks and by the owner at the same moment it is one slip, which the others are shown")
    void atSeveralDesksAtOnce() throws Exception {
        int desks = 6;
        ExecutorService threads = Executors.newFixedThreadPool(desks);
        CyclicBarrier together = new CyclicBarrier(desks);
        List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
        for (int desk = 0; desk < desks; desk++) {
            String clerk = desk % 2 == 0 ? "clerk1" : "clerk2";
            posts.add(() -> {
                together.await();
                return post("/desk/reports", clerk, form("fault", TAP, "item", "PL-01"));
            });
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : threads.invokeAll(posts)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        String number = theOnlySlip().number();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 302).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 302).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).contains("可能已经报过修", number);
        });
    }

    @Test
    @Tag("found:A9")
    @DisplayName("the same flat of another office is another flat: its slips, its people and its hints are its own")
    void sameFlatOfAnotherOffice() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String here = theOnlySlip().number();

        HttpResponse<String> there = post(
                "/desk/reports",
                "clerk1",
                form("office", "二号管理处", "fault", TAP, "item", "PL-01", "telephone", "13699990000"));

        assertThat(there.statusCode()).isEqualTo(302);
        List<Slip> others = placeSlips.open("二号管理处", places.locate("二号管理处", place()));
        assertThat(others).hasSize(1);
        assertThat(openSlips()).extracting(Slip::number).containsExactly(here);
        assertThat(get(location(there), "clerk1").body())
                .contains(others.get(0).number())
                .doesNotContain(here, "13700002");
        assertThat(get("/desk/places/" + id(), "clerk1").body())
                .contains(here)
                .doesNotContain(others.get(0).number());
        others.forEach(slip -> office.ofSlip(slip.number()).ownerCalls("cancel"));
    }

    @Test
    @DisplayName("without an item the slip is opened, and registered where its task is")
    void withoutItem() throws Exception {
        HttpResponse<String> answer = post("/desk/reports", "clerk1", form("fault", "奇怪的响声", "item", ""));

        Slip slip = theOnlySlip();
        assertThat(slip.state()).isEqualTo(SlipState.RECEIVED);
        assertThat(get(location(answer), "clerk1").body()).contains("<b>已开单</b>", "/tasks/" + slip.number());
        assertThat(office.ofSlip(slip.number()).openTasks()).contains(REGISTER_REQUEST);
    }

    @ParameterizedTest
    @DisplayName("what only a registration takes is refused where none follows, and stays on the form")
    @CsvSource({
        "clerk1, '', emergency, true, 紧急",
        "clerk1, '', underWarranty, true, 在保修期内",
        "clerk1, '', forcedEntry, true, 需要撬锁破门",
        "clerk1, '', lossOrInjury, true, 管理处有责任的重大损失或人员受伤",
        "clerk1, '', note, 门禁坏了, 备注",
        "clerklead, PL-01, emergency, true, 紧急",
        "clerklead, PL-01, note, 门禁坏了, 备注"
    })
    void nothingGetsLost(String person, String item, String field, String typed, String label) throws Exception {
        HttpResponse<String> answer =
                post("/desk/reports", person, form("fault", TAP, "item", item, field, typed, "wantedAt", "明天9点半"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("“" + label + "”要", "请把它写进“故障情况”", "value=\"明天9点半\"")
                .containsPattern(
                        "name=\"" + field + "\" value=\"" + typed + "\"" + (typed.equals("true") ? " checked" : ""));
        assertThat(openSlips()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName(
            "when the visit suits comes with the report, whoever registers it, as does the item that a lead has chosen")
    @CsvSource({"clerk1, '',", "clerklead, PL-01, PL-01"})
    void registeredByAnother(String person, String item, String known) throws Exception {
        post("/desk/reports", person, form("fault", TAP, "item", item, "wantedAt", "明天9点半"));

        assertThat(theOnlySlip().state()).isEqualTo(SlipState.RECEIVED);
        assertThat(theOnlySlip().intake().wantedAt()).isEqualTo("2020-04-07T01:30:00Z");
        assertThat(theOnlySlip().diagnosis().itemCode()).isEqualTo(known);
    }

    @Test
    @DisplayName("without the script the item is seen before anything is opened")
    void itemUnseen() throws Exception {
        HttpResponse<String> answer = post("/desk/reports", "clerk1", form("fault", TAP));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("value=\"" + TAP + "\"", "selected=\"selected\">更换水龙头");
        assertThat(openSlips()).isEmpty();
    }

    @Test
    @DisplayName("what the registration refuses opens no slip either, and all that was typed stays")
    void refusedRegistration() throws Exception {
        for (String[] wrong : new String[][] {{"item", "XX-99"}, {"item", "PL-01", "wantedAt", "2019-01-01 9:00"}}) {
            HttpResponse<String> answer = post("/desk/reports", "clerk1", form(with("fault", TAP, wrong)));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("role=\"alert\"", "value=\"" + TAP + "\"");
            assertThat(openSlips()).isEmpty();
        }
    }

    @ParameterizedTest
    @DisplayName("what the start form refuses is refused here by the same sentence")
    @CsvSource({"name, '', 报修人", "telephone, 12, 联系电话", "fault, '', 故障情况"})
    void refusedReport(String field, String typed, String label) throws Exception {
        HttpResponse<String> answer =
                post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01", field, typed));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“" + label + "”");
        assertThat(openSlips()).isEmpty();
    }

    @Test
    @DisplayName("the same item at the same flat is asked about before a second slip; another one opens it")
    void sameItem() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String first = theOnlySlip().number();
        String again = form("fault", "厨房水龙头还在滴水", "item", "PL-01", "telephone", "1390000" + flat);

        assertThat(get("/desk/heard?" + again, "clerk1").body()).contains("可能已经报过修", first, "催办");
        HttpResponse<String> answer = post("/desk/reports", "clerk1", again);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("可能已经报过修", first, "value=\"厨房水龙头还在滴水\"");
        assertThat(openSlips()).hasSize(1);

        assertThat(post("/desk/reports", "clerk1", again + "&another=" + first).statusCode())
                .isEqualTo(302);
        assertThat(openSlips()).hasSize(2);
    }

    @Test
    @DisplayName("another item at the same flat is another fault, unless the same telephone reports it")
    void sameTelephone() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String first = theOnlySlip().number();

        assertThat(get("/desk/heard?" + form("fault", "灯不亮", "item", "EL-01", "telephone", "1390000" + flat), "clerk1")
                        .body())
                .doesNotContain("可能已经报过修");
        assertThat(get("/desk/heard?" + form("fault", "灯不亮", "item", "EL-01", "telephone", "+86" + phone), "clerk1")
                        .body())
                .contains("可能已经报过修", first);
    }

    @Test
    @DisplayName("one key urges instead, as a call that the same process takes")
    void urges() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String first = theOnlySlip().number();

        HttpResponse<String> answer =
                post("/desk/urges", "clerk2", form("fault", "还在漏", "item", "PL-01", "slip", first));

        assertThat(location(answer)).endsWith("?telephone=" + phone + "&called=" + first);
        assertThat(openSlips()).hasSize(1);
        assertThat(slips.history(first))
                .anySatisfy(entry -> assertThat(entry.text()).contains("催办", "业主再次来电：还在漏"));
    }

    @Test
    @DisplayName("danger is said as soon as the words tell it, and again when the slip is open")
    void danger() throws Exception {
        assertThat(get("/desk/heard?" + form("fault", "厨房有煤气味"), "clerk1").body())
                .contains("马上告诉来电人", "role=\"alert\"");

        HttpResponse<String> answer = post("/desk/reports", "clerk1", form("fault", "厨房有煤气味", "item", "GA-01"));
        assertThat(get(location(answer), "clerk1").body()).contains("<b>已登记</b>", "马上告诉来电人");
    }

    @Test
    @DisplayName("a lead may open a slip; the registration stays with the clerks")
    void lead() throws Exception {
        post("/desk/reports", "clerklead", form("fault", TAP, "item", "PL-01"));

        assertThat(theOnlySlip().state()).isEqualTo(SlipState.RECEIVED);
    }

    @ParameterizedTest
    @DisplayName("nobody else reports, urges or takes calls here")
    @CsvSource({"tech1, 403", "supervisor, 403", "director, 403", "dutydirector, 403", "affairs, 403", ", 401"})
    void customerServiceOnly(String person, int status) throws Exception {
        assertThat(get("/desk/heard?" + form("fault", TAP), person).statusCode())
                .isEqualTo(status);
        for (String action : new String[] {"/desk/reports", "/desk/urges", "/desk/calls"}) {
            assertThat(post(action, person, form("fault", TAP, "item", "PL-01", "slip", "WX20200406-000001"))
                            .statusCode())
                    .isEqualTo(status);
        }
        assertThat(openSlips()).isEmpty();
    }

    @Test
    @DisplayName("a call about an open slip goes the way of 业主来电登记, and only what the slip takes is offered")
    void calls() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String number = theOnlySlip().number();
        assertThat(get("/desk/places/" + id(), "clerk1").body())
                .contains(
                        "<option value=\"COMPLAIN\">投诉</option>",
                        "href=\"/slips/" + number + "/print\"",
                        "href=\"/links/" + number + "\"")
                .doesNotContain("<option value=\"RESCHEDULE\">");

        assertThat(location(post("/desk/calls", "clerk1", form("slip", number, "wanted", "ADD", "words", "卫生间也漏"))))
                .endsWith("?called=" + number);
        assertThat(slips.get(number).report().fault()).contains("卫生间也漏");

        HttpResponse<String> refused =
                post("/desk/calls", "clerk1", form("slip", number, "wanted", "CANCEL", "words", "不修了"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("已再次问过业主，确定取消", "value=\"不修了\"");
        assertThat(slips.get(number).state().ended()).isFalse();

        post(
                "/desk/calls",
                "clerk1",
                form("slip", number, "wanted", "CANCEL", "words", "不修了", "cancelConfirmed", "true"));
        assertThat(slips.get(number).state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @DisplayName("each slip of a card has a form of its own, and one that comes again is not said to be taken")
    void callsAboutTwoSlips() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String first = theOnlySlip().number();
        post("/desk/reports", "clerk1", form("fault", "灯不亮", "item", "EL-01", "another", first));
        String second = openSlips().get(0).number();
        for (String[] sent : new String[][] {{"/desk/calls", "wanted"}, {"/desk/urges", "fault"}}) {
            String key = UUID.randomUUID().toString();
            for (String number : new String[] {first, second}) {
                String form = form("key", key, "slip", number, "wanted", "URGE", "words", "快点", "fault", "还没好");

                assertThat(location(post(sent[0], "clerk1", form))).endsWith("called=" + number);
                String again = location(post(sent[0], "clerk1", form));
                assertThat(again).endsWith("repeated=" + number);
                assertThat(get(again, "clerk1").body())
                        .contains("刚才已经登记过", number)
                        .doesNotContain("<b>已登记来电</b>");
            }
        }
        for (String number : new String[] {first, second}) {
            assertThat(slips.history(number))
                    .filteredOn(entry -> entry.text().contains("催办"))
                    .hasSize(2);
        }
        assertThat(post("/desk/calls", "clerk1", form("slip", "什么", "wanted", "URGE"))
                        .body())
                .contains("没有这张维修单");
    }

    @Test
    @DisplayName(
            "every open slip of the place is on its card and may be the one that is reported again, not only the newest ten")
    void moreThanTen() throws Exception {
        post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01"));
        String first = theOnlySlip().number();
        for (int i = 0; i < 10; i++) {
            office.timePasses(Duration.ofMinutes(1));
            Report other = new Report(
                    OFFICE, Channel.PHONE, Area.INSIDE, "端木", "139100" + flat + i, place(), "灯不亮", office.now());
            slips.suggestItem(
                    slips.open(other, new Person("clerk1", Set.of(Groups.CUSTOMER_SERVICE)))
                            .number(),
                    "EL-01");
        }

        assertThat(openSlips()).hasSize(11);
        assertThat(get("/desk/places/" + id(), "clerk1").body()).contains(first);
        assertThat(get("/desk/heard?" + form("fault", "还在滴水", "item", "PL-01", "telephone", ""), "clerk1")
                        .body())
                .contains("可能已经报过修", first);
    }

    @Test
    @DisplayName("an item that somebody has picked stays picked when the report comes back")
    void picked() throws Exception {
        assertThat(post("/desk/reports", "clerk1", form("fault", TAP, "item", "EL-01", "picked", "true", "name", ""))
                        .body())
                .contains("name=\"picked\" value=\"true\"")
                .containsPattern("<option value=\"EL-01\" selected");
    }

    @Test
    @DisplayName("whoever calls goes on calling, whatever is done first")
    void goesOnCalling() throws Exception {
        String tenant = "1390000" + flat;
        register.enter(
                Map.of("管理处", OFFICE, "楼栋", "73栋", "房号", "" + flat, "身份", "住户", "姓名", "公孙" + flat, "电话", tenant));
        String ringing = "?telephone=" + tenant;
        assertThat(get("/desk/places/" + id() + ringing, "clerk1").body())
                .containsPattern(
                        "(?s)action=\"/desk/notes\".*name=\"ringing\" value=\"" + tenant + "\".*class=\"halves\"");

        String noted = location(post("/desk/notes", "clerk1", form("text", "有狗", "ringing", tenant)));
        assertThat(noted).endsWith(ringing);
        String page = get(noted, "clerk1").body();
        assertThat(page).contains("name=\"telephone\" value=\"" + tenant + "\"");
        String note = page.replaceAll("(?s).*/desk/notes/(\\d+)/end.*", "$1");
        assertThat(location(post("/desk/notes/" + note + "/end", "clerk1", form("ringing", tenant))))
                .endsWith(ringing);

        String opened =
                location(post("/desk/reports", "clerk1", form("fault", TAP, "item", "PL-01", "telephone", tenant)));
        assertThat(opened).contains(ringing + "&opened=");
        assertThat(get(opened, "clerk1").body()).contains("name=\"telephone\" value=\"" + tenant + "\"");

        String number = theOnlySlip().number();
        assertThat(location(post(
                        "/desk/calls",
                        "clerk1",
                        form("slip", number, "wanted", "URGE", "words", "快点", "ringing", tenant))))
                .contains(ringing + "&called=");
        for (String path : new String[] {"/desk/calls", "/desk/notes"}) {
            assertThat(post(path, "clerk1", form("slip", number, "wanted", "", "text", "", "ringing", tenant))
                            .body())
                    .as(path)
                    .contains("role=\"alert\"", "name=\"telephone\" value=\"" + tenant + "\"");
        }
    }

    private List<Slip> openSlips() {
        return placeSlips.open(OFFICE, places.locate(OFFICE, place()));
    }

    private Slip theOnlySlip() {
        assertThat(openSlips()).hasSize(1);
        return openSlips().get(0);
    }

    private Long id() {
        return places.locate(OFFICE, place()).placeId();
    }

    private String place() {
        return "73-" + flat;
    }

    private static String[] with(String field, String value, String[] more) {
        return Stream.concat(Stream.of(field, value), Stream.of(more)).toArray(String[]::new);
    }

    /** A filled-in form of the card, with a key of its own; what is given twice is what is given last. */
    private String form(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "office",
                OFFICE,
                "place",
                place(),
                "name",
                "端木" + flat,
                "telephone",
                phone));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }

    private HttpResponse<String> get(String path, String person) throws IOException, InterruptedException {
        return new PageClient(port).get(path, person);
    }

    private HttpResponse<String> post(String path, String person, String form)
            throws IOException, InterruptedException {
        return new PageClient(port).post(path, person, form, "Sec-Fetch-Site", "same-origin");
    }
}
