package org.baoxiu.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ANSWER_COMPLAINT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REPORT_RESULT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.baoxiu.incident.Declaration;
import org.baoxiu.incident.Incidents;
import org.baoxiu.notification.QueueBell;
import org.baoxiu.notification.SwitchedText;
import org.baoxiu.photo.PhotoKind;
import org.baoxiu.photo.Photos;
import org.baoxiu.shared.Hash;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Channel;
import org.baoxiu.slip.OwnersStep;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.slip.photo.Uploads;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.ClientsServer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.RecordingServer.Request;
import org.baoxiu.web.api.ClientApp.Answer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The intake API as the program of a property company meets it; every exchange is held against the served description. */
@ProcedureTest
@DisplayName("报修接口")
@Tag("long")
class IntakeApiTest {

    private static final String OFFICE = "一号管理处";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Clients clients;

    @Autowired
    private Slips slips;

    @Autowired
    private Incidents incidents;

    @Autowired
    private SwitchedText texts;

    @Autowired
    private Photos photos;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private BeanFactory application;

    private final String id = "app" + ThreadLocalRandom.current().nextInt(100_000_000);
    private final String telephone =
            "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private final List<RepairCase> cases = new ArrayList<>();
    private String key;
    private ClientApp app;

    @BeforeEach
    void aClient() {
        office.timeIs("2020-09-07T09:00:00+08:00");
        key = clients.create(id, "业主之家", List.of(OFFICE, "二号管理处"));
        app = new ClientApp(port, key);
    }

    @AfterEach
    void backToToday() {
        cases.stream()
                .filter(repair -> repair.slip().offers(OwnersStep.CANCEL))
                .forEach(repair -> repair.ownerCalls("cancel"));
        ClockUtil.reset();
    }

