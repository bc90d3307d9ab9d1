package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.models.OwnersPages.follows;
import static org.baoxiu.models.OwnersPages.number;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.*;

import java.util.List;
import java.util.Map;
import org.baoxiu.engine.RefusedDecisions;
import org.baoxiu.notification.EveryMinute;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first trouble under a change is told to the process owner, and one step leads back, with all cases. */
@ProcedureTest
@DisplayName("上线以后出了问题，退回一步")
@Tag("long")
class AfterGoingLiveTest {

    private static final String OWNER = "processowner";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String REGISTER = "register-request.form";
    private static final String LIMITS = "service-commitments.dmn";
    private static final String FLOOR =
            "{\"type\": \"number\", \"id\": \"Field_Floor\", \"key\": \"extra_floor\", \"label\": \"楼层\", \"validate\": {\"required\": true}}";

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private ActiveModels active;

    @Autowired
    private ModelTroubles troubles;

    @Autowired
    private RefusedDecisions decisions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Office office;

    @Autowired
    private JdbcClient database;

    private TestDeployments deployments;
    private List<String> batchesBefore;
    private String shipped;

    @BeforeEach
    void morning() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        deployments = new TestDeployments(repository);
        batchesBefore = batches();
        shipped = active.now().fingerprint();
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        List.of("delete from model_draft", "delete from model_trouble", "delete from refused_decision")
                .forEach(sql -> database.sql(sql).update());
        ClockUtil.reset();
    }

    private OwnersPages pages() {
        return new OwnersPages(port, OWNER);
    }

    private static String withFloor() {
        return matching("\"components\": \\[", "\"components\": [" + FLOOR + ", ")
                .apply(file(REGISTER));
    }

    private static String renamed() {
        return replacing("name=\"评估故障\"", "name=\"判断故障\"").apply(file(REPAIR));
    }

    private static Map<String, String> spotChecked() {
        return Map.of(
                REPAIR,
                FreePartsTest.spotChecked(FreePartsTest.CLAUSE),
                "spot-check.form",
                FreePartsTest.check(FreePartsTest.RESULT));
    }

    private List<String> told(String change) {
        return database.sql(
                        "select text from message where event = 'MODELS_FAILING' and recipient like ? and text like ?")
                .params("%" + OWNER, "%第 " + number(change) + " 次改动%")
                .query(String.class)
                .list();
    }

    private int version(RepairCase repair) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceId(repair.instance())
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersion();
    }

    private void minutePasses() {
        events.publishEvent(new EveryMinute());
    }

    private List<String> batches() {
        return management.createBatchQuery().list().stream().map(Batch::getId).toList();
    }

    private void batchesRun() {
        for (int round = 0; round < 20 && !batchesBefore.containsAll(batches()); round++) {
            for (Batch batch : management.createBatchQuery().list()) {
                if (!batchesBefore.contains(batch.getId())) {
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
        }
        assertThat(batches()).isSubsetOf(batchesBefore);
    }

    @Test
    @Tag("4.3.1")
    void aFormThatHasChangedAndIsRefusedIsToldAtOnce_AndTheCaseGoesBack() throws Exception {
        String change = pages().goesLive("问楼层", Map.of(REGISTER, withFloor()));
        RepairCase repair = TapRepair.reported(office);
        int version = version(repair);

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")))
                    .hasStackTraceContaining("楼层");
        }

        assertThat(told(change))
                .as("once")
                .singleElement()
                .asString()
                .contains(REGISTER, "提交被退回", "楼层", repair.number());
        assertThat(pages().page("/models")).contains("上线以后出了问题", "提交被退回", "退回一步");
        assertThat(pages().page(change)).contains("上线以后出了问题", "value=\"上线以后“");

        follows(pages().post(change + "/back", "reason=不问楼层"));
        batchesRun();
        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(version(repair)).isEqualTo(version + 1);
        assertThat(pages().page("/models")).doesNotContain("上线以后出了问题");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        assertThat(repair.openTasks()).contains(PICK_UP_SLIP);
    }

    /** A slip of the pen in a form that nobody has changed is nobody's fault but the writer's. */
    @Test
    void aFormThatHasNotChangedIsRefusedQuietly() throws Exception {
        String change = pages().goesLive("换个说法", Map.of(REPAIR, renamed()));
        RepairCase repair = TapRepair.reported(office);

        assertThatThrownBy(() -> repair.does("clerk1", REGISTER_REQUEST, with(registered("PL-01"), "itemCode", "")))
                .isInstanceOf(RuntimeException.class);

        assertThat(told(change)).isEmpty();
        assertThat(troubles.open()).isEmpty();
    }

    @Test
    void aStepThatWasGivenUpUnderTheNewVersionIsTold_AndTriedAgainAfterTheStepBack() throws Exception {
        RepairCase old = TapRepair.registered(office);
        String change = pages().goesLive("换个说法", Map.of(REPAIR, renamed()));
        management.setJobRetries(job(old).getId(), 0);
        minutePasses();
        assertThat(told(change)).as("of a former version").isEmpty();

        RepairCase repair = TapRepair.registered(office);
        management.setJobRetries(job(repair).getId(), 0);
        minutePasses();
        minutePasses();

        assertThat(told(change)).singleElement().asString().contains(REPAIR, "几次都没有办成", repair.number());
        office.timePasses(java.time.Duration.ofMinutes(1));
        follows(pages().post(change + "/back", "reason=看不懂"));
        batchesRun();
        minutePasses();
        assertThat(repair.timers()).isNotEmpty().allSatisfy(timer -> assertThat(timer.getRetries())
                .isPositive());
        assertThat(job(old).getRetries()).isZero();
        management.setJobRetries(job(old).getId(), 3);
    }

    private Job job(RepairCase repair) {
        return management
                .createJobQuery()
                .processInstanceId(repair.instance())
                .list()
                .get(0);
    }

    @Test
    void aChangedTableWithoutAnAnswerIsTold_AnotherOneIsNot() throws Exception {
        String change = pages().goesLive(
                        "放宽到场",
                        Map.of(
                                LIMITS,
                                matching("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1\"20 分钟\"")
                                        .apply(file(LIMITS))));
        decisions.note("notification", "urged → owner");
        minutePasses();
        assertThat(told(change)).isEmpty();

        decisions.note("serviceCommitments", "arrival");
        minutePasses();

        assertThat(told(change)).singleElement().asString().contains(LIMITS, "时限承诺", "arrival", "没有可用的答案");
        follows(pages().post(change + "/settled", ""));
        minutePasses();
        assertThat(troubles.open()).isEmpty();
        assertThat(told(change)).hasSize(1);
    }

    /** A later change needs what the first one has brought: both go back, if that is what the person has seen. */
    @Test
    void aStepThatALaterTableAsksForGoesBackTogetherWithIt() throws Exception {
        String step = pages().goesLive("主管抽查", spotChecked());
        String promise = pages().goesLive("抽查两小时", Map.of(LIMITS, FreePartsTest.promised("Task_SpotCheck", "PT2H")));

        assertThat(pages().page(step)).contains("连同后来的一起退回", "第 " + number(promise) + " 次", "一起退回");
        assertThat(pages().post(step + "/back", "reason=不抽查了").body()).contains("没有这项承诺");
        assertThat(pages().post(step + "/back", "reason=不抽查了&with=1").body()).contains("又有了新的改动");
        String back = follows(pages().post(step + "/back", "reason=不抽查了&with=" + number(promise)));

        assertThat(active.now().fingerprint()).isEqualTo(shipped);
        assertThat(pages().page(back)).contains("不抽查了（连同后来的第 " + number(promise) + " 次改动）");
        assertThat(pages().page(step)).contains("现在不能退回");
    }

    /** The one that waits in the step that is gone follows when it has left it. */
    @Test
    @Tag("4.3.1")
    void aCaseInTheStepThatIsGoneFollowsWhenItHasLeftIt() throws Exception {
        String change = pages().goesLive("主管抽查", spotChecked());
        RepairCase checked = TapRepair.working(office).does("tech1", CARRY_OUT_REPAIR, done());
        int version = version(checked);
        follows(pages().post(change + "/back", "reason=试完了"));
        batchesRun();
        minutePasses();
        batchesRun();
        assertThat(version(checked)).isEqualTo(version);

        checked.does("supervisor", "Task_SpotCheck", fields("extra_result", "good"));
        minutePasses();
        batchesRun();

        assertThat(version(checked)).isEqualTo(version + 1);
        assertThat(checked.openTasks()).contains(ACCEPT_REPAIR);
        checked.does("tech1", ACCEPT_REPAIR, accepted());
    }
}
