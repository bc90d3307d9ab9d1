package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A process owner who has the guide and nothing else, in a real browser: what the Modeler would save is written here. Each thing that is learnt
 * stays for the next. With {@code -Dbaoxiu.screenshots=true} the pictures of the guide are taken anew.
 */
@BrowserTest
@DisplayName("浏览器里的流程管理员")
@TestMethodOrder(OrderAnnotation.class)
class ProcessOwnerTest {

    private static final String LIMITS = "service-commitments.dmn";
    private static final String ITEMS = "repair-catalogue.dmn";
    private static final String NOTICES = "notification.dmn";
    private static final String REGISTER = "register-request.form";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String PETS =
            "{\"type\": \"checkbox\", \"id\": \"Field_Pets\", \"key\": \"extra_pets\", \"label\": \"宠物在家\"}";
    private static final String SPOT_CHECK = "Task_SpotCheck";
    private static final String CHECK =
            """
            {"id": "spot-check", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0",
             "components": [{"type": "text", "id": "Text_Slip", "text": "{{slipHeading}}"},
              {"type": "select", "id": "Field_Result", "key": "extra_result", "label": "抽查结果", "validate": {"required": true},
               "values": [{"label": "合格", "value": "good"}, {"label": "要返工", "value": "bad"}]}]}
            """;
    private static final int PRICE = 5;
    private static final String DRAWN = "[data-drawing] svg ";

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    private OfficeBrowser browser;
    private DeskScreen desk;
    /** Begun before anything has changed. */
    private RepairCase open;

    @BeforeAll
    void somebodyIsNew() {
        browser = new OfficeBrowser("http://localhost:" + port);
        open = working();
        desk = browser.desk("processowner");
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    private RepairCase registered(Map<String, Object> registered) {
        RepairCase repair = office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered);
        await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        return repair;
    }

    private RepairCase working() {
        return onSite(registered(org.baoxiu.testing.Answers.registered("PL-01")))
                .submits("tech1", QUOTE_REPAIR, quoted())
                .submits("tech1", OBTAIN_CONSENT, agreed());
    }

    private static RepairCase onSite(RepairCase repair) {
        return repair.submits("tech1", PICK_UP_SLIP, pickedUp()).submits("tech1", VISIT_SITE, arrived());
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(Path.of(file.endsWith(".form") ? "forms" : "processes", file));
    }

