package org.baoxiu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.handover.HandOverAnswers.back;
import static org.baoxiu.process.handover.HandOverAnswers.handOver;
import static org.baoxiu.process.handover.HandOverAnswers.leave;
import static org.baoxiu.process.handover.HandOverAnswers.roster;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.pickedUp;
import static org.baoxiu.testing.Answers.rejected;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.people.OnDuty;
import org.baoxiu.process.handover.AbsenceProcess;
import org.baoxiu.process.handover.DutyRosterProcess;
import org.baoxiu.process.handover.HandOverProcess;
import org.baoxiu.process.handover.Plumbers;
import org.baoxiu.process.handover.RosterCheck;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Refusal;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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
@DisplayName("请假和值班")
@Tag("long")
class AbsenceTest {

    private static final String START = "2026-11-23T09:00:00+08:00";

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Messages messages;

    @Autowired
    OnDuty onDuty;

    Plumbers plumbers;
    String first;
    String second;

    @BeforeEach
    void twoPlumbersJoin() {
        office.timeIs(START);
        plumbers = new Plumbers(office, identity, dispatch);
        first = plumbers.first;
        second = plumbers.second;
    }

    @AfterEach
    void theyLeave() {
        office.timeIs(START);
        clears("12-31");
        ClockUtil.reset();
        plumbers.leave();
    }

    private void clears(String until) {
        for (String team : List.of("maintenance", "engineeringSupervisor")) {
            office.starts("supervisor", DutyRosterProcess.KEY, roster(team, "11-10~" + until + " 清空"));
        }
    }

    private Instant in(Duration time) {
        return office.now().plus(time);
    }

    private RepairCase toPickUp() {
        return plumbers.toPickUp();
    }

    private RepairCase working() {
        return plumbers.at(CARRY_OUT_REPAIR);
    }

    private ProcessInstance takesLeave(Map<String, Object> form) {
        return office.starts("supervisor", AbsenceProcess.KEY, form);
    }

