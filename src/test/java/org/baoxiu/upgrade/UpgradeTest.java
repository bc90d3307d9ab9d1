package org.baoxiu.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.evidence.Evidence;
import org.baoxiu.monthend.BusinessMonth;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.monthend.MonthState;
import org.baoxiu.notification.QueueBell;
import org.baoxiu.process.month.MonthCase;
import org.baoxiu.process.month.MonthEndProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.property.Entitled;
import org.baoxiu.property.LegalAnswers;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Slips;
import org.baoxiu.testing.ClientsServer;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database of a former release under the program of today, on the day after the upgrade and until the last of its cases
 * has ended. In a JVM of its own, which begins with that database: see {@code src/test/resources/releases/README.md}.
 */
@ProcedureTest
@Tag("upgrade")
@DisplayName("升级：旧版本的数据接着用，办到最后一张单")
@TestMethodOrder(OrderAnnotation.class)
class UpgradeTest {

    private static final Release RELEASE = Release.asked(TestDatabase.postgres())
            .orElseThrow(() -> new IllegalStateException("start it with -Dbaoxiu.test.release=v0.1.0, by itself"));
    private static final int MOST_STEPS = 80;

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Slips slips;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Commitments commitments;

    @Autowired
    MonthEnd months;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    Evidence evidence;

    @Autowired
    BeanFactory application;

