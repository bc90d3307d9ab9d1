package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.baoxiu.models.SampleCase;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what over HTTP, where no form holds anybody back. */
@ProcedureTest
@Tag("long")
class RightsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    private SampleCase sample;

    @BeforeEach
    void aTaskForCustomerService() {
        sample = SampleCase.begin(engine);
    }

    @AfterEach
    void removeAll() {
        sample.end(engine);
    }

    @ParameterizedTest
    @Tag("found:E10")
    @CsvSource({
        "clerk1, /deliveries, 200",
        "clerk1, /tasks, 200",
        "clerk1, /board, 200",
        "clerk1, /months, 200",
        "clerk1, /messages, 200",
        "tech1, /messages, 200",
        "tech1, /deliveries, 403",
        "processowner, /models, 200",
        "processowner, /messages, 200",
        "processowner, /slips, 403",
        "processowner, /desk, 403",
        "processowner, /board, 403",
        "processowner, /months, 403",
        "processowner, /register, 403",
        "processowner, /setup, 403",
        "processowner, /clients, 403",
        "director, /models, 403",
        "clerk1, /models, 403",
        "tech1, /models, 403",
        "admin, /models, 200",
        ", /messages, 401"
    })
    void aPageKnowsWhoeverIsLoggedInToTasklist(String person, String page, int status) {
        assertThat(HttpOffice.pageBesideTasklist(port, person, page)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/user", "/process-definition", "/filter", "/engine/default/task"})
    void nobodyGetsInWithoutPassword(String path) {
        Answer answer = HttpOffice.anonymous(port).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().asText()).isEmpty();
    }

    @Test
    void nobodyCreatesAUserWithoutPassword() {
        assertThat(HttpOffice.anonymous(port)
                        .post("/user/create", "{\"profile\":{\"id\":\"x\"}," + "\"credentials\":{\"password\":\"x\"}}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void customerServiceSeesItsTaskWithProcessAndForm() {
        HttpOffice clerk = rest("clerk1");

        assertThat(ids(clerk.get("/task").body())).contains(sample.task());
        assertThat(clerk.get("/task/" + sample.task() + "/deployed-form").status())
                .isEqualTo(200);
        assertThat(clerk.get("/task/" + sample.task() + "/form-variables").status())
                .isEqualTo(200);
        assertThat(clerk.get("/process-definition/key/repairRequest")
                        .body()
                        .path("name")
                        .asText())
                .isEqualTo("报修处理");
        assertThat(clerk.get("/process-definition/key/repairRequest/xml").status())
                .isEqualTo(200);
        assertThat(clerk.post("/task/" + sample.task() + "/claim", "{\"userId\":\"clerk1\"}")
                        .status())
                .isEqualTo(204);
        assertThat(clerk.post("/task/" + sample.task() + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tech1", "tech2", "supervisor", "clerklead", "affairs"})
    void othersNeitherSeeNorTouchIt(String user) {
        HttpOffice other = rest(user);

        assertThat(ids(other.get("/task").body())).doesNotContain(sample.task());
        assertThat(other.get("/task/" + sample.task()).status()).isEqualTo(404);
        assertThat(other.get("/task/" + sample.task() + "/form-variables").status())
                .isEqualTo(403);
        assertThat(other.get("/task/" + sample.task() + "/variables").status()).isEqualTo(403);
        assertThat(other.post("/task/" + sample.task() + "/claim", "{\"userId\":\"%s\"}".formatted(user))
                        .status())
                .isEqualTo(403);
        assertThat(other.post("/task/" + sample.task() + "/complete", "{}").status())
                .isEqualTo(403);
        assertThat(other.post("/task/" + sample.task() + "/assignee", "{\"userId\":\"%s\"}".formatted(user))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void candidatesChangeNothingButTheirWork() {
        HttpOffice clerk = rest("clerk1");
        String one = "{\"modifications\":{\"area\":{\"value\":\"public\",\"type\":\"String\"}}}";

        assertThat(clerk.post("/task/" + sample.task() + "/variables", one).status())
                .isEqualTo(403);
        assertThat(clerk.post("/task/" + sample.task() + "/localVariables", one).status())
                .isEqualTo(403);
        assertThat(clerk.post("/process-instance/" + sample.instance() + "/variables", one)
                        .status())
                .isEqualTo(403);
        assertThat(clerk.put("/execution/" + sample.instance() + "/localVariables/area", "{\"value\":\"public\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.post("/task/" + sample.task() + "/assignee", "{\"userId\":\"clerk2\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.post(
                                "/task/" + sample.task() + "/identity-links",
                                "{\"userId\":\"tech1\",\"type\":\"candidate\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.put("/task/" + sample.task(), "{\"priority\":99,\"due\":\"2099-01-01T00:00:00.000+0800\"}")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.post("/task/create", "{\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(clerk.delete("/process-instance/" + sample.instance()).status())
                .isEqualTo(403);
        assertThat(clerk.post(
                                "/process-instance/" + sample.instance() + "/modification",
                                "{\"instructions\":[{\"type\":\"startAfterActivity\",\"activityId\":\"Task_Sample\"}]}")
                        .status())
                .isEqualTo(403);
        assertThat(clerk.post(
                                "/message",
                                "{\"messageName\":\"OwnerUrged\",\"processInstanceId\":\"" + sample.instance() + "\"}")
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(runtimeService.getVariables(sample.instance())).isEmpty();
    }

    /** Whoever may start a process gets as far as its rules, which miss the slip number, the reporter's name or the end of the month. */
    @ParameterizedTest
    @CsvSource({
        "clerk1, true, true, false, true, true",
        "clerklead, true, true, false, true, true",
        "tech1, true, false, false, false, false",
        "supervisor, true, false, true, false, false",
        "dutydirector, true, false, false, false, false",
        "director, false, false, false, true, false",
        "affairs, false, false, false, false, false",
        "processowner, false, false, false, false, false"
    })
    void eachStartsWhatIsTheirs(
            String user, boolean request, boolean contact, boolean technician, boolean collection, boolean month) {
        assertThat(starts(user, "repairRequest")).isEqualTo(request);
        assertThat(starts(user, "ownerContact")).isEqualTo(contact);
        assertThat(starts(user, "slipCorrection"))
                .as("clerks and the team")
                .isEqualTo(contact || user.startsWith("tech"));
        assertThat(starts(user, "technicianRecord")).isEqualTo(technician);
        assertThat(starts(user, "contractorRecord")).isEqualTo(technician);
        assertThat(starts(user, "contractorOrder")).as("clerks and supervisors").isEqualTo(contact || technician);
        assertThat(starts(user, "feeCollection")).isEqualTo(collection);
        assertThat(starts(user, "monthEnd", "{\"monthDay\":{\"value\":\"2099-01-15\",\"type\":\"String\"}}"))
                .isEqualTo(month);
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
    void aPersonKnowsNoOtherPerson(String user) {
        assertThat(ids(rest(user).get("/user").body())).containsExactly(user);
        assertThat(rest(user).get("/user/admin/profile").status()).isEqualTo(404);
        assertThat(rest(user)
                        .put(
                                "/user/admin/credentials",
                                "{\"password\":\"stolen-password\"," + "\"authenticatedUserPassword\":\"baoxiu\"}")
                        .status())
                .isIn(403, 404);
        assertThat(rest(user)
                        .post(
                                "/user/create",
                                "{\"profile\":{\"id\":\"x\",\"firstName\":\"x\",\"lastName\":\"x\"},"
                                        + "\"credentials\":{\"password\":\"x\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(rest(user).put("/group/camunda-admin/members/" + user, "{}").status())
                .isEqualTo(403);
        assertThat(rest(user)
                        .post(
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + user
                                        + "\",\"resourceType\":0,\"resourceId\":\"*\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorKnowsEverybody() {
        assertThat(ids(rest("admin").get("/user").body())).contains("clerk1", "tech3", "affairs");
    }

    /** An expression in a filter runs on the server with the rights of the server. */
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
    void nobodyPutsExpressionsIntoQueriesOrFilters(String user) {
        assertThat(rest(user)
                        .post(
                                "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"x\","
                                        + "\"query\":{\"assigneeExpression\":\"${1+1}\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(rest(user)
                        .post("/task", "{\"assigneeExpression\":\"${1+1}\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "clerk1, tasklist, 200",
        "clerk1, cockpit, 403",
        "clerk1, admin, 403",
        "tech1, cockpit, 403",
        "director, cockpit, 200",
        "dutydirector, cockpit, 200",
        "director, admin, 403",
        "admin, admin, 200",
        "affairs, tasklist, 200",
        "processowner, cockpit, 403",
        "processowner, admin, 403"
    })
    void eachOpensTheApplicationsThatTheyNeed(String user, String application, int status) {
        assertThat(HttpOffice.login(port, user, application)).isEqualTo(status);
    }

    @Test
    void aNewPasswordNeedsTheOldOne() {
        assertThat(rest("clerk2")
                        .put("/user/clerk2/credentials", "{\"password\":\"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void directorsLookAndDoNotTouch() {
        HttpOffice director = rest("director");

        assertThat(director.get("/process-instance/" + sample.instance()).status())
                .isEqualTo(200);
        assertThat(director.get("/history/process-instance/" + sample.instance())
                        .status())
                .isEqualTo(200);
        assertThat(director.delete("/process-instance/" + sample.instance()).status())
                .isEqualTo(403);
        assertThat(director.put("/process-instance/" + sample.instance() + "/suspended", "{\"suspended\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(rest("clerk1")
                        .get("/history/process-instance/" + sample.instance())
                        .status())
                .isEqualTo(404);
    }

    /** The page of the open tasks in Cockpit: how many are somebody's, a group's, nobody's. */
    @ParameterizedTest
    @ValueSource(strings = {"director", "dutydirector"})
    @Tag("found:E8")
    void directorsSeeHowManyTasksAreOpenAndTouchNone(String user) {
        HttpOffice director = HttpOffice.tasklist(port, user);
        long open = taskService.createTaskQuery().count();
        long assigned = taskService.createTaskQuery().taskAssigned().count();

        assertThat(director.get("/task/count").body().path("count").asLong()).isEqualTo(open);
        assertThat(director.get("/task/count?assigned=true")
                        .body()
                        .path("count")
                        .asLong())
                .isEqualTo(assigned);
        assertThat(director.post("/history/task/count", "{\"unfinished\":true}")
                        .body()
                        .path("count")
                        .asLong())
                .isEqualTo(open);
        Answer groups = director.get("/task/report/candidate-group-count");
        assertThat(groups.status()).isEqualTo(200);
        assertThat(groups.body().findValuesAsText("groupName")).contains("customerService");
        assertThat(director.get("/task/" + sample.task()).status()).isEqualTo(200);
        assertThat(director.post("/task/" + sample.task() + "/claim", "{\"userId\":\"%s\"}".formatted(user))
                        .status())
                .isEqualTo(403);
        assertThat(director.post("/task/" + sample.task() + "/complete", "{}").status())
                .isEqualTo(403);
        assertThat(director.post("/task/" + sample.task() + "/submit-form", "{\"variables\":{}}")
                        .status())
                .isEqualTo(403);
    }

    /** The dashboard of Cockpit, and the link from a definition to its deployment. */
    @ParameterizedTest
    @ValueSource(strings = {"director", "dutydirector"})
    void directorsSeeWhatIsDeployedAndChangeNothing(String user) {
        HttpOffice director = rest(user);
        String deployment = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(RepairRequestProcess.KEY)
                .latestVersion()
                .singleResult()
                .getDeploymentId();

        assertThat(director.get("/deployment/count").body().path("count").asLong())
                .isEqualTo(repositoryService.createDeploymentQuery().count());
        assertThat(director.get("/deployment/" + deployment).status()).isEqualTo(200);
        assertThat(director.delete("/deployment/" + deployment).status()).isEqualTo(403);
        assertThat(rest("clerk1").get("/deployment/" + deployment).status()).isEqualTo(404);
    }

    /** Sees every model, and no case of any; what is deployed the gate judges, what is there stays. */
    @Test
    void aProcessOwnerSeesModelsAndNoCase() {
        HttpOffice owner = rest("processowner");

        assertThat(owner.get("/process-definition/key/monthEnd/xml").status()).isEqualTo(200);
        assertThat(owner.get("/decision-definition/key/repairFee/xml").status()).isEqualTo(200);
        JsonNode deployments = owner.get("/deployment").body();
        assertThat(deployments).isNotEmpty();
        String deployment = "/deployment/" + deployments.get(0).path("id").asText();
        assertThat(owner.get(deployment + "/resources").status()).isEqualTo(200);
        assertThat(owner.get("/task").body()).isEmpty();
        assertThat(owner.get("/process-instance").body()).isEmpty();
        assertThat(owner.get("/history/process-instance").body()).isEmpty();
        assertThat(owner.get("/variable-instance").body()).isEmpty();
        assertThat(owner.delete(deployment).status()).isEqualTo(403);
        assertThat(owner.put("/process-definition/key/monthEnd/suspended", "{\"suspended\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(owner.post("/decision-definition/key/repairFee/evaluate", "{\"variables\":{}}")
                        .status())
                .isEqualTo(403);
    }

    private boolean starts(String user, String process) {
        return starts(user, process, "{}");
    }

    private boolean starts(String user, String process, String variables) {
        String definition = "/process-definition/key/" + process;
        int form = rest(user).get(definition + "/deployed-start-form").status();
        int started = rest(user)
                .post(definition + "/submit-form", "{\"variables\":" + variables + "}")
                .status();
        assertThat(started).isIn(400, 403, 404);
        assertThat(started != 400 || form == 200)
                .as("whoever may start sees the form")
                .isTrue();
        return started == 400;
    }

    private HttpOffice rest(String user) {
        return HttpOffice.rest(port, user);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
