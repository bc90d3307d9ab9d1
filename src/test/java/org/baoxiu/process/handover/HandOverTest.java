package org.baoxiu.process.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.handover.HandOverAnswers.handOver;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.arrived;
import static org.baoxiu.testing.Answers.escalated;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.quoted;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.with;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.slip.Refusal;
import org.baoxiu.tasklist.PersonalTasks;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("移交工作")
@Tag("long")
class HandOverTest {

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    Dispatch dispatch;

    @Autowired
    TaskService tasks;

    @Autowired
    Messages messages;

    @Autowired
    PersonalTasks personal;

    Plumbers plumbers;

    @BeforeEach
    void twoPlumbersJoin() {
        plumbers = new Plumbers(office, identity, dispatch);
    }

    @AfterEach
    void theyLeave() {
        ClockUtil.reset();
        plumbers.leave();
    }

    private void supervisorHandsOver(Object... more) {
        assertThat(office.starts("supervisor", HandOverProcess.KEY, handOver(plumbers.first, more))
                        .isEnded())
                .isTrue();
    }

    private List<String> subjects(String person, RepairCase repair) {
        return messages.of(person).stream()
                .filter(message -> repair.number().equals(message.slipNumber()))
                .map(Message::subject)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {VISIT_SITE, QUOTE_REPAIR, OBTAIN_CONSENT, CARRY_OUT_REPAIR, ACCEPT_REPAIR, REPORT_RESULT})
    @Tag("found:C2")
    @Tag("3.3")
    @Tag("4.3.6")
    void workIsHandedOverAtAnyMoment(String task) {
        RepairCase repair = plumbers.at(task);

        supervisorHandsOver("handOverTo", plumbers.second, "handOverSlip", repair.number());

        assertThat(repair.slip().technician()).isEqualTo(plumbers.second);
        assertThat(repair.task(task).getAssignee()).isEqualTo(plumbers.second);
        assertThat(repair.variable("technician")).isEqualTo(plumbers.second);
        assertThat(repair.trail())
                .last()
                .asString()
                .startsWith("3.3 ")
                .contains(plumbers.first, plumbers.second, "临时有事");
        assertThat(subjects(plumbers.second, repair))
                .anyMatch(subject -> subject.startsWith("工作移交给" + plumbers.second));
        assertThat(subjects(plumbers.first, repair)).anyMatch(subject -> subject.startsWith("工作移交给" + plumbers.second));
        assertThatThrownBy(() -> repair.does(plumbers.first, repair.task(task), Plumbers.STEPS.get(task)))
                .as("who had it may not do it any more")
                .isInstanceOf(AuthorizationException.class);
        plumbers.finishes(repair, plumbers.second, task);
        assertThat(dispatch.hasWorkedOn(repair.number(), plumbers.first))
                .as("nobody calls back about work of one's own")
                .isTrue();
        assertThat(dispatch.hasWorkedOn(repair.number(), plumbers.second)).isTrue();
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void everythingOfAPersonGoesBackToTheGroup() {
        RepairCase visit = plumbers.at(VISIT_SITE);
        RepairCase work = plumbers.at(CARRY_OUT_REPAIR);

        supervisorHandsOver();

        assertThat(visit.task(VISIT_SITE).getAssignee()).isNull();
        assertThat(work.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(work.slip().technician()).isNull();
        assertThat(dispatch.candidates(visit.number()))
                .filteredOn(one -> one.technician().equals(plumbers.first))
                .extracting(one -> one.openSlips())
                .containsExactly(0);
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void aHelperDoesTheTaskToo() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        RepairCase repair = plumbers.at(VISIT_SITE);
        office.timePasses(Duration.ofMinutes(16));
        repair.dueTimersFire();

        repair.does(
                "supervisor",
                repair.told(CommitmentKind.ARRIVAL).get(0),
                escalated("addPeople", "technicianId", plumbers.second));

        assertThat(subjects(plumbers.second, repair))
                .anyMatch(subject -> subject.startsWith("请去协助 " + repair.number()));
        assertThat(office.as(plumbers.second, () -> personal.open()))
                .filteredOn(task -> task.id().equals(repair.task(VISIT_SITE).getId()))
                .extracting(PersonalTasks.PersonalTask::holder)
                .containsExactly(PersonalTasks.Holder.MYSELF);
        repair.does(plumbers.second, VISIT_SITE, arrived()).does(plumbers.second, QUOTE_REPAIR, quoted());
        assertThat(repair.slip().technician()).as("the slip stays where it is").isEqualTo(plumbers.first);
        assertThat(repair.task(OBTAIN_CONSENT).getAssignee()).isEqualTo(plumbers.first);
    }

    @Test
    @Tag("3.3")
    @Tag("Q3")
    void whoGetsTheWorkIsChecked() {
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR);
        int before = repair.trail().size();

        Refusal.of(() -> supervisorHandsOver("handOverTo", "tech2")).forbidden().says(repair.number(), "水暖资质");
        Refusal.of(() -> supervisorHandsOver("handOverTo", "nobody")).invalid().says("nobody", "登录名");
        Refusal.of(() -> supervisorHandsOver("handOverTo", plumbers.first))
                .invalid()
                .says("另一位同事");
        Refusal.of(() -> supervisorHandsOver("handOverSlip", "WX20000101-000001"))
                .invalid()
                .says("WX20000101-000001");
        Refusal.of(() -> office.starts("supervisor", HandOverProcess.KEY, handOver(plumbers.second)))
                .invalid()
                .says("没有可以移交的工作");
        Refusal.of(() -> office.starts(
                        "supervisor", HandOverProcess.KEY, with(handOver(plumbers.first), "handOverReason", " ")))
                .invalid()
                .says("请填写“原因”");

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(plumbers.first);
        assertThat(repair.trail()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"supervisor,clerk1", "clerklead,tech1"})
    @Tag("3.3")
    void everyHeadSharesOutTheWorkOfTheOwnPeople(String head, String person) {
        Refusal.of(() -> office.starts(head, HandOverProcess.KEY, handOver(person)))
                .forbidden()
                .says("主任");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tech1", "clerk1", "dutydirector", "affairs"})
    @Tag("3.3")
    void nobodyElseHandsOver(String person) {
        for (String process : List.of(HandOverProcess.KEY, AbsenceProcess.KEY, DutyRosterProcess.KEY)) {
            String definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            assertThatThrownBy(
                            () -> office.as(person, () -> forms.submitStartForm(definition, handOver(plumbers.first))))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    @Tag("3.3")
    @Tag("found:C2")
    void theLeadAndTheDirectorHandOverTheWorkOfClerks() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk1");

        office.starts(
                "clerklead",
                HandOverProcess.KEY,
                handOver("clerk1", "handOverSlip", repair.number(), "handOverTo", "clerk2"));
        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo("clerk2");
        Refusal.of(() -> office.starts(
                        "director",
                        HandOverProcess.KEY,
                        handOver("clerk2", "handOverSlip", repair.number(), "handOverTo", "tech1")))
                .forbidden()
                .says("登记报修", "同组");
        office.starts("director", HandOverProcess.KEY, handOver("clerk2", "handOverSlip", repair.number()));

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        assertThat(subjects("clerklead", repair)).anyMatch(subject -> subject.startsWith("请安排接手 " + repair.number()));
        repair.does("clerk2", REGISTER_REQUEST, registered("PL-01"));
    }

    @Test
    @Tag("found:B2")
    @Tag("3.3")
    void aTaskAboutNoSlipIsToldAsAnyOtherWork() {
        String clerk = "cl" + plumbers.first;
        identity.saveUser(identity.newUser(clerk));
        office.joins(clerk, "customerService");
        RepairCase repair = office.reports("clerk1", leakingTap());
        Task call =
                office.contactTask(office.starts(clerk, OwnerContactProcess.KEY, Map.of("caller", repair.number())));

        office.starts("clerklead", HandOverProcess.KEY, handOver(clerk, "handOverTo", "clerk2"));
        assertThat(toldOf(call, "clerk2")).containsExactly("任务移交给客服二：办理来电");
        assertThat(toldOf(call, clerk)).containsExactly("任务移交给客服二：办理来电");
        office.starts("clerklead", HandOverProcess.KEY, handOver("clerk2"));
        assertThat(toldOf(call, "clerk1")).containsExactly("请接手：办理来电");
        assertThat(toldOf(call, "clerklead")).as("who did it").isEmpty();
        identity.deleteUser(clerk);
    }

    private List<String> toldOf(Task task, String person) {
        return messages.of(person).stream()
                .filter(message -> task.getId().equals(message.task()))
                .map(Message::subject)
                .toList();
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void whatTheOtherMayNotDoGoesToTheGroupAndDoesNotKeepTheRest() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        RepairCase late = plumbers.at(CARRY_OUT_REPAIR);
        office.timePasses(Duration.ofMinutes(31));
        late.dueTimersFire();
        Task old = late.told(CommitmentKind.REPAIR).get(0);
        supervisorHandsOver("handOverTo", plumbers.second, "handOverSlip", late.number());
        tasks.setAssignee(old.getId(), plumbers.first);
        RepairCase open = plumbers.at(CARRY_OUT_REPAIR);

        supervisorHandsOver("handOverTo", plumbers.second);

        assertThat(open.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(plumbers.second);
        assertThat(late.told(CommitmentKind.REPAIR))
                .extracting(Task::getAssignee)
                .containsExactly((String) null);
        assertThat(late.candidateGroups(late.told(CommitmentKind.REPAIR).get(0)))
                .contains("engineeringSupervisor");
        assertThat(messages.of("supervisor"))
                .filteredOn(message -> message.event() == Event.PARTLY_HANDED_OVER)
                .first()
                .extracting(Message::text)
                .asString()
                .contains("已退回小组", late.number(), "处理超时")
                .doesNotContain(open.number());
    }

    @Test
    @Tag("found:C2")
    @Tag("Q3")
    void itIsSaidAtOnceThatNobodyMayDoIt() {
        RepairCase repair = office.reports("clerk1", leakingTap());
        String notes =
                office.localVariable(repair.task(REGISTER_REQUEST), "itemNotes").toString();
        assertThat(notes)
                .as("the form says it when the item is chosen")
                .containsPattern("\"GA-03\"[^}]*\"nobody\":true")
                .doesNotContainPattern("\"PL-01\"[^}]*\"nobody\":true");

        repair.does("clerk1", REGISTER_REQUEST, registered("GA-03"));

        assertThat(repair.trail()).anyMatch(line -> line.startsWith("Q3") && line.contains("没有燃气资质"));
        assertThat(subjects("supervisor", repair)).anyMatch(subject -> subject.contains("没有合格人员 " + repair.number()));
    }
}