    @Test
    @Order(1)
    void theDatabaseHoldsACaseAtEveryPlaceWhereOneCanWait() throws IOException {
        Set<String> places = new TreeSet<>();
        try (Stream<Path> files = Files.list(RELEASE.models().resolve("processes"))) {
            files.filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> {
                BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
                Stream.of(UserTask.class, IntermediateCatchEvent.class)
                        .flatMap(type -> model.getModelElementsByType(type).stream())
                        .map(FlowNode::getId)
                        .forEach(places::add);
            });
        }
        assertThat(
                        strings(
                                """
        select act_id_ from act_ru_execution where act_id_ is not null union select activity_id_ from act_ru_event_subscr
         union select d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_"""))
                .containsAll(places)
                .contains("Task_NotifyMaintenanceTeam");
        assertThat(strings("select distinct state from slip")).contains("CLOSED", "CANCELLED");
        assertThat(strings("select distinct state from business_month"))
                .containsExactlyInAnyOrder("FROZEN", "HANDED_OVER", "CLOSED");
    }

    @Test
    @Order(2)
    void everySlipIsReadByOwnerClientAndStaff() throws Exception {
        for (String number : strings("select number from slip order by number")) {
            assertThat(get("/slips/" + number + "/photos", "clerk1").body())
                    .as("page of %s", number)
                    .contains(number);
            HttpResponse<String> replay = get("/slips/" + number + "/replay/data", "clerk1");
            assertThat(replay.statusCode()).as("replay of %s", number).isEqualTo(200);
            assertThat(replay.body())
                    .as("replay of %s", number)
                    .contains("报修处理 第 ", "\"element\":\"SubProcess_Receive\"");
        }
        for (String number : strings("select number from slip where state in ('CLOSED', 'CANCELLED')")) {
            assertThat(send(as("clerk1", "/slips/" + number + "/print")
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .POST(BodyPublishers.noBody()))
                            .body())
                    .as("print of %s", number)
                    .startsWith("%PDF");
        }
        assertThat(send(HttpRequest.newBuilder(address("/r/" + RELEASE.fact("link.open"))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(address("/r/" + RELEASE.fact("link.closed"))))
                        .body())
                .contains("已关闭");
        HttpResponse<String> repair =
                send(HttpRequest.newBuilder(address("/api/v1/repairs/" + RELEASE.fact("client.slip")))
                        .header("Authorization", "Bearer " + RELEASE.fact("client.key")));
        assertThat(repair.body()).contains(RELEASE.fact("client.slip"), "NOTIFIED");
        assertThat(get("/deliveries", "clerk1").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void openTasksAreOfferedToWhoeverMayDoThemToday() {
        List<Task> reviews = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("Task_ReviewFee")
                .list();
        assertThat(reviews).isNotEmpty().allSatisfy(task -> assertThat(groups(task))
                .contains("customerService", "customerServiceLead"));
    }

    private List<String> groups(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    @Order(3)
    void whatWaitedToBeDeliveredLeaves() {
        List<Long> waiting = database.sql("select id from message where state = 'WAITING'")
                .query(Long.class)
                .list();
        assertThat(waiting).isNotEmpty();
        long lost = undelivered();
        assertThat(lost).isPositive();

        office.timePasses(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            QueueBell.ring(application);
            assertThat(database.sql("select distinct state from message where id in (:ids)")
                            .param("ids", waiting)
                            .query(String.class)
                            .list())
                    .containsExactly("DELIVERED");
        });
        assertThat(ClientsServer.requests()).anyMatch(event -> event.body().contains(RELEASE.fact("client.slip")));
        assertThat(undelivered()).as("somebody still has to call").isEqualTo(lost);
    }

    private long undelivered() {
        return database.sql("select count(*) from message where state in ('FAILED', 'EXPIRED')")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(4)
    void whatComesDueOnTheDayOfTheUpgradeIsToldOnce() {
        RepairCase web = office.ofSlip(database.sql(
                        """
        select s.number from slip s where s.state = 'RECEIVED' and s.channel = 'WEB' order by number""")
                .query(String.class)
                .single());
        assertThat(web.told(CommitmentKind.REGISTRATION)).isEmpty();
        office.timePasses(Duration.ofMinutes(3));

        web.dueTimersFire().dueTimersFire();

        assertThat(web.told(CommitmentKind.REGISTRATION)).hasSize(1);
        assertThat(web.commitment(CommitmentKind.REGISTRATION).missed()).isTrue();
    }

    @Test
    @Order(5)
    void everyOpenCaseIsWorkedToItsEnd() {
        List<String> open = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(RepairRequestProcess.KEY)
                .list()
                .stream()
                .map(ProcessInstance::getBusinessKey)
                .sorted()
                .toList();
        assertThat(open)
                .hasSizeGreaterThan(40)
                .containsAll(strings("select number from slip where state not in ('CLOSED', 'CANCELLED')"));
        database.sql(
                        "update act_ru_variable set text_ = concat('旧版的写法：', text_) where name_ in ('areaLabel', 'promiseText')")
                .update();
        open.forEach(this::workToItsEnd);

        assertThat(database.sql("select distinct state from slip where number in (:open)")
                        .param("open", open)
                        .query(String.class)
                        .list())
                .containsExactly("CLOSED");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().list())
                .extracting(one -> engine.getRepositoryService()
                        .getProcessDefinition(one.getProcessDefinitionId())
                        .getKey())
                .containsOnly(MonthEndProcess.KEY);
        assertThat(open)
                .allSatisfy(number ->
                        assertThat(commitments.of(number)).isNotEmpty().allMatch(Commitment::ended));
    }

    private void workToItsEnd(String number) {
        RepairCase repair = office.ofSlip(number);
        StringBuilder story = new StringBuilder(number);
        try {
            for (int steps = 0; !repair.dueTimersFire().backgroundWorkRuns().ended(); steps++) {
                assertThat(steps).as(story.toString()).isLessThan(MOST_STEPS);
                Optional<Task> task = nextTask(number);
                if (task.isPresent()) {
                    office.timePasses(Duration.ofMinutes(1));
                    story.append("\n  ").append(does(repair, task.get()));
                } else {
                    assertThat(repair.timers())
                            .as("neither a task nor a timer: %s is stuck", story)
                            .isNotEmpty();
                    office.timeIs(repair.timers().get(0).getDuedate().toInstant());
                }
            }
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\nafter " + story, e);
        }
    }

    private Optional<Task> nextTask(String number) {
        Slip slip = slips.get(number);
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(task -> !LegalAnswers.waitsForApproval(task.getTaskDefinitionKey(), slip))
                .findFirst();
    }

    private String does(RepairCase repair, Task task) {
        String step = task.getTaskDefinitionKey();
        if (step.equals("Task_ReviewFee")) {
            assertThat(groups(task)).contains("customerServiceLead");
        }
        List<String> people = new Entitled(engine, dispatch)
                .to(task, repair.slip(), person -> dispatch.hasWorkedOn(repair.number(), person));
        String person = people.stream()
                .filter(one -> !one.equals("supervisor"))
                .findFirst()
                .orElseGet(() -> people.get(0));
        Map<String, Object> answer =
                FormsOfRelease.answer(step, engine.getFormService().getDeployedTaskForm(task.getId()), office.now());
        if (step.equals("Task_HandleEscalation")) {
            List<String> actions = List.of(
                    office.localVariable(task, "escalationActions").toString().split(","));
            String action = Stream.of("approve", "acknowledge", "newTime", "takeOver")
                    .filter(actions::contains)
                    .findFirst()
                    .orElseThrow();
            answer.put("escalationAction", action);
            if (!Set.of("approve", "newTime").contains(action)) {
                answer.remove("newTime");
            }
        }
        if (step.equals("Task_QuoteRepair") && !repair.slip().item().inPriceList()) {
            answer.put("labourYuan", 80);
        }
        repair.does(person, task, answer);
        return person + " " + step + " " + answer;
    }

    @Test
    @Order(6)
    void theMonthsThatWereOpenAreClosedAndTheirFiguresAreWhatTheyWere() throws Exception {
        for (List<Task> open = monthTasks(); !open.isEmpty(); open = monthTasks()) {
            open.forEach(this::finish);
        }
        assertThat(months.all()).hasSize(3).extracting(BusinessMonth::state).containsOnly(MonthState.CLOSED);
        for (BusinessMonth month : months.all()) {
            String name = "month." + month.month();
            MonthFigures today = MonthFigures.of(dataSource, port, month.month().toString());
            assertThat(today.slips()).as(name).isNotEmpty().isEqualTo(RELEASE.fact(name + ".slips"));
            assertThat(today.workbook()).as(name).isEqualTo(RELEASE.fact(name + ".workbook"));
            assertThat(today.overview())
                    .as(name)
                    .contains(RELEASE.figures(name + ".overview").split("\\|"));
        }
    }

    private List<Task> monthTasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKey(MonthEndProcess.KEY)
                .list();
    }

    private void finish(Task task) {
        String person = task.getTaskDefinitionKey().equals(MonthEndProcess.Elements.CHECK_MONTH) ? "clerk1" : "affairs";
        office.as(person, () -> {
            engine.getTaskService().claim(task.getId(), person);
            engine.getFormService()
                    .submitTaskForm(
                            task.getId(),
                            FormsOfRelease.answer(
                                    task.getTaskDefinitionKey(),
                                    engine.getFormService().getDeployedTaskForm(task.getId()),
                                    office.now()));
            return null;
        });
    }

    @Test
    @Order(7)
    void theNextMonthIsSettledByTheSameTimer() {
        MonthCase november = MonthCase.next(office, engine, months);
        november.timerFires().backgroundWorkRuns();
        assertThat(november.record().state()).isEqualTo(MonthState.FROZEN);
        assertThat(database.sql("select count(*) from month_slip where period = ?")
                        .param(november.month().toString())
                        .query(Integer.class)
                        .single())
                .isGreaterThan(40);
    }

    /** What the former release has left is found as it was, and everything since as it was written. */
    @Test
    @Order(8)
    void theEvidenceHasNothingToSay() {
        Evidence.Check check = evidence.check("upgrade");
        assertThat(check.findings()).isEmpty();
        assertThat(check.number()).isZero();
        assertThat(check.chains()).isGreaterThan(40);
    }

    @Test
    @Order(8)
    void nothingHasFailed() {
        assertThat(engine.getRuntimeService().createIncidentQuery().list()).isEmpty();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .withException()
                        .list())
                .isEmpty();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .noRetriesLeft()
                        .list())
                .isEmpty();
    }

    private List<String> strings(String sql) {
        return database.sql(sql).query(String.class).list();
    }

    private HttpResponse<String> get(String path, String person) throws Exception {
        return send(as(person, path));
    }

    private HttpRequest.Builder as(String person, String path) {
        return HttpRequest.newBuilder(address(path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((person + ":baoxiu").getBytes(StandardCharsets.UTF_8)));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
