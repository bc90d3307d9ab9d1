package org.baoxiu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.models.ShippedModels.file;
import static org.baoxiu.models.ShippedModels.matching;
import static org.baoxiu.models.ShippedModels.replacing;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.testing.Answers.pickedUp;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.engine.ModelDoor;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.testing.TapRepair;
import org.baoxiu.words.Literals;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Changes and mistakes of process owners by every way in: each works, or is refused with a sentence that says where and why. */
@ProcedureTest
@DisplayName("改规则、表单和流程图：要么生效，要么说明为什么没有部署")
@Tag("long")
class GateTest {

    /** How it comes. */
    enum Way {
        MODELER,
        JAVA,
        DIRECTORY
    }

    /** A changed file, and words that the refusal says; none for what is let in. */
    record Change(String row, String file, UnaryOperator<String> edit, List<String> says) {

        @Override
        public String toString() {
            return row + " " + file + " " + says;
        }
    }

    private static Change change(String row, String file, UnaryOperator<String> edit, String... says) {
        return new Change(row, file, edit, List.of(says));
    }

    private static final String LIMITS = "service-commitments.dmn";
    private static final String NOTICES = "notification.dmn";
    private static final String ITEMS = "repair-catalogue.dmn";
    private static final String CLASSES = "repair-classification.dmn";
    private static final String ESCALATION = "escalation.dmn";
    private static final String FEES = "repair-fee.dmn";
    private static final String REPAIR = "repair-request.bpmn";
    private static final String FOLLOW_UP = "satisfaction.dmn";

    private static UnaryOperator<String> cell(String id, String text) {
        return matching("(id=\"" + id + "\">\\s*<text>)[^<]*", "$1" + text);
    }

    private static UnaryOperator<String> withoutRule(String id) {
        return matching("<rule id=\"" + id + "\">.*?</rule>", "");
    }

    private static UnaryOperator<String> without(String element, String id) {
        return matching("<bpmn:" + element + " id=\"" + id + "\"[^>]*?(/>|>.*?</bpmn:" + element + ">)", "");
    }

    private static UnaryOperator<String> first(String rule) {
        return text -> {
            String row = text.replaceFirst("(?s).*?(<rule id=\"" + rule + "\">.*?</rule>).*", "$1");
            return text.replace(row, "").replaceFirst("<rule ", row.replace("$", "\\$") + "\n      <rule ");
        };
    }

    private static UnaryOperator<String> exchanging(String one, String other) {
        return replacing(one, "@").andThen(replacing(other, one)).andThen(replacing("@", other))::apply;
    }

    private static UnaryOperator<String> both(UnaryOperator<String> one, UnaryOperator<String> other) {
        return text -> other.apply(one.apply(text));
    }

    /** 主管抽查 between the registration and the assessment. */
    private static UnaryOperator<String> spotCheck(String attributes) {
        return spotCheck(attributes, "", "SubProcess_Assess");
    }

    private static UnaryOperator<String> spotCheck(String attributes, String beside, String next) {
        return both(
                matching(
                        "<bpmn:sequenceFlow id=\"Flow_Register_Assess\"[^>]*/>",
                        """
                        <bpmn:userTask id="Task_SpotCheck" name="主管抽查" %s />%s
                        <bpmn:sequenceFlow id="Flow_Register_Assess" sourceRef="SubProcess_Register" targetRef="Task_SpotCheck" />
                        <bpmn:sequenceFlow id="Flow_SpotCheck" sourceRef="Task_SpotCheck" targetRef="%s" />
                        """
                                .formatted(attributes, beside, next)),
                replacing(
                        "<bpmndi:BPMNEdge id=\"Flow_Register_Assess_di\"",
                        """
                        <bpmndi:BPMNShape id="Task_SpotCheck_di" bpmnElement="Task_SpotCheck"><dc:Bounds x="2055" y="500" width="100" height="80" /></bpmndi:BPMNShape>
                        %s
                        <bpmndi:BPMNEdge id="Flow_SpotCheck_di" bpmnElement="Flow_SpotCheck"><di:waypoint x="2050" y="400" /><di:waypoint x="2090" y="400" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="Flow_Register_Assess_di\""""
                                .formatted(beside.isEmpty() ? "" : PICTURE_BESIDE)));
    }

    /** 需要撬锁破门？ without a default. */
    private static UnaryOperator<String> asked(String no, String yes) {
        return both(
                replacing(" default=\"Flow_ForcedEntry\"", ""),
                both(
                        replacing("${!forcedEntry}", "${" + no + "}"),
                        matching(
                                "(<bpmn:sequenceFlow id=\"Flow_ForcedEntry\"[^>]*?) />",
                                "$1>" + WHEN.formatted(yes) + "</bpmn:sequenceFlow>")));
    }

    /** Who changes their mind about the default changes nothing of what is told apart. */
    private static UnaryOperator<String> helpByDefault() {
        return both(
                replacing("default=\"Flow_ContentOrPriceChanged\"", "default=\"Flow_HelpNeeded\""),
                both(
                        matching("(<bpmn:sequenceFlow id=\"Flow_HelpNeeded\"[^>]*>).*?(</bpmn:sequenceFlow>)", "$1$2"),
                        matching(
                                "(<bpmn:sequenceFlow id=\"Flow_ContentOrPriceChanged\"[^>]*?) />",
                                "$1>" + WHEN.formatted("workResult=='change'") + "</bpmn:sequenceFlow>")));
    }

