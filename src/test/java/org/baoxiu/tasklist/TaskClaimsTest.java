package org.baoxiu.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.baoxiu.models.SampleCase;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.people.HttpOffice.Way;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who takes a task of customer service and gives it back, in Tasklist and over the REST interface. */
@ProcedureTest
@Tag("long")
class TaskClaimsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TaskService taskService;

    @Autowired
    private HistoryService historyService;

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
    @EnumSource(Way.class)
    void whoeverTookATaskGivesItBackAndAColleagueTakesIt(Way way) {
        HttpOffice clerk = as(way, "clerk1");
        assertThat(claim(clerk, "clerk1").status()).isEqualTo(204);

        assertThat(unclaim(clerk).status()).isEqualTo(204);

        assertThat(assignee()).isNull();
        assertThat(historyService
                        .createUserOperationLogQuery()
                        .taskId(sample.task())
                        .property("assignee")
                        .list())
                .as("who gave it back is on record")
                .extracting(
                        UserOperationLogEntry::getUserId,
                        UserOperationLogEntry::getOrgValue,
                        UserOperationLogEntry::getNewValue)
                .contains(tuple("clerk1", "clerk1", null));
        assertThat(claim(as(way, "clerk2"), "clerk2").status()).isEqualTo(204);
        assertThat(assignee()).isEqualTo("clerk2");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void claimingForNobodyIsGivingBack(Way way) {
        taskService.claim(sample.task(), "clerk1");

        assertThat(claimForNobody(as(way, "clerk1")).status()).isEqualTo(204);

        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobodyGivesBackWhatAColleagueTook(Way way) {
        taskService.claim(sample.task(), "clerk2");

        for (String other : new String[] {"clerk1", "tech1", "supervisor"}) {
            assertThat(unclaim(as(way, other)).status()).isEqualTo(403);
            Answer forNobody = claimForNobody(as(way, other));
            assertThat(forNobody.status()).isEqualTo(403);
            assertThat(forNobody.message()).isEqualTo(TaskClaims.NOT_YOURS);
        }
        assertThat(assignee()).isEqualTo("clerk2");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskThatNoGroupCouldTakeUpStaysWithItsAssignee(Way way) {
        taskService.claim(sample.task(), "clerk1");
        taskService.deleteCandidateGroup(sample.task(), "customerService");

        for (Answer answer : new Answer[] {unclaim(as(way, "clerk1")), claimForNobody(as(way, "clerk1"))}) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.message()).isEqualTo(TaskClaims.NO_GROUP);
        }
        assertThat(assignee()).isEqualTo("clerk1");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobodyTakesATaskInAnothersName(Way way) {
        for (String person : new String[] {"clerk1", "tech1"}) {
            Answer answer = claim(as(way, person), "clerk2");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.message()).isEqualTo(TaskClaims.NOT_IN_OTHERS_NAMES);
        }
        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoeverTookATaskHandsItToNobodyElse(Way way) {
        taskService.claim(sample.task(), "clerk1");

        for (String action : new String[] {"assignee", "delegate"}) {
            assertThat(as(way, "clerk1")
                            .post("/task/" + sample.task() + "/" + action, "{\"userId\":\"clerk2\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as(way, "clerk1")
                        .post("/task/" + sample.task() + "/assignee", "{\"userId\":null}")
                        .status())
                .isEqualTo(403);
        assertThat(assignee()).isEqualTo("clerk1");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anAdministratorTakesAndGivesBackForOthers(Way way) {
        HttpOffice admin = as(way, "admin");

        assertThat(claim(admin, "clerk2").status()).isEqualTo(204);
        assertThat(assignee()).isEqualTo("clerk2");
        assertThat(unclaim(admin).status()).isEqualTo(204);
        assertThat(assignee()).isNull();
    }

    private HttpOffice as(Way way, String user) {
        return way.as(port, user);
    }

    private Answer claim(HttpOffice person, String assignee) {
        return person.post("/task/" + sample.task() + "/claim", "{\"userId\":\"%s\"}".formatted(assignee));
    }

    private Answer claimForNobody(HttpOffice person) {
        return person.post("/task/" + sample.task() + "/claim", "{\"userId\":null}");
    }

    private Answer unclaim(HttpOffice person) {
        return person.post("/task/" + sample.task() + "/unclaim", "{}");
    }

    private String assignee() {
        return taskService
                .createTaskQuery()
                .taskId(sample.task())
                .singleResult()
                .getAssignee();
    }
}
