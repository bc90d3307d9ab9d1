package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baoxiu.slip.HistoryEntry;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.FormerDrawing;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.web.PageClient;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open cases in many steps go on with another version and back, losing nothing. */
@ProcedureTest
@DisplayName("移动没有办完的案件")
@Tag("long")
class CaseMovesTest {

    private static final String OWNER = "processowner";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String PROCESS = "/models/processes/repairRequest";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private Slips slips;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    private TestDeployments deployments;
    private List<String> batchesBefore;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
        batchesBefore = batches();
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        database.sql("delete from model_draft").update();
        ClockUtil.reset();
    }

    /** One case in each of many steps, of the seven and of what may happen at any time. */
    private Map<String, RepairCase> openCases() {
        Map<String, RepairCase> open = new LinkedHashMap<>();
        open.put("late", TapRepair.registered(office));
        office.timePasses(Duration.ofMinutes(30));
        open.get("late").dueTimersFire();
        open.put("reported", TapRepair.reported(office));
        open.put("complained", TapRepair.registered(office).ownerCalls("complain"));
        open.put("assessing", TapRepair.reported(office).does("clerk1", REGISTER_REQUEST, Answers.registered("PL-14")));
        open.put("registered", TapRepair.registered(office));
        open.put("onSite", TapRepair.onSite(office));
        open.put("working", TapRepair.working(office));
        open.put("deferred", TapRepair.deferred(office));
        open.put("important", TapRepair.important(office));
        open.put("accident", TapRepair.accident(office));
        open.put("accepting", TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done()));
        open.put("billed", TapRepair.billed(office));
        return open;
    }

    /** Tasks and clocks as people know them. */
    private TreeSet<String> standing(RepairCase repair) {
        TreeSet<String> standing = new TreeSet<>();
        tasks.createTaskQuery()
                .processInstanceBusinessKey(repair.number())
                .list()
                .forEach(task -> standing.add(task.getId() + " " + task.getTaskDefinitionKey() + " "
                        + task.getAssignee() + " " + task.getDueDate()));
        for (Job timer : repair.timers()) {
            standing.add("timer " + timer.getDuedate() + " " + timer.getRetries());
        }
        runtime.createEventSubscriptionQuery()
                .processInstanceId(repair.instance())
                .list()
                .forEach(event -> standing.add("event " + event.getEventName() + " " + event.getActivityId()));
        repair.slip();
        return standing;
    }

    private int version(RepairCase repair) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceId(repair.instance())
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private ProcessDefinition latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("repairRequest")
                .latestVersion()
                .singleResult();
    }

    private void batchesRun() {
        for (Batch batch : management.createBatchQuery().list().stream()
                .filter(one -> !batchesBefore.contains(one.getId()))
                .toList()) {
            for (int round = 0;
                    round < 20
                            && management
                                            .createBatchQuery()
                                            .batchId(batch.getId())
                                            .count()
                                    > 0;
                    round++) {
                for (String definition : List.of(
                        batch.getSeedJobDefinitionId(),
                        batch.getBatchJobDefinitionId(),
                        batch.getMonitorJobDefinitionId())) {
                    management
                            .createJobQuery()
                            .jobDefinitionId(definition)
                            .list()
                            .forEach(job -> management.executeJob(job.getId()));
                }
            }
        }
        assertThat(batches()).isSubsetOf(batchesBefore);
    }

    /** Those of other tests are theirs. */
    private List<String> batches() {
        return management.createBatchQuery().list().stream().map(Batch::getId).toList();
    }

    private static String spotChecked() {
        return FreePartsTest.spotChecked(FreePartsTest.CLAUSE);
    }

    private String goesLive(Map<String, String> files) throws Exception {
        String draft = follows(new PageClient(port).sends("/models/drafts", OWNER, "files", files));
        String page = new PageClient(port).get(draft, OWNER).body();
        String seen = page.replaceFirst("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
        return follows(post(draft + "/live", "reason=主管抽查&seen=" + seen));
    }

    private List<String> steps(String definition) {
        return management.createActivityStatisticsQuery(definition).list().stream()
                .map(ActivityStatistics::getId)
                .toList();
    }

    @Test
    @Tag("4.3.1")
    void casesInManySteps_GoOnWithAnotherVersion_AndBack_ClocksAndTasksStay() throws Exception {
        Map<String, RepairCase> open = openCases();
        int shippedVersion = version(open.get("reported"));
        String former = latest().getId();
        Map<String, TreeSet<String>> stood = new TreeMap<>();
        open.forEach((name, repair) -> stood.put(name, standing(repair)));

        String change =
                goesLive(Map.of(REPAIR, spotChecked(), "spot-check.form", FreePartsTest.check(FreePartsTest.RESULT)));
        assertThat(new PageClient(port).get(PROCESS, OWNER).body())
                .contains("第 " + shippedVersion + " 版的案件移到第 " + (shippedVersion + 1) + " 版", "可以");
        String form = "definition=" + former + "&reason=都要抽查"
                + steps(former).stream().map(step -> "&steps=" + step).collect(Collectors.joining());
        follows(post(PROCESS + "/moves", form));
        assertThat(new PageClient(port).get(PROCESS, OWNER).body()).contains("移动过的案件", "都要抽查", "还有 ");
        batchesRun();

        open.forEach((name, repair) -> {
            assertThat(version(repair)).as(name).isEqualTo(shippedVersion + 1);
            assertThat(standing(repair)).as(name).isEqualTo(stood.get(name));
            assertThat(slips.history(repair.number()))
                    .extracting(HistoryEntry::text)
                    .as(name)
                    .contains("流程改按第 " + (shippedVersion + 1) + " 版继续办理：都要抽查");
        });
        assertThat(new PageClient(port).get(PROCESS, OWNER).body()).contains("已移完");

        RepairCase checked = open.get("working").does("tech1", CARRY_OUT_REPAIR, done());
        assertThat(checked.openTasks()).contains("Task_SpotCheck");
        RepairCase begun = TapRepair.registered(office);
        follows(post(change + "/back", "reason=试完了"));
        batchesRun();

        open.forEach((name, repair) -> assertThat(version(repair))
                .as(name)
                .isEqualTo(name.equals("working") ? shippedVersion + 1 : shippedVersion + 2));
        assertThat(version(begun)).as("begun in between").isEqualTo(shippedVersion + 2);
        assertThat(new PageClient(port).get(PROCESS, OWNER).body()).contains("现在的版本里没有这一步");
        // the one that cannot go back is finished where it is, the others as they always were
        checked.does("supervisor", "Task_SpotCheck", fields("extra_result", "good"))
                .does("tech1", ACCEPT_REPAIR, accepted());
        assertThat(open.get("billed")
                        .does("clerk2", CALL_BACK_OWNER, satisfied())
                        .slip()
                        .state())
                .isEqualTo(SlipState.CLOSED);
        TapRepair.billed(TapRepair.working(open.get("registered")));
    }

    @Test
    void casesInEveryStep_MoveToTheDiagramWithPlanes_AndBack() throws Exception {
        goesLive(Map.of(REPAIR, FormerDrawing.of(file(REPAIR))));
        Map<String, RepairCase> open = openCases();
        String former = latest().getId();
        int version = latest().getVersion();
        assertThat(steps(former))
                .contains(
                        REGISTER_REQUEST,
                        ASSESS_FAULT,
                        PICK_UP_SLIP,
                        CARRY_OUT_REPAIR,
                        ACCEPT_REPAIR,
                        CALL_BACK_OWNER,
                        HANDLE_ESCALATION,
                        ANSWER_COMPLAINT,
                        HANDLE_IMPORTANT);
        Map<String, TreeSet<String>> stood = new TreeMap<>();
        open.forEach((name, repair) -> stood.put(name, standing(repair)));

        String change = goesLive(Map.of(REPAIR, file(REPAIR)));
        follows(post(
                PROCESS + "/moves",
                "definition=" + former + "&reason=x"
                        + steps(former).stream().map(step -> "&steps=" + step).collect(Collectors.joining())));
        batchesRun();
        open.forEach((name, repair) -> {
            assertThat(version(repair)).as(name).isEqualTo(version + 1);
            assertThat(standing(repair)).as(name).isEqualTo(stood.get(name));
        });

        follows(post(change + "/back", "reason=x"));
        batchesRun();
        open.forEach((name, repair) -> {
            assertThat(version(repair)).as(name).isEqualTo(version + 2);
            assertThat(standing(repair)).as(name).isEqualTo(stood.get(name));
        });
        assertThat(open.get("billed")
                        .does("clerk2", CALL_BACK_OWNER, satisfied())
                        .slip()
                        .state())
                .isEqualTo(SlipState.CLOSED);
    }

    @Test
    void onlyTheChosenStepsAreMoved_WithAReason() throws Exception {
        RepairCase reported = TapRepair.reported(office);
        RepairCase registered = TapRepair.registered(office);
        String former = latest().getId();
        goesLive(Map.of(REPAIR, replacing("name=\"评估故障\"", "name=\"判断故障\"").apply(file(REPAIR))));

        assertThat(post(PROCESS + "/moves", "definition=" + former + "&steps=" + PICK_UP_SLIP)
                        .body())
                .contains("请写明为什么移动");
        assertThat(post(PROCESS + "/moves", "definition=" + former + "&reason=x")
                        .body())
                .contains("请先勾选");
        follows(post(PROCESS + "/moves", "definition=" + former + "&reason=x&steps=" + PICK_UP_SLIP));
        batchesRun();

        assertThat(version(registered)).isEqualTo(version(reported) + 1);
        assertThat(post(PROCESS + "/moves", "definition=" + former + "&reason=x&steps=" + PICK_UP_SLIP)
                        .statusCode())
                .isNotEqualTo(302);
        assertThat(new PageClient(port)
                        .post(
                                PROCESS + "/moves",
                                "clerk1",
                                "definition=" + former + "&reason=x&steps=" + PICK_UP_SLIP,
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return new PageClient(port).post(path, OWNER, form, "Sec-Fetch-Site", "same-origin");
    }

    private static String follows(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]*", "");
    }
}
