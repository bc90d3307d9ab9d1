package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCheckTest {

    private final ModelCheck check = new ModelCheck("sampleListener"::equals, List.of());

    @Test
    void completeModelsHaveNoProblem() {
        assertThat(check.problems(SampleModels.sample().models())).isEmpty();
    }

    @Test
    void aMissingFormIsNamedWithItsTask() {
        assertThat(check.problems(
                        SampleModels.sample().without(SampleModels.TASK_FORM).models()))
                .singleElement()
                .asString()
                .contains("processes/sample.bpmn", "Task_Sample", "'sample-task'");
    }

    @Test
    void aMissingBeanIsNamedWithItsTask() {
        assertThat(new ModelCheck(bean -> false, List.of())
                        .problems(SampleModels.sample().models()))
                .hasSize(2)
                .allMatch(problem -> problem.contains("Task_Sample refers to '${sampleListener}'"));
    }

    @Test
    void anExpressionThatIsNoBeanIsRefused() {
        Models models = SampleModels.sample()
                .replacing(SampleModels.PROCESS, "${sampleListener}", "${sampleListener.toString()}")
                .models();

        assertThat(check.problems(models)).hasSize(1);
    }

    @Test
    void aMissingDecisionIsNamedWithItsTask() {
        assertThat(check.problems(
                        SampleModels.sample().without(SampleModels.DECISION).models()))
                .hasSize(2)
                .allMatch(problem -> problem.contains("Task_Decide refers to 'sampleDecision'"));
    }

    @Test
    void aFormThatNothingUsesIsReported() {
        Models models = SampleModels.sample()
                .with("forms/left-over.form", "{\"id\": \"left-over\"}")
                .models();

        assertThat(check.unusedForms(models)).containsExactly("forms/left-over.form");
        assertThat(check.problems(models)).isEmpty();
    }

    @Test
    void aFormWithoutIdOrWithATakenOneIsReported() {
        Models models = SampleModels.sample()
                .with("forms/broken.form", "no json")
                .with("forms/twin.form", "{\"id\": \"sample-task\"}")
                .models();

        assertThat(check.problems(models))
                .containsExactlyInAnyOrder(
                        "forms/broken.form: not a form with an id",
                        "forms/twin.form: the form id 'sample-task' is taken by forms/sample-task.form");
    }
}
