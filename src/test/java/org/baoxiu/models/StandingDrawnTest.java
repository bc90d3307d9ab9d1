package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the open cases of each version stand, drawn on its diagram, counted again from the engine's history. */
@ProcedureTest
@DisplayName("流程图上的没有办完的案件")
class StandingDrawnTest {

    private static final String OWNER = "processowner";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String PROCESS = "/models/processes/repairRequest";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    private TestDeployments deployments;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
        ClockUtil.reset();
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("repairRequest")
                .latestVersion()
                .singleResult();
    }

    @Test
    @DisplayName("the numbers are those of the history and of the table, for each version by itself")
    void numbers() throws Exception {
        TapRepair.registered(office).ownerCalls("complain").ownerCalls("complain");
        TapRepair.registered(office);
        office.timePasses(Duration.ofMinutes(30));
        TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, Answers.registered("PL-14"));
        TapRepair.onSite(office);
        TapRepair.working(office);
        TapRepair.deferred(office);
        TapRepair.accident(office);
        ProcessDefinition former = latest();
        new OwnersPages(port, OWNER)
                .goesLive(
                        "换个说法",
                        Map.of(
                                REPAIR,
                                replacing("name=\"评估故障\"", "name=\"判断故障\"").apply(file(REPAIR))));
        ProcessDefinition present = latest();
        TapRepair.registered(office);

        Map<String, Long> ofFormer = drawnAsItIs(former);
        Map<String, Long> ofPresent = drawnAsItIs(present);

        assertThat(ofFormer)
                .containsKeys(
                        Steps.DISPATCH,
                        PICK_UP_SLIP,
                        Steps.ASSESS,
                        ASSESS_FAULT,
                        Steps.REPAIR,
                        CARRY_OUT_REPAIR,
                        ANSWER_COMPLAINT);
        assertThat(ofFormer.get(ANSWER_COMPLAINT))
                .as("two complaints, one case")
                .isGreaterThan(ofFormer.get("SubProcess_Complained"));
        assertThat(ofPresent).containsEntry(Steps.DISPATCH, 1L).containsEntry(PICK_UP_SLIP, 1L);
    }

    /** @return how many cases stand where, as the drawing says it */
    private Map<String, Long> drawnAsItIs(ProcessDefinition version) throws Exception {
        JsonNode drawing = drawing(version.getVersion());
        Map<String, Long> drawn = new TreeMap<>();
        drawing.path("marks").forEach(mark -> {
            assertThat(mark.path("words").asText())
                    .endsWith("：" + mark.path("sign").asText());
            drawn.put(
                    mark.path("element").asText(),
                    Long.valueOf(mark.path("sign").asText().replace(" 件", "")));
        });
        Map<String, Long> places = counted("count(*)", "ACT_TYPE_ not in ('subProcess', 'multiInstanceBody')", version);
        Map<String, Long> steps = counted("count(distinct PROC_INST_ID_)", "ACT_TYPE_ = 'subProcess'", version);
        Map<String, Long> all = new TreeMap<>(places);
        all.putAll(steps);

        assertThat(drawn).isEqualTo(all);
        assertThat(elements(drawing)).containsAll(drawn.keySet());
        assertThat(drawing.path("scenes"))
                .as("every plane")
                .hasSize(file(REPAIR).split("<bpmndi:BPMNPlane ").length - 1);
        assertThat(table(version.getVersion())).isEqualTo(places);
        return drawn;
    }

    private Map<String, Long> counted(String count, String which, ProcessDefinition version) {
        Map<String, Long> counted = new TreeMap<>();
        database.sql("select ACT_ID_, " + count
                        + " from ACT_HI_ACTINST where END_TIME_ is null and PROC_DEF_ID_ = ? and " + which
                        + " group by ACT_ID_")
                .param(version.getId())
                .query((row, number) -> counted.put(row.getString(1), row.getLong(2)))
                .list();
        return counted;
    }

    private static Set<String> elements(JsonNode drawing) {
        Set<String> elements = new HashSet<>();
        drawing.path("scenes").forEach(scene -> scene.path("parts")
                .forEach(part -> elements.add(part.path("element").asText())));
        return elements;
    }

    /** The lines of the page, by their elements; each leads to its place in the drawing of its version. */
    private Map<String, Long> table(int version) throws Exception {
        String page = get(PROCESS + "?version=" + version, OWNER).body();
        assertThat(page).contains("data-drawing=\"" + PROCESS + "/drawing?version=" + version + "\"");
        Map<String, Long> lines = new TreeMap<>();
        Matcher line = Pattern.compile("<tr id=\"row-" + version
                        + "-([^\"]+)\"><td>[^<]*</td><td>[^<]*</td><td>(\\d+)</td>\\s*<td><a href=\"([^\"]+)\"")
                .matcher(page);
        while (line.find()) {
            lines.put(line.group(1), Long.valueOf(line.group(2)));
            assertThat(line.group(3)).isEqualTo(PROCESS + "?version=" + version + "#at-repairRequest-" + line.group(1));
        }
        return lines;
    }

    @Test
    @DisplayName("a version with no cases is drawn without a number, and one that is not there is not found")
    void nothing() throws Exception {
        int version = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("monthEnd")
                .latestVersion()
                .singleResult()
                .getVersion();
        assertThat(get("/models/processes/monthEnd/drawing?version=" + version, OWNER)
                        .body())
                .contains("\"scenes\":[{");
        assertThat(get(PROCESS + "/drawing?version=99999", OWNER).statusCode()).isEqualTo(404);
        assertThat(get("/models/processes/nowhere/drawing?version=1", OWNER).statusCode())
                .isEqualTo(404);
        assertThat(get(PROCESS + "?version=99999", OWNER).body()).contains("/drawing?version=" + latest().getVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "tech1", "supervisor", "director"})
    @DisplayName("nobody else sees it")
    void rights(String person) throws Exception {
        String path = PROCESS + "/drawing?version=" + latest().getVersion();

        assertThat(get(path, OWNER).statusCode()).isEqualTo(200);
        assertThat(get(path, person).statusCode()).isEqualTo(403);
        assertThat(get(path, null).statusCode()).isNotEqualTo(200);
    }

    private JsonNode drawing(int version) throws Exception {
        HttpResponse<String> answer = get(PROCESS + "/drawing?version=" + version, OWNER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return new ObjectMapper().readTree(answer.body()).get(0);
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return new PageClient(port).get(path, person);
    }
}
