package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@Tag("long")
class ModelDeploymentTest {

    @Autowired
    private RepositoryService repositoryService;

    @Autowired
    private RuntimeService runtimeService;

    @Autowired
    private TaskService taskService;

    @Autowired
    private FormService formService;

    @Autowired
    private ModelDoor door;

    @Autowired
    private ActiveModels active;

    @Autowired
    private HeldBack heldBack;

    @Autowired
    private ReferencesExist references;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    private ModelDeployment deployment;

    @BeforeEach
    void samples() {
        deployment = startedWith(SampleModels.sample().directory());
    }

    private ModelDeployment startedWith(Path directory) {
        ModelProperties properties = new ModelProperties(directory.toString(), false, false);
        return new ModelDeployment(
                new ModelReader(properties), properties, repositoryService, door, active, heldBack, references);
    }

    /** The decision last: a process that uses it keeps it from being deleted. */
    @AfterEach
    void removeAll() {
        Stream.of(SampleModels.PROCESS, SampleModels.OTHER_PROCESS, SampleModels.DECISION)
                .flatMap(
                        name -> repositoryService
                                .createDeploymentQuery()
                                .deploymentSource(ModelDeployment.SOURCE)
                                .deploymentName(name)
                                .list()
                                .stream())
                .forEach(one -> repositoryService.deleteDeployment(one.getId(), true));
    }

    @Test
    void startDeploysTheDirectoryUnderRelativeNames() {
        deployment.afterSingletonsInstantiated();

        List<String> names =
                repositoryService.createDeploymentQuery().deploymentName(SampleModels.PROCESS).list().stream()
                        .flatMap(deployed -> repositoryService.getDeploymentResourceNames(deployed.getId()).stream())
                        .distinct()
                        .toList();

        assertThat(names)
                .containsExactlyInAnyOrder(SampleModels.PROCESS, "forms/sample-start.form", SampleModels.TASK_FORM);
    }

    @Test
    void theModelsInTheApplicationAreCompleteAndDeployed() {
        assertThat(repositoryService
                        .createDeploymentQuery()
                        .deploymentSource(ModelDeployment.SOURCE)
                        .list())
                .extracting(Deployment::getName)
                .contains(
                        "processes/repair-request.bpmn",
                        "processes/repair-catalogue.dmn",
                        "processes/technician-record.bpmn");
    }