    private static final String PICTURE_BESIDE =
            """
            <bpmndi:BPMNShape id="Beside_di" bpmnElement="Beside"><dc:Bounds x="2055" y="600" width="36" height="36" /></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="Flow_Beside_di" bpmnElement="Flow_Beside"><di:waypoint x="2050" y="400" /><di:waypoint x="2090" y="400" /></bpmndi:BPMNEdge>
            """;

    private static final String FORM = "camunda:formRef=\"assess-fault\" camunda:formRefBinding=\"deployment\"";
    private static final String SUPERVISOR = "camunda:candidateGroups=\"engineeringSupervisor\"";

    private static final String WHEN =
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${%s}</bpmn:conditionExpression>";

    /** 三到五次 in one row, more in the next. */
    private static UnaryOperator<String> inTwoRanges() {
        return text -> {
            String row = text.replaceFirst("(?s).*?(<rule id=\"Rule_Repeated\">.*?</rule>).*", "$1");
            return text.replace(
                    row,
                    row.replace("&gt;= 3", "[3..5]")
                            + row.replace("_Repeated", "_RepeatedOften").replace("&gt;= 3", "[3..3000000000]"));
        };
    }

    /** As a former release had it. */
    private static UnaryOperator<String> inCodes() {
        return text -> Dmn.convertToString(CodedTables.of(
                Dmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
    }

    static List<Change> wanted() {
        return List.of(
                change("former", LIMITS, inCodes()),
                change("former", NOTICES, inCodes()),
                change("former", ITEMS, inCodes()),
                change("former", CLASSES, inCodes()),
                change("former", ESCALATION, inCodes()),
                change("former", FEES, inCodes()),
                change("former", "satisfaction.dmn", inCodes()),
                change("former", ITEMS, both(inCodes(), matching("<text>4000</text>", "<text>4500</text>"))),
                change("W8", CLASSES, inTwoRanges()),
                change("W8", REPAIR, asked("!(forcedEntry and surveyNeeded)", "forcedEntry and surveyNeeded")),
                change("W8", REPAIR, replacing("${!forcedEntry}", "${!(forcedEntry and surveyNeeded)}")),
                change("W8", REPAIR, helpByDefault()),
                change("W1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"20 分钟\"")),
                change("W1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"20分钟\"")),
                change("W1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"PT20M\"")),
                change("W1", LIMITS, cell("OutputEntry_Verification_Limit", "\"每月 24 日\"")),
                change("W2", ITEMS, matching("<text>40</text>", "<text>45</text>")),
                change("W2", ITEMS, matching("<text>40</text>", "<text>45.50</text>")),
                change("W2", ITEMS, matching("<text>40</text>", "<text>\"45.5 元\"</text>")),
                change(
                        "W6",
                        ESCALATION,
                        replacing(
                                "<rule id=\"Rule_NotificationMissed\">",
                                """
                        <rule id="Rule_RegistrationWarning">
                          <description>登记快到时限时也告诉客服主管</description>
                          <inputEntry id="InputEntry_RegistrationWarning_ClockKind"><text>"registration"</text></inputEntry>
                          <inputEntry id="InputEntry_RegistrationWarning_ClockStage"><text>"warning"</text></inputEntry>
                          <outputEntry id="OutputEntry_RegistrationWarning_Told"><text>"customerServiceLead"</text></outputEntry>
                          <outputEntry id="OutputEntry_RegistrationWarning_Task"><text>false</text></outputEntry>
                          <outputEntry id="OutputEntry_RegistrationWarning_Actions"><text>""</text></outputEntry>
                        </rule>
                        <rule id="Rule_NotificationMissed">""")),
                change("W5", NOTICES, replacing("即将到时，请抓紧。", "快到时限了，请抓紧。")),
                change("W1", LIMITS, cell("OutputEntry_Arrival_Warning", "\"PT6M\"")));
    }

    static List<Change> mistakes() {
        return List.of(
                change(
                        "M4",
                        ITEMS,
                        both(inCodes(), matching("<text>4000</text>", "<text>45</text>")),
                        "相差一半以上",
                        "40 元",
                        "45"),
                change(
                        "M4",
                        ITEMS,
                        both(inCodes(), matching("<text>4000</text>", "<text>45.50</text>")),
                        "45.50",
                        "单位是分"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"PT2OM\""), "时限承诺", "到场", "PT2OM", "15 分钟"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"二十来分钟\""), "二十来分钟", "时限"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "20 分钟"), "20 分钟", "引号"),
                change("M1", LIMITS, cell("OutputEntry_Verification_Limit", "\"每月 31 日\""), "每月 31 日", "28"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "PT20M"), "PT20M", "引号"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "20"), "是 20"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"P20M\""), "P20M"),
                change("M1", LIMITS, cell("OutputEntry_Arrival_Limit", "\"PT20M"), "PT20M"),
                change("M1", LIMITS, cell("OutputEntry_AccidentAnswer_Again", "\"0 分钟\""), "是 \"0 分钟\"", "没有的写"),
                change("M1", LIMITS, withoutRule("Rule_Arrival"), "没有一行回答", "到场"),
                change("M2", REPAIR, without("sequenceFlow", "Flow_Register_Assess"), "SubProcess_Register", "后面没有连线"),
                change("M3", CLASSES, first("Rule_Daily"), "永远用不到"),
                change("M3", LIMITS, first("Rule_Arrival"), "永远用不到", "紧急"),
                change("M4", ITEMS, matching("<text>40</text>", "<text>4500</text>"), "相差一半以上", "人工费", "已确认"),
                change("M4", ITEMS, matching("<text>40</text>", "<text>45.505</text>"), "45.505", "最多两位小数"),
                change("M5", CLASSES, replacing("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\""), "同时成立"),
                change("M5", ITEMS, matching("\"PL-02\"", "\"PL-01\""), "同时成立", "PL-01"),
                change(
                        "M6",
                        CLASSES,
                        cell("OutputEntry_OneDayUnresolved_RepairClass", "\"imporant\""),
                        "imporant",
                        "重要维修"),
                change("W7", CLASSES, cell("OutputEntry_OneDayUnresolved_RepairClass", "\"fourth\""), "fourth", "维修事故"),
                change(
                        "M5",
                        CLASSES,
                        matching("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""),
                        "命中策略",
                        "COLLECT",
                        "改回 FIRST"),
                change(
                        "M5",
                        ITEMS,
                        matching("(<decisionTable id=\"[^\"]*\")", "$1 hitPolicy=\"COLLECT\" aggregation=\"SUM\""),
                        "命中策略",
                        "改回 UNIQUE"),
                change("M5", LIMITS, replacing("\"FIRST\"", "\"RULE ORDER\""), "命中策略", "RULE"),
                change("M5", LIMITS, replacing("\"FIRST\"", "\"ANY\""), "命中策略", "ANY"),
                change("M6", LIMITS, replacing("name=\"limit\"", "name=\"limits\""), "缺少输出列", "limit"),
                change(
                        "M6",
                        LIMITS,
                        replacing("name=\"limit\" typeRef=\"string\"", "name=\"limit\" typeRef=\"long\""),
                        "limit",
                        "类型",
                        "应是 string，现在是 long"),
                change(
                        "M6",
                        ITEMS,
                        replacing("name=\"labourPrice\" typeRef=\"double\"", "name=\"labourPrice\""),
                        "人工费",
                        "应是 double，现在是空的"),
                change("M6", CLASSES, matching("<text>&gt;= 3</text>", "<text>&gt;== 3</text>"), "写法有错"),
                change("M6", ITEMS, matching("<text>40</text>", "<text>45,00</text>"), "45,00", "元"),
                change("M8", REPAIR, replacing("${recordVisit}", "${recordVisits}"), "recordVisits", "recordVisit"),
                change(
                        "M8",
                        REPAIR,
                        matching(
                                "(<bpmn:sequenceFlow id=\"Flow_NoForcedEntry\"[^>]*>).*?(</bpmn:sequenceFlow>)",
                                "$1$2"),
                        "Gateway_ForcedEntry",
                        "没有条件"),
                change(
                        "M8",
                        REPAIR,
                        matching(
                                "(<bpmn:sequenceFlow id=\"Flow_Register_Assess\"[^>]*)/>",
                                "$1>" + WHEN.formatted("surveyNeeded") + "</bpmn:sequenceFlow>"),
                        "SubProcess_Register",
                        "案件会停在这里"),
                change(
                        "M8",
                        REPAIR,
                        asked("!forcedEntry and surveyNeeded", "forcedEntry and surveyNeeded"),
                        "Gateway_ForcedEntry",
                        "案件会停在这里"),
                change(
                        "M8",
                        REPAIR,
                        asked("!(forcedEntry) or (surveyNeeded)", "(forcedEntry) or (surveyNeeded)"),
                        "Gateway_ForcedEntry",
                        "案件会停在这里"),
                change(
                        "M9",
                        REPAIR,
                        replacing("camunda:decisionRef=\"repairCatalogue\"", "camunda:decisionRef=\"repairCatalog\""),
                        "repairCatalog",
                        "不存在"),
                change("M9", REPAIR, replacing("${surveyNeeded}", "${surveyNeded}"), "surveyNeded", "surveyNeeded"),
                change("M9", REPAIR, replacing("${!repairDone}", "${!confirmed}"), "Gateway_RepairDone", "repairDone"),
                change(
                        "M9",
                        REPAIR,
                        exchanging("visitResult=='arrived'", "visitResult=='ownerAbsent'"),
                        "Gateway_VisitOutcome",
                        "走错路"),
                change(
                        "M9",
                        REPAIR,
                        both(
                                matching(
                                        "(id=\"Flow_RepairAccepted\"[^>]*targetRef=\")Task_ReportResult",
                                        "$1EndEvent_AcceptanceRefused"),
                                matching(
                                        "(id=\"Flow_AcceptanceRefused\"[^>]*targetRef=\")EndEvent_AcceptanceRefused",
                                        "$1Task_ReportResult")),
                        "Gateway_RepairAccepted",
                        "走错路"),
                change(
                        "M9",
                        REPAIR,
                        replacing(
                                "camunda:candidateGroups=\"customerService,customerServiceLead\"",
                                "camunda:candidateGroups=\"${escalationGroup}\""),
                        "escalationGroup",
                        "SubProcess_ClockDue"),
                change(
                        "M9",
                        FOLLOW_UP,
                        both(
                                cell("OutputEntry_Satisfied_FollowUp", "\"rework\""),
                                cell("OutputEntry_NotFixed_FollowUp", "\"close\"")),
                        "修好了",
                        "走不到结束"),
                change("M9", FOLLOW_UP, cell("OutputEntry_NeverReached_FollowUp", "\"retry\""), "联系不上", "走不到结束"),
                change(
                        "form",
                        "quote-repair.form",
                        replacing("=inPriceList = true", "=inPriceList = false"),
                        "labourYuan",
                        "隐藏条件"),
                change(
                        "M10",
                        REPAIR,
                        replacing("camunda:formRef=\"assess-fault\"", "camunda:formRef=\"assess-faults\""),
                        "assess-faults",
                        "不存在"),
                change(
                        "M12",
                        REPAIR,
                        matching("(<bpmn:timeDate [^>]*>)\\$\\{registrationDue}", "$1tomorrow"),
                        "Timer_RegistrationOverdue",
                        "算不出来"),
                change(
                        "M12",
                        REPAIR,
                        replacing("camunda:dueDate=\"${workDue}\"", "camunda:dueDate=\"${workDu}\""),
                        "workDu"),
                change(
                        "M12",
                        REPAIR,
                        replacing(" camunda:formRef=\"report-repair\" camunda:formRefBinding=\"deployment\"", ""),
                        "业主报修",
                        "StartEvent_RequestReported",
                        "没有表单"),
                change(
                        "M12",
                        "absence.bpmn",
                        both(
                                replacing(" camunda:formRef=\"absence\" camunda:formRefBinding=\"deployment\"", ""),
                                replacing(
                                        "isExecutable=\"true\"",
                                        "isExecutable=\"true\" camunda:isStartableInTasklist=\"false\"")),
                        "StartEvent_AbsenceReported",
                        "没有表单"),
                change("M13", REPAIR, replacing("isExecutable=\"true\"", "isExecutable=\"false\""), "可执行"),
                change(
                        "M13",
                        REPAIR,
                        matching(
                                "<bpmndi:BPMNShape id=\"[^\"]*\" bpmnElement=\"Task_AssessFault\".*?</bpmndi:BPMNShape>",
                                ""),
                        "Task_AssessFault",
                        "没有画出来"),
                change("M13", REPAIR, replacing("name=\"OwnerUrged\"", "name=\"OwnerUrge\""), "OwnerUrged"),
                change(
                        "M13",
                        REPAIR,
                        replacing(
                                "camunda:candidateGroups=\"engineeringSupervisor,maintenance\"",
                                "camunda:candidateGroups=\"engineeringSupervisors\""),
                        "engineeringSupervisors",
                        "不存在"),
                change(
                        "M13",
                        ESCALATION,
                        cell("OutputEntry_RegistrationMissed_Told", "\"customerServiceBoss\""),
                        "customerServiceBoss",
                        "客户服务中心主管"),
                change("M13", ESCALATION, cell("OutputEntry_RegistrationMissed_Told", "\"客服经理\""), "客服经理", "客户服务中心主管"),
                change("M13", ESCALATION, cell("InputEntry_RegistrationMissed_ClockKind", "\"登际\""), "没有“登际”", "可选的值"),
                change("M13", ESCALATION, matching("<text>\"接手、知悉\"", "<text>\"接手、shout\""), "shout", "接手"),
                change("M13", ESCALATION, withoutRule("Rule_RegistrationMissed"), "没有一行回答", "登记"),
                change(
                        "M14",
                        REPAIR,
                        replacing("Task_AssessFault", "Task_JudgeFault"),
                        "Task_AssessFault",
                        "Task_JudgeFault"),
                change(
                        "M14",
                        "assess-fault.form",
                        replacing("\"key\": \"estimatedHours\"", "\"key\": \"hours\""),
                        "estimatedHours",
                        "hours"),
                change("M14", REPAIR, replacing("id=\"Task_SurveySite\"", "id=\"Task_AssessFault\""), REPAIR),
                change("M14", REPAIR, replacing("\"repairRequest\"", "\"repairRequests\""), "repairRequest", "编号"),
                change(
                        "M15",
                        REPAIR,
                        matching("\\$\\{workResult=='help'}", "\\${workResult=='hilfe'}"),
                        "Gateway_WorkOutcome",
                        "workResult=='help'",
                        "默认连线"),
                change(
                        "M17",
                        NOTICES,
                        matching("(id=\"OutputEntry_ClockWarning_Text\">\\s*<text>)[^<]*", "$1slipNumber + score"),
                        "score"),
                change(
                        "M17",
                        NOTICES,
                        matching("(id=\"OutputEntry_ClockWarning_Text\">\\s*<text>)[^<]*", "$1\"{单号}：{满意度}\""),
                        "没有“{满意度}”",
                        "{单号}"),
                change(
                        "M17",
                        NOTICES,
                        matching("(id=\"OutputEntry_ClockWarning_Text\">\\s*<text>)[^<]*", "$1\"{单号}：{单子}\""),
                        "{单子}",
                        "{单号}"),
                change(
                        "W5",
                        NOTICES,
                        matching("(id=\"OutputEntry_ClockWarning_Text\">\\s*<text>)[^<]*", "$1slipNumber + \"快到时限"),
                        "写法有错"),
                change("M18", ITEMS, cell("OutputEntry_PL_01_Qualification", "\"管道\""), "管道", "水暖"),
                change(
                        "W3",
                        "report-repair.form",
                        matching(
                                "\"components\": \\[",
                                "\"components\": [{\"id\": \"Field_Pet\", \"type\": \"checkbox\", \"key\": \"petAtHome\", \"label\": \"宠物在家\"},"),
                        "宠物在家",
                        "程序不认识"),
                change("W4", REPAIR, spotCheck(SUPERVISOR), "主管抽查", "没有表单"),
                change("W4", REPAIR, spotCheck(FORM), "主管抽查", "由谁办理", "候选小组"),
                change("W4", REPAIR, spotCheck(FORM + " " + SUPERVISOR), "Task_SpotCheck", "不会保存"),
                change(
                        "W4",
                        REPAIR,
                        spotCheck(FORM + " camunda:candidateGroups=\"supervisors\""),
                        "主管抽查",
                        "supervisors",
                        "不存在"),
                change(
                        "M2",
                        REPAIR,
                        spotCheck(
                                SUPERVISOR,
                                "<bpmn:userTask id=\"Beside\" name=\"再看一遍\" /><bpmn:sequenceFlow id=\"Flow_Beside\" sourceRef=\"Beside\" targetRef=\"Task_SpotCheck\" />",
                                "Beside"),
                        "主管抽查",
                        "走不到结束",
                        "SubProcess_Assess",
                        "永远走不到"),
                change(
                        "M2",
                        REPAIR,
                        matching(
                                "(id=\"Flow_Register_Assess\"[^>]*targetRef=\")SubProcess_Assess",
                                "$1Gateway_ToDispatch"),
                        "SubProcess_Register",
                        "绕过",
                        "SubProcess_Dispatch"),
                change(
                        "M12",
                        REPAIR,
                        spotCheck(
                                SUPERVISOR,
                                "<bpmn:boundaryEvent id=\"Beside\" name=\"太久\" attachedToRef=\"Task_SpotCheck\"><bpmn:timerEventDefinition id=\"Timer_Beside\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">20分钟</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"Flow_Beside\" sourceRef=\"Beside\" targetRef=\"SubProcess_Assess\" />",
                                "SubProcess_Assess"),
                        "太久",
                        "20分钟",
                        "PT15M"),
                change(
                        "M6",
                        CLASSES,
                        replacing("\"日常维修\",\"重要维修\",\"维修事故\"", "\"日常维修\",\"重要维修\",\"fourth\""),
                        "可选的值",
                        "fourth",
                        "维修事故"),
                change(
                        "form",
                        "carry-out-repair.form",
                        matching("=workOutcome != ", "=workOutcom != "),
                        "隐藏条件",
                        "workOutcom",
                        "您要写的是“workOutcome”吗"),
                change(
                        "form",
                        "carry-out-repair.form",
                        matching("=workOutcome != ", "=(workOutcome != "),
                        "隐藏条件",
                        "写法有错"),
                change(
                        "form",
                        "assess-fault.form",
                        replacing("\"key\": \"estimatedHours\"", "\"disabled\": true, \"key\": \"estimatedHours\""),
                        "estimatedHours",
                        "停用"),
                change(
                        "form",
                        "assess-fault.form",
                        replacing("\"key\": \"estimatedHours\"", "\"readonly\": true, \"key\": \"estimatedHours\""),
                        "estimatedHours",
                        "只读"),
                change(
                        "form",
                        "report-repair.form",
                        replacing("\"schemaVersion\": 16", "\"schemaVersion\": 19"),
                        "schemaVersion",
                        "16"),
                change(
                        "form",
                        "assess-fault.form",
                        matching(
                                "\"components\": \\[",
                                "\"components\": [{\"id\": \"Frame\", \"type\": \"iframe\", \"url\": \"https://example.org\", \"label\": \"地图\"},"),
                        "地图",
                        "外面"),
                change(
                        "form",
                        "assess-fault.form",
                        matching(
                                "\"components\": \\[",
                                "\"components\": [{\"id\": \"List\", \"type\": \"dynamiclist\", \"path\": \"x\", \"label\": \"清单\"},"),
                        "清单",
                        "不能用"));
    }

    /** Ten ways to run a program on the server. */
    static List<Change> attacks() {
        return List.of(
                change(
                        "A1",
                        REPAIR,
                        replacing(
                                "camunda:delegateExpression=\"${openSlip}\"",
                                "camunda:class=\"java.lang.ProcessBuilder\""),
                        "class"),
                change(
                        "A2",
                        REPAIR,
                        matching(
                                "<bpmn:serviceTask id=\"Task_OpenSlip\" name=\"开立维修单\" camunda:delegateExpression=\"\\$\\{openSlip}\">(.*?)</bpmn:serviceTask>",
                                "<bpmn:scriptTask id=\"Task_OpenSlip\" scriptFormat=\"javascript\">$1<bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                        "script"),
                change(
                        "A3",
                        REPAIR,
                        replacing("${!forcedEntry}", "${execution.getProcessEngineServices().getRuntimeService()}"),
                        "不允许"),
                change(
                        "A4",
                        REPAIR,
                        replacing("${!forcedEntry}", "${\"\".getClass().forName(\"java.lang.Runtime\")}"),
                        "不允许"),
                change(
                        "A5",
                        REPAIR,
                        replacing("${!forcedEntry}", "${repositoryService.deleteDeployment(\"1\") == null}"),
                        "不允许"),
                change("A6", REPAIR, replacing("name=\"现场勘查\"", "name=\"${runtimeService}\""), "runtimeService"),
                change(
                        "A7",
                        REPAIR,
                        replacing(
                                "<camunda:taskListener delegateExpression=\"${offerCatalogue}\" event=\"create\" />",
                                "<camunda:taskListener delegateExpression=\"${offerCatalogue}\" event=\"create\" /><camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:taskListener>"),
                        "script"),
                change(
                        "A8",
                        REPAIR,
                        replacing(
                                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${!forcedEntry}",
                                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">true"),
                        "language"),
                change(
                        "A9",
                        LIMITS,
                        replacing(
                                "<inputEntry id=\"InputEntry_Registration_Commitment\">",
                                "<inputEntry id=\"InputEntry_Registration_Commitment\" expressionLanguage=\"javascript\">"),
                        "FEEL"),
                change(
                        "A10",
                        REPAIR,
                        replacing(
                                "camunda:formRef=\"survey-site\" camunda:formRefBinding=\"deployment\"",
                                "camunda:formKey=\"embedded:deployment:evil.html\""),
                        "formKey"),
                change(
                        "A11",
                        REPAIR,
                        replacing(
                                "camunda:delegateExpression=\"${openSlip}\"",
                                "camunda:type=\"external\" camunda:topic=\"x\""),
                        "type"),
                change(
                        "A12",
                        REPAIR,
                        replacing(
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
                        "DOCTYPE"),
                change(
                        "A14",
                        REPAIR,
                        both(
                                replacing(
                                        "<bpmn:definitions ",
                                        "<bpmn:definitions xmlns:old=\"http://activiti.org/bpmn\" "),
                                replacing(
                                        "camunda:delegateExpression=\"${openSlip}\"",
                                        "camunda:delegateExpression=\"${openSlip}\" old:candidateGroups=\"x\"")),
                        "activiti"),
                change("A13", REPAIR, replacing("${surveyNeeded}", "${surveyNeeded[0]['class']}"), "不允许"));
    }

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ActiveModels active;

    @Autowired
    private ModelReader packed;

    @Autowired
    private ModelDoor door;

    @Autowired
    private HeldBack heldBack;

    @Autowired
    private ReferencesExist references;

    @Autowired
    private Office office;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    private TestDeployments deployments;

    @BeforeEach
    void asShipped() {
        deployments = new TestDeployments(repository);
    }

    @AfterEach
    void takeBack() {
        deployments.takeBack();
        identity.deleteGroup("gateTestGroup");
    }

    static Stream<Arguments> allWaysOf(List<Change> changes) {
        return changes.stream().flatMap(change -> Stream.of(Way.values()).map(way -> Arguments.of(way, change)));
    }

    static Stream<Arguments> wantedByAllWays() {
        return allWaysOf(wanted());
    }

    /** All of them end in one place: each comes from the Modeler, every third the other ways too. */
    static Stream<Arguments> mistakesByTheirWays() {
        List<Change> all =
                Stream.concat(mistakes().stream(), attacks().stream()).toList();
        return IntStream.range(0, all.size()).boxed().flatMap(index -> Stream.of(Way.values())
                .filter(way -> way == Way.MODELER || index % 3 == 0)
                .map(way -> Arguments.of(way, all.get(index))));
    }

    @ParameterizedTest
    @MethodSource("wantedByAllWays")
    void aWantedChangeBecomesActive(Way way, Change change) {
        String was = active.now().fingerprint();

        assertThat(arrives(way, change)).isEmpty();

        assertThat(active.now().fingerprint()).isNotEqualTo(was);
    }

    @ParameterizedTest
    @MethodSource("mistakesByTheirWays")
    void aMistakeIsRefusedWithWhereAndWhy(Way way, Change change) {
        String was = active.now().fingerprint();

        assertThat(arrives(way, change)).contains(change.file()).contains(change.says());

        assertThat(active.now().fingerprint()).isEqualTo(was);
        assertThat(deployments.now()).containsExactlyInAnyOrderElementsOf(deployments.before());
    }

    /** @return what the person reads; empty if it was let in */
    private String arrives(Way way, Change change) {
        String changed = change.edit().apply(file(change.file()));
        return switch (way) {
            case MODELER -> {
                Answer answer = modeler("我的改动 " + change.row(), Map.of(change.file(), changed));
                assertThat(answer.status()).isIn(200, 400);
                yield answer.status() == 200 ? "" : answer.message();
            }
            case JAVA ->
                refusal(() -> repository
                        .createDeployment()
                        .addString(change.file(), changed)
                        .deploy());
            case DIRECTORY -> {
                Map<String, String> files = new TreeMap<>(ShippedModels.all());
                files.put((change.file().endsWith(".form") ? "forms/" : "processes/") + change.file(), changed);
                ModelProperties own = new ModelProperties("own", false, false);
                ModelDeployment start =
                        new ModelDeployment(packed, own, repository, door, active, heldBack, references);
                yield start.deploy(ShippedModels.models(files)).orElse("");
            }
        };
    }

    private static String refusal(Runnable action) {
        try {
            action.run();
            return "";
        } catch (Rejection refused) {
            return refused.getMessage();
        }
    }

    /** As the Modeler's client sends it. */
    private Answer modeler(String name, Map<String, String> files) {
        return HttpOffice.rest(port, "admin")
                .multipart(
                        "/deployment/create",
                        Map.of(
                                "deployment-name",
                                name,
                                "deployment-source",
                                "Camunda Modeler",
                                "enable-duplicate-filtering",
                                "true"),
                        files);
    }

    // ways in

    @Test
    void theSameAgainAfterAWrongOneIsAStepBackWhateverTheNameOfTheDeployment() {
        String good = active.now().fingerprint();
        assertThat(modeler(
                                "涨价",
                                Map.of(
                                        ITEMS,
                                        matching("<text>40</text>", "<text>45</text>")
                                                .apply(file(ITEMS))))
                        .status())
                .isEqualTo(200);
        assertThat(active.now().fingerprint()).isNotEqualTo(good);

        assertThat(modeler("改回去", Map.of(ITEMS, file(ITEMS))).status()).isEqualTo(200);

        assertThat(active.now().fingerprint()).isEqualTo(good);
    }

    @Test
    void whatIsActiveAlreadyIsNotDeployedAgain() {
        Answer answer = modeler("再来一次", Map.of(ITEMS, file(ITEMS)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("id").asText()).isIn(deployments.before());
        assertThat(deployments.now()).containsExactlyInAnyOrderElementsOf(deployments.before());
    }

    @Test
    void figuresThatJumpAreLetInWhenTheNameOfTheDeploymentSaysSoAndBackWithoutIt() {
        String changed = matching("<text>40</text>", "<text>90</text>").apply(file(ITEMS));
        assertThat(modeler("涨价", Map.of(ITEMS, changed)).status()).isEqualTo(400);

        assertThat(modeler("涨价，已确认", Map.of(ITEMS, changed)).status()).isEqualTo(200);
        assertThat(modeler("改回去", Map.of(ITEMS, file(ITEMS))).status()).isEqualTo(200);
    }

    @Test
    void aDiagramAloneTakesItsFormsFromWhatIsActive() throws Exception {
        String changed = replacing("name=\"评估故障\"", "name=\"判断故障\"").apply(file(REPAIR));

        Answer answer = modeler("只有流程图", Map.of(REPAIR, changed));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(repository.getDeploymentResourceNames(
                        answer.body().path("id").asText()))
                .contains(REPAIR, "forms/assess-fault.form", "forms/report-repair.form");
    }

    @Test
    void aFormAloneBringsItsDiagramSoThatItHasAnEffect() {
        String changed = matching("\"label\": \"", "\"label\": \"请填 ").apply(file("assess-fault.form"));

        Answer answer = modeler("只有表单", Map.of("assess-fault.form", changed));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(active.now().processes().get("repairRequest").deployment())
                .isEqualTo(answer.body().path("id").asText());
        assertThat(new String(active.now()
                        .processes()
                        .get("repairRequest")
                        .forms()
                        .get("assess-fault")
                        .content()))
                .isEqualTo(changed);
    }

    /** W4 as far as it goes: the step is done by the people of its group, and the program goes on behind it. */
    @Test
    void aNewStepWithAFormOfWordsOnlyIsDoneAndTheCaseGoesOn() {
        String form =
                """
                {"id": "spot-check", "type": "default", "schemaVersion": 16, "components": [
                  {"id": "Text_SpotCheck", "type": "text", "text": "请到现场看一看 {{slipNumber}}，看完点“完成”。"}]}
                """;
        Answer answer = modeler(
                "主管抽查",
                Map.of(
                        "spot-check.form",
                        form,
                        REPAIR,
                        spotCheck("camunda:formRef=\"spot-check\" camunda:formRefBinding=\"deployment\" " + SUPERVISOR)
                                .apply(file(REPAIR))));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);

        RepairCase repair = TapRepair.registered(office);
        assertThat(repair.openTasks()).containsExactly("Task_SpotCheck");
        repair.does("supervisor", "Task_SpotCheck", Map.of());

        assertThat(repair.openTasks()).containsExactly(PICK_UP_SLIP);
        assertThat(repair.does("tech1", PICK_UP_SLIP, pickedUp()).openTasks()).containsExactly(VISIT_SITE);
    }

    @Test
    void anItemLeavesTheCatalogueWhenNoOpenSlipHasItAnyMore() {
        TapRepair.registered(office);
        String free = active.now().decisions().get("repairCatalogue").rows().stream()
                .map(row -> Literals.in(row.inputs().get(0)).get(0))
                .filter(code -> runtime.createProcessInstanceQuery()
                                .variableValueEquals("itemCode", code)
                                .count()
                        == 0)
                .findFirst()
                .orElseThrow();

        Answer answer = modeler("去掉一项", Map.of(ITEMS, withoutRule("Rule_PL_01").apply(file(ITEMS))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains(ITEMS, "“PL-01”不能去掉", "等这些单办完");
        assertThat(modeler(
                                "去掉没人用的一项",
                                Map.of(
                                        ITEMS,
                                        withoutRule("Rule_" + free.replace('-', '_'))
                                                .apply(file(ITEMS))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFormThatNothingUsesIsRefused() {
        Answer answer = modeler("表单", Map.of("left-over.form", "{\"id\": \"left-over\", \"components\": []}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("left-over", "没有任何流程用到");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void oneFaultKeepsTheGoodFileBesideItOut(Way way) {
        String good = matching("<text>40</text>", "<text>45</text>").apply(file(ITEMS));
        String bad = cell("OutputEntry_Arrival_Limit", "\"二十来分钟\"").apply(file(LIMITS));
        String was = active.now().fingerprint();
        switch (way) {
            case MODELER ->
                assertThat(modeler("两个", Map.of(ITEMS, good, LIMITS, bad)).status())
                        .isEqualTo(400);
            case JAVA ->
                assertThatThrownBy(() -> repository
                                .createDeployment()
                                .addString(ITEMS, good)
                                .addString(LIMITS, bad)
                                .deploy())
                        .isInstanceOf(Rejection.class);
            case DIRECTORY -> {
                Map<String, String> files = new TreeMap<>(ShippedModels.all());
                files.put("processes/" + ITEMS, good);
                files.put("processes/" + LIMITS, bad);
                ModelProperties own = new ModelProperties("own", false, false);
                assertThat(new ModelDeployment(packed, own, repository, door, active, heldBack, references)
                                .deploy(ShippedModels.models(files)))
                        .hasValueSatisfying(refusal -> assertThat(refusal).contains("二十来分钟"));
            }
        }
        assertThat(active.now().fingerprint()).isEqualTo(was);
    }

    /** Past the gate, as a former release has left it. */
    @Test
    void aFaultOfTheActiveDiagramHindersNoChangeOfAForm() {
        String former =
                replacing(SUPERVISOR, "camunda:candidateGroups=\"formerGroup\"").apply(file(REPAIR));
        Map<String, String> files = new TreeMap<>(ShippedModels.all());
        files.keySet().removeIf(name -> !name.endsWith(".form"));
        files.put(REPAIR, former);
        office.finds(files);
        String form = matching("\"label\": \"", "\"label\": \"请填 ").apply(file("assess-fault.form"));

        Answer answer = modeler("只有表单", Map.of("assess-fault.form", form));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);

        Answer both = modeler("流程图也在", Map.of("assess-fault.form", file("assess-fault.form"), REPAIR, former));
        assertThat(both.message()).contains("formerGroup", "不存在");
    }

    @Test
    void aGroupThatIsGoneIsMissedThoughTheDiagramWasGoodBefore() {
        identity.saveGroup(identity.newGroup("gateTestGroup"));
        String changed = replacing(SUPERVISOR, "camunda:candidateGroups=\"engineeringSupervisor,gateTestGroup\"")
                .apply(file(REPAIR));
        assertThat(modeler("新的小组", Map.of(REPAIR, changed)).status()).isEqualTo(200);
        assertThat(modeler("改回去", Map.of(REPAIR, file(REPAIR))).status()).isEqualTo(200);

        identity.deleteGroup("gateTestGroup");

        assertThat(modeler("又来一次", Map.of(REPAIR, changed)).message()).contains("gateTestGroup", "不存在");
        identity.saveGroup(identity.newGroup("gateTestGroup"));
    }

    @Test
    void aTimeAndATableThatAreWrongAreSaidOnce() {
        String changed = both(
                        matching("(tFormalExpression\">)\\$\\{registrationDue}", "$1tomorrow"),
                        matching("decisionRef=\"repairCatalogue\"", "decisionRef=\"repairCatalog\""))
                .apply(file(REPAIR));

        List<String> faults = modeler("写错", Map.of(REPAIR, changed))
                .message()
                .lines()
                .filter(line -> line.startsWith("【"))
                .toList();

        assertThat(faults)
                .hasSize(2)
                .anyMatch(line -> line.contains("tomorrow"))
                .anyMatch(line -> line.contains("repairCatalog”不存在"));
    }

    @Test
    void aMissingDecisionIsSaidOnce() {
        Faults faults = new Faults();
        references.of(new ModelSet(active.now().processes(), Map.of()), faults);

        assertThat(faults.all().stream().filter(fault -> fault.startsWith("【" + LIMITS + "】缺少")))
                .hasSize(1);
    }

    @Test
    void tenantsAndDatesAreRefused() {
        DeploymentBuilder tenant =
                repository.createDeployment().addString(ITEMS, file(ITEMS)).tenantId("one");
        DeploymentBuilder later = repository
                .createDeployment()
                .addString(ITEMS, file(ITEMS))
                .activateProcessDefinitionsOn(new Date(Long.MAX_VALUE / 2));

        assertThatThrownBy(tenant::deploy).isInstanceOf(Rejection.class).hasMessageContaining("租户");
        assertThatThrownBy(later::deploy).isInstanceOf(Rejection.class).hasMessageContaining("预约");
        assertThatThrownBy(() -> repository.suspendProcessDefinitionByKey("repairRequest", false, new Date()))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("预约");
    }

    @Test
    void whatTheProgramNeedsIsNeitherSuspendedNorDeleted() {
        String was = active.now().fingerprint();
        String deployment = active.now().decisions().get("serviceCommitments").deployment();
        String process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("feeCollection")
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() -> repository.suspendProcessDefinitionByKey("repairRequest"))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("repairRequest");
        assertThatThrownBy(() -> repository.deleteDeployment(deployment))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("serviceCommitments");
        assertThatThrownBy(() -> repository.deleteProcessDefinition(process))
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("feeCollection");
        Answer answer = HttpOffice.rest(port, "admin").delete("/deployment/" + deployment + "?cascade=true");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("时限承诺");

        assertThat(active.now().fingerprint()).isEqualTo(was);
    }

    /** By hand and by the engine's own way to take files over from a former deployment. */
    @Test
    void redeployingAFormerDeploymentIsAWayInToo() {
        String former = active.now().decisions().get("repairCatalogue").deployment();
        String good = active.now().fingerprint();
        modeler(
                "涨价",
                Map.of(ITEMS, matching("<text>40</text>", "<text>45</text>").apply(file(ITEMS))));

        assertThat(HttpOffice.rest(port, "admin")
                        .post("/deployment/" + former + "/redeploy", "{}")
                        .status())
                .isEqualTo(200);

        assertThat(active.now().fingerprint()).isEqualTo(good);
    }

    @Test
    void theEnginesOwnReasonIsKept() {
        String twoStarts =
                """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="org.baoxiu.sample"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_TwoStarts">
          <process id="twoStarts" isExecutable="true" camunda:isStartableInTasklist="false" camunda:historyTimeToLive="P1D">
            <startEvent id="One"/>
            <startEvent id="Two"/>
            <endEvent id="End"/>
            <sequenceFlow id="Flow_One" sourceRef="One" targetRef="End"/>
            <sequenceFlow id="Flow_Two" sourceRef="Two" targetRef="End"/>
          </process>
        </definitions>
        """;

        Answer answer = modeler("两个开始", Map.of("two-starts.bpmn", twoStarts));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("流程引擎读不懂", "two-starts.bpmn", "multiple none start events");
    }
}
