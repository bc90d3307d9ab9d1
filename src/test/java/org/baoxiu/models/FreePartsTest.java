package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baoxiu.commitment.AddedSteps;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.report.Reports;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.paper.Pdf;
import org.baoxiu.paper.SlipPrinter;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.FreeField;
import org.baoxiu.slip.FreeFields;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
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

/** W3 and W4: a field and a step that no line of the program knows, brought into the running office by the Modeler's own request. */
@ProcedureTest
@DisplayName("自由字段和增加的步骤")
@Tag("long")
class FreePartsTest {

    private static final String REPAIR = "repair-request.bpmn";
    private static final String REGISTER = "register-request.form";
    private static final String REPORT = "report-repair.form";
    private static final String CLASSES = "repair-classification.dmn";
    private static final String LIMITS = "service-commitments.dmn";
    private static final String CHECK = "spot-check.form";
    private static final String SPOT_CHECK = "Task_SpotCheck";

    private static final String PET =
            "{\"type\": \"checkbox\", \"id\": \"Field_Pet\", \"key\": \"extra_pet\", \"label\": \"宠物在家\"}";
    private static final String FLOOR =
            "{\"type\": \"number\", \"id\": \"Field_Floor\", \"key\": \"extra_floor\", \"label\": \"楼层\"}";
    static final String RESULT =
            "{\"type\": \"select\", \"id\": \"Field_Result\", \"key\": \"extra_result\", \"label\": \"抽查结果\","
                    + " \"validate\": {\"required\": true},"
                    + " \"values\": [{\"label\": \"合格\", \"value\": \"good\"}, {\"label\": \"要返工\", \"value\": \"bad\"}]}";
    private static final String REMARK =
            "{\"type\": \"textarea\", \"id\": \"Field_Remark\", \"key\": \"extra_remark\", \"label\": \"抽查说明\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ActiveModels active;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Slips slips;

    @Autowired
    private FreeFields fields;

    @Autowired
    private AddedSteps added;

    @Autowired
    private SlipPrinter printer;

    @Autowired
    private MonthEnd months;

    @Autowired
    private Reports reports;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Office office;

    private TestDeployments deployments;
    private String shipped;