    @Test
    void unchangedModelsMakeNoNewVersion() {
        deployment.deploy(SampleModels.sample().models());
        long before = repositoryService.createDeploymentQuery().count();

        deployment.deploy(SampleModels.sample().models());

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aChangedFormBringsANewVersionOfItsProcessOnlyAndRunningTasksKeepTheOldForm() throws Exception {
        deployment.deploy(SampleModels.sample().models());
        int version = version(SampleModels.KEY);
        int otherVersion = version(SampleModels.OTHER_KEY);
        String instance =
                runtimeService.startProcessInstanceByKey(SampleModels.KEY).getId();

        deployment.deploy(SampleModels.sample()
                .replacing(SampleModels.TASK_FORM, "心情", "感受")
                .models());

        assertThat(version(SampleModels.KEY)).isEqualTo(version + 1);
        assertThat(version(SampleModels.OTHER_KEY)).isEqualTo(otherVersion);
        assertThat(formOf(instance)).contains("心情");
        assertThat(formOf(runtimeService
                        .startProcessInstanceByKey(SampleModels.KEY)
                        .getId()))
                .contains("感受");
    }

    @Test
    void goingBackToEarlierModelsIsAChangeToo() {
        deployment.deploy(SampleModels.sample()
                .replacing(SampleModels.TASK_FORM, "心情", "天气")
                .models());
        int version = version(SampleModels.KEY);

        deployment.deploy(SampleModels.sample().models());

        assertThat(version(SampleModels.KEY)).isEqualTo(version + 1);
    }

    @Test
    void aChangedDecisionBringsNoNewVersionOfAProcess() {
        deployment.deploy(SampleModels.sample().models());
        int version = version(SampleModels.KEY);
        int decision = decisionVersion();

        deployment.deploy(SampleModels.sample()
                .replacing(SampleModels.DECISION, "\"yes\"", "\"no\"")
                .models());

        assertThat(decisionVersion()).isEqualTo(decision + 1);
        assertThat(version(SampleModels.KEY)).isEqualTo(version);
    }

    /** On PostgreSQL, that is; a file of H2 belongs to one process, so that there the only node starts by itself. */
    @Test
    void nodesThatStartTogetherDeployOnce() throws Exception {
        int count = TestDatabase.postgres() ? 4 : 1;
        deployment.deploy(SampleModels.sample().models());
        int version = version(SampleModels.KEY);
        Models changed = SampleModels.sample()
                .replacing(SampleModels.PROCESS, "办理样例", "办理新样例")
                .models();

        ExecutorService nodes = Executors.newFixedThreadPool(count);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> starts = java.util.stream.IntStream.range(0, count)
                .<Future<?>>mapToObj(node -> nodes.submit(() -> {
                    together.await();
                    deployment.deploy(changed);
                    return null;
                }))
                .toList();
        together.countDown();
        for (Future<?> start : starts) {
            start.get();
        }
        nodes.shutdown();

        assertThat(version(SampleModels.KEY)).isEqualTo(version + 1);
    }

    /** The office stays open: it goes on with what was good, and whoever looks after the application learns why. */
    @Test
    void ofADirectoryWithAFaultNothingIsUsedAndTheAdministratorIsTold() {
        deployment.deploy(SampleModels.sample().models());
        long before = repositoryService.createDeploymentQuery().count();

        deployment.deploy(SampleModels.sample()
                .replacing(SampleModels.DECISION, "\"yes\"", "\"good\"")
                .replacing(SampleModels.PROCESS, "${sampleListener}", "${noSuchListener}")
                .models());

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(toldToAdministrator())
                .anyMatch(text -> text.contains("sample.bpmn") && text.contains("${noSuchListener}"));
    }

    @Test
    void whatTheModelerHasMadeActiveStaysSoAtTheNextStart() {
        deployment.deploy(SampleModels.sample().models());
        String other = repositoryService
                .createDeployment()
                .name("from the Modeler")
                .addString(
                        "sample.dmn",
                        SampleModels.sample().text(SampleModels.DECISION).replace("yes", "later"))
                .deploy()
                .getId();
        int version = decisionVersion();

        deployment.deploy(SampleModels.sample().models());

        assertThat(decisionVersion()).isEqualTo(version);
        assertThat(toldToAdministrator())
                .anyMatch(text -> text.contains(SampleModels.DECISION) && text.contains("没有启用"));
        repositoryService.deleteDeployment(other, true);
    }

    @Test
    void aFormThatTheModelerHasMadeActiveStaysSoToo() {
        deployment.deploy(SampleModels.sample().models());
        String other = repositoryService
                .createDeployment()
                .name("from the Modeler")
                .addString(
                        "sample-task.form",
                        SampleModels.sample().text(SampleModels.TASK_FORM).replace("心情", "感受"))
                .deploy()
                .getId();

        deployment.deploy(SampleModels.sample().models());

        assertThat(toldToAdministrator()).anyMatch(text -> text.contains("来的 " + SampleModels.TASK_FORM + " 没有启用"));
        repositoryService.deleteDeployment(other, true);
    }

    /** Unreadable like a broken link, whoever runs the tests. */
    @Test
    void anUnreadableFileKeepsTheOfficeOpen(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("processes/sample.bpmn"));
        Files.createDirectories(root.resolve("forms"));
        long before = repositoryService.createDeploymentQuery().count();

        startedWith(root).afterSingletonsInstantiated();

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(toldToAdministrator()).anyMatch(text -> text.contains(root + "/processes/sample.bpmn”读不出来"));
    }

    @Test
    void aDirectoryWithoutModelsIsRefusedByName(@TempDir Path empty) {
        assertThatExceptionOfType(BrokenModelsException.class)
                .isThrownBy(() -> new ModelReader(new ModelProperties(empty.toString(), false, false)).read())
                .withMessageContaining(empty.toString());
    }

    private List<String> toldToAdministrator() {
        String administrator = identity.createUserQuery()
                .memberOfGroup("camunda-admin")
                .list()
                .get(0)
                .getId();
        return database.sql("select text from message where event = 'MODELS_REFUSED' and recipient like ?")
                .param("%" + administrator)
                .query(String.class)
                .list();
    }

    private int version(String process) {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private int decisionVersion() {
        return repositoryService
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("sampleDecision")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String formOf(String instance) throws Exception {
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        return new String(
                formService.getDeployedTaskForm(task).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
