package org.baoxiu.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.people.WritingEndpoint;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever anybody but an administrator may send to the engine that is more than to look stands in this test. */
@ProcedureTest
@Tag("long")
class EngineDoorsTest {

    /** Questions with a body. */
    private static final Set<String> QUESTIONS = Stream.of(
                    "/task",
                    "/process-instance",
                    "/execution",
                    "/variable-instance",
                    "/job",
                    "/job-definition",
                    "/external-task",
                    "/group",
                    "/history/process-instance",
                    "/history/activity-instance",
                    "/history/task",
                    "/history/variable-instance",
                    "/history/job-log",
                    "/history/external-task-log")
            .flatMap(path -> Stream.of("POST " + path, "POST " + path + "/count"))
            .collect(Collectors.toSet());

    private static final Set<String> OTHER_QUESTIONS = Set.of(
            "POST /filter/{}/list",
            "POST /filter/{}/count",
            "POST /filter/{}/singleResult",
            "POST /history/detail",
            "POST /identity/password-policy");
    private static final Set<String> WORK = Set.of(
            "POST /process-definition/{}/submit-form",
            "POST /process-definition/key/{}/submit-form",
            "POST /task/{}/claim",
            "POST /task/{}/unclaim",
            "POST /task/{}/submit-form",
            "POST /task/{}/complete",
            "PUT /user/{}/profile",
            "PUT /user/{}/credentials");
    /** The process owner's. */
    private static final Set<String> MODELS = Set.of("POST /deployment/create", "POST /deployment/{}/redeploy");

