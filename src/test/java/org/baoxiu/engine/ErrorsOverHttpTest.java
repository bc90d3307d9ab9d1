package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.baoxiu.models.SampleCase;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.people.HttpOffice.Way;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clerk reads when something goes wrong, in Tasklist and for programs that use the REST interface. */
@ProcedureTest
@Tag("long")
class ErrorsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

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
    @EnumSource(Way.class)
    void aStepAgainstTheRulesIsRefusedWithTheRulesOwnSentence(Way way) {
        for (String action : new String[] {"complete", "submit-form"}) {
            Answer answer = finish(way, "clerk1", action, "wrong");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.type()).isEqualTo("Rejection");
            assertThat(answer.message()).isEqualTo(SampleListener.WRONG);
            assertThatTheTaskIsStillThere();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aPersonWhoMayNotIsRefusedWithTheRulesOwnSentence(Way way) {
        Answer answer = finish(way, "clerk1", "submit-form", "forbidden");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).isEqualTo(SampleListener.FORBIDDEN);
        assertThatTheTaskIsStillThere();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherGroupsTaskCannotBeCompleted(Way way) {
        Answer answer = finish(way, "tech1", "submit-form", "fine");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("AuthorizationException");
        assertThat(answer.message()).isEqualTo(EngineErrors.NOT_YOURS);
        assertThatTheTaskIsStillThere();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClerkCannotSetVariables(Way way) {
        Answer answer = as(way, "clerk1")
                .put("/task/" + sample.task() + "/variables/mood", "{\"value\":\"fine\",\"type\":\"String\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("只有系统管理员可以进行");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoeverComesSecondIsToldToRefresh(Way way) {
        for (String mood : new String[] {"locked", "lockedSlip"}) {
            Answer answer = finish(way, "clerk1", "submit-form", mood);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.message()).isEqualTo(EngineErrors.CHANGED_MEANWHILE);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskThatSomebodyElseCompletedIsGone(Way way) {
        taskService.complete(sample.task());

        for (String action : new String[] {"complete", "submit-form"}) {
            Answer answer = finish(way, "clerk1", action, "fine");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.message()).isEqualTo(EngineErrors.TASK_GONE);
        }
        Answer claim = as(way, "clerk1").post("/task/" + sample.task() + "/claim", "{\"userId\":\"clerk1\"}");
        assertThat(claim.status()).isEqualTo(404);
        assertThat(claim.message()).isEqualTo(EngineErrors.TASK_GONE);
        Answer unclaim = as(way, "clerk1").post("/task/" + sample.task() + "/unclaim", "{}");
        assertThat(unclaim.status()).isEqualTo(404);
        assertThat(unclaim.message()).isEqualTo(EngineErrors.TASK_GONE);
        assertThat(as(way, "clerk1").get("/task/" + sample.task()).message()).isEqualTo(EngineErrors.TASK_GONE);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTaskThatSomebodyElseClaimedStaysTheirs(Way way) {
        taskService.claim(sample.task(), "clerk2");

        Answer answer = as(way, "clerk1").post("/task/" + sample.task() + "/claim", "{\"userId\":\"clerk1\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo(EngineErrors.ALREADY_CLAIMED);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aFailureOfTheSystemGivesANumberToAskAbout(Way way) {
        Answer answer = finish(way, "clerk1", "submit-form", "crash");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.message())
                .matches("系统出错，本次操作没有保存。.*编号 [0-9a-f]{8} .*")
                .doesNotContain("disk full");
        assertThatTheTaskIsStillThere();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void malformedJsonAndUnknownPathsAreStillTheCallersMistake(Way way) {
        assertThat(as(way, "clerk1")
                        .post("/task/" + sample.task() + "/complete", "{\"variables\":")
                        .status())
                .isEqualTo(400);
        assertThat(as(way, "clerk1")
                        .post("/task/" + sample.task() + "/complete", "{\"variables\":[]}")
                        .status())
                .isEqualTo(400);
        assertThat(as(way, "clerk1").get("/no-such-thing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLegalStepIsTaken(Way way) {
        Answer answer = finish(way, "clerk1", "submit-form", "fine");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(204);
        assertThat(taskService.createTaskQuery().taskId(sample.task()).count()).isZero();
    }

    private HttpOffice as(Way way, String user) {
        return way.as(port, user);
    }

    private Answer finish(Way way, String user, String action, String mood) {
        return as(way, user)
                .post(
                        "/task/" + sample.task() + "/" + action,
                        "{\"variables\":{\"mood\":{\"value\":\"%s\",\"type\":\"String\"}}}".formatted(mood));
    }

    private void assertThatTheTaskIsStillThere() {
        assertThat(taskService.createTaskQuery().taskId(sample.task()).count()).isEqualTo(1);
        assertThat(runtimeService.getVariables(sample.instance())).isEmpty();
    }
}
