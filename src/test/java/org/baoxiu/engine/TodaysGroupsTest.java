package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.baoxiu.people.StartLock;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@ProcedureTest
@DisplayName("升级后，旧任务也给新增的岗位")
@Tag("long")
class TodaysGroupsTest {

    private static final String KEY = "gainedGroups";
    private static final String NOBODY_ELSE = "customerService";

    @Autowired
    Office office;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    StartLock lock;

    private String former;
    private String today;

    @BeforeEach
    void upgrade() {
        former = office.finds(Map.of("processes/gained.bpmn", model(NOBODY_ELSE)));
        IntStream.range(0, 3).forEach(one -> engine.getRuntimeService().startProcessInstanceByKey(KEY));
        today = office.finds(Map.of("processes/gained.bpmn", model(NOBODY_ELSE + ",director")));
    }

    @AfterEach
    void withdraw() {
        office.withdraws(today);
        office.withdraws(former);
    }

    private static String model(String groups) {
        return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="org.baoxiu.sample"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Gained">
          <process id="%s" name="样例" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="StartEvent_Gained"/>
            <sequenceFlow id="Flow_1" sourceRef="StartEvent_Gained" targetRef="Task_Gained"/>
            <userTask id="Task_Gained" name="办理样例" camunda:candidateGroups="%s"/>
          </process>
        </definitions>
        """
                .formatted(KEY, groups);
    }

    private TodaysGroups node(TaskService seenBy) {
        return new TodaysGroups(engine.getRepositoryService(), engine.getRuntimeService(), seenBy, transaction, lock);
    }

    private List<Task> open() {
        return tasks.createTaskQuery().processDefinitionKey(KEY).list();
    }

    private List<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }

    @Test
    @DisplayName(
            "whoever completes a task while it is offered goes first; the node starts, and the other tasks are offered")
    void somebodyIsQuicker() {
        String taken = open().get(1).getId();
        TaskService meanwhile = mock(TaskService.class, delegatesTo(tasks));
        doAnswer(call -> {
                    CompletableFuture.runAsync(() -> tasks.complete(taken)).join();
                    tasks.addCandidateGroup(taken, "director");
                    return null;
                })
                .when(meanwhile)
                .addCandidateGroup(eq(taken), eq("director"));

        node(meanwhile).offer();

        assertThat(open()).hasSize(2).allSatisfy(task -> assertThat(groups(task))
                .containsExactlyInAnyOrder(NOBODY_ELSE, "director"));
    }

    @Test
    @DisplayName("nodes that start together offer one after another, and each group once")
    void twoNodes() throws Exception {
        CompletableFuture<Void> second = transaction.execute(status -> {
            lock.acquire();
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> node(tasks).offer());
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });
        node(tasks).offer();
        second.get(10, TimeUnit.SECONDS);

        assertThat(open()).hasSize(3).allSatisfy(task -> assertThat(groups(task))
                .containsExactlyInAnyOrder(NOBODY_ELSE, "director"));
    }
}
