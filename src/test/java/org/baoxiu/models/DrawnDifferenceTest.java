package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.models.Drawing.Kind;
import org.baoxiu.models.Drawing.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a diagram is, drawn before and after. */
@DisplayName("画出来的差别")
class DrawnDifferenceTest {

    private static final String REPAIR = "repair-request.bpmn";
    private static final UnaryOperator<String> RENAMED = replacing("name=\"评估故障\"", "name=\"判断故障\"");
    private static final UnaryOperator<String> SENT_ELSEWHERE =
            matching("(id=\"Task_AssessFault\"[^>]*camunda:candidateGroups=\")engineeringSupervisor", "$1director");
    private static final UnaryOperator<String> FORM =
            matching("(id=\"Task_AssessFault\"[^>]*camunda:formRef=\")assess-fault", "$1survey-site");
    private static final UnaryOperator<String> CONDITION = matching("\\$\\{surveyNeeded}", "\\${!surveyNeeded}");
    private static final UnaryOperator<String> LISTENER = matching(
            "(id=\"Task_AssessFault\".*?<camunda:taskListener delegateExpression=\")[^\"]*", "$1\\${recordVisit}");
    private static final UnaryOperator<String> ANOTHER_STEP = text -> FreePartsTest.spotChecked("");

    private static List<Drawing> drawn(String was, String is) {
        return DrawnDifference.of(
                new ChangedFile(ModelKind.PROCESS, "repairRequest", REPAIR, was.getBytes(), is.getBytes()));
    }

    private static List<Drawing> drawn(UnaryOperator<String> edit) {
        return drawn(file(REPAIR), edit.apply(file(REPAIR)));
    }

    /** Kind and sign by element. */
    private static Map<String, String> signs(Drawing drawing) {
        return drawing.marks().stream()
                .collect(Collectors.toMap(
                        Mark::element, mark -> mark.kind() + " " + mark.sign(), (one, other) -> one, TreeMap::new));
    }

    private static Set<String> elements(Drawing drawing) {
        return drawing.scenes().stream()
                .flatMap(scene -> Stream.concat(
                        scene.parts().stream().map(part -> part.element()),
                        scene.lines().stream().map(line -> line.flow())))
                .collect(Collectors.toSet());
    }

    record Said(UnaryOperator<String> edit, String element, String sign) {}

