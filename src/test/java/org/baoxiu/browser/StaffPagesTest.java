package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.incident.Declaration;
import org.baoxiu.incident.Incidents;
import org.baoxiu.models.ModelDrafts;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.shared.Person;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.web.PageClient;
import org.baoxiu.web.security.StaffAddress;
import org.baoxiu.web.security.StaffAddress.Seen;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of the staff on a small office screen, and its picture below {@code target/pages} to be looked at. */
@BrowserTest
@DisplayName("浏览器里的办公页面")
class StaffPagesTest {

    /** Files, parts of pages, and what is not there yet in a new office. */
    private static final Set<String> NO_PAGES = new TreeSet<>(Set.of(
            "/audit/changes/{id:\\d{1,9}}",
            "/audit/ocel",
            "/audit/workbook",
            "/audit/xes",
            "/desk/hits",
            "/models/catalogue.xlsx",
            "/models/changes/{id}",
            "/models/changes/{id}/drawing",
            "/models/drafts/{id}/drawing",
            "/models/files/{kind}/{key}",
            "/models/processes/{key}/drawing",
            "/models/rehearsals/{id}",
            "/models/rehearsals/{id}/drawing",
            "/models/replays/{id}",
            "/months/{month}/workbook",
            "/register-keep/import/template.csv",
            "/register-keep/import/template.xlsx",
            "/setup/people/import/template.csv",
            "/setup/people/import/template.xlsx",
            "/slips/workbook",
            "/slips/{number}/dossier",
            "/slips/{number}/photos/{id}",
            "/slips/{number}/replay/data"));

    private static final Logger LOG = LoggerFactory.getLogger(StaffPagesTest.class);

    /** Whoever may look at everything, then one of each group that sees pages of its own. */
    private static final List<String> LOOKING =
            List.of("admin", "clerk1", "supervisor", "tech1", "director", "affairs");

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    RegisterByHand register;

    @Autowired
    OfficeRegister offices;

    @Autowired
    Office office;

    @Autowired
    Incidents incidents;

    @Autowired
    ModelDrafts drafts;

    private OfficeBrowser browser;
    private String slip;

