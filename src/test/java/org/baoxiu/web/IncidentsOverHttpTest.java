package org.baoxiu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baoxiu.incident.Incident;
import org.baoxiu.incident.IncidentCaller;
import org.baoxiu.incident.IncidentCallers;
import org.baoxiu.incident.Incidents;
import org.baoxiu.monthend.MonthScope;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.office.PlaceRegister;
import org.baoxiu.office.RegisterImport;
import org.baoxiu.shared.Person;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone.Answer;
import org.baoxiu.web.owner.OwnersPhone;
import org.baoxiu.web.owner.OwnersPhone.Page;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One fault that concerns many: declared on its page, said by every door, and joined by those who call about it. */
@ProcedureTest
@DisplayName("公共故障和计划停用")
@Tag("long")
class IncidentsOverHttpTest {

    private static final String OFFICE = "一号管理处";
    private static final AtomicInteger FLATS = new AtomicInteger(5000);
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Incidents incidents;

    @Autowired
    private IncidentCallers callers;

    @Autowired
    private Messages messages;

    @Autowired
    private RegisterImport register;

    @Autowired
    private PlaceRegister places;

    @Autowired
    private Slips slips;

    @Autowired
    private Reports reports;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient database;

    private final int flat = FLATS.incrementAndGet();
    private final String place = "67-1-" + flat;
    private Phone clerk;

    @BeforeEach
    void aBuildingWithALift() {
        office.timeIs("2020-04-06T09:00:00+08:00");
        register.enter(Map.of(
                "管理处",
                OFFICE,
                "楼栋",
                "67栋",
                "单元",
                "1单元",
                "房号",
                "" + flat,
                "身份",
                "业主",
                "姓名",
                "宗政甲",
                "电话",
                "13600000501"));
        register.enter(Map.of("管理处", OFFICE, "楼栋", "67栋", "单元", "1单元", "公共部位", "电梯", "短码", "LT67"));
        clerk = Phone.of(port, "clerk1");
    }

