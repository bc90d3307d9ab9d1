package org.baoxiu.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.engine.CodedTables;
import org.baoxiu.notification.ChannelKind;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Field;
import org.baoxiu.shared.DurationText;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every text of the table of notifications as its reader gets it, in {@code target/notification-preview.md}: what a process
 * owner looks at after a change. A text that uses a fact which its event does not have is no text.
 */
@DisplayName("通知预览")
@Tag("Q4")
class NotificationPreviewTest {

    private static final Path TABLE = Path.of("processes", "notification.dmn");
    private static final Path PREVIEW = Path.of("target", "notification-preview.md");
    /** What one text message holds; the link makes a second one of it at most. */
    private static final int SMS_LENGTH = 70;
    /** A notification on a phone shows the beginning, a chat all of it. */
    private static final int MESSAGE_LENGTH = 260;

    private static final DmnEngine ENGINE = DecisionTablesTest.ENGINE;

    private static final Map<String, Object> OF_A_SLIP = Map.ofEntries(
            Map.entry("slipNumber", "WX20261123-000042"),
            Map.entry("place", "3 栋 1 单元 502 室"),
            Map.entry("fault", "厨房水龙头关不紧，一直滴水"),
            Map.entry("repairClass", "日常维修"),
            Map.entry("urgent", "【紧急】"),
            Map.entry("deadline", "11月23日 09:05 前到场"),
            Map.entry("office", "翠湖管理处"),
            Map.entry("about", "WX20261123-000042（翠湖管理处 3 栋 1 单元 502 室），厨房水龙头关不紧，一直滴水，日常维修，11月23日 09:05 前到场"),
            Map.entry("technician", "欧阳建国"),
            Map.entry("actor", "上官明月"),
            Map.entry("reason", "业主说今晚七点以前一定要修好"),
            Map.entry("task", "现场确认并报价"));
    private static final Map<String, Object> INCIDENT = Map.of(
            "office",
            "翠湖管理处",
            "place",
            "3栋1单元2号电梯",
            "what",
            "电梯停运",
            "planned",
            "",
            "from",
            "11月23日 09:00",
            "until",
            "11月23日 15:00",
            "calledOff",
            "",
            "byItself",
            "",
            "actor",
            "上官明月");
    private static final Map<Event, Map<String, Object>> FACTS = Map.ofEntries(
            Map.entry(Event.WORK_HANDED_OVER, Map.of("from", "欧阳建国", "to", "司马相如", "reason", "发烧请假")),
            Map.entry(Event.WORK_RELEASED, Map.of("from", "欧阳建国", "to", "", "reason", "发烧请假")),
            Map.entry(Event.CONTRACTOR_NEEDED, Map.of("reason", "可派 示例燃气公司")),
            Map.entry(Event.CONTRACTOR_CALLED_OFF, Map.of("reason", "示例燃气公司")),
            Map.entry(Event.CONTRACTOR_AGREED, Map.of("contractor", "示例燃气工程服务有限公司", "time", "11月24日 10:00")),
            Map.entry(
                    Event.TASK_HANDED_OVER,
                    Map.of("from", "欧阳建国", "to", "司马相如", "task", "核对月报", "about", "2026-10", "reason", "发烧请假")),
            Map.entry(
                    Event.TASK_RELEASED,
                    Map.of("from", "欧阳建国", "to", "", "task", "核对月报", "about", "2026-10", "reason", "发烧请假")),
            Map.entry(
                    Event.PARTLY_HANDED_OVER,
                    Map.of("from", "欧阳建国", "to", "司马相如", "released", "维修单 WX20261123-000042、WX20261123-000041 “处理超时”")),
            Map.entry(
                    Event.ROSTER_GAP,
                    Map.of("office", "一号管理处", "team", "工程部维修班", "from", "11月24日 20:00", "until", "11月25日 08:00")),
            Map.entry(Event.JOINED, Map.of("reason", "WX20261123-000041")),
            Map.entry(Event.SLIP_SPLIT, Map.of("reason", "WX20261123-000043（一次说了两件事）")),
            Map.entry(Event.TECHNICIAN_ASSIGNED, Map.of("technician", "欧阳建国", "time", "11月24日 10:00")),
            Map.entry(Event.ARRIVED, Map.of("technician", "欧阳建国", "time", "11月24日 10:00")),
            Map.entry(Event.VISIT_APPOINTED, Map.of("time", "11月24日 10:00")),
            Map.entry(Event.QUOTED, Map.of("amount", "12345.50 元", "completion", "11月24日 10:00 前修好")),
            Map.entry(
                    Event.QUOTE_CHANGED,
                    Map.of("formerAmount", "12345.50 元", "amount", "13456.00 元", "completion", "约 30 分钟修好")),
            Map.entry(Event.COST_CHANGED, Map.of("formerAmount", "12345.50 元", "amount", "13456.00 元")),
            Map.entry(Event.TIME_CHANGED, Map.of("time", "11月24日 10:00")),
            Map.entry(
                    Event.VERIFICATION_REMINDER, Map.of("working", "12 张", "finished", "34 张", "due", "11月25日 23:59")),
            Map.entry(
                    Event.CAUSES_UNSIGNED, Map.of("monthLabel", "2026年11月", "unsigned", "123 项", "due", "12月1日 00:00")),
            Map.entry(Event.DEFERRED, Map.of("time", "11月24日 10:00", "reason", "阀体开裂，要等厂家寄来同型号…")),
            Map.entry(Event.RATED_BADLY, Map.of("score", "1 分", "reason", "业主反映没有修好，返修")),
            Map.entry(Event.APPOINTMENT_MADE, Map.of("reason", "11月24日 10:00")),
            Map.entry(Event.DEFERRAL_AGREED, Map.of("reason", "11月24日 10:00")),
            Map.entry(Event.NEW_TIME, Map.of("reason", "11月24日 10:00，等配件")),
            Map.entry(Event.OVERRUN_APPROVED, Map.of("reason", "11月24日 10:00，增派两人")),
            Map.entry(Event.CHECK_MONTH, Map.of("task", "核对月报", "about", "2026-10")),
            Map.entry(Event.RECEIVE_PACK, Map.of("task", "签收月报", "about", "2026-10")),
            Map.entry(Event.HOLIDAYS_MISSING, Map.of("year", "2027")),
            Map.entry(
                    Event.MORNING_FIGURES,
                    Map.ofEntries(
                            Map.entry("day", "11月24日"),
                            Map.entry("open", "123"),
                            Map.entry("overdue", "12"),
                            Map.entry("soon", "3"),
                            Map.entry("old", "2"),
                            Map.entry("received", "4"),
                            Map.entry("closed", "1"),
                            Map.entry("accidents", "1"),
                            Map.entry("unpaid", "45"),
                            Map.entry("owed", "12345.50 元"),
                            Map.entry("undelivered", "6"),
                            Map.entry("jobs", "0"))),
            Map.entry(Event.OWNER_CONTACT, Map.of("task", "办理来电", "about", "")),
            Map.entry(Event.SLIP_CORRECTED, Map.of("reason", "地点、希望上门时间（听错了门牌）")),
            Map.entry(Event.REMARK_ANSWERED, Map.of("reason", "好的，师傅会带上阀门")),
            Map.entry(Event.CORRECTED, Map.of("reason", "地点、希望上门时间")),
            Map.entry(Event.CORRECT_SLIP, Map.of("task", "更正维修单", "about", "")),
            Map.entry(Event.INCIDENT_DECLARED, INCIDENT),
            Map.entry(Event.INCIDENT_CHANGED, INCIDENT),
            Map.entry(Event.INCIDENT_PASSED, INCIDENT),
            Map.entry(Event.INCIDENT_ENDED, INCIDENT),
            Map.entry(
                    Event.MODELS_FAILING,
                    Map.of(
                            "change",
                            "123",
                            "files",
                            "repair-request.bpmn、spot-check.form、service-commitments.dmn",
                            "what",
                            "“现场确认并报价”提交被退回：维修单 WX20261123-000042：请填写“预计工时”（WX20261123-000042）")),
            Map.entry(
                    Event.MODELS_NOT_LIVE,
                    Map.of(
                            "files",
                            "repair-request.bpmn、spot-check.form、service-commitments.dmn",
                            "time",
                            "11月24日 08:00",
                            "reason",
                            "提出上线以后，正在使用的规则和流程又变了，差别和当时看到的不一样。请看过新的差别，重新提出")),
            Map.entry(
                    Event.MODELS_TO_APPROVE,
                    Map.of(
                            "files",
                            "repair-request.bpmn、spot-check.form、service-commitments.dmn",
                            "time",
                            "11月24日 08:00",
                            "reason",
                            "电梯大修，到场放宽到 20 分钟",
                            "actor",
                            "上官明月")),
            Map.entry(Event.OTHER_TASK, Map.of("task", "检查水表")));
    private static final Map<String, Object> CLOCK =
            Map.of("promise", "告知业主并约定时间", "due", "11月23日 09:15", "late", "2 天");
    private static final Map<String, Object> HAND_OVER =
            Map.of("monthLabel", "2026年10月", "promise", "月度移交", "due", "11月2日 00:00", "late", "2 天");

