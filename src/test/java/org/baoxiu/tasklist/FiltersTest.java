package org.baoxiu.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.baoxiu.models.SampleModels;
import org.baoxiu.office.Office;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.IdentitySetup;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@Tag("long")
class FiltersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private IdentitySetup setup;

    @Autowired
    private OfficeLists officeLists;

    @Autowired
    private Filters lists;

    @Autowired
    private FilterService filterService;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    private String deployment;

    @BeforeEach
    void samples() {
        deployment = SampleModels.deploy(engine).getId();
    }

    @AfterEach
    void removeAll() {
        repositoryService.deleteDeployment(deployment, true);
    }

    @Test
    void eachSeesTheListsOfTheirWork() {
        assertThat(lists("clerk1")).containsExactlyInAnyOrder("我的任务", "本组任务", "逾期任务", "一号管理处", "二号管理处");
        assertThat(lists("tech1")).containsExactlyInAnyOrder("我的任务", "我的任务（含协助）", "本组任务", "逾期任务");
        assertThat(lists("affairs")).containsExactlyInAnyOrder("我的任务", "本组任务");
        assertThat(lists("processowner")).containsExactlyInAnyOrder("我的任务", "本组任务");
    }

    @Test
    void startingAgainChangesNothing() {
        long filters = filterService.createFilterQuery().count();

        setup.afterSingletonsInstantiated();
        officeLists.create();

        assertThat(filterService.createFilterQuery().count()).isEqualTo(filters);
    }

    @Test
    void anOpenTaskIsInTheGroupsListUntilSomebodyTakesIt() {
        Task task = task("一号管理处");
        assertThat(tasks("clerk1", "本组任务")).contains(task.getId());
        assertThat(tasks("tech1", "本组任务")).doesNotContain(task.getId());

        taskService.claim(task.getId(), "clerk1");

        assertThat(tasks("clerk1", "本组任务")).doesNotContain(task.getId());
        assertThat(tasks("clerk1", "我的任务")).contains(task.getId());
        assertThat(tasks("clerk2", "我的任务")).doesNotContain(task.getId());
    }

    @Test
    @Tag("found:C2")
    void whoHelpsFindsTheTaskOfWhoeverIsHelped() {
        Task task = task("一号管理处");
        taskService.setAssignee(task.getId(), "tech1");
        taskService.addCandidateUser(task.getId(), "tech2");

        assertThat(tasks("tech1", "我的任务（含协助）")).contains(task.getId());
        assertThat(tasks("tech2", "我的任务（含协助）")).contains(task.getId());
        assertThat(tasks("tech2", "我的任务")).doesNotContain(task.getId());
        assertThat(tasks("tech3", "我的任务（含协助）")).doesNotContain(task.getId());
    }

    @Test
    void overdueTasksAreThoseWhoseTimeIsOver() {
        Task late = dueIn(task("一号管理处"), -60_000);
        Task early = dueIn(task("一号管理处"), 3_600_000);

        assertThat(tasks("clerk1", "逾期任务")).contains(late.getId()).doesNotContain(early.getId());
        assertThat(tasks("tech1", "逾期任务")).doesNotContain(late.getId());
    }

    @Test
    void eachOfficeHasItsList() {
        Task first = task("一号管理处");
        Task second = task("二号管理处");

        assertThat(tasks("clerk1", "一号管理处")).contains(first.getId()).doesNotContain(second.getId());
        assertThat(tasks("clerk1", "二号管理处")).contains(second.getId()).doesNotContain(first.getId());
    }

    @Test
    void anOfficeMoreHasItsListToo() {
        try {
            lists.create(List.of(office(1_001, "一号管理处"), office(1_003, "三号管理处")));

            Task third = task("三号管理处");
            assertThat(tasks("clerk1", "三号管理处")).contains(third.getId());
            assertThat(lists("clerk1")).containsOnlyOnce("一号管理处");
            assertThat(lists("tech1")).doesNotContain("三号管理处");
        } finally {
            filterService
                    .createFilterQuery()
                    .filterName("三号管理处")
                    .list()
                    .forEach(filter -> filterService.deleteFilter(filter.getId()));
        }
    }

    private static Office office(long id, String name) {
        return new Office(id, name, null, null, null);
    }

    /** What Tasklist asks for at first, by {@code deadlines-first.js}. A database decides where no deadline stands. */
    @Test
    void theNearestDeadlineComesFirstAndAmongEqualsTheOldest() {
        Task none = task("一号管理处");
        Task far = dueIn(task("一号管理处"), 7_200_000);
        Task near = dueIn(task("一号管理处"), 3_600_000);
        Task alsoNone = task("一号管理处");

        List<String> sorted = sorted(
                "本组任务",
                "{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}," + "{\"sortBy\":\"created\",\"sortOrder\":\"asc\"}");

        assertThat(sorted)
                .containsSubsequence(near.getId(), far.getId())
                .containsSubsequence(none.getId(), alsoNone.getId());
    }

    @Test
    void anotherOrderIsThePersonsChoice() {
        Task older = task("一号管理处");
        Task newer = task("一号管理处");

        assertThat(sorted("本组任务", "{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}"))
                .containsSubsequence(newer.getId(), older.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "tasklist"})
    void aRowTellsWhatItsOwnTaskIsAboutAndNothingElse(String way) {
        String running = runtimeService
                .startProcessInstanceByKey(
                        SampleModels.KEY,
                        Map.of(
                                "slipNumber",
                                "WX-1",
                                "place",
                                "3 栋 502",
                                "faultDescription",
                                "漏水",
                                "classLabel",
                                "日常维修",
                                "reporterPhone",
                                "13800000000"))
                .getId();
        HttpOffice clerk = way.equals("rest") ? HttpOffice.rest(port, "clerk1") : HttpOffice.tasklist(port, "clerk1");

        assertThat(columns(clerk, running))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "slipNumber", "WX-1", "place", "3 栋 502", "faultDescription", "漏水", "classLabel", "日常维修"));
        assertThat(clerk.get("/variable-instance?processInstanceIdIn=" + running)
                        .body())
                .isEmpty();
        assertThat(clerk.get("/process-instance/" + running + "/variables").status())
                .isEqualTo(403);
    }

    @Test
    void aRowHasNoLineForWhatIsNotKnownYet() {
        String running = runtimeService
                .startProcessInstanceByKey(
                        SampleModels.KEY,
                        Map.of("slipNumber", "WX-2", "place", "3 栋 503", "faultDescription", "漏水", "classLabel", ""))
                .getId();

        assertThat(columns(HttpOffice.tasklist(port, "clerk1"), running))
                .containsOnlyKeys("slipNumber", "place", "faultDescription");
    }

    /** What the row of the case's task tells, by the name of the variable. */
    private Map<String, String> columns(HttpOffice person, String processInstance) {
        JsonNode tasks = person.getHal("/filter/" + id("本组任务") + "/list")
                .body()
                .path("_embedded")
                .path("task");
        Map<String, String> columns = new TreeMap<>();
        tasks.forEach(task -> {
            if (task.path("processInstanceId").asText().equals(processInstance)) {
                task.path("_embedded")
                        .path("variable")
                        .forEach(variable -> columns.put(
                                variable.path("name").asText(),
                                variable.path("value").asText()));
            }
        });
        return columns;
    }

    private Task task(String office) {
        String instance = runtimeService
                .startProcessInstanceByKey(SampleModels.KEY, Map.of("office", office))
                .getId();
        return taskService.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private Task dueIn(Task task, long milliseconds) {
        task.setDueDate(new Date(System.currentTimeMillis() + milliseconds));
        taskService.saveTask(task);
        return task;
    }

    private List<String> sorted(String filter, String sorting) {
        return values(
                HttpOffice.rest(port, "clerk1")
                        .post("/filter/" + id(filter) + "/list", "{\"sorting\":[" + sorting + "]}")
                        .body(),
                "id");
    }

    private String id(String filter) {
        return filterService
                .createFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
    }

    private List<String> lists(String user) {
        return values(HttpOffice.rest(port, user).get("/filter").body(), "name");
    }

    private List<String> tasks(String user, String filter) {
        return values(
                HttpOffice.rest(port, user)
                        .get("/filter/" + id(filter) + "/list")
                        .body(),
                "id");
    }

    private static List<String> values(JsonNode list, String field) {
        List<String> values = new ArrayList<>();
        list.forEach(item -> values.add(item.path(field).asText()));
        return values;
    }
}
