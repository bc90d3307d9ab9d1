package org.baoxiu.process.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.accepted;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.application;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.assessed;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.darkCorridor;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.feeApproved;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.improved;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.kept;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.ownerAbsent;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.reported;
import static org.baoxiu.testing.Answers.satisfied;
import static org.baoxiu.testing.Answers.verified;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the procedure does not allow is refused whichever way it comes in: with the form through Tasklist, or with any
 * variables straight to the REST interface. The answer is a Chinese sentence, the task stays, the slip is as it was.
 */
@ProcedureTest
@DisplayName("不合规的提交：经表单和直接经接口都被拒绝")
@Tag("long")
class RefusalsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Office office;

    @LocalServerPort
    int port;

    private final Map<String, HttpOffice> browsers = new HashMap<>();

    /** Up to where a case has come before the attempt. */
    enum Stage {
        RECEIVED(o -> o.reports("clerk1", leakingTap())),
        DOOR_LOCKED(o -> o.reports("clerk1", leakingTap())
                .does("clerk1", REGISTER_REQUEST, with(registered("DL-08"), "forcedEntry", true))),
        TO_BE_ASSESSED(o -> o.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-14"))),
        IMPORTANT(o -> TO_BE_ASSESSED.reach(o).does("supervisor", ASSESS_FAULT, assessed("PL-14", 6))),
        NOTIFIED(o -> o.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("PL-01"))),
        WIRING(o -> o.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("EL-02"))),
        PICKED_UP(o -> NOTIFIED.reach(o).does("tech1", PICK_UP_SLIP, pickedUp())),
        OWNER_ABSENT(o -> PICKED_UP.reach(o).does("tech1", VISIT_SITE, ownerAbsent())),
        ON_SITE(o -> PICKED_UP.reach(o).does("tech1", VISIT_SITE, arrived())),
        QUOTED(o -> ON_SITE.reach(o).does("tech1", QUOTE_REPAIR, quoted())),
        NOISY_QUOTE(o -> ON_SITE.reach(o).does("tech1", QUOTE_REPAIR, with(quoted(), "noiseOrSmell", true))),
        WORKING(o -> QUOTED.reach(o).does("tech1", OBTAIN_CONSENT, agreed())),
        SUPPORT(o -> WORKING.reach(o).does("tech1", CARRY_OUT_REPAIR, interrupted("help"))),
        DEFERRAL(o -> WORKING.reach(o).does("tech1", CARRY_OUT_REPAIR, interrupted("defer"))),
        FINISHED(o -> WORKING.reach(o).does("tech1", CARRY_OUT_REPAIR, done())),
        ACCEPTED(o -> FINISHED.reach(o).does("tech1", ACCEPT_REPAIR, accepted())),
        REPORTED(o -> ACCEPTED.reach(o).does("tech1", REPORT_RESULT, reported())),
        CALL_BACK(o -> REPORTED.reach(o).does("clerk1", REVIEW_FEE, feeApproved())),
        DISSATISFIED(o -> CALL_BACK.reach(o).does("clerk1", CALL_BACK_OWNER, with(satisfied(), "score", "1"))),
        COMPLAINT(o -> NOTIFIED.reach(o).ownerCalls("complain")),
        PUBLIC_WORK(o -> o.reports("tech1", darkCorridor())
                .does("tech1", REGISTER_REQUEST, registered("PB-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())),
        PUBLIC_DONE(o -> PUBLIC_WORK.reach(o).does("tech1", CARRY_OUT_REPAIR, done()));

        private final Function<Office, RepairCase> way;

        Stage(Function<Office, RepairCase> way) {
            this.way = way;
        }

        RepairCase reach(Office office) {
            return way.apply(office);
        }
    }

    record Attempt(Stage stage, String task, String person, Map<String, Object> form, int status, String says) {

        @Override
        public String toString() {
            return task + "：" + says;
        }
    }

    private static Attempt invalid(Stage stage, String task, String person, Map<String, Object> form, String says) {
        return new Attempt(stage, task, person, form, 400, says);
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        without(registered("PL-01"), "itemCode"),
                        "请填写“维修项目”"),
                invalid(Stage.RECEIVED, REGISTER_REQUEST, "clerk1", registered("PL-99"), "请从列出的项目中选择"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "wantedAt", "明天"),
                        "不是有效的日期和时间"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "wantedAt", "2126-12-08 09:00"),
                        "2126年12月8日 09:00）要在一年以内"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "wantedAt", "9999-12-08T09:00+08:00"),
                        "要在一年以内"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "wantedAt", "昨天9点"),
                        "要晚于现在"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "wantedAt", "-0001-12-08T09:00Z"),
                        "不是有效的日期和时间"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "emergency", "very"),
                        "只能是勾选或不勾选"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "technician", "tech3"),
                        "不能提交或改动“technician”"),
                invalid(
                        Stage.RECEIVED,
                        REGISTER_REQUEST,
                        "clerk1",
                        with(registered("PL-01"), "anything", 1),
                        "不能提交或改动“anything”"),
                invalid(Stage.DOOR_LOCKED, OBTAIN_APPLICATION, "clerk1", fields(), "已收到书面申请"),
                invalid(
                        Stage.DOOR_LOCKED,
                        OBTAIN_APPLICATION,
                        "clerk1",
                        without(application(), "applicationReference"),
                        "请填写“申请书编号或存放处”"),
                invalid(
                        Stage.DOOR_LOCKED,
                        OBTAIN_APPLICATION,
                        "clerk1",
                        with(application(), "applicationDate", "2999-01-01"),
                        "不能晚于今天"),
                invalid(
                        Stage.DOOR_LOCKED,
                        OBTAIN_APPLICATION,
                        "clerk1",
                        with(application(), "applicationDate", "0026-11-28"),
                        "0026年11月28日）是一年以前"),
                invalid(
                        Stage.DOOR_LOCKED,
                        OBTAIN_APPLICATION,
                        "clerk1",
                        with(application(), "applicationDate", "9.31"),
                        "不是有效的日期"),
                invalid(
                        Stage.DOOR_LOCKED,
                        OBTAIN_APPLICATION,
                        "clerk1",
                        with(application(), "forcedEntry", false),
                        "不能提交或改动“forcedEntry”"),
                invalid(
                        Stage.TO_BE_ASSESSED,
                        ASSESS_FAULT,
                        "supervisor",
                        with(assessed("PL-14", 6), "estimatedHours", 0),
                        "要在 0.1 和 240 之间"),
                invalid(
                        Stage.TO_BE_ASSESSED,
                        ASSESS_FAULT,
                        "supervisor",
                        without(assessed("PL-14", 6), "assessedCause"),
                        "请填写“判断的原因”"),
                invalid(
                        Stage.IMPORTANT,
                        HANDLE_IMPORTANT,
                        "clerklead",
                        with(kept(), "leadDecision", "downgrade"),
                        "请填写“降级理由”"),
                invalid(
                        Stage.IMPORTANT,
                        HANDLE_IMPORTANT,
                        "clerklead",
                        with(kept(), "leadDecision", "forget"),
                        "请从列出的选项中选择"),
                new Attempt(Stage.NOTIFIED, PICK_UP_SLIP, "supervisor", assignedTo("tech2"), 403, "水暖"),
                new Attempt(Stage.WIRING, PICK_UP_SLIP, "supervisor", assignedTo("tech3"), 403, "2025"),
                new Attempt(Stage.WIRING, PICK_UP_SLIP, "tech1", assignedTo("tech3"), 403, "只有工程部主管"),
                invalid(Stage.NOTIFIED, PICK_UP_SLIP, "tech1", fields("toolsReady", false), "备好工具和材料"),
                invalid(Stage.PICKED_UP, VISIT_SITE, "tech1", without(arrived(), "enteredPolitely"), "逐项"),
                invalid(Stage.PICKED_UP, VISIT_SITE, "tech1", fields("visitOutcome", "ownerAbsent"), "请填写“原因”"),
                new Attempt(
                        Stage.PICKED_UP,
                        VISIT_SITE,
                        "tech1",
                        fields("visitOutcome", "transferred", "visitReason", "忙", "transferTo", "tech2"),
                        403,
                        "水暖"),
                invalid(
                        Stage.OWNER_ABSENT,
                        RESCHEDULE_VISIT,
                        "clerk1",
                        fields("appointmentAt", "2020-01-01T08:00+08:00"),
                        "晚于现在"),
                invalid(
                        Stage.OWNER_ABSENT,
                        RESCHEDULE_VISIT,
                        "clerk1",
                        fields("appointmentAt", "+999999999-01-01T08:00+08:00"),
                        "不是有效的日期和时间"),
                invalid(
                        Stage.OWNER_ABSENT,
                        RESCHEDULE_VISIT,
                        "clerk1",
                        fields("appointmentAt", "2126/12/8 9点半"),
                        "要在一年以内"),
                invalid(Stage.ON_SITE, QUOTE_REPAIR, "tech1", without(quoted(), "workPlan"), "请填写“维修内容”"),
                invalid(Stage.ON_SITE, QUOTE_REPAIR, "tech1", with(quoted(), "labourYuan", 999), "人工费"),
                invalid(Stage.ON_SITE, QUOTE_REPAIR, "tech1", with(quoted(), "material1Quantity", -1), "要在"),
                invalid(Stage.ON_SITE, QUOTE_REPAIR, "tech1", with(quoted(), "material1Price", 1.005), "最多 2 位小数"),
                invalid(
                        Stage.ON_SITE,
                        QUOTE_REPAIR,
                        "tech1",
                        with(quoted(), "consentRequired", false),
                        "不能提交或改动“consentRequired”"),
                invalid(Stage.QUOTED, OBTAIN_CONSENT, "tech1", fields(), "请填写“业主意见”"),
                invalid(Stage.QUOTED, OBTAIN_CONSENT, "tech1", with(agreed(), "consentBy", ""), "请填写“同意人”"),
                invalid(Stage.QUOTED, OBTAIN_CONSENT, "tech1", fields("consentOutcome", "maybe"), "请从列出的选项中选择"),
                invalid(
                        Stage.QUOTED,
                        OBTAIN_CONSENT,
                        "tech1",
                        with(agreed(), "consentResult", "agreed"),
                        "不能提交或改动“consentResult”"),
                invalid(Stage.NOISY_QUOTE, OBTAIN_CONSENT, "tech1", agreed(), "噪音或气味"),
                invalid(Stage.WORKING, CARRY_OUT_REPAIR, "tech1", with(done(), "material1Quantity", 3), "超过业主同意的"),
                invalid(Stage.WORKING, CARRY_OUT_REPAIR, "tech1", with(done(), "siteCleared", false), "现场"),
                invalid(Stage.WORKING, CARRY_OUT_REPAIR, "tech1", with(done(), "foundCause", ""), "请填写“查明的原因”"),
                invalid(Stage.WORKING, CARRY_OUT_REPAIR, "tech1", fields("workOutcome", "defer"), "请填写“原因”"),
                invalid(Stage.WORKING, CARRY_OUT_REPAIR, "tech1", with(done(), "billText", "0 元"), "不能提交或改动“billText”"),
                invalid(Stage.SUPPORT, SUPPORT_REPAIR, "supervisor", fields(), "请填写“支援意见”"),
                invalid(
                        Stage.DEFERRAL,
                        AGREE_DEFERRAL,
                        "clerk1",
                        fields("promisedTime", "2999-01-01T08:00+08:00"),
                        "已致电业主"),
                invalid(
                        Stage.DEFERRAL,
                        AGREE_DEFERRAL,
                        "clerk1",
                        fields("ownerTold", true, "promisedTime", "2020-01-01T08:00+08:00"),
                        "晚于现在"),
                invalid(
                        Stage.DEFERRAL,
                        AGREE_DEFERRAL,
                        "clerk1",
                        fields("ownerTold", true, "promisedTime", "2126-11-28 09:00"),
                        "要在一年以内"),
                invalid(Stage.FINISHED, ACCEPT_REPAIR, "tech1", with(accepted(), "signed", false), "签字"),
                invalid(Stage.FINISHED, ACCEPT_REPAIR, "tech1", fields("acceptanceOutcome", "rejected"), "请填写“不合格的原因”"),
                invalid(Stage.ACCEPTED, REPORT_RESULT, "tech1", fields("reportChannel", "pigeon"), "请从列出的选项中选择"),
                invalid(
                        Stage.REPORTED,
                        REVIEW_FEE,
                        "clerklead",
                        fields(
                                "feeDecision",
                                "reduce",
                                "collection",
                                "cash",
                                "reducedToYuan",
                                500,
                                "reductionReason",
                                "多收"),
                        "元"),
                new Attempt(
                        Stage.REPORTED,
                        REVIEW_FEE,
                        "clerk1",
                        fields(
                                "feeDecision",
                                "reduce",
                                "collection",
                                "cash",
                                "reducedToYuan",
                                5,
                                "reductionReason",
                                "老业主"),
                        403,
                        "只有客服主管和主任能减免费用"),
                invalid(
                        Stage.REPORTED,
                        REVIEW_FEE,
                        "clerklead",
                        fields("feeDecision", "reduce", "collection", "cash", "reducedToYuan", 5),
                        "请填写“减免理由”"),
                invalid(Stage.REPORTED, REVIEW_FEE, "clerk1", with(feeApproved(), "collection", "barter"), "收款方式"),
                invalid(Stage.CALL_BACK, CALL_BACK_OWNER, "clerk1", with(satisfied(), "score", "9"), "1 至 5 分"),
                invalid(Stage.CALL_BACK, CALL_BACK_OWNER, "clerk1", without(satisfied(), "faultFixed"), "请填写“故障修好了吗”"),
                invalid(
                        Stage.DISSATISFIED,
                        IMPROVE_SERVICE,
                        "clerklead",
                        without(improved(), "ownerInformed"),
                        "已告知业主"),
                invalid(Stage.COMPLAINT, ANSWER_COMPLAINT, "clerklead", fields("complaintAnswer", "   "), "请填写“处理和答复”"),
                invalid(Stage.PUBLIC_WORK, CARRY_OUT_REPAIR, "tech1", interrupted("change"), "不用业主同意"),
                invalid(
                        Stage.PUBLIC_DONE,
                        VERIFY_PUBLIC_REPAIR,
                        "clerk1",
                        without(verified(), "materialsGenuine"),
                        "用料属实"),
                invalid(
                        Stage.PUBLIC_DONE,
                        VERIFY_PUBLIC_REPAIR,
                        "clerk1",
                        fields("verificationOutcome", "failed"),
                        "请填写“不合格的情况”"));
    }

    @ParameterizedTest
    @MethodSource("attempts")
    @Tag("4.3.4.4")
    @Tag("4.3.4.6")
    @Tag("4.3.4.1")
    @Tag("4.3.4.2")
    @Tag("4.3.4.3")
    @Tag("4.3.4.5")
    @Tag("4.3.4.7")
    @Tag("4.3.4.8")
    @Tag("4.7.5")
    @Tag("4.7.7")
    @Tag("Q2")
    @Tag("Q3")
    @Tag("Q5")
    @Tag("S5")
    @Tag("found:D3")
    void isRefusedAndNothingIsLost(Attempt attempt) {
        RepairCase repair = attempt.stage().reach(office);
        String task = repair.task(attempt.task()).getId();
        State before = state(repair);

        Answer throughForm =
                tasklist(attempt.person()).post("/task/" + task + "/submit-form", variables(attempt.form()));
        assertRefused(throughForm, attempt);
        assertThat(state(repair)).isEqualTo(before);

        Answer direct =
                HttpOffice.rest(port, attempt.person()).post("/task/" + task + "/complete", variables(attempt.form()));
        assertRefused(direct, attempt);
        assertThat(state(repair)).isEqualTo(before);
    }

    @Test
    @Tag("S2")
    @Tag("4.5.2")
    void aReportWithoutOneOfTheFourFactsOrWithMoreOpensNoSlip() {
        for (Map<String, Object> report : List.of(
                without(leakingTap(), "reporterName"),
                without(leakingTap(), "reporterPhone"),
                without(leakingTap(), "place"),
                without(leakingTap(), "faultDescription"),
                with(leakingTap(), "reporterPhone", "call me"),
                with(leakingTap(), "channel", "telepathy"),
                with(leakingTap(), "receivedAt", "2999-01-01T08:00+08:00"),
                with(leakingTap(), "slipNumber", "WX-1"),
                with(leakingTap(), "place", "x".repeat(201)))) {
            Answer answer = HttpOffice.rest(port, "clerk1")
                    .post("/process-definition/key/repairRequest/submit-form", variables(report));
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
            assertThat(answer.message()).matches("(?s).*[\u4e00-\u9fff].*").doesNotContain("Exception");
        }
    }

    /** A clock would start at the wrong end of a century, and the process would stop with an error of its own. */
    @ParameterizedTest
    @CsvSource({
        "2126-11-28 09:00,不能晚于现在",
        "9999-01-01T08:00+08:00,不能晚于现在",
        "1926-11-28T08:00+08:00,核对年份",
        "0026-11-28 08:00,核对年份",
        "0000-01-01 00:00,核对年份",
        "-0001-11-28T08:00Z,不是有效的日期和时间",
        "+999999999-11-28T08:00Z,不是有效的日期和时间",
        "2026-02-30 08:00,不是有效的日期和时间",
        "9.30,不是有效的日期和时间",
        "尽快,不是有效的日期和时间"
    })
    @Tag("found:D3")
    void aTimeOfReceiptThatCannotBeMeantOpensNoSlip(String received, String says) {
        Answer answer = HttpOffice.rest(port, "clerk1")
                .post(
                        "/process-definition/key/repairRequest/submit-form",
                        variables(with(leakingTap(), "receivedAt", received, "receivedReason", "补记")));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.message()).contains(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", "\u2060", "\u00AD"})
    @Tag("found:D2")
    void whatNobodyCanSeeFillsInNoField(String nothing) {
        for (String field : List.of("reporterName", "reporterPhone", "place", "faultDescription")) {
            Answer answer = HttpOffice.rest(port, "clerk1")
                    .post(
                            "/process-definition/key/repairRequest/submit-form",
                            variables(with(leakingTap(), field, nothing)));
            assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
            assertThat(answer.message()).contains("请填写");
        }
    }

    @Test
    @Tag("found:D2")
    @Tag("found:D4")
    void whatIsTypedIsKeptInOneSpelling() {
        RepairCase repair = office.reports(
                "clerk1",
                with(
                        leakingTap(),
                        "reporterName",
                        "\uFEFF张\u200B三\u00A0",
                        "place",
                        "３栋５０２",
                        "reporterPhone",
                        "（０７５５）8888 6666 转 801"));
        assertThat(repair.slip().report().reporterName()).isEqualTo("张三");
        assertThat(repair.slip().report().place()).isEqualTo("3栋502");
        assertThat(repair.slip().report().reporterPhone()).isEqualTo("（0755）8888 6666 转 801");
        assertThat(repair.slip().intake().dialled()).isEqualTo("+8675588886666");
    }

    @Test
    @Tag("found:D3")
    void whatWasReceivedLongAgoNeedsAReason() {
        Map<String, Object> lastYear = with(
                leakingTap(),
                "receivedAt",
                office.now().minus(Duration.ofDays(40)).toString());
        Answer answer = HttpOffice.rest(port, "clerk1")
                .post("/process-definition/key/repairRequest/submit-form", variables(lastYear));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("早于 30 天前", "补记原因");

        RepairCase repair = office.reports("clerk1", with(lastYear, "receivedReason", "信函寄错了管理处"));
        assertThat(repair.trail().get(0)).contains("补记原因：信函寄错了管理处");
    }

    @Test
    @Tag("4.7.6")
    void nobodyStartsInTheMiddleOfTheProcessOrUnderAnotherSlipsNumber() {
        RepairCase repair = Stage.QUOTED.reach(office);
        for (String businessKey : List.of(repair.number(), "WX-1")) {
            for (String element :
                    List.of(CARRY_OUT_REPAIR, "Task_NotifyMaintenanceTeam", "Task_CancelSlip", "Task_CloseSlip")) {
                Answer answer = HttpOffice.rest(port, "tech1")
                        .post(
                                "/process-definition/key/repairRequest/start",
                                "{\"businessKey\":\"" + businessKey
                                        + "\",\"variables\":{\"ownerWords\":{\"value\":\"x\"},\"technician\":{\"value\":\"tech1\"}},"
                                        + "\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\""
                                        + element + "\"}]}");
                assertThat(answer.status()).as("%s %s", element, answer.body()).isIn(400, 403);
                assertThat(answer.message()).matches("(?s).*[\u4e00-\u9fff].*");
            }
        }
        assertThat(repair.openTasks()).containsExactly(OBTAIN_CONSENT);
    }

    @Test
    @Tag("Q3")
    void anUnqualifiedOrExpiredTechnicianCannotClaim() {
        RepairCase wiring = Stage.WIRING.reach(office);
        String task = wiring.task(PICK_UP_SLIP).getId();

        Answer expired = HttpOffice.rest(port, "tech3").post("/task/" + task + "/claim", "{\"userId\":\"tech3\"}");
        Answer unqualified = HttpOffice.rest(port, "tech2").post("/task/" + task + "/claim", "{\"userId\":\"tech2\"}");
        Answer another = HttpOffice.rest(port, "tech1").post("/task/" + task + "/claim", "{\"userId\":\"tech3\"}");

        assertThat(expired.status()).isEqualTo(403);
        assertThat(expired.message()).contains("2025").contains(wiring.number());
        assertThat(unqualified.status()).isEqualTo(403);
        assertThat(another.status()).isEqualTo(403);
        assertThat(wiring.task(PICK_UP_SLIP).getAssignee()).isNull();
    }

    @Test
    @Tag("4.3.6")
    void whoRepairedCannotMakeTheCallBackEvenAsAClerk() {
        RepairCase repair = Stage.CALL_BACK.reach(office);
        String task = repair.task(CALL_BACK_OWNER).getId();
        office.joins("tech1", "customerService");
        try {
            Answer claim = HttpOffice.rest(port, "tech1").post("/task/" + task + "/claim", "{\"userId\":\"tech1\"}");
            Answer complete =
                    HttpOffice.rest(port, "tech1").post("/task/" + task + "/complete", variables(satisfied()));

            assertThat(claim.status()).isEqualTo(403);
            assertThat(complete.status()).isEqualTo(403);
            assertThat(complete.message()).contains("回访");
            assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);
        } finally {
            office.leaves("tech1", "customerService");
        }
    }

    @Test
    @Tag("3.1")
    @Tag("3.2")
    void nobodyDoesAnotherGroupsTask() {
        RepairCase repair = Stage.WORKING.reach(office);
        String task = repair.task(CARRY_OUT_REPAIR).getId();
        State before = state(repair);
        for (String person : List.of("clerk1", "tech2", "director", "affairs")) {
            Answer answer = HttpOffice.rest(port, person).post("/task/" + task + "/complete", variables(done()));
            assertThat(answer.status()).as(person).isIn(403, 404);
            assertThat(answer.message()).matches("(?s).*[\u4e00-\u9fff].*");
        }
        assertThat(state(repair)).isEqualTo(before);
    }

    @Test
    @Tag("3.1")
    void aClaimedTaskIsCompletedByWhoClaimedIt() {
        RepairCase repair = Stage.CALL_BACK.reach(office);
        String task = repair.task(CALL_BACK_OWNER).getId();
        HttpOffice.rest(port, "clerk1").post("/task/" + task + "/claim", "{\"userId\":\"clerk1\"}");

        Answer answer = HttpOffice.rest(port, "clerk2").post("/task/" + task + "/complete", variables(satisfied()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("客服一").doesNotContain("clerk1");
        assertThat(repair.openTasks()).containsExactly(CALL_BACK_OWNER);
    }

    /** What must not change when something is refused. */
    private record State(Object openTasks, Object slip, int history) {}

    private State state(RepairCase repair) {
        Slip slip = repair.slip();
        return new State(
                repair.openTasks(),
                List.of(
                        slip.state(),
                        Optional.ofNullable(slip.agreement().consentedAmount()),
                        Optional.ofNullable(slip.technician()),
                        slip.severity().classification() == null
                                ? ""
                                : slip.severity().classification()),
                repair.trail().size());
    }

    private void assertRefused(Answer answer, Attempt attempt) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(attempt.status());
        assertThat(answer.message())
                .contains(attempt.says())
                .doesNotContain("Exception")
                .doesNotContain("ENGINE");
    }

    private HttpOffice tasklist(String person) {
        return browsers.computeIfAbsent(person, name -> HttpOffice.tasklist(port, name));
    }

    private static String variables(Map<String, Object> form) {
        Map<String, Object> typed = form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())));
        try {
            return JSON.writeValueAsString(Map.of("variables", typed));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
