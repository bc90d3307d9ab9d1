package org.baoxiu.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** Small models for tests of what surrounds models. */
public final class SampleModels {

    public static final String KEY = "sampleRequest";
    static final String OTHER_KEY = "sampleRecord";

    static final String PROCESS = "processes/sample.bpmn";
    static final String OTHER_PROCESS = "processes/other.bpmn";
    static final String DECISION = "processes/sample.dmn";
    static final String TASK_FORM = "forms/sample-task.form";

    private final Map<String, String> files = new TreeMap<>();

    private SampleModels() {}

    /** Two processes with a task for customer service each, and a decision. */
    public static SampleModels sample() {
        return new SampleModels()
                .with(PROCESS, process(KEY, "sample-start", "sample-task", "sampleListener"))
                .with(OTHER_PROCESS, process(OTHER_KEY, "other-start", "other-task", "sampleListener"))
                .with(DECISION, decision("sampleDecision"))
                .with("forms/sample-start.form", form("sample-start"))
                .with(TASK_FORM, form("sample-task"))
                .with("forms/other-start.form", form("other-start"))
                .with("forms/other-task.form", form("other-task"));
    }

    /**
     * Deploys the samples, for tests that share one application. The clerks may read them as they may read the real processes: the
     * measuring of the coverage asks with their rights.
     */
    public static Deployment deploy(ProcessEngine engine) {
        DeploymentBuilder builder =
                engine.getRepositoryService().createDeployment().name("samples");
        sample().files.forEach(builder::addString);
        Deployment deployment = builder.deploy();
        letClerksRead(engine.getAuthorizationService());
        return deployment;
    }

    private static void letClerksRead(AuthorizationService rights) {
        if (rights.createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(KEY)
                        .count()
                == 0) {
            Authorization reading = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            reading.setGroupId("customerService");
            reading.setResource(Resources.PROCESS_DEFINITION);
            reading.setResourceId(KEY);
            reading.addPermission(Permissions.READ);
            rights.saveAuthorization(reading);
        }
    }

    SampleModels with(String name, String content) {
        files.put(name, content);
        return this;
    }

    SampleModels without(String name) {
        files.remove(name);
        return this;
    }

    SampleModels replacing(String name, String part, String replacement) {
        return with(name, files.get(name).replace(part, replacement));
    }

    String text(String name) {
        return files.get(name);
    }

    Models models() {
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((name, content) -> contents.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return new Models(contents);
    }

    /** @return a new directory with the models, for {@code baoxiu.models.directory} */
    Path directory() {
        try {
            Path root = Files.createTempDirectory("models");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String process(String key, String startForm, String taskForm, String listener) {
        return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="org.baoxiu.sample"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_%1$s">
          <process id="%1$s" name="样例" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="StartEvent_Sample" camunda:formRef="%2$s" camunda:formRefBinding="deployment"/>
            <sequenceFlow id="Flow_1" sourceRef="StartEvent_Sample" targetRef="Task_Sample"/>
            <userTask id="Task_Sample" name="办理样例" camunda:candidateGroups="customerService"
                      camunda:formRef="%3$s" camunda:formRefBinding="deployment">
              <extensionElements>
                <camunda:taskListener event="complete" delegateExpression="${%4$s}"/>
              </extensionElements>
            </userTask>
            <sequenceFlow id="Flow_2" sourceRef="Task_Sample" targetRef="Task_Decide"/>
            <businessRuleTask id="Task_Decide" camunda:decisionRef="sampleDecision"/>
            <sequenceFlow id="Flow_3" sourceRef="Task_Decide" targetRef="EndEvent_Sample"/>
            <endEvent id="EndEvent_Sample"/>
          </process>
        </definitions>
        """
                .formatted(key, startForm, taskForm, listener);
    }

    private static String decision(String key) {
        return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" namespace="org.baoxiu.sample"
                     xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_%1$s" name="样例">
          <decision id="%1$s" name="样例" camunda:historyTimeToLive="P1D">
            <decisionTable id="Table_1" hitPolicy="FIRST">
              <output id="Output_1" name="answer" typeRef="string"/>
              <rule id="Rule_1"><outputEntry id="Entry_1"><text>"yes"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """
                .formatted(key);
    }

    private static String form(String id) {
        return """
        {"id": "%s", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
         "executionPlatformVersion": "7.24.0",
         "components": [{"id": "Field_1", "type": "textfield", "key": "mood", "label": "心情"}]}
        """
                .formatted(id);
    }
}
