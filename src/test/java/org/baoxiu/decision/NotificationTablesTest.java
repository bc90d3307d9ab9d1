package org.baoxiu.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.decision.DecisionTablesTest.decide;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baoxiu.notification.Event;
import org.baoxiu.process.form.Field;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told what: the two tables of {@code processes/notification.dmn}, evaluated by the decision engine alone. */
@DisplayName("通知表")
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class NotificationTablesTest {

    static final String FILE = "notification.dmn";
    /** What a message about a slip can say: see {@code SlipFacts}. */
    static final Map<String, Object> SLIP = Map.ofEntries(
            Map.entry("slipNumber", "WX20261123-000042"),
            Map.entry("place", "3 栋 502"),
            Map.entry("office", "翠湖管理处"),
            Map.entry("fault", "厨房水龙头漏水"),
            Map.entry("repairClass", "日常维修"),
            Map.entry("urgent", "【紧急】"),
            Map.entry("deadline", "11月23日 09:15 前到场"),
            Map.entry("technician", "王小明"),
            Map.entry("about", "WX20261123-000042（翠湖管理处 3 栋 502），厨房水龙头漏水，日常维修，11月23日 09:15 前到场"),
            Map.entry("actor", "赵主管"),
            Map.entry("reason", "请尽快"),
            Map.entry("task", "领单或派单"),
            Map.entry("promise", "到场"),
            Map.entry("due", "11月23日 09:15"),
            Map.entry("late", "2 天"),
            Map.entry("score", "1 分"),
            Map.entry("year", "2027"),
            Map.entry("from", "11月24日 20:00"),
            Map.entry("to", "李师傅"),
            Map.entry("until", "11月25日 08:00"),
            Map.entry("team", "工程部维修班"),
            Map.entry("released", "维修单 WX20261123-000041"),
            Map.entry("what", "停水"),
            Map.entry("change", "12"),
            Map.entry("files", "service-commitments.dmn"),
            Map.entry("time", "11月24日 08:00"),
            Map.entry("planned", ""),
            Map.entry("calledOff", ""),
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
            Map.entry("jobs", "0"),
            Map.entry("away", ""));

    private static final List<String> WITHOUT_SLIP = List.of(
            "handOver",
            "verificationReminder",
            "causesUnsigned",
            "checkMonth",
            "receivePack",
            "ownerContact",
            "correctSlip",
            "holidaysMissing",
            "morning",
            "models",
            "incident",
            "rosterGap",
            "task",
            "partly");

    static List<String> recipients(Event event, boolean emergency) {
        DmnDecisionResult answer = DecisionTablesTest.ENGINE.evaluateDecision(
                DecisionTablesTest.DECISIONS.get("notificationRecipients"),
                Map.of(
                        "event",
                        Field.code(event),
                        "emergency",
                        emergency,
                        "told",
                        "director",
                        "candidates",
                        "customerService",
                        "former",
                        "login:tech2",
                        "helper",
                        "login:tech3"));
        assertThat(answer).as("row of the table of recipients for %s", event).isNotEmpty();
        return Arrays.stream(
                        answer.getSingleResult().<String>getEntry("recipients").split(","))
                .filter(role -> !role.isEmpty())
                .toList();
    }

    static DmnDecisionResultEntries text(Event event, String role, Map<String, Object> facts) {
        Map<String, Object> variables = new HashMap<>(facts);
        variables.putAll(Map.of("event", Field.code(event), "recipient", role.startsWith("login:") ? "person" : role));
        DmnDecisionResult answer =
                DecisionTablesTest.ENGINE.evaluateDecision(DecisionTablesTest.DECISIONS.get("notification"), variables);
        assertThat(answer).as("text of %s to %s", event, role).isNotEmpty();
        return answer.getSingleResult();
    }

    @Nested
    @DisplayName("通知：办公室的人")
    class Staff {

        @ParameterizedTest
        @Tag("found:B2")
        @Tag("3.3")
        @Tag("4.1")
        @Tag("4.2.1.1")
        @Tag("4.3.2")
        @Tag("4.3.4.4")
        @Tag("4.6.2")
        @Tag("4.6.4")
        @Tag("S4")
        @Tag("S6")
        @Tag("S7")
        @CsvSource(
                delimiter = '|',
                value = {
                    "newSlip | team",
                    "teamNotReached | customerServiceLead,engineeringSupervisor",
                    "noQualifiedPerson | engineeringSupervisor,customerServiceLead",
                    "contractorNeeded | engineeringSupervisor,customerService,customerServiceLead",
                    "contractorCalledOff | engineeringSupervisor,customerService,customerServiceLead",
                    "urged | holder",
                    "withdrawn | holder",
                    "calledOff | holder",
                    "joinedAway | holder",
                    "slipSplit | holder",
                    "slipCorrected | holder",
                    "faultAdded | holder",
                    "ownerRemark | holder,customerService",
                    "phoneCorrected | holder",
                    "complained | customerServiceLead,engineeringSupervisor",
                    "appointmentMade | technician",
                    "consentGiven | technician",
                    "anotherQuote | technician",
                    "repairRefused | technician",
                    "accepted | technician",
                    "deferralAgreed | technician",
                    "acceptanceRefused | technician,engineeringSupervisor",
                    "notFixed | team,engineeringSupervisor,login:tech2",
                    "ratedBadly | customerServiceLead",
                    "classRaised | customerServiceLead,engineeringSupervisor,holder",
                    "accidentDeclared | customerServiceLead,director,engineeringSupervisor,holder",
                    "assigned | technician",
                    "transferred | technician,engineeringSupervisor",
                    "reassigned | technician,login:tech2",
                    "supportGiven | technician,login:tech2",
                    "returned | team,engineeringSupervisor",
                    "helperAdded | login:tech3,technician",
                    "officeRemark | technician",
                    "taskHandedOver | director,login:tech2",
                    "taskReleased | director,login:tech2",
                    "partlyHandedOver | director",
                    "morningFigures | director",
                    "causesUnsigned | director",
                    "workHandedOver | director,login:tech2",
                    "workReleased | director,login:tech2",
                    "rosterGap | engineeringSupervisor,customerServiceLead",
                    "newTime | customerService",
                    "certificateLapsed | engineeringSupervisor",
                    "holidaysMissing | customerServiceLead,processOwner,camunda-admin",
                    "incidentDeclared | customerService,customerServiceLead,engineeringSupervisor,maintenance",
                    "incidentChanged | customerService,customerServiceLead,engineeringSupervisor,maintenance",
                    "incidentPassed | customerService,customerServiceLead,engineeringSupervisor",
                    "incidentEnded | customerService,customerServiceLead,engineeringSupervisor,maintenance",
                    "overrunApproved | technician,customerServiceLead",
                    "clockMissed | director",
                    "handOverAgain | director",
                    "pickUpSlip | team",
                    "reviewFee | customerService",
                    "handleEscalation | ''",
                    "obtainConsent | ''",
                    "ownerContact | ''",
                    "correctSlip | ''"
                })
        void whoeverMustActLearnsOfIt(String code, String told) {
            Event event = Arrays.stream(Event.values())
                    .filter(one -> Field.code(one).equals(code))
                    .findFirst()
                    .orElseThrow();
            assertThat(String.join(",", recipients(event, false))).isEqualTo(told);
        }

        @Test
        @Tag("found:B1")
        @Tag("4.6.2")
        void theSupervisorLearnsOfAnEmergencyAtTheSameTimeAsTheTeam() {
            assertThat(recipients(Event.NEW_SLIP, true)).containsExactly("team", "engineeringSupervisor");
        }

        static List<Event> events() {
            return Arrays.stream(Event.values()).filter(Event::ofStaff).toList();
        }

        @ParameterizedTest
        @MethodSource("events")
        @Tag("found:B2")
        @Tag("found:B3")
        @Tag("4.3.2")
        @DisplayName(
                "every event of the office has a row, and everybody told reads which slip, where, what, how urgent and until when")
        void everyEventHasARowAndATextForEachRecipient(Event event) {
            List<String> roles = recipients(event, true);
            if (event == Event.OBTAIN_CONSENT) {
                roles = List.of("customerService"); // a process owner may add somebody
            }
            for (String role : roles) {
                boolean ofSlip = WITHOUT_SLIP.stream().noneMatch(Field.code(event)::startsWith);
                DmnDecisionResultEntries answer = text(event, role, SLIP);
                if (ofSlip) {
                    assertThat(answer.<String>getEntry("subject")).contains("WX20261123-000042", "3 栋 502");
                    assertThat(answer.<String>getEntry("text"))
                            .contains("WX20261123-000042", "3 栋 502", "厨房水龙头漏水", "日常维修", "11月23日 09:15")
                            .endsWith("。")
                            .doesNotContain("。。", "：。");
                }
                if (ofSlip && event != Event.RATED_BADLY) {
                    assertThat(answer.<String>getEntry("subject")).startsWith("【紧急】");
                    assertThat(answer.<String>getEntry("text")).startsWith("【紧急】");
                }
                assertThat(answer.<String>getEntry("channels")).contains("email,inApp");
            }
        }

        @Test
        @Tag("3.3")
        @DisplayName("whoever stands in reads for whom")
        void whoeverStandsInReadsForWhom() {
            Map<String, Object> facts = new HashMap<>(SLIP);
            facts.put("away", "李师傅");
            assertThat(text(Event.CARRY_OUT_REPAIR, "engineeringSupervisor", facts)
                            .<String>getEntry("text"))
                    .startsWith("【紧急】李师傅请假，请安排或代办。请办理“领单或派单”");
            assertThat(text(Event.OTHER_TASK, "director", facts).<String>getEntry("text"))
                    .startsWith("【紧急】李师傅请假，请安排或代办。请办理“领单或派单”");
        }

        @Test
        @DisplayName("a task about no slip has neither number nor urgency")
        void aTaskAboutNoSlip() {
            Map<String, Object> facts = new HashMap<>(Map.of("task", "检查水表", "about", "3 栋", "away", "李师傅"));
            facts.put("slipNumber", null);
            DmnDecisionResultEntries answer = text(Event.OTHER_TASK, "director", facts);
            assertThat(answer.<String>getEntry("subject")).isEqualTo("请办理：检查水表");
            assertThat(answer.<String>getEntry("text")).isEqualTo("李师傅请假，请安排或代办。请办理“检查水表”：3 栋。");
        }

        @ParameterizedTest
        @MethodSource("events")
        @DisplayName("without a reason no text ends in an empty one")
        void withoutAReason(Event event) {
            Map<String, Object> facts = new HashMap<>(SLIP);
            facts.put("reason", "");
            facts.put("actor", "");
            facts.putAll(Map.of("monthLabel", "2026年10月", "working", "2 张", "finished", "3 张", "unsigned", "3 项"));
            recipients(event, false)
                    .forEach(role -> assertThat(text(event, role, facts).<String>getEntry("text"))
                            .doesNotContain("：。"));
        }
    }

    @Nested
    @DisplayName("通知")
    class Notification {

        @ParameterizedTest
        @Tag("4.6.1a")
        @Tag("4.6.2")
        @Tag("5.1")
        @Tag("5.2")
        @Tag("5.3a")
        @Tag("5.3b")
        @Tag("Q1")
        @CsvSource({
            "clockWarning, maintenance, 1 小时, 时限将到：到场, 即将到时，请抓紧。",
            "clockMissed, technician, 12 小时, 已超时：到场, 已超时，请在任务列表里报告新的完成时间。",
            "clockMissed, director, 12 小时, 已超时：到场, 已超时，请在任务列表里处理。",
            "clockAgain, director, 1 天, 仍未完成：到场, 已超过 2 天，仍未完成。"
        })
        void everybodyReadsWhichSlipWhereWhatAndUntilWhen(
                String event, String recipient, String expiry, String subject, String end) {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    event,
                    "recipient",
                    recipient,
                    "slipNumber",
                    "WX20261123-000042",
                    "place",
                    "3 栋 502",
                    "promise",
                    "到场",
                    "due",
                    "11月23日 09:15",
                    "late",
                    "2 天",
                    "urgent",
                    "",
                    "fault",
                    "水龙头漏水",
                    "repairClass",
                    "日常维修",
                    "office",
                    "翠湖");
            assertThat(answer.<String>getEntry("channels")).isEqualTo("weCom,dingTalk,email,inApp");
            assertThat(answer.<String>getEntry("expiry")).isEqualTo(expiry);
            assertThat(answer.<String>getEntry("subject")).isEqualTo(subject + " WX20261123-000042 3 栋 502");
            assertThat(answer.<String>getEntry("text"))
                    .isEqualTo("维修单 WX20261123-000042（翠湖 3 栋 502）到场的时限是 11月23日 09:15，" + end + "水龙头漏水，日常维修。");
        }

        @Test
        @Tag("S7")
        @Tag("Q6")
        void theHeadOfCustomerServiceReadsHowAnOwnerRatedAfterTheCall() {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    "ratedBadly",
                    "recipient",
                    "customerServiceLead",
                    "slipNumber",
                    "N",
                    "place",
                    "3 栋 502",
                    "score",
                    "2 分",
                    "reason",
                    "业主不满意",
                    "about",
                    "N（3 栋 502），漏水，日常维修，没有正在计时的时限");
            assertThat(answer.<String>getEntry("channels")).isEqualTo("weCom,dingTalk,email,inApp");
            assertThat(answer.<String>getEntry("text"))
                    .isEqualTo("回访后业主在网页上评价 2 分：业主不满意。请尽快联系业主；没有修好的，重新登记报修。" + "N（3 栋 502），漏水，日常维修，没有正在计时的时限。");
        }

        @ParameterizedTest
        @Tag("Q4")
        @Tag("S1")
        @Tag("4.3.2")
        @Tag("4.3.3")
        @Tag("4.3.4.4")
        @Tag("4.3.4.8")
        @Tag("4.3.6")
        @Tag("4.5.1")
        @Tag("4.6.4")
        @Tag("5.1")
        @CsvSource(
                delimiter = '|',
                value = {
                    "received | owner | 12 小时 | 已收到报修 | 您的报修已收到，单号 N。我们会尽快安排师傅，谢谢您！",
                    "received | reporter | 12 小时 | 已收到反映的问题 | 您反映的“3 栋 502”的问题已收到，单号 N。我们会尽快安排维修，谢谢您！",
                    "teamNotified | owner | 4 小时 | 已通知维修班 | 维修单 N 已通知维修班，师傅领单后会再告诉您。",
                    "technicianAssigned | owner | 1 小时 | 师傅已接单 | 维修单 N 由王小明师傅负责，11月24日 10:00 上门，请您留意。",
                    "arrived | owner | 30 分钟 | 师傅已到场 | 维修单 N：王小明师傅已到场。",
                    "visitAppointed | owner | 12 小时 | 已约定上门时间 | 维修单 N：约定 11月24日 10:00 上门，届时请留人在家。",
                    "quoted | owner | 12 小时 | 报价请您确认 | 维修单 N 报价 95.50 元，约 30 分钟修好。请查看明细并答复，同意后动工。",
                    "quoteChanged | owner | 12 小时 | 报价有变，请您确认 | 维修单 N 报价由 80.00 元 改为 95.50 元，约 30 分钟修好，请您答复。",
                    "costChanged | owner | 2 天 | 费用有变 | 维修单 N 的费用由 80.00 元 改为 95.50 元。",
                    "timeChanged | owner | 12 小时 | 预计完成时间有变 | 维修单 N 预计 11月24日 10:00 修好，比原先晚，请您谅解。",
                    "deferred | owner | 12 小时 | 暂缓维修，已约定时间 | 维修单 N 暂缓维修（等配件），约定 11月24日 10:00 再修，请您谅解。",
                    "contractorAgreed | owner | 12 小时 | 外包单位上门时间 | 维修单 N 已请示例燃气公司上门，约定 11月24日 10:00 到场，请您留意。",
                    "contractorAgreed | reporter | 12 小时 | 外包单位上门时间 | 维修单 N 已请示例燃气公司上门，约定 11月24日 10:00 到场，请您留意。",
                    "finished | owner | 1 天 | 已修好，请您验收 | 维修单 N 已修好，请您检查并验收。",
                    "finished | reporter | 1 天 | 已修好 | 您反映的“3 栋 502”的问题已修好，单号 N。谢谢您的反映！",
                    "callBackMissed | owner | 3 天 | 请您评价 | 维修单 N：回访没有联系上您，请抽空评价这次维修，谢谢！",
                    "closed | owner | 1 天 | 已办结 | 维修单 N 已办结，谢谢您的配合。还有问题，请联系客户服务中心。",
                    "cancelled | owner | 1 天 | 已取消 | 维修单 N 已按您的要求取消。如需维修，请联系客户服务中心。",
                    "cancelled | reporter | 1 天 | 已取消 | 维修单 N 已按您的要求取消。如需维修，请联系客户服务中心。",
                    "corrected | owner | 1 天 | 登记的内容已更正 | 维修单 N 登记的内容已更正：等配件。请核对，不对的请联系客户服务中心。",
                    "corrected | reporter | 1 天 | 登记的内容已更正 | 维修单 N 登记的内容已更正：等配件。请核对，不对的请联系客户服务中心。",
                    "remarkAnswered | owner | 1 天 | 留言有答复 | 维修单 N，您的留言有答复：等配件。详情请看维修单页面。",
                    "remarkAnswered | reporter | 1 天 | 留言有答复 | 维修单 N，您的留言有答复：等配件。详情请看维修单页面。",
                    "mistaken | owner | 1 天 | 登记有误，已作废 | 维修单 N 登记有误，已作废，不会有人上门。如需维修，请联系客户服务中心。",
                    "mistaken | reporter | 1 天 | 登记有误，已作废 | 维修单 N 登记有误，已作废，不会有人上门。如需维修，请联系客户服务中心。",
                    "joined | owner | 1 天 | 已合并办理 | 维修单 N 与 等配件 是同一件事，已合并办理，以后者为准，原来的链接照用。",
                    "joined | reporter | 1 天 | 已合并办理 | 维修单 N 与 等配件 是同一件事，已合并办理，以后者为准，原来的链接照用。"
                })
        void theOwnerReadsWhatHappensToTheRequest(
                String event, String recipient, String expiry, String subject, String text) {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    event,
                    "recipient",
                    recipient,
                    "slipNumber",
                    "N",
                    "place",
                    "3 栋 502",
                    "technician",
                    "王小明",
                    "time",
                    "11月24日 10:00",
                    "reason",
                    "等配件",
                    "formerAmount",
                    "80.00 元",
                    "amount",
                    "95.50 元",
                    "completion",
                    "约 30 分钟修好",
                    "contractor",
                    "示例燃气公司");
            assertThat(answer.<String>getEntry("channels")).isEqualTo("sms,phone");
            assertThat(answer.<String>getEntry("expiry")).isEqualTo(expiry);
            assertThat(answer.<String>getEntry("subject")).isEqualTo(subject);
            assertThat(answer.<String>getEntry("text")).isEqualTo(text);
        }

        @ParameterizedTest
        @Tag("Q4")
        @CsvSource(
                delimiter = '|',
                nullValues = "-",
                emptyValue = "",
                value = {
                    "incidentDeclared | '' | 15:00 | '' | 公共故障：3栋停水 | 3栋停水，已在抢修，预计 15:00 恢复，请您谅解。",
                    "incidentDeclared | '' | '' | '' | 公共故障：3栋停水 | 3栋停水，已在抢修，恢复时间另行通知，请您谅解。",
                    "incidentDeclared | 计划 | 12:00 | '' | 停用通知：3栋停水 | 3栋计划 9:00 至 12:00 停水，请提前准备。",
                    "incidentChanged | '' | 16:00 | '' | 有变：3栋停水 | 3栋停水，现预计 16:00 恢复，请您谅解。",
                    "incidentChanged | 计划 | 16:00 | '' | 有变：3栋停水 | 3栋停水改为 9:00 至 16:00，请您留意。",
                    "incidentEnded | '' | 15:00 | '' | 已恢复：3栋停水 | 3栋停水，现已恢复正常，谢谢您的谅解。",
                    "incidentEnded | 计划 | 12:00 | 自动 | 已结束：3栋停水 | 3栋停水，计划时间已到，现已结束；您家还没有恢复的，请告诉我们。",
                    "incidentEnded | 计划 | 12:00 | 取消 | 已取消：3栋停水 | 3栋原定 9:00 的停水已取消，请您留意。"
                })
        void whomAFaultOfManyConcernsReadsItsBeginningChangeAndEnd(
                String event, String planned, String until, String how, String subject, String text) {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    event,
                    "recipient",
                    "concerned",
                    "slipNumber",
                    null,
                    "place",
                    "3栋",
                    "what",
                    "停水",
                    "planned",
                    planned,
                    "from",
                    "9:00",
                    "until",
                    until,
                    "calledOff",
                    "取消".equals(how) ? how : "",
                    "byItself",
                    "自动".equals(how) ? how : "");
            assertThat(answer.<String>getEntry("channels")).isEqualTo("sms");
            assertThat(answer.<String>getEntry("subject")).isEqualTo(subject);
            assertThat(answer.<String>getEntry("text")).isEqualTo(text);
        }

        @Test
        @Tag("4.3.3")
        void withoutAnAppointmentTheTechnicianComesAtOnce() {
            assertThat(decide(
                                    "notification",
                                    "event",
                                    "technicianAssigned",
                                    "recipient",
                                    "owner",
                                    "slipNumber",
                                    "N",
                                    "technician",
                                    "王小明",
                                    "time",
                                    "")
                            .<String>getEntry("text"))
                    .isEqualTo("维修单 N 由王小明师傅负责，马上上门，请您留意。");
        }

        @Test
        @Tag("4.5.1")
        void whoReportedSomethingPublicIsNotAskedForConsentOrAcceptance() {
            for (String event : List.of("teamNotified", "quoted", "costChanged", "closed")) {
                assertThat(DecisionTablesTest.ENGINE.evaluateDecision(
                                DecisionTablesTest.DECISIONS.get("notification"),
                                Map.of("event", event, "recipient", "reporter")))
                        .isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("通知：月报移交")
    class HandOverNotification {

        @ParameterizedTest
        @Tag("4.3.7")
        @CsvSource({
            "handOverWarning, 8 小时, 时限将到：月度移交, 时限将到，请在任务列表里核对后移交综合部。",
            "handOverMissed, 12 小时, 已超时：月度移交, 已超时，请督促客户服务中心核对后移交综合部。",
            "handOverAgain, 1 天, 仍未完成：月度移交, 已超过 2 天，仍未移交。"
        })
        void everybodyReadsWhichMonthAndUntilWhen(String event, String expiry, String subject, String end) {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    event,
                    "recipient",
                    "director",
                    "slipNumber",
                    null,
                    "monthLabel",
                    "2026年10月",
                    "promise",
                    "月度移交",
                    "due",
                    "11月2日 00:00",
                    "late",
                    "2 天");
            assertThat(answer.<String>getEntry("expiry")).isEqualTo(expiry);
            assertThat(answer.<String>getEntry("subject")).isEqualTo(subject);
            assertThat(answer.<String>getEntry("text")).isEqualTo("2026年10月月度移交应在 11月2日 00:00 前，" + end);
        }
    }

    @Nested
    @DisplayName("通知：公共部位维修交单核查")
    class VerificationNotification {

        @Test
        @Tag("4.5.1")
        void everybodyReadsHowManyAndUntilWhen() {
            DmnDecisionResultEntries answer = decide(
                    "notification",
                    "event",
                    "verificationReminder",
                    "recipient",
                    "customerService",
                    "slipNumber",
                    null,
                    "working",
                    "2 张",
                    "finished",
                    "3 张",
                    "due",
                    "11月25日 23:59");
            assertThat(answer.<String>getEntry("subject")).isEqualTo("公共部位维修请交单核查");
            assertThat(answer.<String>getEntry("text"))
                    .isEqualTo("公共部位维修在修 2 张、待核查 3 张。请工程部修完交单，" + "客户服务中心核查用料和质量后签字，11月25日 23:59 截止。");
        }
    }

    @Nested
    @Order(Integer.MAX_VALUE)
    @DisplayName("每条规则都有测试")
    class EveryRule {

        @Test
        void ofBothTablesIsReachedByATestOfThisClass() {
            assertThat(DecisionTablesTest.rules(Path.of("processes", FILE)))
                    .isNotEmpty()
                    .filteredOn(rule -> !DecisionTablesTest.MATCHED.contains(rule))
                    .as("rules without a test")
                    .isEmpty();
        }
    }
}