    static Stream<Said> changes() {
        return Stream.of(
                new Said(RENAMED, "Task_AssessFault", "修改 名称"),
                new Said(SENT_ELSEWHERE, "Task_AssessFault", "修改 候选小组"),
                new Said(FORM, "Task_AssessFault", "修改 表单"),
                new Said(LISTENER, "Task_AssessFault", "修改 任务监听器"),
                new Said(CONDITION, "Flow_SurveyNeeded", "修改 条件"),
                new Said(text -> RENAMED.andThen(FORM).apply(text), "Task_AssessFault", "修改 2 处"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("what has changed is said where it is, before and after, and at the step in which it is")
    void changed(Said said) {
        List<Drawing> drawn = drawn(said.edit());

        assertThat(drawn).extracting(Drawing::name).containsExactly("原来", "现在");
        assertThat(drawn).allSatisfy(drawing -> assertThat(signs(drawing))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(said.element(), "CHANGED " + said.sign(), "SubProcess_Assess", "INSIDE 里面 1 处")));
    }

    @Test
    @DisplayName("a new step stands in the drawing of afterwards only, with its arrow")
    void added() {
        List<Drawing> drawn = drawn(ANOTHER_STEP);

        assertThat(signs(drawn.get(0)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Flow_WorkDone", "CHANGED 修改 到", "SubProcess_Repair", "INSIDE 里面 1 处"));
        assertThat(signs(drawn.get(1)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Task_SpotCheck",
                        "ADDED 新增",
                        "Flow_SpotChecked",
                        "ADDED 新增",
                        "Flow_WorkDone",
                        "CHANGED 修改 到",
                        "SubProcess_Repair",
                        "INSIDE 里面 3 处"));
    }

    @Test
    @DisplayName("what is gone stands in the drawing of before only")
    void removed() {
        List<Drawing> drawn = drawn(ANOTHER_STEP.apply(""), file(REPAIR));

        assertThat(signs(drawn.get(0)))
                .containsEntry("Task_SpotCheck", "REMOVED 去掉")
                .containsEntry("Flow_SpotChecked", "REMOVED 去掉");
        assertThat(signs(drawn.get(1))).doesNotContainKeys("Task_SpotCheck", "Flow_SpotChecked");
    }

    @Test
    @DisplayName("what was only moved is said as such, and is no difference")
    void moved() {
        UnaryOperator<String> edit = matching("(bpmnElement=\"Task_AssessFault\"[^>]*>\\s*<dc:Bounds x=\")\\d+", "$17");

        assertThat(drawn(edit)).allSatisfy(drawing -> assertThat(signs(drawing))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Task_AssessFault", "MOVED 移动", "SubProcess_Assess", "INSIDE 里面有移动")));
        assertThat(differences(file(REPAIR), edit.apply(file(REPAIR)))).isEmpty();
        assertThat(drawn(text -> edit.andThen(RENAMED).apply(text))).allSatisfy(drawing -> assertThat(signs(drawing))
                .containsEntry("Task_AssessFault", "CHANGED 修改 名称")
                .containsEntry("SubProcess_Assess", "INSIDE 里面 1 处"));
    }

    /** Way of the edge of a flow. */
    private static UnaryOperator<String> laid(String flow, String points) {
        return matching(
                "(<bpmndi:BPMNEdge [^>]*bpmnElement=\"" + flow + "\"[^>]*>).*?(?=<bpmndi:BPMNLabel|</bpmndi:BPMNEdge>)",
                "$1" + points);
    }

    private static final String DETOUR =
            "<di:waypoint x=\"1\" y=\"1\" /><di:waypoint x=\"1\" y=\"90\" /><di:waypoint x=\"90\" y=\"90\" />";

    @Test
    @DisplayName(
            "an arrow that only takes another way is said as such, and is no difference; one that goes with what it connects is not")
    void anotherWay() {
        UnaryOperator<String> edit = laid("Flow_SurveyNeeded", DETOUR);

        assertThat(drawn(edit)).allSatisfy(drawing -> {
            assertThat(signs(drawing))
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("Flow_SurveyNeeded", "MOVED 改了走线", "SubProcess_Assess", "INSIDE 里面有移动"));
            assertThat(word(drawing, "Flow_SurveyNeeded")).isEqualTo("连线“是”：只改了走线，从哪里到哪里没有变");
        });
        assertThat(differences(file(REPAIR), edit.apply(file(REPAIR)))).isEmpty();
        assertThat(drawn(text -> edit.andThen(
                                matching("(bpmnElement=\"Task_SurveySite\"[^>]*>\\s*<dc:Bounds x=\")\\d+", "$17"))
                        .apply(text)))
                .allSatisfy(drawing -> assertThat(signs(drawing)).doesNotContainKey("Flow_SurveyNeeded"));
    }

    @Test
    @DisplayName("an arrow that leads elsewhere says from where to where, by the names of the steps")
    void leadsElsewhere() {
        UnaryOperator<String> to = matching("(id=\"Flow_SurveyNeeded\"[^>]*targetRef=\")[^\"]*", "$1Task_AssessFault");
        UnaryOperator<String> from = matching("(id=\"Flow_SurveyNeeded\"[^>]*sourceRef=\")[^\"]*", "$1Task_SurveySite");

        assertThat(drawn(to)).allSatisfy(drawing -> {
            assertThat(signs(drawing)).containsEntry("Flow_SurveyNeeded", "CHANGED 修改 到");
            assertThat(word(drawing, "Flow_SurveyNeeded"))
                    .isEqualTo("修改 连线“是”（Flow_SurveyNeeded）的到：“现场勘查”（Task_SurveySite） → “评估故障”（Task_AssessFault）");
        });
        assertThat(drawn(from)).allSatisfy(drawing -> {
            assertThat(signs(drawing)).containsEntry("Flow_SurveyNeeded", "CHANGED 修改 从");
            assertThat(word(drawing, "Flow_SurveyNeeded")).contains("的从：", " → “现场勘查”（Task_SurveySite）");
        });
        assertThat(drawn(text -> to.andThen(laid("Flow_SurveyNeeded", DETOUR)).apply(text)))
                .allSatisfy(drawing -> assertThat(signs(drawing)).containsEntry("Flow_SurveyNeeded", "CHANGED 修改 到"));
    }

    private static String word(Drawing drawing, String element) {
        return drawing.marks().stream()
                .filter(mark -> mark.element().equals(element))
                .map(Mark::words)
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("a step that has changed itself says that too")
    void theStepItself() {
        UnaryOperator<String> step = matching("(<bpmn:subProcess id=\"SubProcess_Assess\" name=\")[^\"]*", "$1三");

        assertThat(signs(drawn(text -> step.andThen(RENAMED).apply(text)).get(1)))
                .containsEntry("SubProcess_Assess", "CHANGED 修改 名称，里面 1 处");
    }

    private static String released() throws IOException {
        return Files.readString(Path.of("src/test/resources/releases/v0.1.0/models/processes", REPAIR));
    }

    @Test
    @DisplayName("the list and the drawing tell of the same elements")
    void theSame() throws IOException {
        String was = released();
        List<Drawing> drawn = drawn(was, file(REPAIR));
        Set<String> told = new TreeSet<>();
        Set<String> there = new TreeSet<>();
        drawn.forEach(drawing -> {
            there.addAll(elements(drawing));
            drawing.marks().stream()
                    .filter(mark -> mark.kind() != Kind.MOVED && mark.kind() != Kind.INSIDE)
                    .map(Mark::element)
                    .forEach(told::add);
            assertThat(elements(drawing))
                    .containsAll(drawing.marks().stream().map(Mark::element).toList());
        });

        Set<String> listed = differences(was, file(REPAIR)).stream()
                .map(Difference::spot)
                .filter(spot -> spot != null)
                .map(Difference.Spot::element)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).hasSizeGreaterThan(50).isEqualTo(told);
        assertThat(there).containsAll(listed);
    }

    private static List<Difference> differences(String was, String is) {
        return FileDifference.of(
                        new ChangedFile(ModelKind.PROCESS, "repairRequest", REPAIR, was.getBytes(), is.getBytes()))
                .differences();
    }

    @Test
    @DisplayName("of a new process there is nothing to be compared, and a file without a drawing has none")
    void withoutFormer() {
        assertThat(DrawnDifference.of(new ChangedFile(
                        ModelKind.PROCESS,
                        "repairRequest",
                        REPAIR,
                        null,
                        file(REPAIR).getBytes())))
                .singleElement()
                .satisfies(drawing -> {
                    assertThat(drawing.name()).isEqualTo("现在");
                    assertThat(drawing.marks()).isEmpty();
                    assertThat(drawing.scenes()).isNotEmpty();
                });
        assertThat(drawn(matching("<bpmndi:BPMNDiagram .*</bpmndi:BPMNDiagram>", "")))
                .extracting(drawing -> drawing.scenes().isEmpty())
                .containsExactly(false, true);
    }
}