    private record Line(String event, String recipient, DmnDecisionResultEntries answer) {

        String output(String name) {
            Object value = answer.getEntry(name);
            assertThat(value)
                    .as("%s of %s to %s", name, event, recipient)
                    .isInstanceOf(String.class)
                    .asString()
                    .isNotBlank();
            return (String) value;
        }

        String row() {
            return "| "
                    + String.join(
                            " | ",
                            event,
                            recipient,
                            output("channels"),
                            output("expiry"),
                            output("subject"),
                            output("text"),
                            output("text").length() + " 字")
                    + " |";
        }
    }

    @Test
    @DisplayName("every text can be read and is as short as its channel wants it")
    void everyText() throws IOException {
        List<Line> lines = lines();
        Files.createDirectories(PREVIEW.getParent());
        Files.writeString(
                PREVIEW,
                lines.stream()
                        .map(Line::row)
                        .collect(Collectors.joining(
                                "\n",
                                """
        # 通知预览

        由构建生成：`processes/notification.dmn` 的每条规则，按真实样子填写。短信的链接另外加在内容后面。

        | 事件 | 收件人 | 渠道 | 有效期 | 标题 | 内容 | 长度 |
        |---|---|---|---|---|---|---|
        """,
                                "\n")));

        assertThat(lines).allSatisfy(line -> {
            assertThat(line.output("text"))
                    .as(line.event())
                    .doesNotContain("null")
                    .endsWith(line.output("text").strip());
            assertThat(line.output("text").length())
                    .as("length of %s", line.output("text"))
                    .isLessThanOrEqualTo(line.output("channels").contains("sms") ? SMS_LENGTH : MESSAGE_LENGTH);
            assertThat(line.output("subject").length())
                    .isLessThanOrEqualTo(line.output("channels").contains("sms") ? 30 : 70);
            assertThat(DurationText.parse(line.output("expiry"))).isBetween(Duration.ofMinutes(10), Duration.ofDays(7));
            assertThat(line.output("channels").split(","))
                    .isSubsetOf(
                            Arrays.stream(ChannelKind.values()).map(Field::code).toList());
        });
    }

