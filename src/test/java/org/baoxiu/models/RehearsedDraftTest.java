package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.models.OwnersPages.follows;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baoxiu.process.repair.RepairRequestProcess.Steps;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts of diagrams and forms are gone through in a process of their own, and the page tells how. */
@ProcedureTest
@DisplayName("演练草稿")
@Tag("long")
class RehearsedDraftTest {

    private static final String OWNER = "processowner";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String REGISTER = "register-request.form";
    private static final String CHECK = "spot-check.form";
    private static final String SPOT_CHECK = "Task_SpotCheck";
    private static final String GATE_NUMBER =
            "{\"type\": \"textfield\", \"id\": \"Field_Door\", \"key\": \"extra_door\", \"label\": \"门禁号\", \"validate\": {\"required\": true}}";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    private TestDeployments deployments;
    private OwnersPages pages;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
        pages = new OwnersPages(port, OWNER);
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
        database.sql("delete from model_rehearsal").update();
        ClockUtil.reset();
    }

    @Test
    @DisplayName(
            "a step and a required field of the process owner: every case comes to its end, and nothing of the office is touched")
    void everyCaseGoesThrough() throws Exception {
        String draft = pages.uploads(Map.of(
                REPAIR,
                FreePartsTest.spotChecked(FreePartsTest.CLAUSE),
                CHECK,
                FreePartsTest.check(FreePartsTest.RESULT),
                REGISTER,
                matching("\"components\": \\[", "\"components\": [" + GATE_NUMBER + ", ")
                        .apply(file(REGISTER))));
        assertThat(pages.page(draft)).contains("检查通过", "按草稿从头走到尾");
        Instant time = office.now();
        Map<String, Long> rows = rows();

        String rehearsal = follows(pages.post(draft + "/rehearsals", ""));
        String page = finished(rehearsal);

        assertThat(page).contains("10 个案件都走到了结束").doesNotContain("停在");
        assertThat(page)
                .contains("日常维修", "公共部位维修", "重要维修", "维修事故", "撬锁破门", "业主不同意报价", "暂缓维修", "没有修好，重修", "取消报修", "补录纸质单");
        assertThat(office.now()).as("the office's clock").isEqualTo(time);
        assertThat(rows()).as("the office's tables").isEqualTo(rows);
        Map<String, String> signs = signs(rehearsal, 0, "repairRequest");
        assertThat(number(signs, REGISTER_REQUEST)).isLessThan(number(signs, CARRY_OUT_REPAIR));
        assertThat(number(signs, CARRY_OUT_REPAIR)).isLessThan(number(signs, SPOT_CHECK));
        assertThat(signs).containsEntry(Steps.REPAIR, "走过");
        assertThat(signs(rehearsal, 3, "repairAccident")).isNotEmpty();
        assertThat(pages.page(draft)).contains("10 个案件都走到了结束").doesNotContain("name=\"known\"");
    }

    /** All that the office has, but for what says who is logged in, what was rehearsed, and how busy the engine was each quarter of an hour. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        database
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.toLowerCase().matches("(spring_session|model_rehearsal|act_ru_meter_log).*"))
                .forEach(table -> rows.put(
                        table,
                        database.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
        assertThat(rows).hasSizeGreaterThan(100);
        return rows;
    }

    @Test
    @DisplayName(
            "a step that nobody can do: where, by which form and why the cases stop; it goes live with the word of whoever decides only")
    void whatStopsIsToldAndConfirmed() throws Exception {
        String draft = pages.uploads(Map.of(
                REPAIR,
                replacing(
                                "camunda:candidateGroups=\"engineeringSupervisor\" camunda:formRef=\"spot-check\"",
                                "camunda:candidateGroups=\"skillGas\" camunda:formRef=\"spot-check\"")
                        .apply(FreePartsTest.spotChecked(FreePartsTest.CLAUSE)),
                CHECK,
                FreePartsTest.check(FreePartsTest.RESULT)));

        String rehearsal = follows(pages.post(draft + "/rehearsals", ""));
        String page = finished(rehearsal);

        assertThat(page)
                .contains("10 个案件里有 8 个停住了", "停在“主管抽查”", "spot-check", "没有人能办这一步")
                .doesNotContain("没有做成", "意外停了");
        assertThat(page.split("走到了结束").length - 1)
                .as("who cancels or refuses never comes there")
                .isEqualTo(2);
        assertThat(marks(rehearsal, 0, "repairRequest"))
                .anySatisfy(mark -> {
                    assertThat(mark.path("element").asText()).isEqualTo(SPOT_CHECK);
                    assertThat(mark.path("kind").asText()).isEqualTo("STOPPED");
                    assertThat(mark.path("sign").asText()).startsWith("停在这里");
                })
                .anySatisfy(mark -> {
                    assertThat(mark.path("element").asText()).isEqualTo(Steps.REPAIR);
                    assertThat(mark.path("sign").asText()).isEqualTo("停在里面");
                });
        assertThat(new PageClient(port)
                        .get(rehearsal + "/drawing?case=0&process=monthEnd", OWNER)
                        .statusCode())
                .isEqualTo(200);

        String told = pages.page(draft);
        assertThat(told).contains("演练“日常维修”停在“主管抽查”：没有人能办这一步", "name=\"known\"");
        HttpResponse<String> refused = live(draft, "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("演练里有案件停住了");
        assertThat(deployments.now()).containsExactlyInAnyOrderElementsOf(deployments.before());

        follows(live(draft, "&known=true"));
        assertThat(deployments.now()).hasSizeGreaterThan(deployments.before().size());
    }

    private HttpResponse<String> live(String draft, String more) throws Exception {
        return pages.post(draft + "/live", "reason=抽查&seen=" + pages.seen(draft) + more);
    }

    private String finished(String rehearsal) {
        return await("the rehearsal")
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> pages.page(rehearsal), page -> !page.contains("正在演练"));
    }

    private Map<String, String> signs(String rehearsal, int place, String process) throws Exception {
        Map<String, String> signs = new TreeMap<>();
        marks(rehearsal, place, process)
                .forEach(mark -> signs.put(
                        mark.path("element").asText(), mark.path("sign").asText()));
        return signs;
    }

    private List<JsonNode> marks(String rehearsal, int place, String process) throws Exception {
        JsonNode drawing = new ObjectMapper()
                .readTree(pages.page(rehearsal + "/drawing?case=" + place + "&process=" + process))
                .get(0);
        assertThat(drawing.path("scenes")).isNotEmpty();
        return drawing.path("marks").findParents("element");
    }

    private static int number(Map<String, String> signs, String element) {
        return Integer.parseInt(signs.get(element).replaceFirst("、.*", ""));
    }
}