    private static final Set<String> LOGIN =
            Set.of("POST /admin/auth/user/{}/login/{}", "POST /admin/auth/user/{}/logout");
    private static final Set<String> COCKPIT = Set.of(
            "POST /cockpit/plugin/base/{}/process-definition/{}/called-process-definitions",
            "POST /cockpit/plugin/base/{}/process-instance",
            "POST /cockpit/plugin/base/{}/process-instance/count",
            "POST /cockpit/plugin/base/{}/process-instance/{}/called-process-instances",
            "POST /cockpit/plugin/base/{}/incident",
            "POST /cockpit/plugin/base/{}/incident/count");

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FilterService filters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk1",
                "clerklead",
                "tech1",
                "supervisor",
                "director",
                "dutydirector",
                "affairs",
                "processowner"
            })
    @Tag("found:E1")
    @Tag("found:E2")
    @Tag("found:E3")
    void theEngineTakesFromEachOnlyWhatTheWorkNeeds(String person) {
        Set<WritingEndpoint> all = WritingEndpoint.ofTheEngine();
        all.addAll(WritingEndpoint.of("", CamundaRestResources.getResourceClasses()));
        assertThat(all).hasSizeGreaterThan(170);
        TreeSet<String> open = Stream.of(QUESTIONS, OTHER_QUESTIONS, WORK)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        if (person.equals("processowner")) {
            open.addAll(MODELS);
        }

        assertThat(open(all, HttpOffice.rest(port, person))).isSubsetOf(open).containsAll(known(open, all, person));
        assertThat(open(all, HttpOffice.tasklist(port, person)))
                .isSubsetOf(open)
                .containsAll(known(open, all, person));
    }

    /** A model that the person may not see is not found, before anything is asked of it; a process owner sees all and starts none. */
    private static List<String> known(Set<String> open, Set<WritingEndpoint> all, String person) {
        assertThat(all).extracting(WritingEndpoint::toString).containsAll(open);
        return open.stream()
                .filter(path -> !Set.of("affairs", "processowner").contains(person) || !path.contains("/key/"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk1",
                "clerklead",
                "tech1",
                "supervisor",
                "director",
                "dutydirector",
                "affairs",
                "processowner"
            })
    @Tag("found:E1")
    void theWebApplicationsThemselvesTakeFromEachOnlyTheLoginAndQuestions(String person) {
        List<String> open = Stream.of(LOGIN, COCKPIT).flatMap(Set::stream).toList();

        assertThat(open(webApplications(), HttpOffice.webApplications(port, person)))
                .containsExactlyInAnyOrderElementsOf(open);
    }

    private static Set<WritingEndpoint> webApplications() {
        Set<WritingEndpoint> all = Stream.of(
                        resources("/cockpit", new CockpitApplication()),
                        resources("/admin", new AdminApplication()),
                        resources("/tasklist", new TasklistApplication()),
                        resources("/welcome", new WelcomeApplication()))
                .flatMap(Set::stream)
                .sorted(Comparator.comparing(
                                (WritingEndpoint endpoint) -> endpoint.path().contains("logout"))
                        .thenComparing(WritingEndpoint::toString))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(all).extracting(WritingEndpoint::toString).contains("POST /admin/setup/{}/user/create");
        return all;
    }

    private static Set<WritingEndpoint> resources(String prefix, Application application) {
        return WritingEndpoint.of(prefix, application.getClasses());
    }

    private TreeSet<String> open(Set<WritingEndpoint> all, HttpOffice person) {
        TreeSet<String> open = new TreeSet<>();
        String mine = filters.createTaskFilterQuery()
                .filterName("我的任务")
                .singleResult()
                .getId();
        for (WritingEndpoint endpoint : all) {
            Answer answer = endpoint.sentBy(person, mine);
            boolean unseen = answer.status() == 404 && endpoint.path().contains("/key/");
            if (answer.status() != 403 && !unseen) {
                open.add(endpoint.toString());
            }
        }
        return open;
    }

    @ParameterizedTest
    @CsvSource({
        "director, true",
        "director, false",
        "dutydirector, false",
        "tech1, true",
        "clerk1, false",
        "affairs, false"
    })
    @Tag("found:E1")
    void nobodyTouchesATimerAndTheAttemptCountsForNothing(String person, boolean tasklist) {
        RepairCase repair = office.reports("clerk1", Answers.leakingTap());
        HttpOffice sender = tasklist ? HttpOffice.tasklist(port, person) : HttpOffice.rest(port, person);
        for (Job timer : repair.timers()) {
            String job = "/job/" + timer.getId();
            assertThat(Stream.of(
                            sender.post(job + "/execute", "{}"),
                            sender.put(job + "/retries", "{\"retries\":0}"),
                            sender.put(job + "/duedate", "{\"duedate\":\"2099-01-01T00:00:00.000+0800\"}"),
                            sender.put(job + "/suspended", "{\"suspended\":true}"),
                            sender.post(job + "/duedate/recalculate", ""),
                            sender.delete(job),
                            sender.post("/job/retries", "{\"retries\":0,\"jobIds\":[\"%s\"]}".formatted(timer.getId())),
                            sender.put(
                                    "/job/suspended",
                                    "{\"processInstanceId\":\"%s\",\"suspended\":true}"
                                            .formatted(timer.getProcessInstanceId())),
                            sender.put(
                                    "/job-definition/" + timer.getJobDefinitionId() + "/suspended",
                                    "{\"suspended\":true,\"includeJobs\":true}"),
                            sender.put("/job-definition/" + timer.getJobDefinitionId() + "/retries", "{\"retries\":0}"),
                            sender.post(
                                    "/process-instance/job-retries",
                                    "{\"retries\":0,\"processInstances\":[\"%s\"]}"
                                            .formatted(timer.getProcessInstanceId()))))
                    .allSatisfy(answer -> {
                        assertThat(answer.status()).isEqualTo(403);
                        assertThat(answer.message()).isEqualTo(EngineDoors.ADMINISTRATORS_ONLY);
                    });
            assertThat(management.createJobQuery().jobId(timer.getId()).singleResult())
                    .usingRecursiveComparison()
                    .comparingOnlyFields("duedate", "retries", "suspensionState", "exceptionMessage", "revision")
                    .isEqualTo(timer);
        }
        assertThat(repair.timers()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("found:E2")
    void noWayLeadsAroundTheForm(boolean tasklist) {
        RepairCase repair = office.reports("clerk1", Answers.leakingTap())
                .does("clerk1", Elements.REGISTER_REQUEST, Answers.registered("PL-01"));
        Task task = repair.task(Elements.PICK_UP_SLIP);
        tasks.claim(task.getId(), "tech1");
        HttpOffice technician = tasklist ? HttpOffice.tasklist(port, "tech1") : HttpOffice.rest(port, "tech1");
        String of = "/task/" + task.getId();
        String variables =
                "{\"variables\":{\"place\":{\"value\":\"x\",\"type\":\"String\"}},\"errorCode\":\"x\",\"escalationCode\":\"x\"}";
        Object place = repair.variable("place");

        assertThat(Stream.of("resolve", "bpmnError", "bpmnEscalation")
                        .map(way -> technician.post(of + "/" + way, variables)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        assertThat(Stream.of("delegate", "assignee")
                        .map(way -> technician.post(of + "/" + way, "{\"userId\":\"tech2\"}")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        for (String kind : List.of("variables", "localVariables")) {
            assertThat(Arrays.asList(
                            technician.put(of + "/" + kind + "/place", "{\"value\":\"x\"}"),
                            technician.delete(of + "/" + kind + "/place"),
                            technician.post(of + "/" + kind, "{\"modifications\":{\"place\":{\"value\":\"x\"}}}")))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        }
        assertThat(Stream.of(
                        technician.put(of, "{\"name\":\"x\"}"),
                        technician.delete(of),
                        technician.post("/task/create", "{\"id\":\"x\"}"),
                        technician.post(of + "/identity-links", "{\"userId\":\"tech2\",\"type\":\"candidate\"}"),
                        technician.post(of + "/comment/create", "{\"message\":\"x\"}"),
                        technician.post(
                                "/process-definition/key/repairRequest/start", "{\"skipCustomListeners\":true}")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));

        assertThat(repair.variable("place")).isEqualTo(place);
        assertThat(repair.task(Elements.PICK_UP_SLIP).getAssignee()).isEqualTo("tech1");
        repair.does("tech1", Elements.PICK_UP_SLIP, Answers.pickedUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk1", "tech1", "director", "affairs"})
    @Tag("found:E3")
    void jobsOfNoProcessAreTheAdministratorsToo(String person) {
        history.cleanUpHistoryAsync(false);
        Job cleanUp = history.findHistoryCleanupJobs().get(0);
        Date due = cleanUp.getDuedate();
        HttpOffice sender = HttpOffice.rest(port, person);
        String job = "/job/" + cleanUp.getId();

        assertThat(Stream.of(
                        sender.post(job + "/execute", "{}"),
                        sender.put(job + "/duedate", "{\"duedate\":\"2099-01-01T00:00:00.000+0800\"}"),
                        sender.put(job + "/suspended", "{\"suspended\":true}"),
                        sender.delete(job),
                        sender.post("/history/cleanup", "{}"),
                        sender.delete("/metrics/task-worker"),
                        sender.post("/telemetry/configuration", "{\"enableTelemetry\":true}"),
                        sender.post("/history/process-instance/delete", "{\"historicProcessInstanceIds\":[\"x\"]}")))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));

        Job after = management.createJobQuery().jobId(cleanUp.getId()).singleResult();
        assertThat(after.getDuedate()).isEqualTo(due);
        assertThat(after.isSuspended()).isFalse();
    }

    /** Who creates a user gives that user every right to the account, to delete it among them. */
    @Test
    @Tag("found:E1")
    void nobodyDeletesTheirOwnAccount() {
        assertThat(HttpOffice.rest(port, "clerk2").delete("/user/clerk2").status())
                .isEqualTo(403);
    }

    @Test
    @Tag("found:E1")
    void anAdministratorMovesATimer() {
        RepairCase repair = office.reports("clerk1", Answers.leakingTap());
        Job timer = repair.timers().get(0);

        assertThat(HttpOffice.rest(port, "admin")
                        .put("/job/" + timer.getId() + "/retries", "{\"retries\":2}")
                        .status())
                .isEqualTo(204);
    }
}
