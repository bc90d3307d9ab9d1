package org.baoxiu.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.baoxiu.shared.LocalTimes;
import org.baoxiu.shared.Names;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A case walks over its diagrams; everything that is shown is counted again in the engine's own tables. */
@ProcedureTest
@DisplayName("回放")
@Tag("long")
class CaseReplayOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Slips slips;

    @Autowired
    private Names names;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient database;

    @Autowired
    private CaseReplays replays;

    @Autowired
    private PlatformTransactionManager transactions;

    private String place;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        place = "7 栋 " + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    private RepairCase registered() {
        RepairCase repair = office.reports("clerk1", with(leakingTap(), "place", place));
        office.timePasses(Duration.ofMinutes(1));
        return repair.does("clerk1", REGISTER_REQUEST, Answers.registered("PL-01"));
    }

    private RepairCase step(RepairCase repair, int minutes, String person, String task, Map<String, Object> answer) {
        office.timePasses(Duration.ofMinutes(minutes));
        return repair.does(person, task, answer);
    }

    /** Nobody comes in time, and the call-back finds that it still leaks. */
    private RepairCase lateAndDoneAgain() {
        RepairCase repair = registered();
        office.timePasses(Duration.ofMinutes(20));
        repair.dueTimersFire();
        comes(repair);
        step(repair, 1, "tech1", QUOTE_REPAIR, quoted());
        step(repair, 2, "tech1", OBTAIN_CONSENT, agreed());
        works(repair);
        step(repair, 60, "clerk2", CALL_BACK_OWNER, notFixed());
        comes(repair);
        works(repair);
        return step(repair, 30, "clerk2", CALL_BACK_OWNER, satisfied());
    }

    private void comes(RepairCase repair) {
        step(repair, 1, "tech1", PICK_UP_SLIP, pickedUp());
        step(repair, 5, "tech1", VISIT_SITE, arrived());
    }

    private void works(RepairCase repair) {
        step(repair, 30, "tech1", CARRY_OUT_REPAIR, done());
        step(repair, 1, "tech1", ACCEPT_REPAIR, accepted());
        step(repair, 1, "tech1", REPORT_RESULT, Answers.reported());
        step(repair, 4, "clerk1", REVIEW_FEE, feeApproved());
    }

    // what is shown is what the engine has written down

    @Test
    void everyRunOfAnElementIsThereOnceWithItsPersonAndTimes() throws Exception {
        RepairCase repair = lateAndDoneAgain();
        JsonNode replay = data(repair, "director");

        List<String> recorded = database.sql(
                        "select ACT_ID_, ASSIGNEE_, START_TIME_, END_TIME_, ACT_INST_STATE_ from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ = ?")
                .param(repair.instance())
                .query((row, index) -> String.join(
                        "|",
                        row.getString("ACT_ID_"),
                        row.getString("ASSIGNEE_") == null ? "" : names.of(row.getString("ASSIGNEE_")),
                        Times.minute(LocalTimes.instant(row, "START_TIME_")),
                        Times.minute(LocalTimes.instant(row, "END_TIME_")),
                        row.getInt("ACT_INST_STATE_") == 2 ? "cancelled" : ""))
                .list();
        assertThat(all(replay, "visits")
                        .map(visit -> String.join(
                                "|",
                                visit.path("element").asText(),
                                visit.path("person").asText(),
                                visit.path("started").asText(),
                                visit.path("ended").asText(),
                                visit.path("cancelled").asBoolean() ? "cancelled" : "")))
                .hasSizeGreaterThan(80)
                .containsExactlyInAnyOrderElementsOf(recorded);
        assertThat(all(replay, "visits").filter(is("element", VISIT_SITE)))
                .hasSize(2)
                .allMatch(visit -> visit.path("person").asText().equals("水电工"));
        assertThat(replay.path("running").asBoolean()).isFalse();
    }

    @Test
    void atEveryMomentAsMuchIsOpenAsThenWas() throws Exception {
        RepairCase repair = lateAndDoneAgain();
        JsonNode replay = data(repair, "director");
        List<JsonNode> moments = all(replay, "moments").toList();

        assertThat(moments).hasSizeGreaterThan(15);
        for (int at = 0; at < moments.size(); at++) {
            int moment = at;
            assertThat(all(replay, "visits")
                            .filter(visit -> visit.path("from").asInt() <= moment
                                    && visit.path("until").asInt() > moment)
                            .count())
                    .as("open at %s", moments.get(at).path("time").asText())
                    .isEqualTo(database.sql(
                                    "select count(*) from ACT_HI_ACTINST where ROOT_PROC_INST_ID_ = :case and START_TIME_ <= :then and END_TIME_ > :then")
                            .param("case", repair.instance())
                            .param("then", time(moments.get(at)))
                            .query(Long.class)
                            .single());
        }
    }

    @Test
    void theWayIsThatOfTheDiagramOfItsOwnVersion() throws Exception {
        RepairCase repair = lateAndDoneAgain();
        JsonNode replay = data(repair, "director");
        BpmnModelInstance model = engine.getRepositoryService()
                .getBpmnModelInstance(
                        replay.path("scenes").get(0).path("definition").asText());
        Set<String> came = new HashSet<>();
        all(replay, "passages").forEach(passage -> {
            SequenceFlow flow = model.getModelElementById(passage.path("flow").asText());
            int at = passage.path("at").asInt();
            assertThat(all(replay, "visits")
                            .filter(is("element", flow.getSource().getId()))
                            .anyMatch(visit -> visit.path("until").asInt() <= at))
                    .as("%s was left before %s", flow.getSource().getId(), flow.getId())
                    .isTrue();
            assertThat(all(replay, "visits")
                            .filter(is("element", flow.getTarget().getId()))
                            .anyMatch(visit -> visit.path("from").asInt() == at))
                    .as("%s begins with %s", flow.getTarget().getId(), flow.getId())
                    .isTrue();
            came.add(flow.getTarget().getId() + " " + at);
        });
        all(replay, "visits")
                .filter(visit -> ((FlowNode)
                                model.getModelElementById(visit.path("element").asText()))
                        .getIncoming().stream().findAny().isPresent())
                .forEach(visit -> assertThat(came)
                        .contains(visit.path("element").asText() + " "
                                + visit.path("from").asInt()));
        assertThat(all(replay, "passages").map(passage -> passage.path("flow").asText()))
                .contains("Flow_ConsentGiven")
                .doesNotContain("Flow_ConsentRefused");
    }

    @Test
    @Tag("4.6.2")
    void aMissedPromiseIsMissedFromItsTimeOn() throws Exception {
        JsonNode replay = data(lateAndDoneAgain(), "supervisor");
        JsonNode arrival =
                all(replay, "promises").filter(is("name", "到场")).findFirst().orElseThrow();

        assertThat(replay.path("moments")
                        .get(arrival.path("late").asInt())
                        .path("time")
                        .asText())
                .isEqualTo(arrival.path("due").asText())
                .isEqualTo("11月23日 09:16");
        assertThat(arrival.path("late").asInt())
                .isBetween(
                        arrival.path("from").asInt() + 1, arrival.path("until").asInt() - 1);
        assertThat(arrival.path("outcome").asText()).startsWith("超时");
        JsonNode visit = all(replay, "visits")
                .filter(is("element", VISIT_SITE))
                .findFirst()
                .orElseThrow();
        assertThat(replay.path("promises").get(visit.path("promise").asInt())).isEqualTo(arrival);
        assertThat(all(replay, "promises").filter(is("outcome", "按时")))
                .isNotEmpty()
                .allMatch(promise -> promise.path("late").isNull());
    }

    @Test
    void everyLineOfTheHistoryHasItsMoment() throws Exception {
        RepairCase repair = lateAndDoneAgain();
        JsonNode replay = data(repair, "director");
        List<HistoryEntry> history = slips.history(repair.number());

        assertThat(all(replay, "lines")
                        .map(line -> replay.path("moments")
                                        .get(line.path("at").asInt())
                                        .path("time")
                                        .asText() + " " + line.path("clause").asText() + " "
                                + line.path("text").asText()))
                .containsExactlyElementsOf(history.stream()
                        .map(entry -> Times.minute(entry.occurredAt()) + " " + entry.clause() + " " + entry.text())
                        .toList());
        assertThat(new PageClient(port)
                        .get("/slips/" + repair.number(), "director")
                        .body())
                .contains("id=\"history-" + (history.size() - 1) + "\"", "/slips/" + repair.number() + "/replay\"");
    }

    @Test
    void aRunningCaseEndsWithNow() throws Exception {
        RepairCase repair = registered();
        step(repair, 3, "tech1", PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofMinutes(4));
        JsonNode replay = data(repair, "tech1");
        List<JsonNode> moments = all(replay, "moments").toList();

        assertThat(replay.path("running").asBoolean()).isTrue();
        assertThat(moments.get(moments.size() - 1).path("time").asText()).isEqualTo("11月23日 09:08");
        assertThat(moments.get(moments.size() - 1).path("passed").asText()).isEqualTo("4 分钟");
        assertThat(all(replay, "visits")
                        .filter(visit -> visit.path("until").isNull())
                        .map(visit -> visit.path("element").asText()))
                .contains(VISIT_SITE);
        assertThat(all(replay, "promises").filter(is("name", "到场")))
                .singleElement()
                .satisfies(promise -> {
                    assertThat(promise.path("until").isNull()).isTrue();
                    assertThat(promise.path("late").isNull()).isTrue();
                    assertThat(promise.path("outcome").asText()).startsWith("还剩");
                });
        repair.ownerCalls("cancel");
    }

    @Test
    void aCaseThatItCallsIsFollowedOnADiagramOfItsOwn() throws Exception {
        RepairCase repair = TapRepair.accident(office);
        JsonNode replay = data(repair, "director");
        List<String> titles =
                all(replay, "scenes").map(scene -> scene.path("title").asText()).toList();

        assertThat(titles).hasSizeGreaterThan(1);
        assertThat(all(replay, "visits")
                        .filter(visit -> titles.get(visit.path("scene").asInt()).startsWith("维修事故")))
                .isNotEmpty();
        assertThat(all(replay, "visits")).allMatch(visit -> visit.path("scene").asInt() >= 0);
    }

    @Test
    @DisplayName("a case goes on with the diagram that it began with, whatever new cases begin with")
    void anotherVersion() throws Exception {
        RepairCase before = registered();
        String deployment = office.finds(Map.of("processes/repair-request.bpmn", renamed("上门", "去业主家")));
        try {
            RepairCase after = registered();

            assertThat(names(data(before, "director"))).contains("上门").doesNotContain("去业主家");
            assertThat(names(data(after, "director"))).contains("去业主家").doesNotContain("上门");
        } finally {
            office.withdraws(deployment);
        }
        before.ownerCalls("cancel");
    }

    private static String renamed(String was, String is) throws IOException {
        return Files.readString(Path.of("processes/repair-request.bpmn"))
                .replace("name=\"" + was + "\"", "name=\"" + is + "\"");
    }

    private static List<String> names(JsonNode replay) {
        return all(replay, "scenes")
                .flatMap(scene -> all(scene, "parts"))
                .map(part -> part.path("name").asText())
                .toList();
    }

    @Test
    @DisplayName("once the engine's history is cleared away, promises and history are still walked through")
    void withoutTheEnginesHistory() {
        RepairCase repair = lateAndDoneAgain();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            engine.getHistoryService().deleteHistoricProcessInstance(repair.instance());
            CaseReplay replay = replays.of(repair.number(), true);
            transaction.setRollbackOnly();

            assertThat(replay.visits()).isEmpty();
            assertThat(replay.scenes()).isEmpty();
            assertThat(replay.running()).isFalse();
            assertThat(replay.lines())
                    .hasSameSizeAs(slips.history(repair.number()))
                    .allMatch(line -> line.at() < replay.moments().size());
            assertThat(replay.promises()).isNotEmpty();
        });
    }

    // the page

    @Test
    void theTableSaysTheSameToWhoeverCannotUseThePicture() throws Exception {
        RepairCase repair = lateAndDoneAgain();
        HttpResponse<String> page = new PageClient(port).get("/slips/" + repair.number() + "/replay", "director");
        JsonNode replay = data(repair, "director");

        assertThat(page.statusCode()).isEqualTo(200);
        String rows = page.body().replaceAll("<[^>]+>", "|").replaceAll("\\s*\\|[\\s|]*", "|");
        all(replay, "visits")
                .filter(visit -> !visit.path("turns").asBoolean()
                        && !visit.path("person").asText().isEmpty())
                .forEach(visit -> assertThat(rows)
                        .contains(Stream.of("person", "started", "ended", "took")
                                .map(field -> visit.path(field).asText())
                                .collect(Collectors.joining("|", "|", "|"))));
        slips.history(repair.number())
                .forEach(entry -> assertThat(rows).contains("|" + entry.text().strip() + "|"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("style=\"").containsPattern("src=\"/assets/[^\"]+/replay-page.js\"");
    }

    @Test
    void theScriptsAreFoundBesideEachOther() throws Exception {
        RepairCase repair = registered();
        String page = new PageClient(port)
                .get("/slips/" + repair.number() + "/replay", "director")
                .body();
        String folder = page.replaceFirst("(?s).*src=\"(/assets/[^\"]+/)replay-page.js\".*", "$1");

        for (String file : List.of("replay-page.js", "replay.js", "elements.js", "picture.js", "replay.css")) {
            assertThat(new PageClient(port).get(folder + file, null).statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        repair.ownerCalls("cancel");
    }

    @Test
    void anUnknownNumberIsSaidInASentence() throws Exception {
        HttpResponse<String> answer = new PageClient(port).get("/slips/WX20000101-000001/replay/data", "clerk1");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).contains("请核对单号");
    }

    private JsonNode data(RepairCase repair, String person) throws Exception {
        HttpResponse<String> answer = new PageClient(port).get("/slips/" + repair.number() + "/replay/data", person);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return JSON.readTree(answer.body());
    }

    private static Stream<JsonNode> all(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }

    private static Predicate<JsonNode> is(String field, String value) {
        return node -> node.path(field).asText().equals(value);
    }

    private static LocalDateTime time(JsonNode moment) {
        return LocalDateTime.parse(
                "2026年" + moment.path("time").asText(), DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm"));
    }
}
