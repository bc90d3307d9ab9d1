package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.engine.CodedTables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of a file is, in words. */
@DisplayName("两个版本的差别")
class FileDifferenceTest {

    /** @param says for each difference: how, place, before, after */
    record Change(ModelKind kind, String file, UnaryOperator<String> edit, List<String> says) {

        @Override
        public String toString() {
            return file + " " + says;
        }
    }

    private static Change change(String file, UnaryOperator<String> edit, String... says) {
        ModelKind kind =
                file.endsWith(".dmn") ? ModelKind.TABLE : file.endsWith(".bpmn") ? ModelKind.PROCESS : ModelKind.FORM;
        return new Change(kind, file, edit, List.of(says));
    }

    private static final String LIMITS = "service-commitments.dmn";
    private static final String CLASSES = "repair-classification.dmn";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String FORM = "assess-fault.form";

    private static UnaryOperator<String> first(String rule) {
        return text -> {
            String row = text.replaceFirst("(?s).*?(<rule id=\"" + rule + "\">.*?</rule>).*", "$1");
            return text.replace(row, "").replaceFirst("<rule ", row.replace("$", "\\$") + "\n      <rule ");
        };
    }

    static Stream<Change> changes() {
        return Stream.of(
                change(
                        LIMITS,
                        matching("(id=\"OutputEntry_Arrival_Limit\">\\s*<text>)[^<]*", "$1\"PT20M\""),
                        "修改 “时限承诺”第 4 行（4.6.2 通知后 15 分钟内到场；过去三分之二时提醒）的“时限”: \"15 分钟\" → \"PT20M\""),
                change(
                        CLASSES,
                        matching("<rule id=\"Rule_Repeated\">.*?</rule>", ""),
                        "去掉 “维修界定”原来的第 2 行（4.2.1.1 承诺的服务没有做到，多次提出仍无效；4.4.1 由客户服务中心主管报主任）: 计入的催办、投诉、重复报修次数 >= 3"),
                change(CLASSES, first("Rule_OneDayUnresolved"), "移动 “维修界定”第 1 行", "第 4 行 → 第 1 行"),
                change(
                        CLASSES,
                        matching("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""),
                        "修改 “维修界定”的命中策略: FIRST → UNIQUE"),
                change(
                        LIMITS,
                        replacing("name=\"limit\" typeRef=\"string\"", "name=\"limit\" typeRef=\"long\""),
                        "修改 “时限承诺”的列“时限”: 类型 string → 类型 long"),
                change(
                        "repair-catalogue.dmn",
                        matching("<text>40</text>", "<text>45.50</text>"),
                        "的“人工费（元）”: 40 → 45.50"),
                change(
                        "satisfaction.dmn",
                        text -> Dmn.convertToString(CodedTables.of(Dmn.readModelFromStream(
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))),
                        "修改 “满意度跟进”的列“如何跟进”: ",
                        "修改 “满意度跟进”的写法: ",
                        "6 格换了写法，意思没有变"),
                change(FORM, matching("\"label\": \"", "\"label\": \"请填"), "修改 字段“请填", "的标签: "),
                change(
                        FORM,
                        replacing("\"key\": \"estimatedHours\"", "\"disabled\": true, \"key\": \"estimatedHours\""),
                        "修改 字段“预计工时（小时）”（estimatedHours）的停用: （没有） → 是"),
                change(
                        FORM,
                        replacing("\"key\": \"estimatedHours\"", "\"key\": \"hours\""),
                        "新增 字段“预计工时（小时）”（hours）",
                        "去掉 字段“预计工时（小时）”（estimatedHours）"),
                change(
                        REPAIR,
                        replacing("name=\"评估故障\"", "name=\"判断故障\""),
                        "修改 人工步骤“判断故障”（Task_AssessFault）的名称: 评估故障 → 判断故障"),
                change(
                        REPAIR,
                        matching("(<bpmn:subProcess id=\"SubProcess_Assess\" name=\")[^\"]*", "$1三"),
                        "修改 子流程“三”（SubProcess_Assess）的名称: "),
                change(
                        REPAIR,
                        matching("\\$\\{surveyNeeded}", "\\${!surveyNeeded}"),
                        "修改 连线“是”（Flow_SurveyNeeded）的条件: ",
                        "${surveyNeeded}",
                        "${!surveyNeeded}"),
                change(
                        REPAIR,
                        matching(
                                "(id=\"Task_AssessFault\"[^>]*camunda:candidateGroups=\")engineeringSupervisor",
                                "$1director"),
                        "修改 人工步骤“评估故障”（Task_AssessFault）的候选小组: engineeringSupervisor,maintenance → director,maintenance"),
                change(
                        REPAIR,
                        matching("(id=\"Task_AssessFault\"[^>]*camunda:formRef=\")assess-fault", "$1survey-site"),
                        "修改 人工步骤“评估故障”（Task_AssessFault）的表单: assess-fault → survey-site"),
                change(REPAIR, replacing("${recordVisit}", "${recordVisits}"), "的任务监听器: ", "${recordVisits}"),
                change(
                        REPAIR,
                        matching("(<bpmn:timeDate [^>]*>)\\$\\{registrationDue}", "$1PT5M"),
                        "修改 边界事件",
                        "的时间: ${registrationDue} → PT5M"),
                change(
                        REPAIR,
                        matching(
                                "(<bpmn:userTask id=\"Task_AssessFault\")",
                                "<bpmn:userTask id=\"Task_New\" name=\"抽查\" camunda:candidateGroups=\"director\" />$1"),
                        "新增 人工步骤“抽查”（Task_New）: ",
                        "候选小组 director"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isSaidInWords(Change change) {
        String was = file(change.file());
        String is = change.edit().apply(was);

        FileDifference difference =
                FileDifference.of(new ChangedFile(change.kind(), null, change.file(), was.getBytes(), is.getBytes()));

        assertThat(words(difference)).contains(change.says());
        assertThat(difference.differences().size()).isBetween(1, 4);
    }

    private static String words(FileDifference difference) {
        return difference.differences().stream()
                .map(one -> one.how().label() + " " + one.place() + ": " + text(one.was())
                        + (one.was().isEmpty() || one.is().isEmpty() ? "" : " → ") + text(one.is()))
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    @Test
    void whereADiagramIsDrawnIsNoDifference() {
        String was = file(REPAIR);
        String is = matching("(<dc:Bounds x=\")\\d+", "$112").apply(was);

        assertThat(FileDifference.of(new ChangedFile(ModelKind.PROCESS, null, REPAIR, was.getBytes(), is.getBytes()))
                        .differences())
                .isEmpty();
    }

    @Test
    void inALongTextOnlyWhatDiffersIsMarked() {
        Difference difference = Difference.changed("内容", "请到 3 栋 502 看一看，十五分钟内到场。", "请到 3 栋 502 看一看，20 分钟内到场。");

        assertThat(difference.was())
                .filteredOn(Piece::differs)
                .extracting(Piece::text)
                .containsExactly("十五");
        assertThat(difference.is())
                .filteredOn(Piece::differs)
                .extracting(Piece::text)
                .containsExactly("20 ");
        assertThat(text(difference.was())).isEqualTo("请到 3 栋 502 看一看，十五分钟内到场。");
    }
}
