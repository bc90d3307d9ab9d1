package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.commitment.CommitmentKind;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("各环节要守的时限")
class PromisedStepsTest {

    /** What the due date of a task is made of. */
    private static final Map<String, CommitmentKind> BEHIND = Map.of(
            "${registrationDue}", CommitmentKind.REGISTRATION,
            "${arrivalDue}", CommitmentKind.ARRIVAL,
            "${visitDue}", CommitmentKind.ARRIVAL,
            "${workDue}", CommitmentKind.REPAIR,
            "${deferralDue}", CommitmentKind.DEFERRAL_CALL,
            "${resultDue}", CommitmentKind.RESULT_REPORT,
            "${verificationDue}", CommitmentKind.VERIFICATION,
            "${accidentAnswerDue}", CommitmentKind.ACCIDENT_ANSWER,
            "${accidentSolutionDue}", CommitmentKind.ACCIDENT_SOLUTION);

    private static final List<BpmnModelInstance> MODELS = Stream.of("repair-request", "repair-accident")
            .map(name -> Bpmn.readModelFromFile(new File("processes/" + name + ".bpmn")))
            .toList();

    private final Map<String, CommitmentKind> promised = new PromisedSteps().byElement();

    @Test
    @DisplayName("a task promises what its due date says, and no other task promises anything")
    void asTheModelsSay() {
        Map<String, CommitmentKind> due = MODELS.stream()
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .filter(task -> task.getCamundaDueDate() != null)
                .collect(Collectors.toMap(UserTask::getId, task -> BEHIND.get(task.getCamundaDueDate())));

        assertThat(due).isNotEmpty().doesNotContainValue(null);
        assertThat(promised.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("Task_"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(due);
    }

    @Test
    @DisplayName("every element that promises something is in a model")
    void elementsExist() {
        assertThat(promised.keySet()).allSatisfy(id -> assertThat(MODELS.stream()
                        .map(model -> model.getModelElementById(id))
                        .filter(FlowNode.class::isInstance))
                .as(id)
                .hasSize(1));
    }
}