    private void timerFires(ProcessInstance absence) {
        jobs.createJobQuery().processInstanceId(absence.getId()).list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> offered(RepairCase repair) {
        String options = office.localVariable(repair.task(PICK_UP_SLIP), "technicianOptions")
                .toString();
        return List.of(first, second).stream().filter(options::contains).toList();
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whoFallsIllHasNoWorkAndGetsNoneUntilComingBack() {
        RepairCase open = working();
        RepairCase waiting = toPickUp();
        assertThat(offered(waiting)).containsExactly(first, second);

        ProcessInstance absence = takesLeave(leave(first, in(Duration.ofDays(2)), "backToGroup"));

        assertThat(open.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(open.slip().technician()).isNull();
        assertThat(open.trail()).last().asString().contains("请假：病假");
        assertThat(offered(waiting)).containsExactly(second);
        assertThatThrownBy(() -> waiting.does(first, PICK_UP_SLIP, pickedUp()))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContainingAll("请假到 11月25日 09:00", "销假");
        RepairCase another = toPickUp();
        assertThatThrownBy(() -> another.does("supervisor", PICK_UP_SLIP, assignedTo(first)))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContainingAll(first, "请假");

        office.timePasses(Duration.ofDays(2));
        timerFires(absence);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(absence.getId())
                        .count())
                .isZero();
        assertThat(offered(waiting)).containsExactly(first, second);
        assertThat(waiting.does(first, PICK_UP_SLIP, pickedUp()).slip().technician())
                .isEqualTo(first);
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void threeSlipsGoToAColleagueAtOnce() {
        List<RepairCase> open = List.of(working(), working(), working());

        takesLeave(leave(first, in(Duration.ofDays(1)), "handOver", "handOverTo", second));

        assertThat(messages.of(second).stream()
                        .filter(message -> message.subject().startsWith("工作移交给")))
                .hasSize(3);
        assertThat(open).allSatisfy(repair -> {
            assertThat(repair.slip().technician()).isEqualTo(second);
            assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(second);
        });
    }

    @Test
    @Tag("3.3")
    @Tag("Q3")
    void whoCannotDoTheWorkIsRefusedAtOnceAndNothingIsRecorded() {
        RepairCase repair = working();

        Refusal.of(() -> takesLeave(leave(first, in(Duration.ofDays(1)), "handOver", "handOverTo", "tech2")))
                .forbidden()
                .says(repair.number(), "水暖资质");

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(first);
        assertThat(dispatch.reaches(first)).isTrue();
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void aLaterAbsenceTakesTheWorkWhenItBegins() {
        RepairCase repair = working();
        ProcessInstance absence = takesLeave(leave(
                first,
                in(Duration.ofDays(3)),
                "handOver",
                "handOverTo",
                second,
                "absentFrom",
                in(Duration.ofDays(1)).toString()));
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(first);

        takesLeave(leave(second, in(Duration.ofDays(2)), "stays"));
        office.timePasses(Duration.ofDays(1));
        timerFires(absence);

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee())
                .as("who was to get it is away too")
                .isNull();
        assertThat(repair.candidateGroups(repair.task(CARRY_OUT_REPAIR))).contains(Qualification.PLUMBING.group());
    }

    @Test
    @Tag("3.3")
    void whoComesBackEarlierWorksAgain() {
        RepairCase waiting = toPickUp();
        ProcessInstance absence = takesLeave(leave(first, in(Duration.ofDays(3)), "backToGroup"));
        assertThat(offered(waiting)).containsExactly(second);
        office.timePasses(Duration.ofHours(1));

        assertThat(takesLeave(back(first)).isEnded()).isTrue();

        assertThat(offered(waiting)).containsExactly(first, second);
        RepairCase repair = waiting.does(first, PICK_UP_SLIP, pickedUp());
        office.timePasses(Duration.ofDays(3));
        timerFires(absence);
        assertThat(repair.slip().technician()).isEqualTo(first);
        Refusal.of(() -> takesLeave(back(first))).invalid().says("没有登记过");
    }

    @Test
    @Tag("3.3")
    void aShortAbsenceWithinALongOneDoesNotEndIt() {
        takesLeave(leave(first, in(Duration.ofDays(10)), "backToGroup"));
        takesLeave(leave(
                first,
                in(Duration.ofDays(3)),
                "stays",
                "absentFrom",
                in(Duration.ofDays(2)).toString()));

        for (int day = 0; day < 10; day++) {
            assertThat(dispatch.reaches(first)).as("on day %s", day).isFalse();
            office.timePasses(Duration.ofDays(1));
        }
        assertThat(dispatch.reaches(first)).isTrue();
    }

    @Test
    @Tag("3.3")
    void aShortAbsenceBeforeALongOneThatItMeetsDoesNotTakeItAway() {
        takesLeave(leave(
                first,
                in(Duration.ofDays(10)),
                "backToGroup",
                "absentFrom",
                in(Duration.ofDays(2)).toString()));
        takesLeave(leave(first, in(Duration.ofDays(3)), "stays"));
        RepairCase waiting = toPickUp();
        assertThatThrownBy(() -> waiting.does("supervisor", PICK_UP_SLIP, assignedTo(first)))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContaining("请假到 12月3日 09:00");

        office.timePasses(Duration.ofDays(5));
        assertThat(dispatch.reaches(first)).isFalse();
        takesLeave(back(first));
        assertThat(dispatch.reaches(first)).isTrue();
    }

    @Test
    @Tag("3.3")
    void whoComesBackFromTheShortOneIsBackFromTheLongOneToo() {
        takesLeave(leave(first, in(Duration.ofDays(10)), "backToGroup"));
        takesLeave(leave(first, in(Duration.ofDays(3)), "stays"));
        office.timePasses(Duration.ofDays(1));

        takesLeave(back(first));

        for (int day = 1; day < 10; day++) {
            assertThat(dispatch.reaches(first)).as("on day %s", day).isTrue();
            office.timePasses(Duration.ofDays(1));
        }
    }

    @Test
    @Tag("3.3")
    @Tag("found:C2")
    void whatStayedDuringTheShortOneGoesWhereTheLongOneSays() {
        RepairCase repair = plumbers.at(ACCEPT_REPAIR);
        takesLeave(leave(first, in(Duration.ofDays(10)), "backToGroup"));
        ProcessInstance within = takesLeave(leave(first, in(Duration.ofDays(3)), "stays"));
        repair.does("clerk1", ACCEPT_REPAIR, rejected());
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee())
                .as("waits for the return")
                .isEqualTo(first);

        office.timePasses(Duration.ofDays(3));
        timerFires(within);

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(repair.candidateGroups(repair.task(CARRY_OUT_REPAIR))).contains(Qualification.PLUMBING.group());
    }

    @Test
    @Tag("3.3")
    @Tag("found:B2")
    @Tag("found:C2")
    void whatWaitsForSomebodyAbsentIsToldToWhoeverStandsInAndMereNewsToNobody() {
        RepairCase repair = working()
                .does(first, CARRY_OUT_REPAIR, interrupted("defer"))
                .does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(2))));
        takesLeave(leave(first, in(Duration.ofDays(1)), "stays"));
        office.timePasses(Duration.ofHours(2));
        repair.dueTimersFire();
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(first);
        assertThat(about(first, repair, Event.CARRY_OUT_REPAIR)).isEmpty();
        assertThat(about("supervisor", repair, Event.CARRY_OUT_REPAIR))
                .singleElement()
                .asString()
                .startsWith(first + "请假，请安排或代办。请办理“实施维修”");

