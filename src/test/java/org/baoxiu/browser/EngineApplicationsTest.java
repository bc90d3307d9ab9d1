package org.baoxiu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything that Tasklist, Cockpit, Admin and Welcome show, and its pictures below {@code target/pages} to be looked at. */
@BrowserTest
@DisplayName("浏览器里的四个网页应用都是中文")
class EngineApplicationsTest {

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    ManagementService managementService;

    private OfficeBrowser browser;
    private Map<String, List<String>> first;

    /** A case that runs, a job that failed, a batch that waits. */
    @BeforeAll
    void somethingHappens() {
        RepairCase repair =
                office.reports("clerk1", leakingTap()).submits("clerk1", REGISTER_REQUEST, registered("PL-01"));
        await().atMost(Duration.ofSeconds(30)).until(() -> repair.openTasks().contains(PICK_UP_SLIP));
        managementService.setJobRetries(repair.timers().get(0).getId(), 0);
        managementService.suspendBatchById(runtimeService
                .setVariablesAsync(List.of(repair.instance()), Map.of("seen", true))
                .getId());
        String table = repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("repairClassification")
                .latestVersion()
                .singleResult()
                .getId();
        String definition = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(repair.instance())
                .singleResult()
                .getProcessDefinitionId();
        first = Map.of(
                "cockpit",
                List.of(
                        "#/process-instance/%s/runtime".formatted(repair.instance()),
                        "#/process-definition/%s/runtime".formatted(definition),
                        "#/decision-definition/%s".formatted(table),
                        "#/"),
                "admin",
                List.of("#/users/clerk1?tab=profile", "#/"),
                "tasklist",
                List.of("#/?task=" + repair.task(PICK_UP_SLIP).getId(), "#/"),
                "welcome",
                List.of("#/"));
        browser = new OfficeBrowser("http://localhost:" + port);
    }

    @AfterAll
    void browserCloses() {
        browser.close();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"admin, cockpit", "admin, admin", "admin, tasklist", "admin, welcome"})
    void noEnglishWord(String person, String application) {
        assertThat(browser.engine(person, application).walks(first.get(application)))
                .as("what is not Chinese")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin", "tasklist", "welcome"})
    void theWayBackToTheOffice(String application) {
        browser.engine("admin", application).returnsToTheOffice();
    }
}