    /** Somebody is too late, and nothing reaches the owner by itself. */
    @BeforeAll
    void somethingHappens() {
        RepairCase repair = inHandOfTech1();
        office.timePasses(Duration.ofMinutes(16));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !repair.told(CommitmentKind.ARRIVAL).isEmpty());
        slip = repair.number();
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    private RepairCase inHandOfTech1() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        return repair.submits("tech1", PICK_UP_SLIP, pickedUp());
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk1",
                "clerklead",
                "tech1",
                "supervisor",
                "director",
                "dutydirector",
                "affairs",
                "processowner",
                "admin"
            })
    void everyPlaceOfTheNavigation(String person) {
        DeskScreen desk = browser.desk(person);
        List<String> places = desk.opens("/messages").places();

        assertThat(places).contains("/messages");
        for (String place : places) {
            desk.opens(place).isSeen(person + place.replace('/', '-'));
        }
    }

    /**
     * As far as each may look, whoever may look at everything first and the others where they see another page: nothing is seriously hard
     * to use, sticks out at 1366×768 or is out of reach of the keys.
     */
    @Test
    void everyAddress() throws Exception {
        long place = register.enter(
                Map.of("管理处", "一号管理处", "楼栋", "66栋", "房号", "601", "身份", "业主", "姓名", "司马青云", "电话", "13612345678"));
        long incident = incidents.declare(new Declaration("一号管理处", "66栋", "停水", false, "", "", ""), Person.system());
        long draft = drafts.keep(
                "processowner",
                Map.of("satisfaction.dmn", Files.readAllBytes(Path.of("processes", "satisfaction.dmn"))));
        RepairCase repair = inHandOfTech1();
        Map<String, String> examples = new Seen(
                        repair.number(),
                        repair.task(VISIT_SITE).getId(),
                        YearMonth.from(office.now().atZone(ZoneId.systemDefault()))
                                .toString(),
                        place,
                        register.people(place).get(0).id(),
                        incident,
                        draft,
                        offices.all().get(0).id())
                .examples();
        examples.put("/desk", "/desk?q=601");
        examples.put("/desk/places", "/desk/places?office=一号管理处&place=66-602");
        examples.put("/register", "/register?q=66-601");
        examples.put(
                "/months/{month}/slips",
                examples.get("/months/{month}/slips").replace("received&of=", "channel&of=PHONE"));
        List<String> barriers = new ArrayList<>();
        Set<String> unseen = new TreeSet<>();
        Map<String, Set<String>> pages = new TreeMap<>();
        Map<String, Integer> walked = new TreeMap<>();
        for (String person : LOOKING) {
            DeskScreen desk = browser.desk(person);
            for (StaffAddress address : StaffAddress.all(mappings, examples)) {
                if (address.pattern().startsWith(StaffAddress.TASKS)) {
                    continue;
                }
                Optional<String> page = page(address.address(), person);
                if (page.isEmpty() && person.equals(LOOKING.get(0))) {
                    unseen.add(address.pattern());
                }
                if (page.filter(pages.computeIfAbsent(address.pattern(), first -> new HashSet<>())::add)
                        .isPresent()) {
                    walked.merge(person, 1, Integer::sum);
                    desk.opens(address.address())
                            .isSeen("every-" + person + address.pattern().replaceAll("\\W+", "-"));
                    barriers.addAll(desk.barriers());
                    barriers.addAll(desk.outOfReachOfKeys());
                }
            }
        }
        incidents.end(incident, Person.system());
        drafts.remove(draft);
        LOG.info("Pages of their own, by who sees them: {}", walked);
        assertThat(barriers).isEmpty();
        assertThat(unseen).isEqualTo(NO_PAGES);
        assertThat(walked).containsOnlyKeys(LOOKING);
    }

    /**
     * What stands between the head and the foot of a page, without what is new each time; nothing for a file, a part of a page, and what
     * is refused to somebody.
     */
    private Optional<String> page(String address, String person) throws IOException, InterruptedException {
        HttpResponse<String> answer = new PageClient(port)
                .get(address.replace("一号管理处", URLEncoder.encode("一号管理处", StandardCharsets.UTF_8)), person);
        assertThat(answer.statusCode()).as("%s as %s", address, person).isLessThan(500);
        return Optional.of(answer.body())
                .filter(body -> body.contains("</html>"))
                .filter(body -> answer.statusCode() == 200 || person.equals(LOOKING.get(0)))
                .filter(body ->
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"))
                .map(body ->
                        body.substring(body.indexOf("<main")).replaceAll("(?<=name=\"_csrf\" value=\")[^\"]*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slips/%s", "/slips/%s/print", "/slips/%s/photos", "/slips/%s/replay", "/links/%s"})
    void pagesOfASlip(String place) {
        browser.desk("clerk1")
                .opens(place.formatted(slip))
                .reads(slip)
                .pictures("slip" + place.formatted("").replace('/', '-'));
    }

    @Test
    void aSlipOfWhichMuchIsKnown() {
        office.ofSlip(slip)
                .submits("tech1", VISIT_SITE, arrived())
                .submits("tech1", QUOTE_REPAIR, quoted())
                .submits("tech1", OBTAIN_CONSENT, agreed())
                .submits("tech1", CARRY_OUT_REPAIR, done())
                .submits("tech1", ACCEPT_REPAIR, accepted())
                .submits("tech1", REPORT_RESULT, reported())
                .submits("clerk1", REVIEW_FEE, feeApproved());

        browser.desk("clerk1")
                .opens("/slips/" + slip)
                .reads("审核通过")
                .reads("超时")
                .picturesForGuide("dossier")
                .pictures("slip-much-known");
    }

    /** Without a mouse: marks a slip, says what is to be done with it, and reads what has become of it. */
    @Test
    void aListOfSlips() {
        String number = inHandOfTech1().number();
        DeskScreen desk = browser.desk("supervisor").opens("/slips?technician=tech1&sort=received");
        desk.reads(number).reads("已领单").picturesForGuide("slips").pictures("slips-list");
        desk.writes("[value='" + number + "']", " ")
                .writes("[name=action]", "")
                .presses("ArrowDown")
                .presses("ArrowDown")
                .writes("[name=said]", "带两米管子")
                .presses("Enter");
        desk.reads("办好 1 张").reads(number).pictures("slips-told");
        desk.opens("/slips/people")
                .reads("在手")
                .reads(number)
                .picturesForGuide("slips-people")
                .pictures("slips-people");
        desk.opens("/slips/shift?technician=tech1").reads("交班人").pictures("slips-shift");
        desk.opens("/slips?slips=ended").reads("已结束的维修单").pictures("slips-ended");
    }

    /** Without a mouse: chooses what is to be seen, keeps that under a name, comes back to it, and drops it. */
    @Test
    void aListIsKeptUnderAName() {
        inHandOfTech1();
        DeskScreen desk = browser.desk("clerk1").opens("/slips");
        desk.tabsTo("报修已过").presses("ArrowDown").tabsTo("筛选").presses("Enter").arrives("/slips?**days=1**");
        desk.tabsTo("存为视图").presses("Enter").tabsTo("名称").types("隔夜的", "").presses("Enter");
        desk.reads("隔夜的").pictures("slips-kept");

        desk.opens("/slips").tabsTo("隔夜的").presses("Enter").arrives("/slips?**days=1**");
        desk.tabsTo("删除").presses("Enter").lacks("隔夜的");
    }

    /** Without a mouse: declared, and read on the card of a flat. */
    @Test
    void aFaultThatConcernsMany() {
        DeskScreen supervisor = browser.desk("supervisor").opens("/incidents");
        supervisor
                .writes("[name=places]", "1栋1单元")
                .writes("[name=what]", "停水")
                .writes("[name=expected]", "23:59")
                .presses("Enter")
                .reads("1栋1单元 停水")
                .picturesForGuide("incidents")
                .pictures("incidents");
        DeskScreen clerk = browser.desk("clerk1").opens("/desk/places?office=一号管理处&place=1-1-101");
        clerk.reads("1栋1单元停水，已在抢修").pictures("incident-card");
        incidents.open().forEach(one -> incidents.end(one.id(), Person.system()));
    }

    /** Without a mouse: a limit goes live with a reason, and back. */
    @Test
    void rulesAndDiagrams() throws Exception {
        Map<String, byte[]> changed = new TreeMap<>();
        changed.put("service-commitments.dmn", changed("processes/service-commitments.dmn", "\"15 分钟\"", "\"20 分钟\""));
        changed.put("repair-request.bpmn", changed("processes/repair-request.bpmn", "name=\"评估故障\"", "name=\"判断故障\""));
        changed.put("assess-fault.form", changed("forms/assess-fault.form", "\"预计工时（小时）\"", "\"预计要几个小时\""));
        long draft = drafts.keep("processowner", changed);
        long wrong = drafts.keep(
                "processowner",
                Map.of(
                        "service-commitments.dmn",
                        changed("processes/service-commitments.dmn", "\"15 分钟\"", "\"二十来分钟\"")));
        DeskScreen desk = browser.desk("processowner");
        desk.opens("/models").reads("正在使用的规则表").reads("service-commitments.dmn").pictures("models");
        desk.opens("/models/drafts/" + wrong).reads("不能上线").reads("二十来分钟").pictures("models-draft-wrong");
        desk.opens("/models/drafts/" + draft).reads("检查通过").reads("20 分钟").pictures("models-draft");

        desk.writes("[name=reason]", "电梯大修，放宽到场")
                .writes("[name=clause]", "4.6.2")
                .presses("Enter");

        desk.reads("电梯大修，放宽到场").reads("退回一步").pictures("models-change");
        desk.writes("[name=reason]", "大修完了").presses("Enter").reads("大修完了");
        desk.opens("/models/processes/repairRequest").reads("没有办完的案件").pictures("models-process");
        drafts.remove(wrong);
    }

    private static byte[] changed(String file, String was, String is) throws IOException {
        return Files.readString(Path.of(file))
                .replaceFirst(Pattern.quote(was), is)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMonth() {
        browser.desk("director").opens("/months").follows("月").reads("按渠道").pictures("director-month");
    }

    /** Without a mouse: the answer comes as one types. */
    @Test
    void theDeskFindsByTheKeyboardAlone() {
        String last = slip.substring(slip.length() - 6);
        DeskScreen desk =
                browser.desk("clerk1").opens("/desk").isInTheField().types(last).reads("查到 1 张");
        desk.pictures("desk-found");
        desk.presses("ArrowDown").isAt("3 栋 502").presses("Escape").isInTheField();
        desk.types("罅隙").reads("没有查到").pictures("desk-nothing");
        desk.opens("/desk").types(last).presses("Enter").arrives("/desk/places?**slip=" + slip);
        desk.reads("3 栋 502").reads("到场").pictures("desk-card");
    }
}
