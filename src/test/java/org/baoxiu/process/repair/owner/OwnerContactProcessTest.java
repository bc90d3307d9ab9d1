package org.baoxiu.process.repair.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.ANSWER_COMPLAINT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.REGISTER_REQUEST;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.VISIT_SITE;
import static org.baoxiu.process.repair.accident.RepairAccidentProcess.Elements.REPORT_ACCIDENT;
import static org.baoxiu.testing.Answers.agreed;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.call;
import static org.baoxiu.testing.Answers.complaintAnswered;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;
import static org.baoxiu.testing.Answers.without;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Refusal;
import org.baoxiu.slip.RepairClass;
import org.baoxiu.slip.SlipState;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcedureTest
@DisplayName("业主来电登记")
@Tag("long")
class OwnerContactProcessTest {

    @Autowired
    Office office;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    RuntimeService runtime;

    RepairCase repair;
    long callsBefore;

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @BeforeEach
    void aTapIsLeaking() {
        repair = office.reports("clerk1", leakingTap());
        callsBefore = calls();
    }

    private long calls() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(OwnerContactProcess.KEY)
                .count();
    }

    private ProcessInstance clerkNotes(Map<String, Object> call) {
        return office.takesCall("clerk1", with(call, "slipNumber", repair.number()));
    }

    private ProcessInstance found(String caller) {
        return office.starts("clerk1", OwnerContactProcess.KEY, Map.of("caller", caller));
    }

    private String text(ProcessInstance call) {
        return runtime.getVariable(call.getId(), "foundText").toString();
    }

    private String slips(ProcessInstance call) {
        return runtime.getVariable(call.getId(), "foundSlips").toString();
    }

    /** The engine wraps what a listener of a task throws. */
    private static Refusal refusal(ThrowingCallable step) {
        return Refusal.of(() -> {
            try {
                step.call();
            } catch (ProcessEngineException wrapped) {
                Throwable cause = wrapped;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                throw cause;
            }
        });
    }

    /** What is refused changes nothing: the call stays open, so that the clerk can correct it. */
    private Refusal refused(Map<String, Object> answer) {
        ProcessInstance call = found(repair.number());
        Refusal refusal = refusal(() -> office.answersCall("clerk1", call, answer));
        assertThat(office.contactTask(call).getAssignee()).isEqualTo("clerk1");
        return refusal;
    }

    private static long urges(RepairCase repair) {
        return repair.trail().stream().filter(line -> line.contains("业主催办")).count();
    }

    @Test
    @Tag("3.1")
    @Tag("4.2.1.1")
    void anUrgeIsRecordedAndTheRepairGoesOn() {
        ProcessInstance call = clerkNotes(call(repair.number(), "urge"));

        assertThat(office.contactTask(call)).isNull();
        assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
        assertThat(repair.trail()).contains("4.2.1.1 业主催办：等了很久（承诺的时限还没有过，不计入重复次数）");
    }

    @Test
    @Tag("3.1")
    void aCallIsFoundByTheNumberOfItsSlip() {
        ProcessInstance call = clerkNotes(call(repair.number(), "urge"));

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(call.getId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(repair.number());
    }

    @Test
    @Tag("4.2.1.1")
    @Tag("4.4.1")
    void theThirdCallMakesAnAccidentOfIt() {
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        for (int hour = 1; hour <= 2; hour++) {
            office.timePasses(Duration.ofMinutes(61));
            clerkNotes(call(repair.number(), "urge"));
        }
        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.DAILY);

        office.timePasses(Duration.ofMinutes(61));
        clerkNotes(call(repair.number(), "urge"));

        assertThat(repair.slip().repairClass()).isEqualTo(RepairClass.ACCIDENT);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(PICK_UP_SLIP, REPORT_ACCIDENT);
    }

    @Test
    @Tag("4.1")
    void aComplaintIsAnsweredByTheHeadOfCustomerServiceWhileTheRepairGoesOn() {
        clerkNotes(call(repair.number(), "complain"));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder(REGISTER_REQUEST, ANSWER_COMPLAINT);

        repair.does("clerklead", ANSWER_COMPLAINT, complaintAnswered());

        assertThat(repair.openTasks()).containsExactly(REGISTER_REQUEST);
    }

    @Test
    @Tag("3.1")
    void aCancelledSlipIsOver() {
        clerkNotes(call(repair.number(), "cancel"));

        assertThat(repair.ended()).isTrue();
        assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
    }

    @Test
    @Tag("3.1")
    void onceWorkHasBegunItIsTooLateToCancel() {
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp())
                .does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());

        refused(call(repair.number(), "cancel")).says(repair.number(), "不能取消");
        assertThat(slips(found(repair.number()))).contains("urge").doesNotContain("cancel");

        assertThat(repair.openTasks()).containsExactly(CARRY_OUT_REPAIR);
        assertThat(repair.slip().state()).isEqualTo(SlipState.WORKING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urge", "complain", "cancel"})
    void aSlipThatIsOverTakesNoMoreCalls(String kind) {
        clerkNotes(call(repair.number(), "cancel"));

        assertThat(text(found(repair.number()))).contains(repair.number(), "已取消", "processStart=repairRequest");
        refused(call(repair.number(), kind)).says(repair.number(), "已取消", "另行登记报修");
    }

    @Test
    void anUnknownSlipIsNamed() {
        refused(call("WX20260101-999999", "urge")).says("WX20260101-999999", "核对单号");
        assertThat(text(found("WX20260101-999999")))
                .contains("没有找到", "“WX20260101-999999”", "换一个号码再找", "登记新的报修", "processStart=repairRequest");
    }

    @Test
    void onlyASlipThatWasFoundIsTaken() {
        RepairCase other = office.reports("clerk1", with(leakingTap(), "reporterPhone", "13911112222"));

        refused(call(other.number(), "urge")).says(other.number(), "不是这次来电找到的维修单");
        assertThat(other.slip().severity().repeatCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"contactKind,业主要求", "ownerWords,业主原话"})
    void aMissingFieldIsNamed(String field, String label) {
        refused(without(call(repair.number(), "urge"), field)).says("请填写“" + label + "”");
        refused(with(call(repair.number(), "urge"), field, " ")).says("请填写“" + label + "”");
        refused(with(call(repair.number(), "urge"), field, null)).says("请填写“" + label + "”");
        refused(with(call(repair.number(), "urge"), field, 7)).says(label);
        callsBefore = calls();
        assertThat(repair.slip().severity().repeatCount()).isZero();
    }

    @Test
    void anUnknownKindOfCallIsRefused() {
        refused(call(repair.number(), "praise")).says("praise", "列出的选项");
    }

    @Test
    void wordsThatAreTooLongAreRefused() {
        refused(with(call(repair.number(), "urge"), "ownerWords", "急".repeat(1001)))
                .says("业主原话", "1000", "1001");
    }

    @Test
    void whatIsNotOnTheFormIsRefused() {
        refused(with(call(repair.number(), "urge"), "repeatCount", 9)).says("repeatCount");
        assertThat(repair.slip().severity().repeatCount()).isZero();
    }

    // finding

    @ParameterizedTest
    @ValueSource(
            strings = {
                "139 2222 7788",
                "+86 139-2222-7788",
                "008613922227788",
                "１３９２２２２７７８８",
                "（+86）139 2222 7788",
                "139.2222.7788",
                "7788",
                "尾号 ７７８８",
                "22227788"
            })
    @Tag("3.1")
    void aMobileIsFoundInAnySpellingAndByItsLastDigits(String caller) {
        for (String kept : List.of("13922227788", "+86 139-2222-7788", "139 2222 7788")) {
            RepairCase owner = office.reports(
                    "clerk1", with(leakingTap(), "reporterPhone", kept, "place", "9 栋 " + System.nanoTime()));
            assertThat(slips(found(caller)))
                    .as("kept as %s", kept)
                    .contains(owner.number(), owner.slip().report().place(), "张三", "已接报");
            owner.ownerCalls("cancel");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0755-88886666,88886666",
        "88886666,0755 8888 6666",
        "(0755)88886666,6666",
        "010-66667777,010 6666-7777",
        "0755-88886667,+86 755 8888 6667",
        "+86 755 8888 6668,0755-88886668",
        "0755-88886669,0755-88886669转801",
        "0755-88886661转801,0755-88886661",
        "0755-88886662转801,88886662",
        "+86 755 8888 6663,07558888",
        "0755-88886664,755 8888 6664",
        "0755-88886665-801,6665"
    })
    @Tag("3.1")
    void aLandlineIsFoundWithAndWithoutItsArea(String kept, String caller) {
        RepairCase owner = office.reports("clerk1", with(leakingTap(), "reporterPhone", kept));

        assertThat(slips(found(caller))).contains(owner.number());
        owner.ownerCalls("cancel");
    }

    @Test
    @Tag("3.1")
    void aSlipIsFoundByItsNumberHoweverItIsWritten() {
        String number = repair.number();

        for (String typed : List.of(
                number,
                number.toLowerCase(),
                number.replace("-", ""),
                number.substring(2),
                " " + number.replace("-", " ") + " ",
                number.replace("-", "－"),
                "ｗｘ" + number.substring(2),
                number.substring(11))) {
            assertThat(slips(found(typed))).as(typed).contains("\"code\":\"" + number + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"788", "张三", "WX", "-", "1 2 3"})
    void threeDigitsAreTooFew(String caller) {
        Refusal.of(() -> found(caller)).invalid().says("尾号", "至少填 4 位", "维修单号");
        assertThat(calls()).isEqualTo(callsBefore);
    }

    @Test
    @Tag("3.1")
    void severalOpenSlipsOfOneCallerAreAllShownBeforeAnythingIsDone() {
        Map<String, Object> report = with(leakingTap(), "reporterPhone", "13766660001");
        RepairCase first = office.reports("clerk1", with(report, "place", "7 栋 101"));
        RepairCase second = office.reports("clerk1", with(report, "place", "7 栋 102", "faultDescription", "灯不亮"))
                .does("clerk1", REGISTER_REQUEST, registered("EL-01"))
                .does("tech1", PICK_UP_SLIP, pickedUp());

        ProcessInstance call = found("0001");
        assertThat(text(call)).contains("找到 2 张", "“0001”", "核对地点和姓名");
        assertThat(runtime.getVariable(call.getId(), "slipNumber")).isNull();
        assertThat(runtime.getVariable(call.getId(), "foundOptions").toString())
                .contains(
                        "7 栋 101 · 张三 · 厨房水龙头漏水 · 已接报（" + first.number(),
                        "7 栋 102 · 张三 · 灯不亮 · 已领单（" + second.number());
        assertThat(slips(call)).contains("**维修人员**　水电工", "**下一步**　到场").doesNotContain("tech1");

        office.answersCall("clerk1", call, call(second.number(), "urge"));
        assertThat(urges(second)).isEqualTo(1);
        assertThat(urges(first)).isZero();
    }

    @Test
    @Tag("3.1")
    void theClerkSearchesAgainAndMayEndWithoutAnything() {
        ProcessInstance call = found("99887766");
        assertThat(text(call)).contains("没有找到");

        office.answersCall(
                "clerk1",
                call,
                Map.of("contactKind", "search", "caller", repair.number().toLowerCase()));
        assertThat(slips(call)).contains(repair.number());
        assertThat(runtime.getVariable(call.getId(), "slipNumber"))
                .as("the only one is chosen")
                .isEqualTo(repair.number());
        Refusal.of(() -> office.answersCall("clerk1", call, Map.of("contactKind", "search", "caller", "12")))
                .invalid()
                .says("至少填 4 位");

        office.answersCall("clerk1", call, Map.of("contactKind", "nothing"));
        assertThat(office.contactTask(call)).isNull();
        assertThat(repair.trail()).noneMatch(line -> line.contains("来电"));
    }

    // what may be done

    @Test
    @Tag("3.1")
    void onlyWhatTheSlipTakesNowIsOfferedAndEachOfItIsTaken() {
        offers("enquire,urge,add,correctPhone,complain,cancel");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());
        offers("enquire,urge,reschedule,add,correctPhone,complain,cancel");
        repair.does("tech1", VISIT_SITE, arrived())
                .does("tech1", QUOTE_REPAIR, quoted())
                .does("tech1", OBTAIN_CONSENT, agreed());
        offers("enquire,urge,add,correctPhone,complain");
        repair.does("tech1", CARRY_OUT_REPAIR, done());
        offers("enquire,urge,correctPhone,complain");
        refused(call(repair.number(), "add")).says("不能再补充故障", "另行登记报修");
        refused(with(call(repair.number(), "reschedule"), "appointmentAt", in(2)))
                .says(repair.number(), "现在办不了");
    }

    private void offers(String kinds) {
        assertThat(slips(found(repair.number()))).contains("\"kinds\":\"" + kinds + "\"");
    }

    private String in(int hours) {
        return office.now()
                .plus(Duration.ofHours(hours))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Test
    @Tag("Q1")
    void aProgressEnquiryIsRecordedAsAnswered() {
        ProcessInstance call = found("0000");
        office.answersCall(
                "clerk1", found(repair.number()), Map.of("slipNumber", repair.number(), "contactKind", "enquire"));

        assertThat(slips(call)).contains("**现在**　已接报", "**下一步**　登记");
        assertThat(repair.trail()).contains("Q1 业主来电问进度，已答复");
        assertThat(repair.slip().milestones().answeredAt()).isNotNull();
        assertThat(repair.commitment(CommitmentKind.FIRST_ANSWER).ended()).isTrue();
        assertThat(urges(repair)).as("asking is not urging").isZero();
    }

    @Test
    @Tag("4.3.1.3")
    void aNewAppointmentReachesWhoeverIsOnTheWay() {
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01")).does("tech1", PICK_UP_SLIP, pickedUp());
        Instant time = Instant.parse(in(3));

        clerkNotes(with(call(repair.number(), "reschedule"), "appointmentAt", time.toString()));

        assertThat(repair.slip().visit().appointmentAt()).isEqualTo(time);
        assertThat(repair.variable("promiseText")).isEqualTo("预约 " + Times.minute(time) + " 上门");
        refused(without(call(repair.number(), "reschedule"), "ownerWords")).says("请填写“约定时间”");
    }

    @Test
    @Tag("4.3.1.2")
    void anAdditionStandsInTheFaultOfTheOpenForms() {
        clerkNotes(with(call(repair.number(), "add"), "ownerWords", "卫生间的也漏"));

        assertThat(repair.slip().report().fault()).isEqualTo("厨房水龙头漏水；业主补充：卫生间的也漏");
        assertThat(repair.variable("faultDescription"))
                .isEqualTo(repair.slip().report().fault());
        assertThat(repair.trail()).contains("4.3.1.2 业主补充：卫生间的也漏");
        repair.does("clerk1", REGISTER_REQUEST, registered("PL-01"));
        refused(with(call(repair.number(), "add"), "ownerWords", "长".repeat(1000)))
                .says("最多 1000 个字");
    }

    @Test
    @Tag("4.3.1.1")
    void aCorrectedTelephoneIsUsedFromThenOnAndNotRepeatedInTheHistory() {
        clerkNotes(with(call(repair.number(), "correctPhone"), "reporterPhone", "13655554444"));

        assertThat(repair.slip().report().reporterPhone()).isEqualTo("13655554444");
        assertThat(repair.variable("reporterPhone")).isEqualTo("13655554444");
        assertThat(repair.trail()).contains("4.3.1.1 更正联系电话").noneMatch(line -> line.contains("13655554444"));
        assertThat(slips(found("5554444"))).contains(repair.number());
        refused(with(call(repair.number(), "correctPhone"), "reporterPhone", "没有"))
                .says("联系电话");
        repair.ownerCalls("cancel");
    }

    @Test
    @Tag("3.1")
    void cancellingAsksOnceMore() {
        refused(without(call(repair.number(), "cancel"), "cancelConfirmed")).says("已再次问过业主，确定取消");
        refused(with(call(repair.number(), "cancel"), "cancelConfirmed", false)).says("已再次问过业主，确定取消");
        assertThat(repair.slip().state()).isEqualTo(SlipState.RECEIVED);
    }

    @Test
    @Tag("3.1")
    void aColleagueMayTakeOverACallButNobodyElse() {
        ProcessInstance call = found(repair.number());

        assertThatThrownBy(() -> office.answersCall("tech1", call, call(repair.number(), "urge")))
                .isInstanceOf(AuthorizationException.class);
        office.answersCall("clerklead", call, call(repair.number(), "urge"));
        assertThat(urges(repair)).isEqualTo(1);
    }

    @Test
    void aCallOfTheFirstReleaseIsStillTaken() throws IOException {
        Path models = Path.of("src", "test", "resources", "releases", "v0.1.0", "models");
        String deployment = office.finds(Map.of(
                "owner-contact.bpmn", Files.readString(models.resolve("processes/owner-contact.bpmn")),
                "owner-contact.form", Files.readString(models.resolve("forms/owner-contact.form"))));
        try {
            office.starts("clerk1", OwnerContactProcess.KEY, without(call(repair.number(), "urge"), "cancelConfirmed"));
            assertThat(urges(repair)).isEqualTo(1);
            office.starts(
                    "clerk1", OwnerContactProcess.KEY, without(call(repair.number(), "cancel"), "cancelConfirmed"));
            assertThat(repair.slip().state()).isEqualTo(SlipState.CANCELLED);
        } finally {
            office.withdraws(deployment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tech1", "supervisor", "director", "affairs"})
    @Tag("3.1")
    void onlyCustomerServiceNotesCalls(String person) {
        String process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(OwnerContactProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();

        assertThatThrownBy(() ->
                        office.as(person, () -> forms.submitStartForm(process, Map.of("caller", repair.number()))))
                .isInstanceOf(AuthorizationException.class);
        assertThat(repair.slip().severity().repeatCount()).isZero();
    }
}