        office.starts(
                "supervisor",
                HandOverProcess.KEY,
                handOver(first, "handOverSlip", repair.number(), "handOverTo", second));
        assertThat(about(first, repair, Event.WORK_HANDED_OVER)).isEmpty();
        assertThat(about("supervisor", repair, Event.WORK_HANDED_OVER)).isEmpty();
        assertThat(about(second, repair, Event.WORK_HANDED_OVER)).hasSize(1);
    }

    private List<String> about(String person, RepairCase repair, Event event) {
        return messages.of(person).stream()
                .filter(message -> repair.number().equals(message.slipNumber()) && message.event() == event)
                .map(Message::text)
                .toList();
    }

    @Test
    @Tag("3.3")
    void anAbsenceThatIsTakenBackBeforeItBeginsTakesNoWork() {
        RepairCase repair = working();
        ProcessInstance absence = takesLeave(leave(
                first,
                in(Duration.ofDays(3)),
                "backToGroup",
                "absentFrom",
                in(Duration.ofDays(1)).toString()));
        takesLeave(back(first));
        office.timePasses(Duration.ofDays(1));

        timerFires(absence);

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"stays", "backToGroup"})
    @Tag("found:C2")
    @Tag("5.1")
    void whatEscalatesToSomebodyAbsentGoesToTheSupervisor(String openWork) {
        RepairCase repair = working();
        takesLeave(leave(first, in(Duration.ofDays(1)), openWork));
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(openWork.equals("stays") ? first : null);
        office.timePasses(Duration.ofMinutes(31));

        repair.dueTimersFire();

        Task told = repair.told(CommitmentKind.REPAIR).get(0);
        assertThat(told.getAssignee()).isNull();
        assertThat(repair.candidateGroups(told)).containsExactly("engineeringSupervisor");
        assertThat(repair.trail()).anyMatch(line -> line.contains("维修人员不在岗，改由工程部主管处理"));
        assertThat(messages.of("supervisor"))
                .anyMatch(message -> repair.number().equals(message.slipNumber())
                        && message.subject().contains("已超时"));
        assertThat(messages.of(first)).noneMatch(message -> message.subject().contains("已超时"));
    }

    @Test
    @Tag("3.3")
    void absencesAreChecked() {
        Refusal.of(() -> takesLeave(leave(first, in(Duration.ofDays(-1)), "stays")))
                .invalid()
                .says("结束时间");
        Refusal.of(() -> takesLeave(leave("nobody", in(Duration.ofDays(1)), "stays")))
                .invalid()
                .says("nobody");
        Refusal.of(() -> takesLeave(leave("clerk1", in(Duration.ofDays(1)), "stays")))
                .forbidden()
                .says("客服主管");
        Refusal.of(() -> takesLeave(leave(first, in(Duration.ofDays(1)), "handOver")))
                .invalid()
                .says("请填写“移交给”");
        Refusal.of(() -> takesLeave(leave(first, in(Duration.ofDays(1)), "handOver", "handOverTo", first)))
                .invalid()
                .says("本人");
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whoIsAwayGetsNothingHandedOver() {
        RepairCase repair = working();
        takesLeave(leave(second, in(Duration.ofDays(1)), "stays"));

        Refusal.of(() -> office.starts("supervisor", HandOverProcess.KEY, handOver(first, "handOverTo", second)))
                .forbidden()
                .says(repair.number(), second, "请假");
    }

    // roster

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whoIsOnDutyIsProposedFirstAndTold() {
        RepairCase waiting = toPickUp();

        office.starts(
                "supervisor",
                DutyRosterProcess.KEY,
                roster("maintenance", "11-23~11-29 08:00-20:00 " + second + "\n11-23 20:00-08:00 " + first));

        assertThat(dispatch.candidates(waiting.number()))
                .extracting(Candidate::technician)
                .first()
                .isEqualTo(second);
        assertThat(office.localVariable(waiting.task(PICK_UP_SLIP), "technicianOptions")
                        .toString())
                .contains(second + "（值班，在手 0 单）", first + "（不当班，在手 0 单）");
        assertThat(onDuty.toTell("maintenance", "一号管理处")).containsExactly(second);
        assertThat(onDuty.toTell("maintenance", "二号管理处")).as("no roster there").contains(first, second, "tech1");

        office.timePasses(Duration.ofHours(16));
        assertThat(onDuty.toTell("maintenance", "一号管理处"))
                .as("at one in the morning")
                .containsExactly(first);
        takesLeave(leave(first, in(Duration.ofDays(1)), "stays"));
        assertThat(onDuty.toTell("maintenance", "一号管理处"))
                .as("nobody who is on duty is there")
                .contains(second, "tech1")
                .doesNotContain(first);
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void aGapIsToldOnce() {
        office.timeIs("2026-12-08T09:00:00+08:00");
        office.starts(
                "supervisor",
                DutyRosterProcess.KEY,
                roster(
                        "maintenance",
                        "12-08~12-16 08:00-20:00 " + first + "\n12-08~12-09 20:00-08:00 " + second
                                + "\n12-11~12-16 20:00-08:00 " + second));

        assertThat(gaps("clerklead")).containsExactly("一号管理处工程部维修班 12月10日 20:00 至 12月11日 08:00 没有人值班，请补上值班表。");
        hourPasses();
        assertThat(gaps("supervisor"))
                .as("who has written it is told by the next check")
                .isEqualTo(gaps("clerklead"));
        hourPasses();
        assertThat(gaps("supervisor")).hasSize(1);
        assertThat(gaps("clerklead")).hasSize(1);

        takesLeave(leave(second, in(Duration.ofHours(30)), "stays"));
        assertThat(gaps("clerklead"))
                .as("who is away fills no shift")
                .hasSize(2)
                .anyMatch(text -> text.contains("12月8日 20:00 至 12月9日 08:00"));
    }

    private void hourPasses() {
        jobs.executeJob(jobs.createJobQuery()
                .timers()
                .processDefinitionKey(RosterCheck.KEY)
                .singleResult()
                .getId());
    }

    private List<String> gaps(String person) {
        return messages.of(person).stream()
                .filter(message -> message.subject().startsWith("值班空缺：一号管理处"))
                .filter(message -> !message.createdAt().isBefore(Instant.parse("2026-12-08T01:00:00Z")))
                .map(Message::text)
                .toList();
    }

    @Test
    @Tag("3.3")
    void namesWillDoAndADayIsReplaced() {
        identity.saveUser(named("阿里木·买买提"));
        office.starts("supervisor", DutyRosterProcess.KEY, roster("maintenance", "2026-11-23 08:00-20:00 " + second));

        office.starts("supervisor", DutyRosterProcess.KEY, roster("maintenance", "11月23日（周一） 8：00—20：00 阿里木·买买提"));

        assertThat(onDuty.toTell("maintenance", "一号管理处")).containsExactly(first);
    }

    private User named(String name) {
        User user = identity.createUserQuery().userId(first).singleResult();
        user.setFirstName(name);
        return user;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "明天 tech1",
                "11-31 08:00-20:00 tech1",
                "11-24 25:00-26:00 tech1",
                "11-24 08:00-20:00",
                "11-24",
                "11-26~11-24 08:00-20:00 tech1",
                "11-24~2027-11-24 08:00-20:00 tech1",
                "11-24 08:00-20:00 无此人",
                "11-24 08:00-20:00 clerk1"
            })
    @Tag("3.3")
    void aLineThatCannotBeReadIsNamed(String line) {
        office.starts("supervisor", DutyRosterProcess.KEY, roster("maintenance", "11-23 08:00-20:00 " + second));

        Refusal.of(() -> office.starts(
                        "supervisor", DutyRosterProcess.KEY, roster("maintenance", "11-23 08:00-20:00 tech1\n" + line)))
                .invalid()
                .says("“");

        assertThat(onDuty.toTell("maintenance", "一号管理处"))
                .as("nothing of it is kept")
                .containsExactly(second);
    }
}
