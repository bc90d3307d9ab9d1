package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TestDatabase;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.FileSystemUtils;

@ProcedureTest
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
    private BeanFactory application;

    private ModelDeployment deployment;

    @BeforeEach
    void samples() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("sampleListener", new SampleListener()));
        Path directory = SampleModels.sample().directory();
        deployment = new ModelDeployment(
                new ModelReader(new ModelProperties(directory.toString())), repositoryService, beans);
    }

    @AfterEach
    void removeAll() {
        repositoryService.createDeploymentQuery().deploymentSource(ModelDeployment.SOURCE).list().stream()
                .filter(one -> List.of(SampleModels.PROCESS, SampleModels.OTHER_PROCESS, SampleModels.DECISION)
                        .contains(one.getName()))
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

    @Test
    void brokenModelsAreNotDeployed() {
        long before = repositoryService.createDeploymentQuery().count();

        assertThatExceptionOfType(BrokenModelsException.class)
                .isThrownBy(() -> deployment.deploy(
                        SampleModels.sample().without(SampleModels.TASK_FORM).models()));

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aDirectoryWithoutModelsIsRefusedByName(@TempDir Path empty) {
        assertThatExceptionOfType(BrokenModelsException.class)
                .isThrownBy(() -> new ModelReader(new ModelProperties(empty.toString())).read())
                .withMessageContaining(empty.toString());
    }

    /** A directory of one's own replaces all models, so everything that a case will ever ask for has to be in it. */
    @ParameterizedTest
    @CsvSource({
        "notification.dmn, processes/notification.dmn is missing",
        "service-commitments.dmn, processes/service-commitments.dmn is missing",
        "escalation.dmn, 'escalation'",
        "repair-catalogue.dmn, 'repairCatalogue'",
        "repair-classification.dmn, 'repairClassification'",
        "repair-fee.dmn, 'repairFee'",
        "satisfaction.dmn, 'satisfactionFollowUp'",
        "repair-accident.bpmn, 'repairAccident'"
    })
    void aDirectoryThatLacksAModelIsRefusedByName(String file, String named, @TempDir Path own) throws Exception {
        for (String folder : List.of("processes", "forms")) {
            FileSystemUtils.copyRecursively(Path.of(folder), own.resolve(folder));
        }
        Files.delete(own.resolve("processes").resolve(file));
        long before = repositoryService.createDeploymentQuery().count();

        assertThatExceptionOfType(BrokenModelsException.class)
                .isThrownBy(
                        new ModelDeployment(
                                        new ModelReader(new ModelProperties(own.toString())),
                                        repositoryService,
                                        application)::afterSingletonsInstantiated)
                .withMessageContaining(named);

        assertThat(repositoryService.createDeploymentQuery().count()).isEqualTo(before);
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