    @BeforeEach
    void asShipped() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
        shipped = active.now().fingerprint();
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
        ClockUtil.reset();
    }

    // the changes

    private static String form(String file, String... fields) {
        return matching("\"components\": \\[", "\"components\": [" + String.join(", ", fields) + ", ")
                .apply(file(file));
    }

    static String check(String... fields) {
        return """
        {"id": "spot-check", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
         "executionPlatformVersion": "7.24.0",
         "components": [{"type": "text", "id": "Text_Slip", "text": "{{slipHeading}}"}, %s]}
        """
                .formatted(String.join(", ", fields));
    }

    /** As the Modeler writes a task of the template 报修：人工步骤 between the finished work and its bill. */
    static String spotChecked(String extensions) {
        return replacing(
                        "name=\"修好\" sourceRef=\"Gateway_WorkOutcome\" targetRef=\"Task_DecideBill\"",
                        "name=\"修好\" sourceRef=\"Gateway_WorkOutcome\" targetRef=\"Task_SpotCheck\"")
                .andThen(replacing(
                        "<bpmn:sequenceFlow id=\"Flow_WorkDone\"",
                        """
                        <bpmn:userTask id="Task_SpotCheck" name="主管抽查" camunda:modelerTemplate="org.baoxiu.addedStep" camunda:candidateGroups="engineeringSupervisor" camunda:formRef="spot-check" camunda:formRefBinding="deployment">
                          <bpmn:documentation>4.3.7 主管抽查已经修好的。</bpmn:documentation>
                          %s
                        </bpmn:userTask>
                        <bpmn:sequenceFlow id="Flow_SpotChecked" sourceRef="Task_SpotCheck" targetRef="Task_DecideBill" />
                        <bpmn:sequenceFlow id="Flow_WorkDone\""""
                                .formatted(extensions)))
                .andThen(replacing(
                        "<bpmndi:BPMNShape id=\"Task_CarryOutRepair_di\"",
                        "<bpmndi:BPMNShape id=\"Task_SpotCheck_di\" bpmnElement=\"Task_SpotCheck\"><dc:Bounds x=\"0\" y=\"0\" width=\"100\" height=\"80\" /></bpmndi:BPMNShape>"
                                + "<bpmndi:BPMNEdge id=\"Flow_SpotChecked_di\" bpmnElement=\"Flow_SpotChecked\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"10\" y=\"10\" /></bpmndi:BPMNEdge>"
                                + "<bpmndi:BPMNShape id=\"Task_CarryOutRepair_di\""))
                .apply(file(REPAIR));
    }

    static final String CLAUSE =
            "<bpmn:extensionElements><camunda:properties><camunda:property name=\"clause\" value=\"3.4\" /></camunda:properties></bpmn:extensionElements>";

    static String promised(String step, String limit) {
        return replacing(
                        "<rule id=\"Rule_Registration\">",
                        """
                        <rule id="Rule_SpotCheck"><description>3.4 抽查</description>
                        <inputEntry id="In_SpotCheck_1"><text>"%s"</text></inputEntry>
                        <inputEntry id="In_SpotCheck_2"><text></text></inputEntry>
                        <inputEntry id="In_SpotCheck_3"><text></text></inputEntry>
                        <outputEntry id="Out_SpotCheck_1"><text>"%s"</text></outputEntry>
                        <outputEntry id="Out_SpotCheck_2"><text>""</text></outputEntry>
                        <outputEntry id="Out_SpotCheck_3"><text>""</text></outputEntry>
                        <outputEntry id="Out_SpotCheck_4"><text>false</text></outputEntry>
                        <outputEntry id="Out_SpotCheck_5"><text>"3.4"</text></outputEntry>
                        </rule>
                        <rule id="Rule_Registration">"""
                                .formatted(step, limit))
                .apply(file(LIMITS));
    }

    /** A home with a pet is an important repair, says the table. */
    private static String classedByPet(String type) {
        return matching(
                        "<input id=\"Input_LossOrInjury\"",
                        "<input id=\"Input_Pet\" label=\"宠物在家\"><inputExpression id=\"InputExpression_Pet\" typeRef=\""
                                + type
                                + "\"><text>extra_pet</text></inputExpression></input><input id=\"Input_LossOrInjury\"")
                .andThen(text -> {
                    String[] decisions = text.split("(?=<decision id=\"repeatCounting\")");
                    return decisions[0].replaceAll(
                                    "(?s)(<rule id=\"(\\w+)\">\\s*<description>[^<]*</description>)",
                                    "$1<inputEntry id=\"Pet_$2\"><text></text></inputEntry>")
                            + decisions[1];
                })
                .andThen(
                        replacing(
                                "<rule id=\"Rule_LossOrInjury\">",
                                """
                        <rule id="Rule_Pet"><description>4.2.2 宠物在家</description>
                        <inputEntry id="Pet_1"><text>true</text></inputEntry><inputEntry id="Pet_2"><text></text></inputEntry>
                        <inputEntry id="Pet_3"><text></text></inputEntry><inputEntry id="Pet_4"><text></text></inputEntry>
                        <inputEntry id="Pet_5"><text></text></inputEntry><inputEntry id="Pet_6"><text></text></inputEntry>
                        <outputEntry id="Pet_7"><text>"important"</text></outputEntry>
                        <outputEntry id="Pet_8"><text>"customerServiceLead"</text></outputEntry>
                        <outputEntry id="Pet_9"><text>"宠物在家"</text></outputEntry>
                        <outputEntry id="Pet_10"><text>"4.2.2"</text></outputEntry>
                        </rule><rule id="Rule_LossOrInjury">"""))
                .apply(file(CLASSES));
    }

    private Answer modeler(String... namesAndContents) {
        Map<String, String> files = new TreeMap<>();
        for (int one = 0; one < namesAndContents.length; one += 2) {
            files.put(namesAndContents[one], namesAndContents[one + 1]);
        }
        return HttpOffice.rest(port, "processowner")
                .multipart(
                        "/deployment/create",
                        Map.of(
                                "deployment-name",
                                "宠物和抽查",
                                "deployment-source",
                                "Camunda Modeler",
                                "enable-duplicate-filtering",
                                "true"),
                        files);
    }

    private void accepted(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private List<String> history(RepairCase repair) {
        return slips.history(repair.number()).stream()
                .map(line -> line.step() + " " + line.clause() + " " + line.text())
                .toList();
    }

    // wanted

    @Test
    @Tag("4.3.1")
    @Tag("4.3.7")
    void aFieldAndAStepComeInByTheModelerACaseRunsToItsEndAndOneStepBackEndsThem() throws Exception {
        accepted(modeler(
                REPAIR, spotChecked(CLAUSE), REGISTER, form(REGISTER, PET, FLOOR), CHECK, check(RESULT, REMARK)));
        accepted(modeler(LIMITS, promised(SPOT_CHECK, "PT2H")));

        RepairCase repair = TapRepair.reported(office)
                .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "extra_pet", true, "extra_floor", 5));
        assertThat(repair.variable("extra_pet")).isEqualTo(true);
        assertThat(history(repair)).contains("2 3.1 登记报修：宠物在家：是；楼层：5");
        TapRepair.working(repair).does("tech1", CARRY_OUT_REPAIR, done());

        Task check = repair.task(SPOT_CHECK);
        assertThat(check.getDueDate().toInstant()).isEqualTo(office.now().plus(Duration.ofHours(2)));
        assertThat(database.sql("select count(*) from message where slip_number = ? and event = 'OTHER_TASK'")
                        .param(repair.number())
                        .query(Integer.class)
                        .single())
                .as("whoever may do it is told")
                .isPositive();
        office.timePasses(Duration.ofHours(3));
        repair.does("supervisor", SPOT_CHECK, fields("extra_result", "good", "extra_remark", "  焊口  平整 \u200b"))
                .does("tech1", ACCEPT_REPAIR, org.baoxiu.testing.Answers.accepted())
                .does("tech1", REPORT_RESULT, reported())
                .does("clerk1", REVIEW_FEE, feeApproved())
                .does("clerk2", CALL_BACK_OWNER, satisfied());

        assertThat(repair.slip().state()).isEqualTo(SlipState.CLOSED);
        assertThat(history(repair)).contains("5 3.4 完成“主管抽查”：抽查结果：合格；抽查说明：焊口 平整");
        assertThat(fields.of(repair.number()))
                .extracting(FreeField::label, FreeField::words, FreeField::step, FreeField::person)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("宠物在家", "是", "登记报修", "clerk1"),
                        org.assertj.core.groups.Tuple.tuple("楼层", "5", "登记报修", "clerk1"),
                        org.assertj.core.groups.Tuple.tuple("抽查结果", "合格", "主管抽查", "supervisor"),
                        org.assertj.core.groups.Tuple.tuple("抽查说明", "焊口  平整", "主管抽查", "supervisor"));
        assertThat(added.of(repair.number())).singleElement().satisfies(step -> {
            assertThat(step.clause()).isEqualTo("3.4");
            assertThat(step.person()).isEqualTo("supervisor");
            assertThat(step.missedBy(office.now())).isTrue();
        });
        String page = new PageClient(port)
                .get("/slips/" + repair.number(), "director")
                .body();
        assertThat(page).contains("补充内容", "宠物在家", "抽查结果", "合格", "增加的步骤", "主管抽查", "超时");
        assertThat(Pdf.read(printer.allCopies(repair.number(), true)).text()).contains("宠物在家", "楼层", "抽查结果合格");

        for (ModelChange change : changes.latest(2)) {
            assertThat(new PageClient(port)
                            .post(
                                    "/models/changes/" + change.id() + "/back",
                                    "processowner",
                                    "reason=试完了",
                                    "Sec-Fetch-Site",
                                    "same-origin")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(TapRepair.closed(office).slip().state()).isEqualTo(SlipState.CLOSED);
    }

    /** The limit of the step as everybody else's: told in time, on the page of today, in the month, on the slip. */
    @Test
    @Tag("3.4")
    @Tag("4.7.1")
    void aStepThatIsLateIsToldToItsPeopleAndTheSupervisorsAndCountsAsMissed() throws Exception {
        // a month that no other test has
        office.timeIs("2033-11-23T09:00:00+08:00");
        accepted(modeler(
                REPAIR,
                replacing(
                                "camunda:candidateGroups=\"engineeringSupervisor\" camunda:formRef=\"spot-check\"",
                                "camunda:candidateGroups=\"customerService\" camunda:formRef=\"spot-check\"")
                        .apply(spotChecked(CLAUSE)),
                CHECK,
                check(RESULT)));
        accepted(modeler(LIMITS, promised(SPOT_CHECK, "2 小时")));
        RepairCase late = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        RepairCase inTime = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());

        office.timePasses(Duration.ofMinutes(119));
        inTime.does("clerk1", SPOT_CHECK, fields("extra_result", "good"));
        events.publishEvent(new EveryMinute());
        assertThat(toldOfMiss(late)).isEmpty();
        office.timePasses(Duration.ofMinutes(1));
        events.publishEvent(new EveryMinute());
        events.publishEvent(new EveryMinute());

        assertThat(toldOfMiss(late))
                .as("each once: who may do it, and who is above")
                .doesNotHaveDuplicates()
                .contains("clerk1", "clerk2", "clerklead", "supervisor")
                .doesNotContain("tech1", "director");
        assertThat(toldOfMiss(inTime)).isEmpty();
        assertThat(history(late)).contains("0 3.4 “主管抽查”的时限是 11月23日 11:00，已超时：告知办这一步的人、客户服务中心主管、工程部主管");

        office.timePasses(Duration.ofMinutes(30));
        PageClient pages = new PageClient(port);
        assertThat(pages.get("/today", "director").body()).contains(late.number(), "“主管抽查”（3.4）", "办这一步的人");
        late.does("clerk2", SPOT_CHECK, fields("extra_result", "good"));
        office.timePasses(Duration.ofMinutes(1));

        assertThat(late.commitment(CommitmentKind.ADDED_STEP).missed()).isTrue();
        assertThat(inTime.commitment(CommitmentKind.ADDED_STEP).missed()).isFalse();
        assertThat(monthOf("late"))
                .filteredOn(line -> line.get(1).equals("增加的步骤"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(late.number(), "办这一步的人", "3.4", "办这一步的人、客户服务中心主管、工程部主管"));
        assertThat(monthOf("promises"))
                .filteredOn(line -> line.get(0).equals("增加的步骤"))
                .as("two in the month, one of them late")
                .singleElement()
                .satisfies(line -> assertThat(line).contains(2L, 1L));
        assertThat(pages.get("/slips/" + late.number(), "director").body()).contains("“主管抽查”", "超时 30 分钟");
    }

    private List<String> toldOfMiss(RepairCase repair) {
        return database.sql(
                        "select recipient from message where slip_number = ? and event = 'CLOCK_MISSED' and subject like '%主管抽查%' order by recipient")
                .param(repair.number())
                .query(String.class)
                .list();
    }

    private List<List<Object>> monthOf(String report) {
        List<List<Object>> lines = new ArrayList<>();
        reports.find(report).orElseThrow().lines(months.scope(YearMonth.of(2033, 11)), Integer.MAX_VALUE, lines::add);
        return lines;
    }

    @Test
    @Tag("4.3.1")
    void aFieldOfTheReportIsKeptAndAnAnswerCanBeChangedByALaterForm() {
        accepted(modeler(REPORT, form(REPORT, PET), REGISTER, form(REGISTER, PET), REPAIR, file(REPAIR)));

        RepairCase repair = office.reports("clerk1", with(leakingTap(), "extra_pet", true));
        assertThat(history(repair)).contains("1 4.3.1 报修时填写：宠物在家：是");
        repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "extra_pet", false));

        assertThat(fields.of(repair.number())).extracting(FreeField::words).containsExactly("否");
        assertThat(fields.all(repair.number())).hasSize(2);
        // other forms of the case leave it alone
        TapRepair.working(repair);
        assertThat(repair.variable("extra_pet")).isEqualTo(false);
        assertThatThrownBy(() -> repair.does("tech1", CARRY_OUT_REPAIR, with(done(), "extra_pet", true)))
                .hasStackTraceContaining("extra_pet");
    }

    /** The owner reports without the form: nothing that reads the field stops. */
    @Test
    void aTableReadsAFieldThatWasFilledInOrNot() {
        accepted(modeler(REGISTER, form(REGISTER, PET)));
        accepted(modeler(CLASSES, classedByPet("boolean")));

        assertThat(TapRepair.reported(office)
                        .does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "extra_pet", true))
                        .slip()
                        .repairClass())
                .isEqualTo(RepairClass.IMPORTANT);
        assertThat(TapRepair.registered(office).slip().repairClass()).isEqualTo(RepairClass.DAILY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    extra_result | maybe | 没有“maybe”这一选项
                    extra_result |       | 请填写“抽查结果”
                    extra_remark | LONG  | 最多 500 个字
                    extra_floor  | x     | extra_floor
                    quoteTotal   | 1     | quoteTotal
                    area         | public| area
                    """)
    void whatIsFilledInIsCheckedAndNothingElseComesIn(String key, String value, String reason) {
        accepted(modeler(REPAIR, spotChecked(CLAUSE), CHECK, check(RESULT, REMARK)));
        RepairCase repair = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        List<String> lines =
                slips.history(repair.number()).stream().map(HistoryEntry::text).toList();
        String sent = value == null ? "" : value.equals("LONG") ? "长".repeat(501) : value;

        assertThatThrownBy(() -> repair.does("supervisor", SPOT_CHECK, with(fields("extra_result", "good"), key, sent)))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining(reason)
                .hasStackTraceContaining(Rejection.class.getSimpleName());

        assertThat(repair.openTasks()).contains(SPOT_CHECK);
        assertThat(slips.history(repair.number()).stream().map(HistoryEntry::text))
                .containsExactlyElementsOf(lines);
        repair.does("supervisor", SPOT_CHECK, fields("extra_result", "good"))
                .does("tech1", ACCEPT_REPAIR, org.baoxiu.testing.Answers.accepted());
    }

    @Test
    void withoutARowThereIsNoPromiseAndWithoutAPropertyTheClauseIsThatOfTheDocumentation() {
        accepted(modeler(REPAIR, spotChecked(""), CHECK, check(RESULT)));
        RepairCase repair = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());

        assertThat(repair.task(SPOT_CHECK).getDueDate()).isNull();
        repair.does("supervisor", SPOT_CHECK, fields("extra_result", "bad"));

        assertThat(history(repair)).contains("5 4.3.7 完成“主管抽查”：抽查结果：要返工");
    }

    // refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "checkbox", "id": "A", "key": "pet", "label": "宠物在家"}                  | 键以 extra_ 开头
                    {"type": "checkbox", "id": "A", "key": "extra_宠物", "label": "宠物在家"}           | 只用英文字母、数字和下划线
                    {"type": "checkbox", "id": "A", "key": "extra_pet", "label": ""}                    | 1 到 60 个字
                    {"type": "checklist", "id": "A", "key": "extra_pet", "label": "宠物"}               | 没有办法记录
                    {"type": "select", "id": "A", "key": "extra_pet", "label": "宠物", "valuesKey": "catalogueOptions"} | 直接写在表单里
                    {"type": "checkbox", "id": "A", "key": "extra_pet", "label": "宠物", "disabled": true} | 停用
                    """)
    void aWrongFieldIsRefusedWithWhatIsRight(String field, String reason) {
        Answer answer = modeler(REGISTER, form(REGISTER, field));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(REGISTER, reason);
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void aWrongStepIsRefusedWithWhatIsRight() {
        assertThat(modeler(REPAIR, spotChecked(CLAUSE), CHECK, check(RESULT.replace("extra_result", "result")))
                        .message())
                .contains("extra_");
        assertThat(modeler(
                                REPAIR,
                                spotChecked(CLAUSE)
                                        .replace(
                                                "engineeringSupervisor\" camunda:formRef=\"spot",
                                                "chief\" camunda:formRef=\"spot"),
                                CHECK,
                                check(RESULT))
                        .message())
                .contains("chief", "不存在");
        assertThat(modeler(REPAIR, spotChecked(CLAUSE)).message()).contains("spot-check");
        assertThat(modeler(LIMITS, promised("Task_SpotChek", "PT2H")).message()).contains("Task_SpotChek", "没有这项承诺");
        assertThat(modeler(
                                "technician-record.bpmn",
                                file("technician-record.bpmn"),
                                "register-technician.form",
                                form("register-technician.form", PET))
                        .message())
                .contains("没有地方记录");
        assertThat(modeler(CLASSES, classedByPet("boolean")).message()).contains("extra_pet");
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
    }

    @Test
    void aColumnThatReadsAFieldHasItsType() {
        accepted(modeler(REGISTER, form(REGISTER, PET)));

        assertThat(modeler(CLASSES, classedByPet("string")).message()).contains("extra_pet", "boolean");
    }

    @Test
    void theSameKeyIsTheSameKindOfFieldEverywhere() {
        assertThat(modeler(
                                REPAIR,
                                file(REPAIR),
                                REGISTER,
                                form(REGISTER, PET),
                                REPORT,
                                form(REPORT, FLOOR.replace("extra_floor", "extra_pet")))
                        .message())
                .contains("extra_pet", "一样的组件");
    }

    @Test
    void theFormOfACaseThatBeganBeforeStaysAndLosesNothing() {
        RepairCase repair = TapRepair.reported(office);
        accepted(modeler(REGISTER, form(REGISTER, PET)));

        assertThatThrownBy(() -> repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "extra_pet", true)))
                .hasStackTraceContaining("extra_pet");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(fields.of(repair.number())).isEmpty();
    }
}