    @Test
    @Tag("4.3.4.4")
    @DisplayName(
            "above what the office has set, the application's word takes a code to the owner's telephone, or the office")
    void aDearQuote() {
        Answer reported = app.reports(fault());
        String number = reported.text("number");
        RepairCase repair = caseOf(reported);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 900));
        long quote = app.reads(number).json().path("quote").path("id").asLong();
        assertThat(agreedBy(number)).as("without a gateway").isEqualTo("OFFICE");
        app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三")
                .isProblem(403, "forbidden");

        texts.on();
        try {
            assertThat(agreedBy(number)).isEqualTo("CODE");
            app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三")
                    .isProblem(422, "invalid");
            app.does("consent-code", number, "quote", quote + 1).isProblem(409, "out-of-turn");
            assertThat(app.does("consent-code", number, "quote", quote).status())
                    .isEqualTo(200);
            String code = texts.code(telephone, 1);
            String wrong = code.equals("000000") ? "111111" : "000000";
            app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三", "code", wrong)
                    .isProblem(422, "invalid");
            assertThat(repair.slip().state()).isEqualTo(SlipState.QUOTED);
            assertThat(app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三", "code", code)
                            .status())
                    .isEqualTo(200);
            assertThat(repair.openTasks()).contains(CARRY_OUT_REPAIR);
        } finally {
            texts.off();
        }
    }

    private String agreedBy(String number) {
        return app.reads(number).json().path("quote").path("agreedBy").asText();
    }

    @Test
    @DisplayName("the answer to a report says what concerns many at its place, and nothing where there is nothing")
    void whatConcernsManyAtThePlace() {
        long water = incidents.declare(
                new Declaration(OFFICE, "77栋水箱", "停水", false, "", "15:00", ""), new Person("clerk1", Set.of()));
        Map<String, Object> here = new HashMap<>(fault());
        here.put("place", "77栋1单元501");
        try {
            Answer answer = app.reports(here);
            caseOf(answer);
            assertThat(answer.json().path("incidents")).hasSize(1);
            assertThat(answer.json().path("incidents").get(0).asText()).isEqualTo("77栋水箱停水，已在抢修，预计 9月7日 15:00 恢复。");
        } finally {
            incidents.end(water, new Person("clerk1", Set.of()));
        }
        Answer afterwards = app.reports(fault());
        caseOf(afterwards);
        assertThat(afterwards.json().has("incidents")).isFalse();
    }

    @Test
    @Tag("S1")
    @Tag("S2")
    @Tag("Q4")
    @Tag("4.2.1.1")
    @Tag("4.1")
    @Tag("4.3.4.4")
    @Tag("S6")
    @Tag("4.3.4.8")
    @DisplayName(
            "a client reports, follows, urges, complains, asks for another quote, agrees, refuses the work and accepts it")
    void wholeCase() {
        Answer answer = app.reports(fault());
        assertThat(answer.status()).isEqualTo(201);
        String number = answer.text("number");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/repairs/" + number);
        assertThat(answer.response().body()).doesNotContain("张三", telephone);
        RepairCase repair = caseOf(answer);
        assertThat(repair.slip().report().channel()).isEqualTo(Channel.API);
        assertThat(slips.history(number).get(0).person()).isEqualTo("业主");
        assertThat(app.reads(number).text("promise")).isEqualTo("登记：应在 9月7日 09:03 前，还剩 3 分钟");

        assertThat(app.does("urge", number, "words", "什么时候来").status()).isEqualTo(200);
        app.does("complaint", number, "words", "电话没人接");
        assertThat(repair.trail())
                .anyMatch(line -> line.contains("业主催办：什么时候来"))
                .anyMatch(line -> line.contains("业主投诉：电话没人接"));

        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted());
        long quote = app.reads(number).json().at("/quote/id").asLong();
        answer = app.does("consent", number, "decision", "ANOTHER_QUOTE", "quote", quote, "words", "想换便宜的");
        assertThat(answer.text("state")).isEqualTo("QUOTED");
        assertThat(answer.json().has("quote")).isFalse();

        repair.does("tech1", QUOTE_REPAIR, with(quoted(), "material1Price", 20, "noiseOrSmell", true));
        app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三")
                .isProblem(409, "out-of-turn");
        answer = app.reads(number);
        assertThat(answer.json().at("/quote/noiseOrSmell").asBoolean()).isTrue();
        assertThat(answer.json().at("/quote/lines/1/yuan").asText()).isEqualTo("20.00");
        quote = answer.json().at("/quote/id").asLong();
        app.does("consent", number, "decision", "AGREED", "quote", quote, "name", "张三")
                .isProblem(422, "invalid");
        answer = app.does(
                "consent",
                number,
                "decision",
                "AGREED",
                "quote",
                quote,
                "name",
                "李四",
                "deputy",
                true,
                "noiseConsent",
                true);
        assertThat(answer.text("state")).isEqualTo("WORKING");
        assertThat(slips.history(number))
                .anySatisfy(line -> assertThat(line.text()).startsWith("李四（受托人） 同意维修内容和金额"));

        repair.does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(app.reads(number).json().at("/result/workDone").asText()).isEqualTo("更换水龙头并试水");
        app.does("acceptance", number, "decision", "REJECTED", "round", 0, "words", "还在滴水");
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(CARRY_OUT_REPAIR, ANSWER_COMPLAINT);
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        app.does("acceptance", number, accepted(0)).isProblem(409, "out-of-turn");
        app.does("acceptance", number, with(accepted(1), "siteCleared", false)).isProblem(422, "invalid");
        app.does("acceptance", number, with(accepted(1), "signature", "AAAA")).isProblem(422, "invalid");
        assertThat(photos.of(number, PhotoKind.SIGNATURE))
                .as("nothing is kept of what was refused")
                .isEmpty();
        answer = app.does("acceptance", number, accepted(1));
        assertThat(answer.text("state")).isEqualTo("CONFIRMED");
        assertThat(photos.of(number, PhotoKind.SIGNATURE)).hasSize(1);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(REPORT_RESULT, ANSWER_COMPLAINT);
    }

    @Test
    @DisplayName("code and description have the same operations, states and problems")
    void described() {
        OpenAPI description =
                new OpenAPIV3Parser().readContents(ClientApp.description(port)).getOpenAPI();
        Set<String> described = new HashSet<>();
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .keySet()
                .forEach(method -> described.add(method + " " + path)));
        Set<String> coded = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api"))
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .collect(Collectors.toSet());
        assertThat(described).isEqualTo(coded).hasSize(8);
        assertThat(description.getComponents().getSchemas().get("State").getEnum())
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SlipState.values()).map(Enum::name).toList());
        assertThat(((io.swagger.v3.oas.models.media.Schema<?>) description
                                .getComponents()
                                .getSchemas()
                                .get("Problem")
                                .getProperties()
                                .get("code"))
                        .getEnum())
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::code).toList());
    }

    @Test
    @Tag("4.2.1.1")
    @DisplayName(
            "what is sent again under its key is done once and answered as the first time; other content under it is refused")
    void sentAgain() {
        String once = UUID.randomUUID().toString();
        Answer first = app.reports(fault(), once);
        RepairCase repair = caseOf(first);
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        Answer again = app.reports(fault(), once);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        app.reports(with(fault(), "fault", "灯不亮"), once).isProblem(422, "idempotency-key-reused");
        String urge = "/api/v1/repairs/" + repair.number() + "/urge";
        app.sends("POST", urge, "{\"words\":\"快\"}", "Idempotency-Key", once, "Content-Type", "application/json")
                .isProblem(422, "idempotency-key-reused");

        String urged = UUID.randomUUID().toString();
        app.sends("POST", urge, "{}", "Idempotency-Key", urged, "Content-Type", "application/json")
                .isProblem(422, "invalid");
        for (String body : List.of("{\"words\":\"快\"}", "{ \"words\" : \"快\" }")) {
            assertThat(app.sends("POST", urge, body, "Idempotency-Key", urged, "Content-Type", "application/json")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(repair.trail().stream().filter(line -> line.contains("业主催办：快")))
                .hasSize(1);

        office.timePasses(Duration.ofDays(7).plusSeconds(1));
        app.does("complaint", repair.number(), "words", "太慢");
        app.reports(fault(), once).isProblem(409, "same-fault-open");
    }

    @Test
    @DisplayName(
            "the same request several times at once opens one slip; who is told to wait and sends again gets its answer")
    void twins() throws Exception {
        String once = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Map<String, Object> anotherFault = with(fault(), "another", true);
            List<Callable<Answer>> twins = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                twins.add(() -> {
                    Answer answer = app.reports(anotherFault, once);
                    while (answer.text("code").equals("busy")) {
                        answer = app.reports(anotherFault, once);
                    }
                    return answer;
                });
            }
            Set<String> bodies = new HashSet<>();
            for (var twin : threads.invokeAll(twins)) {
                assertThat(twin.get().status()).as(twin.get().response().body()).isEqualTo(201);
                bodies.add(twin.get().response().body());
            }
            assertThat(bodies).hasSize(1);
            assertThat(slips.openAt(OFFICE, place())).hasSize(1);
            cases.add(office.ofSlip(slips.openAt(OFFICE, place()).get(0).number()));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("a client sees its own slips and reports for its own offices, with the key that is valid now")
    void leastPrivilege() {
        String number = caseOf(app.reports(fault())).number();
        String otherKey = clients.create(id + "b", "另一个应用", List.of(OFFICE));
        ClientApp other = new ClientApp(port, otherKey);
        other.reads(number).isProblem(404, "not-found");
        other.does("cancel", number, "words", "不修了").isProblem(404, "not-found");
        assertThat(other.reports(fault())
                        .isProblem(409, "same-fault-open")
                        .json()
                        .has("number"))
                .isFalse();
        assertThat(app.reports(fault()).isProblem(409, "same-fault-open").text("number"))
                .isEqualTo(number);
        other.reports(with(fault(), "office", "二号管理处")).isProblem(403, "forbidden");
        assertThat(slips.get(number).state()).isEqualTo(SlipState.RECEIVED);

        assertThat(key).matches("bxk_[A-Za-z0-9_-]{43}");
        assertThat(database.sql("select key_hash from intake_client where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain(key)
                .hasSize(64);
        ClientApp fresh = new ClientApp(port, clients.newKey(id));
        app.reads(number).isProblem(401, "unauthenticated");
        assertThat(fresh.reads(number).status()).isEqualTo(200);
        clients.end(id);
        assertThat(fresh.reads(number).isProblem(401, "unauthenticated").header("WWW-Authenticate"))
                .startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer bxk_0", "Basic YWRtaW46YmFveGl1", "bearer"})
    @DisplayName("nobody gets in without a key, also no administrator")
    void noKey(String authorization) {
        new ClientApp(port, null)
                .sends(
                        "GET",
                        "/api/v1/repairs/WX1",
                        null,
                        "Authorization",
                        authorization.isEmpty() ? null : authorization,
                        "X-Forwarded-For",
                        address())
                .isProblem(401, "unauthenticated");
    }

    @Test
    @DisplayName(
            "guessing keys is stopped, and so is a telephone that reports too much, or a client that asks too much")
    void tooMany() {
        ClientApp guesser = new ClientApp(port, "bxk_guessed");
        String address = address();
        for (int i = 0; i < 60; i++) {
            guesser.sends("GET", "/api/v1/repairs/WX1", null, "X-Forwarded-For", address)
                    .isProblem(401, "unauthenticated");
        }
        assertThat(guesser.sends("GET", "/api/v1/repairs/WX1", null, "X-Forwarded-For", address)
                        .isProblem(429, "too-many-requests")
                        .header("Retry-After"))
                .isEqualTo("3600");
        for (int i = 0; i < 5; i++) {
            caseOf(app.reports(with(fault(), "place", place() + i)));
        }
        app.reports(with(fault(), "place", place() + 5)).isProblem(429, "too-many-requests");
        database.sql("update request_count set requests = 6000 where who = ?")
                .param(Hash.of("request of client " + id))
                .update();
        app.reads(cases.get(0).number()).isProblem(429, "too-many-requests");
    }

    @Test
    @Tag("found:D2")
    @Tag("found:D11")
    @DisplayName("whatever is wrong with a request, the answer is a problem in Chinese and nothing is opened")
    void problems() {
        String repairs = "/api/v1/repairs";
        String body = ClientApp.written(fault());
        posts(repairs, "{", "Content-Type", "application/json").isProblem(400, "malformed");
        posts(repairs, "", "Content-Type", "application/json").isProblem(400, "malformed");
        posts(repairs, "null", "Content-Type", "application/json").isProblem(400, "malformed");
        posts(repairs, "[]", "Content-Type", "application/json").isProblem(400, "malformed");
        assertThat(posts(repairs, body.replace("{", "{\"area\":\"ROOF\","), "Content-Type", "application/json")
                        .isProblem(400, "malformed")
                        .text("detail"))
                .contains("area");
        app.sends("POST", repairs, body, "Content-Type", "application/json").isProblem(400, "idempotency-key-missing");
        app.sends("POST", repairs, body, "Content-Type", "application/json", "Idempotency-Key", "short")
                .isProblem(400, "malformed");
        posts(repairs, body, "Content-Type", "text/plain").isProblem(415, "unsupported-media-type");
        posts(repairs, body, "Content-Type", "application/json", "Accept", "text/html")
                .isProblem(406, "not-acceptable");
        posts(repairs, " ".repeat(2 << 20) + body, "Content-Type", "application/json")
                .isProblem(413, "too-large");
        app.sends("GET", repairs + "/WX1", null).isProblem(404, "not-found");
        app.sends("GET", "/api/v1/nothing", null).isProblem(404, "not-found");
        app.sends("GET", "/api/", null).isProblem(404, "not-found");
        posts(repairs + "/WX1/close", body, "Content-Type", "application/json").isProblem(404, "not-found");
        assertThat(app.sends("PUT", repairs, body, "Content-Type", "application/json")
                        .isProblem(405, "method-not-allowed")
                        .header("Allow"))
                .isEqualTo("POST");
        for (String field : List.of("office", "place", "fault", "name", "phone")) {
            assertThat(posts(repairs, ClientApp.written(without(fault(), field)), "Content-Type", "application/json")
                            .isProblem(422, "invalid")
                            .text("detail"))
                    .contains(field);
        }
        for (Map<String, Object> wrong : List.of(
                with(fault(), "phone", "110"),
                with(fault(), "place", "长".repeat(201)),
                with(fault(), "fault", "\u0000"),
                with(fault(), "fault", "漏".repeat(5000)),
                with(fault(), "name", "\u00A0"),
                with(fault(), "name", "\u200B\uFEFF"),
                with(fault(), "place", "\u2060"),
                with(fault(), "fault", "\u00AD"))) {
            posts(repairs, ClientApp.written(wrong), "Content-Type", "application/json")
                    .isProblem(422, "invalid");
        }
        assertThat(slips.openAt(OFFICE, place())).isEmpty();
    }

    @ParameterizedTest
    @Tag("found:D8")
    @ValueSource(
            strings = {
                "phone: 13912345678",
                "name: 12",
                "name: true",
                "area: 1",
                "urgent: true",
                "another: \"true\"",
                "another: 1",
                "fault: 1.5",
                "place: [\"3 栋\"]",
                "area: \"inside\"",
                "office: null, office: \"一号管理处\""
            })
    @DisplayName(
            "a value of another kind, a field too many, a word that is not on the list are refused, and the field is named")
    void notAsDescribed(String field) {
        String name = field.substring(0, field.indexOf(':'));
        String body = ClientApp.written(without(fault(), name))
                .replaceFirst("}$", ",\"" + field.replaceFirst(":", "\":").replace(", office:", ",\"office\":") + "}");
        assertThat(posts("/api/v1/repairs", body, "Content-Type", "application/json")
                        .isProblem(400, "malformed")
                        .text("detail"))
                .contains(field.startsWith("office") ? "JSON" : "字段 " + name);
        assertThat(slips.openAt(OFFICE, place())).isEmpty();
    }

    @Test
    @Tag("found:D8")
    @DisplayName("several lines where one is wanted and an office that is none are refused, and the field is named")
    void notAsWanted() {
        for (String line : List.of("张\n三", "张\r三", "张\t三", "张\u0007三")) {
            for (String field : List.of("name", "place")) {
                assertThat(posts(
                                        "/api/v1/repairs",
                                        ClientApp.written(with(fault(), field, line)),
                                        "Content-Type",
                                        "application/json")
                                .isProblem(422, "invalid")
                                .text("detail"))
                        .contains("字段 " + field);
            }
        }
        for (String office : List.of("三号", "三号管理处", "一号管理处\n")) {
            Answer answer = posts(
                    "/api/v1/repairs",
                    ClientApp.written(with(fault(), "office", office)),
                    "Content-Type",
                    "application/json");
            assertThat(answer.status()).isIn(403, 422);
            assertThat(answer.text("detail")).contains("office");
        }
        assertThat(slips.openAt(OFFICE, place())).isEmpty();
    }

    @Test
    @Tag("found:D8")
    @DisplayName("a colleague cannot report as if an owner had, by page or by program")
    void channelsOfOwners() {
        for (String channel : List.of("api", "web")) {
            assertThatThrownBy(() -> office.reports("clerk1", with(Answers.leakingTap(), "channel", channel)))
                    .hasStackTraceContaining("由系统自己填写");
        }
    }

    @ParameterizedTest
    @Tag("found:D9")
    @ValueSource(
            strings = {
                "/api/v1/repairs/..%2f..%2fboard",
                "/api/v1/repairs/WX1%5c..",
                "/api/v1/repairs/WX1%00",
                "/api/v1/repairs/%zz",
                "/api/v1/repairs/WX1;x=1/urge",
                "/api/v1/repairs/WX1//urge",
                "/api/v1/rep[airs",
                "/api/v2/repairs",
                "/api/nothing",
                "/api/",
                "/api/v1/repairs/WX1/urge/again"
            })
    @DisplayName("whatever address is asked for below /api, the answer is a problem in Chinese")
    void addresses(String path) throws IOException {
        try (Socket connection = new Socket("localhost", port)) {
            connection
                    .getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .matches("(?s)HTTP/1.1 4\\d\\d.*")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .containsPattern("\"code\":\"[a-z-]+\"")
                    .containsPattern("\"title\":\"[\\u4e00-\\u9fff]")
                    .doesNotContain("Tomcat");
        }
    }

    @Test
    @Tag("4.3.4.4")
    @Tag("S6")
    @DisplayName("consent after cancellation, acceptance after refusal, and steps out of turn change nothing")
    void outOfTurn() {
        RepairCase cancelled = quotedCase();
        long quote = app.reads(cancelled.number()).json().at("/quote/id").asLong();
        assertThat(app.does("cancel", cancelled.number(), "words", "自己修好了").text("state"))
                .isEqualTo("CANCELLED");
        app.does("consent", cancelled.number(), "decision", "AGREED", "quote", quote, "name", "张三")
                .isProblem(409, "out-of-turn");
        app.does("urge", cancelled.number(), "words", "快").isProblem(409, "out-of-turn");
        app.does("cancel", cancelled.number(), "words", "不要了").isProblem(409, "out-of-turn");

        RepairCase refused = quotedCase();
        quote = app.reads(refused.number()).json().at("/quote/id").asLong();
        assertThat(app.does("consent", refused.number(), "decision", "REFUSED", "quote", quote, "words", "太贵")
                        .text("state"))
                .isEqualTo("REFUSED");
        app.does("consent", refused.number(), "decision", "AGREED", "quote", quote, "name", "张三")
                .isProblem(409, "out-of-turn");
        app.does("acceptance", refused.number(), accepted(0)).isProblem(409, "out-of-turn");
        app.does("cancel", refused.number(), "words", "不要了").isProblem(409, "out-of-turn");
        assertThat(refused.slip().state()).isEqualTo(SlipState.REFUSED);
        assertThat(photos.of(refused.number(), PhotoKind.SIGNATURE)).isEmpty();
    }

    @Test
    @Tag("S2")
    @Tag("4.2.1.1")
    @DisplayName(
            "the answer to a report names the open slips of this client that may be about the same; the report is taken all the same")
    void alike() {
        RepairCase first = caseOf(app.reports(fault()));
        ClientApp neighbour = new ClientApp(port, clients.create(id + "n", "另一个应用", List.of(OFFICE)));

        Answer again = app.reports(with(fault(), "phone", "139" + telephone.substring(3)));
        Answer elsewhere = neighbour.reports(with(fault(), "phone", "138" + telephone.substring(3)));

        assertThat(again.response().body()).contains("\"alike\":[\"" + first.number() + "\"]");
        assertThat(app.reads(caseOf(again).number()).response().body()).doesNotContain("alike");
        assertThat(elsewhere.response().body()).contains("\"alike\":[]");
        caseOf(elsewhere);
    }

    @Test
    @Tag("Q4")
    @DisplayName(
            "a client with a web hook is told every change of state of the slips that it has reported, and of no others")
    void told() {
        // the queue takes what is due by the same clock
        ClockUtil.reset();
        ClientApp hooked = new ClientApp(port, clients.create(ClientsServer.CLIENT, "要通知的应用", List.of(OFFICE)));
        RepairCase repair = caseOf(hooked.reports(fault()));
        RepairCase foreign = caseOf(app.reports(with(fault(), "another", true)))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        hooked.does("urge", repair.number(), "words", "快一点");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted());
        hooked.does("cancel", repair.number(), "words", "自己修好了");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            QueueBell.ring(application);
            assertThat(eventsAbout(repair))
                    .extracting(request -> request.json().at("/data/state").asText())
                    .containsExactlyInAnyOrder("REGISTERED", "NOTIFIED", "PICKED_UP", "ON_SITE", "QUOTED", "CANCELLED");
        });
        assertThat(eventsAbout(repair)).allSatisfy(event -> {
            assertThat(event.headers()).containsKeys("webhook-id", "webhook-timestamp", "webhook-signature");
            assertThat(event.body()).doesNotContain("张三", telephone, place());
        });
        assertThat(eventsAbout(foreign)).isEmpty();
    }

    private static List<Request> eventsAbout(RepairCase repair) {
        return ClientsServer.requests().stream()
                .filter(event -> event.json().at("/data/number").asText().equals(repair.number()))
                .toList();
    }

    private Answer posts(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        return app.sends("POST", path, body, all.toArray(String[]::new));
    }

    private Map<String, Object> fault() {
        return Answers.fields(
                "office",
                OFFICE,
                "place",
                place(),
                "fault",
                "厨房水龙头漏水",
                "convenientTime",
                "今晚 7 点以后",
                "name",
                "张三",
                "phone",
                telephone);
    }

    private String place() {
        return "7 栋 " + telephone.substring(3);
    }

    private static Map<String, Object> accepted(int round) {
        return Answers.fields(
                "decision",
                "ACCEPTED",
                "round",
                round,
                "name",
                "张三",
                "functionRestored",
                true,
                "siteCleared",
                true,
                "signature",
                Base64.getEncoder().encodeToString(Uploads.signature()));
    }

    private RepairCase caseOf(Answer opened) {
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
        RepairCase repair = office.ofSlip(opened.text("number"));
        cases.add(repair);
        return repair;
    }

    private RepairCase quotedCase() {
        return caseOf(app.reports(with(fault(), "another", true)))
                .does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted());
    }

    private static String address() {
        return "198.51.%d.%d"
                .formatted(
                        ThreadLocalRandom.current().nextInt(250),
                        ThreadLocalRandom.current().nextInt(250));
    }
}