    private static Map<String, byte[]> saved(String file, String was, String is) throws IOException {
        String text = shipped(file);
        assertThat(text).contains(was);
        int at = text.indexOf(was);
        return Map.of(
                file,
                (text.substring(0, at) + is + text.substring(at + was.length())).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> limit(String cell) throws IOException {
        return Map.of(
                LIMITS,
                shipped(LIMITS)
                        .replaceFirst("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1" + cell)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> spotChecked() throws IOException {
        String diagram = shipped(REPAIR)
                .replace(
                        "name=\"修好\" sourceRef=\"Gateway_WorkOutcome\" targetRef=\"Task_DecideBill\"",
                        "name=\"修好\" sourceRef=\"Gateway_WorkOutcome\" targetRef=\"Task_SpotCheck\"")
                .replace(
                        "<bpmn:sequenceFlow id=\"Flow_WorkDone\"",
                        """
                        <bpmn:userTask id="Task_SpotCheck" name="主管抽查" camunda:modelerTemplate="org.baoxiu.addedStep" camunda:candidateGroups="engineeringSupervisor" camunda:formRef="spot-check" camunda:formRefBinding="deployment">
                          <bpmn:documentation>4.3.7 主管抽查已经修好的。</bpmn:documentation>
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Flow_SpotChecked" sourceRef="Task_SpotCheck" targetRef="Task_DecideBill" />
                        <bpmn:sequenceFlow id="Flow_WorkDone\"""")
                .replace(
                        "<bpmndi:BPMNShape id=\"Task_CarryOutRepair_di\"",
                        """
                        <bpmndi:BPMNShape id="Task_SpotCheck_di" bpmnElement="Task_SpotCheck"><dc:Bounds x="1311" y="260" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="Flow_SpotChecked_di" bpmnElement="Flow_SpotChecked"><di:waypoint x="1411" y="300" /><di:waypoint x="1443" y="300" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNShape id="Task_CarryOutRepair_di\"""")
                // what comes after makes room for it
                .replace(
                        "<dc:Bounds x=\"1311\" y=\"260\" width=\"100\" height=\"80\" />\n        <bpmndi:BPMNLabel />",
                        "<dc:Bounds x=\"1443\" y=\"260\" width=\"100\" height=\"80\" />")
                .replace("<dc:Bounds x=\"1435\" y=\"282\"", "<dc:Bounds x=\"1567\" y=\"282\"")
                .replace("<dc:Bounds x=\"1429\" y=\"324\"", "<dc:Bounds x=\"1561\" y=\"324\"")
                .replace(
                        "<di:waypoint x=\"1411\" y=\"300\" />\n        <di:waypoint x=\"1435\" y=\"300\" />",
                        "<di:waypoint x=\"1543\" y=\"300\" /><di:waypoint x=\"1567\" y=\"300\" />");
        return Map.of(
                REPAIR,
                diagram.getBytes(StandardCharsets.UTF_8),
                "spot-check.form",
                CHECK.getBytes(StandardCharsets.UTF_8));
    }

    private void goesLive(String reason) {
        desk.reads("检查通过")
                .writes("[name=reason]", reason)
                .clicks("上线")
                .reads(reason)
                .reads("退回一步");
    }

    private int version(RepairCase repair) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceId(repair.instance())
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    /** The first exercise of the guide, with the mistake that it warns of. */
    @Test
    @Order(1)
    @Tag("4.6.2")
    void from15To20Minutes() throws IOException {
        desk.opens("/models").reads("正在使用的规则表").reads(LIMITS).picturesForTheGuide("models", "");

        desk.uploads(limit("\"二十来分钟\"")).reads("不能上线").reads("二十来分钟").picturesForTheGuide("models-mistake", "");
        desk.uploads(limit("\"20 分钟\"")).reads("检查通过").reads("20 分钟").picturesForTheGuide("models-draft", "");
        goesLive("电梯大修，放宽到场");
        desk.picturesForTheGuide("models-change", "");

        RepairCase repair = registered(org.baoxiu.testing.Answers.registered("PL-01"));
        repair.submits("tech1", PICK_UP_SLIP, pickedUp());
        assertThat(repair.commitment(CommitmentKind.ARRIVAL).deadline().dueAt())
                .isEqualTo(repair.commitment(CommitmentKind.ARRIVAL).startedAt().plus(Duration.ofMinutes(20)));
    }

    @Test
    @Order(2)
    void aPriceByTheWorkbook() throws IOException {
        byte[] changed;
        try (XSSFWorkbook workbook = new XSSFWorkbook(
                        new ByteArrayInputStream(desk.opens("/models").downloads("下载维修项目的工作簿")));
                ByteArrayOutputStream written = new ByteArrayOutputStream()) {
            workbook.getSheetAt(0).getRow(1).getCell(PRICE).setCellValue("45");
            workbook.write(written);
            changed = written.toByteArray();
        }

        desk.uploads(Map.of("维修项目.xlsx", changed)).reads(ITEMS).reads("45").picturesForTheGuide("models-price", "");
        goesLive("人工涨价");
        assertThat(registered(org.baoxiu.testing.Answers.registered("PL-01"))
                        .slip()
                        .item()
                        .labourPrice())
                .isEqualByComparingTo("45");
    }

    @Test
    @Order(3)
    void theTextOfAMessage() throws IOException {
        desk.opens("/models")
                .uploads(saved(NOTICES, "即将到时，请抓紧。", "快到时限了，请抓紧。"))
                .reads("快到时限了")
                .pictures("models-text");
        goesLive("说得清楚些");
    }

    @Test
    @Order(4)
    @Tag("4.3.1")
    void aFieldThatTheProgramDoesNotKnow() throws IOException {
        desk.opens("/models")
                .uploads(saved(REGISTER, "\"components\": [", "\"components\": [" + PETS + ", "))
                .reads("宠物在家")
                .pictures("models-field");
        goesLive("上门前知道有没有宠物");

        RepairCase repair = registered(with(org.baoxiu.testing.Answers.registered("PL-01"), "extra_pets", true));

        browser.desk("clerk1")
                .opens("/slips/" + repair.number())
                .reads("补充内容")
                .reads("宠物在家")
                .pictures("slip-pets");
    }

    @Test
    @Order(5)
    @Tag("4.3.7")
    void anotherStep_WithTheOpenCases() throws IOException {
        desk.opens("/models").uploads(spotChecked()).reads("主管抽查");
        whatDiffersIsDrawn();
        goesLive("修好以后由主管抽查");
        int former = version(open);

        whereTheCasesStand(former);
        desk.opens("/models/processes/repairRequest").reads("第 " + former + " 版的案件移到");
        desk.picturesForTheGuide("models-move", "main form");
        int present = version(registered(org.baoxiu.testing.Answers.registered("PL-01")));
        for (int left = former; left < present; left++) {
            desk.opens("/models/processes/repairRequest")
                    .marksAll("steps")
                    .writes("[name=reason]", "都要抽查")
                    .clicks("移动勾选的");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> management.createBatchQuery().count() == 0);
            if (version(open) == present) {
                break;
            }
        }
        assertThat(version(open)).isEqualTo(present);
        desk.opens("/models/processes/repairRequest").reads("移动过的案件").pictures("models-moved");

        open.submits("tech1", CARRY_OUT_REPAIR, done());
        await().atMost(Duration.ofSeconds(30)).until(() -> open.openTasks().contains(SPOT_CHECK));
        browser.desk("supervisor")
                .opens("/tasks/" + open.number())
                .reads("主管抽查")
                .pictures("spot-check");
    }

    /** Before and after, from the list to the drawing and back, on the plane on which it is. */
    private void whatDiffersIsDrawn() {
        desk.shows(DRAWN + ".part.added", 1)
                .shows(DRAWN + ".part.added:has-text('主管抽查'):has-text('新增')", 1)
                .shows(DRAWN + ".flow.added", 1)
                .shows(DRAWN + ".flow.changed:has-text('修改 到')", 2)
                .shows(DRAWN + ".part.moved:has-text('移动')", 4)
                .picturesForTheGuide("models-drawn", "[data-drawing] p:last-of-type");
        desk.picturesForTheGuide("models-step", ".differences");
        assertThat(desk.signsOnNames()).isEmpty();
        desk.followsIn("[data-drawing] .planes", "整个流程")
                .shows(DRAWN + ".part.step.inside:has-text('里面 3 处')", 1)
                .shows(DRAWN + ".part.step.inside:has-text('里面 1 处')", 1)
                .pictures("models-drawn-root");
        desk.followsIn(".differences tr:has-text('人工步骤“主管抽查”')", "看")
                .shows(DRAWN + ".part.added.fresh", 1)
                .followsIn("[data-drawing] svg:has(.added)", "主管抽查")
                .shows(".differences tr:target:has-text('主管抽查')", 1);
        assertThat(desk.outOfReachOfKeys()).isEmpty();
    }

    /** On the drawing of a version, on each plane, and from it to the table and back. */
    private void whereTheCasesStand(int version) {
        desk.opens("/models/processes/repairRequest")
                .followsIn(".choices", "第 " + version + " 版的图")
                .shows(DRAWN + ".part.step.cases", 2)
                .followsIn("[data-drawing] svg", "5 维修实施")
                .shows(DRAWN + ".part.cases", 1)
                .shows(DRAWN + ".part.cases:has-text('实施维修'):has-text('1 件')", 1)
                .picturesForTheGuide("models-standing", "[data-drawing]");
        desk.followsIn("[data-drawing] svg", "实施维修")
                .shows("tr:target:has-text('实施维修')", 1)
                .followsIn("[data-drawing] .planes", "整个流程")
                .shows(DRAWN + ".part.step.cases", 2)
                .followsIn("tr:has-text('实施维修'):has-text('第 " + version + " 版')", "看")
                .shows(DRAWN + ".part.cases.fresh", 1);
        assertThat(desk.outOfReachOfKeys()).isEmpty();
    }

    @Test
    @Order(6)
    void aMistakeIsRefused() throws IOException {
        String diagram = new String(spotChecked().get(REPAIR), StandardCharsets.UTF_8)
                .replaceFirst("(?s)<bpmn:sequenceFlow id=\"Flow_SpotChecked\"[^>]*/>", "")
                .replaceFirst("(?s)<bpmndi:BPMNEdge id=\"Flow_SpotChecked_di\".*?</bpmndi:BPMNEdge>", "");
        desk.opens("/models")
                .uploads(Map.of(REPAIR, diagram.getBytes(StandardCharsets.UTF_8)))
                .reads("不能上线")
                .reads("主管抽查")
                .picturesForTheGuide("models-arrow", "");
    }

    /** A step for a group that is empty there: where each case stops, drawn, and the way of one that does not. */
    @Test
    @Order(7)
    void aRehearsal() throws IOException {
        Map<String, byte[]> draft = new TreeMap<>(spotChecked());
        draft.put(
                REPAIR,
                new String(draft.get(REPAIR), StandardCharsets.UTF_8)
                        .replaceFirst("engineeringSupervisor(?=\"[^>]*spot-check)", "skillGas")
                        .getBytes(StandardCharsets.UTF_8));
        desk.opens("/models").uploads(draft).reads("检查通过").clicks("演练").reads("正在演练");
        await().atMost(Duration.ofMinutes(8))
                .ignoreExceptions()
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> desk.says("停住了"));

        desk.readsLine("日常维修", "停在“主管抽查”", "spot-check", "没有人能办这一步")
                .readsLine("取消报修", "走到了结束")
                .shows(DRAWN + ".part.stopped:has-text('主管抽查'):has-text('停在这里')", 1)
                .picturesForTheGuide("models-rehearsal", "");
        assertThat(desk.signsOnNames()).isEmpty();
        desk.followsIn("[data-drawing] .planes", "整个流程")
                .shows(DRAWN + ".part.step.inside:has-text('停在里面')", 1)
                .pictures("models-rehearsal-root");
        desk.followsIn("tr:has-text('取消报修')", "看")
                .reads("“取消报修”怎么走")
                .shows(DRAWN + ".part.stopped", 0)
                .pictures("models-rehearsal-way");
        assertThat(desk.signsOnNames()).isEmpty();
        assertThat(desk.outOfReachOfKeys()).isEmpty();
        desk.follows("返回草稿").reads("演练的结果已经看过").pictures("models-rehearsed");
    }

    /** The case that waits in the step that is gone follows when it has left it. */
    @Test
    @Order(8)
    void oneStepBack() {
        desk.opens("/models").follows("修好以后由主管抽查").reads("退回一步").picturesForTheGuide("models-back", "main form");
        desk.writes("[name=reason]", "先不抽查了").clicks("退回").reads("先不抽查了").pictures("models-gone-back");

        RepairCase fresh = working().submits("tech1", CARRY_OUT_REPAIR, done());
        await().atMost(Duration.ofSeconds(30)).until(() -> fresh.openTasks().contains(ACCEPT_REPAIR));
        open.submits("supervisor", SPOT_CHECK, Map.of("extra_result", "good"));
        await().atMost(Duration.ofSeconds(30)).until(() -> open.openTasks().contains(ACCEPT_REPAIR));
    }
}
