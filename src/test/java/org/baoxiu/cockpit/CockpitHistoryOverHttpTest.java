package org.baoxiu.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.satisfied;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Cockpit's views ask the application. */
@ProcedureTest
@DisplayName("运行监控里的历史")
@Tag("long")
class CockpitHistoryOverHttpTest {

    private static final String PLUGIN = "/cockpit/plugin/baoxiu/default";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private AuthorizationService rights;

    @Autowired
    private JdbcClient database;

    private RepairCase closed;

    @BeforeEach
    void aClosedRepairWhoseVisitWasLate() {
        RepairCase registered = TapRepair.registered(office);
        office.timePasses(Duration.ofMinutes(20));
        registered.dueTimersFire();
        closed = TapRepair.billed(TapRepair.working(registered)).does("clerk2", CALL_BACK_OWNER, satisfied());
    }

    @AfterEach
    void timeIsNow() {
        ClockUtil.reset();
    }

    private Answer asks(String person, String path) {
        return HttpOffice.webApplications(port, person).get(PLUGIN + path);
    }

    private static List<String> numbers(Answer found) {
        return StreamSupport.stream(found.body().path("lines").spliterator(), false)
                .map(line -> line.path("number").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number=%s",
                "number=%s&person=tech1",
                "number=%s&person=clerk2",
                "number=%s&place=3-502",
                "number=%s&place=502"
            })
    @DisplayName("an ended case is found by its number, whoever had to do with it and its place in any spelling")
    void found(String words) {
        assertThat(numbers(asks("director", "/finished?" + words.formatted(closed.number()))))
                .containsExactly(closed.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"person=tech2", "place=9-9-999", "until=2020-01-31&from=2020-01-01"})
    @DisplayName("and by nothing that it is not")
    void notFound(String words) {
        assertThat(numbers(asks("director", "/finished?number=" + closed.number() + "&" + words)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin.js", "plugin.css"})
    @DisplayName("Cockpit gets the browser's side, without which it would stay blank")
    void browsersSide(String file) {
        assertThat(HttpOffice.webApplications(port, "director")
                        .get("/cockpit/plugin/baoxiu/static/app/" + file)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "dutydirector", "admin"})
    @DisplayName("Cockpit's own list of running cases has what its own count has")
    void runningCases(String person) {
        RepairCase running = TapRepair.registered(office);
        HttpOffice cockpit = HttpOffice.webApplications(port, person);
        String asked = "{\"businessKey\":\"%s\"}".formatted(running.number());
        String list = "/cockpit/plugin/base/default/process-instance";

        assertThat(cockpit.post("/engine/engine/default/process-instance/count", asked)
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(cockpit.post(list + "/count", asked).body().path("count").asInt())
                .isEqualTo(1);
        assertThat(cockpit.post(list + "?firstResult=0&maxResults=50", asked)
                        .body()
                        .findValuesAsText("id"))
                .containsExactly(running.instance());
    }

    @Test
    @DisplayName("a case that still runs is not among them")
    void runningIsNotFinished() {
        RepairCase running = TapRepair.registered(office);

        assertThat(numbers(asks("director", "/finished?number=" + running.number())))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "there are as many lines on all pages as the list says, each once, and as many repairs as the tables have")
    void countsAgree() {
        List<String> ids = new ArrayList<>();
        Answer page = asks("director", "/finished?from=2000-01-01&page=1");
        long total = page.body().path("total").asLong();
        for (int number = 1; number <= page.body().path("pages").asInt(); number++) {
            asks("director", "/finished?from=2000-01-01&page=" + number)
                    .body()
                    .path("lines")
                    .forEach(line -> ids.add(line.path("id").asText()));
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize((int) total);
        assertThat(total)
                .isEqualTo(database.sql(
                                "select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'repairRequest' and END_TIME_ is not null and END_TIME_ < :tomorrow")
                        .param(
                                "tomorrow",
                                LocalDateTime.ofInstant(office.now(), ZoneId.systemDefault())
                                        .toLocalDate()
                                        .plusDays(1)
                                        .atStartOfDay())
                        .query(Long.class)
                        .single());
    }

    private JsonNode tab(String person, String name) {
        Answer answer = asks(person, "/instance/" + closed.instance() + "/" + name);
        assertThat(answer.status()).as(answer.message()).isEqualTo(200);
        return answer.body().path("lines");
    }

    private static List<String> cells(JsonNode lines, String first) {
        return StreamSupport.stream(lines.spliterator(), false)
                .map(line -> StreamSupport.stream(line.path("cells").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList())
                .filter(cells -> cells.contains(first))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("4.6.2")
    @DisplayName("a step says who did it by name, how long it took, and which promise with its clause it had to keep")
    void steps() {
        JsonNode lines = tab("director", "steps");

        assertThat(cells(lines, "上门"))
                .contains("水电工", "4.6.2")
                .anyMatch(cell -> cell.startsWith("到场，限 15 分钟"))
                .anyMatch(cell -> cell.startsWith("超时"));
        assertThat(cells(lines, "登记报修")).contains("4.6.1a", "按时");
        assertThat(lines.findValuesAsText("mark")).contains("missed").doesNotContain("open");
    }

    @Test
    @DisplayName("promises, values, operations and decisions with their version are there")
    void otherTabs() {
        assertThat(cells(tab("director", "promises"), "到场")).contains("4.6.2");
        assertThat(cells(tab("director", "decisions"), "维修界定")).anyMatch(cell -> cell.matches("第 \\d+ 版"));
        assertThat(cells(tab("director", "operations"), "认领")).contains("任务");
        assertThat(cells(tab("director", "variables"), "类别")).contains("classLabel");
    }

    @Test
    @DisplayName("conditions and results of a decision are headed as the columns of its table")
    void headingsOfDecisions() {
        List<String> classified = cells(tab("director", "decisions"), "维修界定");

        assertThat(classified.get(4)).contains("预计工时（小时）=", "列入工价表=是").doesNotContain("estimatedHours", "true");
        assertThat(classified.get(5))
                .contains("维修类别=日常维修", "负责人=客户服务中心", "理由=", "条款=")
                .doesNotContain("daily", "customerService");
        assertThat(cells(tab("director", "decisions"), "维修项目").get(5))
                .contains("所需资质=水暖", "部位=业主单元内")
                .containsPattern("人工费（元）=\\d+\\.\\d\\d 元");
        assertThat(tab("director", "decisions"))
                .allSatisfy(line -> assertThat(line.path("cells").get(4).asText() + "；"
                                + line.path("cells").get(5).asText())
                        .doesNotContainPattern("(^|；)[A-Za-z_]+="));
    }

    @Test
    @DisplayName("the heading is the number of the slip, and says that it has ended")
    void heading() {
        JsonNode heading =
                asks("dutydirector", "/instance/" + closed.instance()).body();

        assertThat(heading.path("title").asText()).startsWith(closed.number()).contains("502");
        assertThat(heading.path("running").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "clerklead", "tech1", "supervisor", "affairs", "processowner"})
    @DisplayName("whoever may not open Cockpit gets nothing of it")
    void closedToOthers(String person) {
        for (String path :
                List.of("/finished", "/operations", "/reader", "/instance/" + closed.instance() + "/steps")) {
            assertThat(asks(person, path).status()).as(path).isIn(401, 403);
        }
    }

    @Test
    @DisplayName("whoever may open Cockpit but needs no other slips sees neither the case of a slip nor a telephone")
    void withoutEverySlip() {
        Authorization cockpit = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        cockpit.setUserId("tech2");
        cockpit.setResource(Resources.APPLICATION);
        cockpit.setResourceId("cockpit");
        cockpit.addPermission(Permissions.ACCESS);
        rights.saveAuthorization(cockpit);
        try {
            Answer answer = asks("tech2", "/instance/" + closed.instance() + "/variables");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.message()).isEqualTo(Readers.NOT_YOURS);
            assertThat(asks("tech2", "/reader").body().path("administrator").asBoolean())
                    .isFalse();
        } finally {
            rights.deleteAuthorization(cockpit.getId());
        }
        assertThat(new Reader("tech2", false, false).written("请打 13800138000")).doesNotContain("13800138000");
    }

    @Test
    @DisplayName("what cannot be read is refused by a sentence")
    void refusals() {
        assertThat(asks("director", "/finished?from=2026-13-01").message()).contains("日期");
        assertThat(asks("director", "/instance/none").message()).isEqualTo(Cases.GONE);
    }

    @Test
    @DisplayName("a running case says so, and its open step has no end")
    void running() {
        RepairCase running = TapRepair.registered(office).does("tech1", PICK_UP_SLIP, pickedUp());
        Answer steps = asks("director", "/instance/" + running.instance() + "/steps");

        assertThat(cells(steps.body().path("lines"), "上门")).contains("还在办理");
        assertThat(steps.body().path("lines").findValuesAsText("mark")).contains("open");
    }
}