    @Test
    @DisplayName("every event has a text, and every text an event; applications need none")
    void everyEvent() throws IOException {
        Set<String> events = Arrays.stream(Event.values())
                .filter(event -> event != Event.STATE_CHANGED
                        && event != Event.MODELS_REFUSED
                        && event != Event.TROUBLE
                        && event != Event.HANDLE_ESCALATION)
                .map(Field::code)
                .collect(Collectors.toSet());
        assertThat(lines().stream().map(Line::event).collect(Collectors.toSet()))
                .isEqualTo(events);
    }

    /** One for each rule and each recipient that it names. */
    private static List<Line> lines() throws IOException {
        return CodedTables.of(Dmn.readModelFromFile(TABLE.toFile()))
                .getModelElementsByType(DecisionTable.class)
                .stream()
                .filter(table -> table.getId().equals("DecisionTable_Notification"))
                .findFirst()
                .orElseThrow()
                .getRules()
                .stream()
                .flatMap(NotificationPreviewTest::lines)
                .toList();
    }

    private static Stream<Line> lines(Rule rule) {
        List<String> inputs = rule.getInputEntries().stream()
                .map(entry -> entry.getText().getTextContent().replace("\"", ""))
                .toList();
        String recipients = inputs.get(1).isEmpty() ? "director" : inputs.get(1);
        return Arrays.stream(inputs.get(0).split(",")).flatMap(event -> Arrays.stream(recipients.split(","))
                .map(recipient -> new Line(event, recipient, answer(event, recipient))));
    }

    private static DmnDecisionResultEntries answer(String code, String recipient) {
        Event event = Arrays.stream(Event.values())
                .filter(one -> Field.code(one).equals(code))
                .findFirst()
                .orElseThrow();
        Map<String, Object> variables = new HashMap<>(code.startsWith("handOver") ? HAND_OVER : OF_A_SLIP);
        variables.putAll(code.startsWith("clock") ? CLOCK : FACTS.getOrDefault(event, Map.of()));
        variables.putAll(Map.of("event", code, "recipient", recipient));
        try (InputStream table = Files.newInputStream(TABLE)) {
            return ENGINE.evaluateDecision(ENGINE.parseDecision("notification", table), variables)
                    .getSingleResult();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