    @AfterEach
    void over() {
        ClockUtil.reset();
        database.sql("delete from incident_caller").update();
        database.sql("delete from incident_place").update();
        database.sql("delete from incident").update();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200",
        "clerk1, 200",
        "clerklead, 200",
        "supervisor, 200",
        "tech1, 403",
        "director, 403",
        "dutydirector, 403",
        "affairs, 403"
    })
    void isDeclaredByCustomerServiceAndTheSupervisor(String person, int status) {
        Phone browser = Phone.of(port, person);
        assertThat(browser.opens("/incidents").status()).isEqualTo(status);
        browser.opens("/messages");
        assertThat(browser.sends("/incidents", "places=&planned=false", FROM_HERE)
                        .status())
                .isEqualTo(status == 200 ? 400 : 403);
        assertThat(browser.sends("/incidents/1/end", "", FROM_HERE).status()).isEqualTo(status == 200 ? 404 : 403);
    }

    @Test
    void runsChangesAndEnds() {
        Incident lift = declare("lt67", "停运", "expected", "15:00");
        assertThat(lift.where()).isEqualTo("67栋1单元电梯");
        assertThat(clerk.opens("/incidents").body())
                .contains("67栋1单元电梯 停运", "4月6日 09:00 起，预计 ", "15:00 恢复")
                .doesNotContain("超过预计时间");

        office.timePasses(Duration.ofHours(7));
        assertThat(clerk.opens("/incidents").body()).contains("超过预计时间");
        aMinutePasses();
        aMinutePasses();
        String one = "/incidents/" + lift.id();
        String shown = clerk.opens(one).body();
        assertThat(shown).contains("value=\"67栋1单元电梯\"", "name=\"version\" value=\"0\"", "客服一");
        String untouched = expected(shown);
        assertThat(change(one, 0, "places", "67栋1单元电梯", "what", "电梯停运", "expected", untouched)
                        .status())
                .as("a time that has passed is kept as long as nobody touches it")
                .isEqualTo(302);
        assertThat(incidents.get(lift.id()).expectedAt()).isEqualTo(lift.expectedAt());

        assertThat(change(one, 0, "places", "lt67", "what", "停运", "expected", "18:00")
                        .body())
                .as("somebody has changed it meanwhile")
                .contains("刚刚被别人改过");
        change(one, 1, "places", "lt67、67栋", "what", "停运", "expected", "18:00");
        assertThat(incidents.get(lift.id()).words(office.now())).contains("67栋1单元电梯、67栋停运", "18:00 恢复");

        clerk.sends(one + "/end", "", FROM_HERE);
        clerk.sends(one + "/end", "", FROM_HERE);
        assertThat(incidents.open()).isEmpty();
        assertThat(clerk.opens("/incidents").body()).contains("最近结束的", "16:00 恢复");
        assertThat(change(one, 3, "places", "lt67", "what", "停运", "expected", "19:00")
                        .status())
                .isEqualTo(400);
        assertThat(told("clerk2", lift.id()))
                .containsExactlyInAnyOrder(
                        Event.INCIDENT_DECLARED,
                        Event.INCIDENT_PASSED,
                        Event.INCIDENT_CHANGED,
                        Event.INCIDENT_CHANGED,
                        Event.INCIDENT_ENDED);
        assertThat(told("tech1", lift.id())).hasSize(4).doesNotContain(Event.INCIDENT_PASSED);
        assertThat(told("clerk1", lift.id()))
                .as("of what somebody else has done, here time")
                .containsExactly(Event.INCIDENT_PASSED);
    }

    @Test
    @DisplayName(
            "an unplanned one that was to be over is asked after once for each expected end, and no door promises it")
    void whatWasToBeOver() {
        Incident lift = declare("lt67", "停运", "expected", "10:00");
        aMinutePasses();
        assertThat(told("clerk2", lift.id())).doesNotContain(Event.INCIDENT_PASSED);

        office.timePasses(Duration.ofHours(1));
        for (int minute = 0; minute < 3; minute++) {
            aMinutePasses();
        }
        assertThat(incidents.running()).extracting(Incident::id).containsExactly(lift.id());
        assertThat(clerk.opens(card()).body())
                .contains("已在抢修，原预计 ", "10:00 恢复，是否恢复正在核实。")
                .doesNotContain("，预计 ");
        for (String person : List.of("clerk2", "clerklead", "supervisor")) {
            assertThat(messagesOf(person, lift.id()))
                    .as(person)
                    .filteredOn(message -> message.event() == Event.INCIDENT_PASSED)
                    .singleElement()
                    .satisfies(message -> assertThat(message.text()).contains("原预计", "10:00 恢复，时间已过", "请更改预计时间"));
        }

        String one = "/incidents/" + lift.id();
        change(one, 0, "places", "lt67", "what", "停运", "expected", "11:00");
        aMinutePasses();
        assertThat(told("clerk2", lift.id()))
                .filteredOn(Event.INCIDENT_PASSED::equals)
                .hasSize(1);
        office.timePasses(Duration.ofHours(1));
        aMinutePasses();
        assertThat(told("clerk2", lift.id()))
                .as("the new time has passed too")
                .filteredOn(Event.INCIDENT_PASSED::equals)
                .hasSize(2);
    }

    @Test
    @DisplayName("a planned one ends at its end by itself, for every door at once, and is told once")
    void whatWasPlannedEndsByItself() {
        Incident water = declare("67栋", "停水", "planned", "true", "begins", "10:00", "expected", "12:00");
        office.timePasses(Duration.ofHours(3).minusSeconds(1));
        aMinutePasses();
        assertThat(clerk.opens(card()).body()).contains("67栋停水，正在按计划进行");

        office.timePasses(Duration.ofSeconds(1));
        assertThat(clerk.opens(card()).body()).doesNotContain("这里有公共故障");
        assertThat(change("/incidents/" + water.id(), 0, "planned", "true", "places", "67栋", "what", "停水")
                        .body())
                .contains("已经结束");
        office.timePasses(Duration.ofMinutes(5));
        aMinutePasses();
        aMinutePasses();
        assertThat(incidents.get(water.id()).endedAt())
                .as("as it was announced")
                .isEqualTo(water.expectedAt());
        assertThat(clerk.opens("/incidents").body()).contains("最近结束的", "12:00 结束");
        assertThat(messagesOf("clerk2", water.id()))
                .extracting(Message::subject)
                .containsExactlyInAnyOrder("计划停用：67栋停水", "已结束：67栋停水");
        assertThat(messagesOf("clerk1", water.id())).singleElement().satisfies(message -> assertThat(message.text())
                .contains("12:00 已到，已自动结束"));
    }

    /** As one of the nodes says. */
    private void aMinutePasses() {
        events.publishEvent(new EveryMinute());
    }

    @Test
    @DisplayName("an office without a register declares places in its own words, however a report spells them")
    void placesInWords() {
        Incident lift = declare("88栋电梯、大门岗亭、88幢 电梯", "停运");
        assertThat(lift.where()).isEqualTo("88栋电梯、大门岗亭");
        assertThat(incidents.wordsAt(OFFICE, places.locate(OFFICE, "88号楼2单元502室")))
                .singleElement()
                .asString()
                .startsWith("88栋电梯、大门岗亭停运");
        assertThat(incidents.at(OFFICE, "大门岗亭旁边")).hasSize(1);
        assertThat(incidents.at(OFFICE, "8栋502")).isEmpty();
        assertThat(incidents.at("二号管理处", "88栋电梯")).as("of another office").isEmpty();
        assertThat(clerk.opens("/incidents/" + lift.id()).body()).contains("名册里没有“88栋电梯、大门岗亭”", "value=\"88栋电梯、大门岗亭\"");
    }

    private static String expected(String page) {
        Matcher value =
                Pattern.compile("name=\"expected\"[^>]* value=\"([^\"]*)\"").matcher(page);
        assertThat(value.find()).as(page).isTrue();
        return value.group(1);
    }

    @Test
    @DisplayName("a planned one is announced before, begins by the clock, and may be called off")
    void planned() {
        Incident water = declare("67栋", "停水", "planned", "true", "begins", "4月9日 9:00", "expected", "4月9日 12:00");
        assertThat(clerk.opens("/incidents").body()).contains("<h2>计划停用</h2>", "67栋 停水");
        assertThat(clerk.opens(card()).body()).contains("67栋停水，计划 ", "09:00 至 ", "12:00。");
        assertThat(incidents.running()).isEmpty();

        office.timePasses(Duration.ofDays(3));
        assertThat(incidents.running()).extracting(Incident::id).containsExactly(water.id());
        clerk = Phone.of(port, "clerk1");
        assertThat(clerk.opens(card()).body()).contains("正在按计划进行，预计 ");

        office.timeIs("2020-04-06T09:00:00+08:00");
        clerk = Phone.of(port, "clerk1");
        clerk.sends("/incidents/" + water.id() + "/end", "", FROM_HERE);
        assertThat(clerk.opens("/incidents/" + water.id()).body()).contains("已取消");
        assertThat(messagesOf("clerk2", water.id()))
                .extracting(Message::subject)
                .containsExactlyInAnyOrder("计划停用：67栋停水", "已取消：67栋停水");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "places=67栋1单元501 | “67栋1单元501”不是很多人共用的地方",
                "places=3-501 | “3-501”不是很多人共用的地方",
                "places=12 | “12”不是很多人共用的地方",
                "places=、 | 请写明地点",
                "what= | 请写明是什么故障",
                "office=没有的管理处 | 没有的管理处",
                "begins=10:00 | 还没有到；还没有开始的，请选“计划停用”",
                "begins=马上 | “开始时间”看不懂",
                "expected=8:00 | 要在开始以后",
                "expected=以后 | “预计恢复”看不懂",
                "expected=4月5日 9:00 | 太远，请核对日期",
                "planned=true | 请写明计划从什么时候开始",
                "planned=true&begins=8:00 | 已经过去；已经开始的，请选“突发故障”",
                "planned=true&begins=10:00 | 请写明计划到什么时候为止",
                "slip=WX20200406-999999 | 没有“WX20200406-999999”这张维修单",
                "key=x | 表单已失效"
            })
    void whatCannotBeMeantIsRefusedAndStays(String typed, String why) {
        Map<String, String> fields = fields("67栋", "停水<b>");
        for (String one : typed.split("&")) {
            fields.put(one.split("=")[0], one.endsWith("=") ? "" : one.split("=")[1]);
        }
        Answer answer = clerk.sends("/incidents", form(fields), FROM_HERE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(why);
        assertThat(answer.body()).contains("value=\"" + fields.get("what").replace("<b>", "&lt;b&gt;") + "\"");
        assertThat(incidents.open()).isEmpty();
    }

    @Test
    @DisplayName("a form sent twice declares once, and may name the slip that repairs it")
    void onceAndWithItsSlip() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        Map<String, String> fields = fields("67栋", "停水");
        fields.put("slip", repair.number().substring(2));
        clerk.sends("/incidents", form(fields), FROM_HERE);
        clerk.sends("/incidents", form(fields), FROM_HERE);

        assertThat(incidents.open()).singleElement().satisfies(one -> assertThat(
                        clerk.opens("/incidents/" + one.id()).body())
                .contains("/slips/" + repair.number()));
    }

    @Test
    @DisplayName("on the card it is said before a report, and whoever calls is joined by one button, without a slip")
    void theDesk() {
        Incident lift = declare("lt67", "停运", "expected", "15:00");
        String page = clerk.opens(card()).body();
        assertThat(page).contains("这里有公共故障", "67栋1单元电梯停运，已在抢修，预计 ", "Alt+J");

        Map<String, String> call = new LinkedHashMap<>(Map.of("office", OFFICE, "place", place, "name", "宗政甲"));
        call.put("key", key(page));
        call.put("incident", "" + lift.id());
        assertThat(clerk.sends("/desk/incident-calls", form(call), FROM_HERE).body())
                .as("without a telephone nobody can be told")
                .contains("来电人电话", "value=\"宗政甲\"");
        call.put("telephone", "13600000501");
        call.put("fault", "我妈妈上不了楼");
        for (int press = 0; press < 2; press++) {
            Answer answer = clerk.sends("/desk/incident-calls", form(call), FROM_HERE);
            assertThat(answer.header("Location")).contains(card() + "?").endsWith("joined=" + lift.id());
        }

        assertThat(callers.of(lift.id()))
                .singleElement()
                .extracting(
                        IncidentCaller::name,
                        IncidentCaller::telephone,
                        IncidentCaller::place,
                        IncidentCaller::said,
                        IncidentCaller::at,
                        IncidentCaller::takenBy)
                .containsExactly("宗政甲", "13600000501", place, "我妈妈上不了楼", office.now(), "clerk1");
        assertThat(slips.openAt(OFFICE, place)).isEmpty();
        assertThat(clerk.opens(card() + "?joined=" + lift.id()).body()).contains("已记下来电人");
        assertThat(clerk.opens("/incidents/" + lift.id()).body()).contains("宗政甲", "我妈妈上不了楼", "客服一 登记");

        clerk.sends("/incidents/" + lift.id() + "/end", "", FROM_HERE);
        assertThat(clerk.opens(card()).body()).doesNotContain("这里有公共故障");
        call.put("key", UUID.randomUUID().toString());
        assertThat(clerk.sends("/desk/incident-calls", form(call), FROM_HERE).body())
                .contains("已经结束，请照常登记报修");
    }

    @Test
    @DisplayName("an owner who reports reads it first: joins it, or says that it is something else")
    void theOwnersPage() {
        Incident lift = declare("67栋", "停电");
        OwnersPhone owner = new OwnersPhone(port);
        assertThat(owner.opens("/report?office=" + encoded(OFFICE) + "&place=" + encoded(place))
                        .body())
                .contains("67栋停电，已在抢修，恢复时间待定。");
        String[] filled = {"office", OFFICE, "place", place, "fault", "没电", "name", "宗政甲", "phone", "13600000501"};

        Page read = owner.sends("/report", owner.opens("/report").filled(filled));
        assertThat(read.body()).contains("67栋停电，已在抢修", "说的就是这件事").doesNotContain(">提交报修<");
        assertThat(slips.openAt(OFFICE, place)).isEmpty();

        Map<String, String> joins = read.filled(filled);
        joins.put("incident", "" + lift.id());
        assertThat(owner.sends("/report/concerned", joins).body()).contains("我们已经记下，不用再报修");
        assertThat(owner.sends("/report/concerned", joins).body()).contains("我们已经记下");
        assertThat(callers.of(lift.id())).extracting(IncidentCaller::takenBy).containsExactly("业主");

        Map<String, String> other = read.filled(filled);
        other.put("other", "yes");
        owner.sends("/report", other);
        assertThat(slips.openAt(OFFICE, place)).hasSize(1);
    }

    @Test
    void theOwnersPageJoinsNobodyToWhatDoesNotConcernThem() {
        Incident water = declare("67栋", "停水");
        OwnersPhone owner = new OwnersPhone(port);
        Map<String, String> elsewhere = owner.opens("/report")
                .filled("office", OFFICE, "place", "68-1-501", "fault", "没水", "name", "宗政甲", "phone", "13600000501");
        elsewhere.put("incident", "" + water.id());
        owner.sends("/report/concerned", elsewhere);
        assertThat(callers.of(water.id())).isEmpty();
    }

    @Test
    void theFormOfTheRegistrationSaysIt() {
        declare("67栋", "停水");
        Map<String, Object> report = new HashMap<>(leakingTap());
        report.put("place", place);
        RepairCase here = office.reports("clerk1", report);
        RepairCase elsewhere = office.reports("clerk1", leakingTap());

        assertThat(office.localVariable(here.task(REGISTER_REQUEST), "incidentsHere"))
                .asString()
                .startsWith("- 67栋停水，已在抢修，恢复时间待定");
        assertThat(office.localVariable(elsewhere.task(REGISTER_REQUEST), "incidentsHere"))
                .isEqualTo("");
    }

    @Test
    @DisplayName("the month counts one repair and those who called, each telephone once")
    void theMonthCountsOneRepairAndItsCallers() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        Incident water = declare("67栋", "停水", "slip", repair.number());
        for (String telephone : List.of("13600000501", "136 0000 0501", "13600000502")) {
            callers.join(water.id(), "宗政甲", telephone, place, "", Person.owner());
        }
        Incident calledOff = declare("67栋", "停电", "planned", "true", "begins", "4月9日 9:00", "expected", "4月9日 12:00");
        incidents.end(calledOff.id(), Person.owner());
        office.timePasses(Duration.ofDays(26));
        callers.join(water.id(), "宗政乙", "13600000503", "67-1-502", "", Person.owner());

        assertThat(month(4)).containsExactly(List.of(OFFICE, "突发故障", 1L, 1L, 3L));
        assertThat(month(3)).isEmpty();
        assertThat(month(5)).isEmpty();
    }

    private List<List<Object>> month(int month) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find("incidents")
                .orElseThrow()
                .lines(
                        new MonthScope(YearMonth.of(2020, month), YearMonth.of(2020, 3), Instant.EPOCH, office.now()),
                        100,
                        lines::add);
        return lines;
    }

    private Incident declare(String places, String what, String... more) {
        Map<String, String> fields = fields(places, what);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        Answer answer = clerk.sends("/incidents", form(fields), FROM_HERE);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        List<Incident> open = incidents.open();
        return open.get(open.size() - 1);
    }

    private Map<String, String> fields(String places, String what) {
        return new LinkedHashMap<>(Map.of(
                "office",
                OFFICE,
                "places",
                places,
                "what",
                what,
                "planned",
                "false",
                "key",
                key(clerk.opens("/incidents").body())));
    }

    private Answer change(String page, int version, String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("version", "" + version, "planned", "false"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return clerk.sends(page, form(fields), FROM_HERE);
    }

    private List<Message> messagesOf(String person, long incident) {
        return messages.of(person).stream()
                .filter(message -> message.eventKey().startsWith("incident-" + incident + "-"))
                .toList();
    }

    private List<Event> told(String person, long incident) {
        return messagesOf(person, incident).stream().map(Message::event).toList();
    }

    private String card() {
        return "/desk/places/" + places.locate(OFFICE, place).placeId();
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
