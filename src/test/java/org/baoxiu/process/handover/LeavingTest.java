package org.baoxiu.process.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.*;
import static org.baoxiu.testing.Answers.assignedTo;
import static org.baoxiu.testing.Answers.deferredTo;
import static org.baoxiu.testing.Answers.done;
import static org.baoxiu.testing.Answers.fields;
import static org.baoxiu.testing.Answers.interrupted;
import static org.baoxiu.testing.Answers.leakingTap;
import static org.baoxiu.testing.Answers.registered;
import static org.baoxiu.testing.Answers.rejected;
import static org.baoxiu.testing.Answers.supported;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.dispatch.Qualification;
import org.baoxiu.notification.Message;
import org.baoxiu.notification.Messages;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.process.technician.TechnicianRecordProcess;
import org.baoxiu.shared.Rejection;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcedureTest
@DisplayName("人员离开")
@Tag("long")
class LeavingTest {

    @LocalServerPort
    int port;

    @Autowired
    Office office;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Messages messages;

    Plumbers plumbers;

    @BeforeEach
    void twoPlumbersJoin() {
        plumbers = new Plumbers(office, identity, dispatch);
    }

    @AfterEach
    void theyLeave() {
        ClockUtil.reset();
        plumbers.leave();
        // the group of the certificate that one of the tests gives to somebody of the demo
        identity.deleteMembership("tech3", "skillLandscaping");
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
    void whoIsDeletedLeavesNoTaskBehind(String task) {
        RepairCase repair = plumbers.at(task);

        identity.deleteUser(plumbers.first);

        Task open = repair.task(task);
        assertThat(open.getAssignee()).isNull();
        assertThat(repair.candidateGroups(open)).contains(Qualification.PLUMBING.group(), "engineeringSupervisor");
        assertThat(subjects("supervisor", repair)).anyMatch(subject -> subject.startsWith("请安排接手 " + repair.number()));
        assertThat(repair.trail()).last().asString().contains("账号已注销");
        plumbers.finishes(repair, plumbers.second, task);
        assertThat(repair.slip().technician()).isEqualTo(plumbers.second);
        assertThat(dispatch.hasWorkedOn(repair.number(), plumbers.second)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/user/%s", "/group/maintenance/members/%s"})
    @Tag("found:C2")
    @Tag("3.3")
    void whoIsRemovedInAdminLeavesNothingBehindEither(String path) {
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR);

        assertThat(HttpOffice.rest(port, "admin")
                        .delete(path.formatted(plumbers.first))
                        .status())
                .isEqualTo(204);

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(subjects("supervisor", repair)).anyMatch(subject -> subject.startsWith("请安排接手 " + repair.number()));
        plumbers.finishes(repair, plumbers.second, CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("found:C2")
    @Tag("3.3")
    void aClerkWhoIsDeletedLeavesTheRegistrationToTheOthers() {
        String clerk = "cl" + plumbers.first;
        identity.saveUser(identity.newUser(clerk));
        office.joins(clerk, "customerService");
        RepairCase repair = office.reports(clerk, leakingTap());
        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isEqualTo(clerk);

        identity.deleteUser(clerk);

        assertThat(repair.task(REGISTER_REQUEST).getAssignee()).isNull();
        assertThat(subjects("clerklead", repair)).anyMatch(subject -> subject.startsWith("请安排接手 " + repair.number()));
        repair.does("clerk2", REGISTER_REQUEST, registered("PL-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "defer"})
    @Tag("found:C2")
    @Tag("4.7.4")
    @Tag("4.6.4")
    void aSlipThatWaitsForSomebodyElseIsNobodysEither(String outcome) {
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR).does(plumbers.first, CARRY_OUT_REPAIR, interrupted(outcome));

        identity.deleteUser(plumbers.first);

        assertThat(repair.slip().technician()).isNull();
        if (outcome.equals("help")) {
            repair.does("supervisor", SUPPORT_REPAIR, supported());
        } else {
            repair.does("clerk1", AGREE_DEFERRAL, deferredTo(office.now().plus(Duration.ofHours(2))));
            office.timePasses(Duration.ofHours(3));
            repair.dueTimersFire();
        }
        plumbers.finishes(repair, plumbers.second, CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("found:C2")
    @Tag("S6")
    void refusedWorkOfSomebodyWhoHasLeftGoesToTheGroup() {
        RepairCase repair = plumbers.at(ACCEPT_REPAIR);
        identity.deleteUser(plumbers.first);
        assertThat(repair.slip().technician())
                .as("who did the work stays on record")
                .isEqualTo(plumbers.first);

        repair.does("clerk1", ACCEPT_REPAIR, rejected());

        assertThat(repair.candidateGroups(repair.task(CARRY_OUT_REPAIR))).contains(Qualification.PLUMBING.group());
        plumbers.finishes(repair, plumbers.second, CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("found:C2")
    @Tag("Q3")
    void whoLeavesTheTeamKeepsNoWorkAndWhoLosesAGroupOfVisibilityDoes() {
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR);

        office.leaves(plumbers.first, Qualification.PLUMBING.group());
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isEqualTo(plumbers.first);

        office.leaves(plumbers.first, "maintenance");
        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(repair.trail()).last().asString().contains("已不在原来的小组");
        assertThatThrownBy(() -> repair.does("tech2", CARRY_OUT_REPAIR, done()))
                .isInstanceOf(AuthorizationException.class);
        plumbers.finishes(repair, plumbers.second, CARRY_OUT_REPAIR);
    }

    @Test
    @Tag("found:C2")
    void aClaimedPickUpAndAnEscalationAreReleasedToo() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        RepairCase repair = plumbers.toPickUp();
        office.as(plumbers.first, () -> {
            tasks.claim(repair.task(PICK_UP_SLIP).getId(), plumbers.first);
            return null;
        });
        identity.deleteUser(plumbers.first);
        assertThat(repair.task(PICK_UP_SLIP).getAssignee()).isNull();
        assertThat(repair.candidateGroups(repair.task(PICK_UP_SLIP))).contains(Qualification.PLUMBING.group());
        plumbers.joins(plumbers.first);

        RepairCase late = plumbers.at(CARRY_OUT_REPAIR);
        office.timePasses(Duration.ofMinutes(31));
        late.dueTimersFire();
        assertThat(late.told(CommitmentKind.REPAIR))
                .extracting(Task::getAssignee)
                .containsExactly(plumbers.first);
        identity.deleteUser(plumbers.first);
        assertThat(late.told(CommitmentKind.REPAIR))
                .extracting(Task::getAssignee)
                .containsOnlyNulls();
        assertThat(late.candidateGroups(late.told(CommitmentKind.REPAIR).get(0)))
                .contains("engineeringSupervisor");
    }

    @Test
    @Tag("found:C2")
    @Tag("5.1")
    void whatEscalatesToSomebodyWhoHasLeftGoesToTheSupervisor() {
        office.timeIs("2026-11-23T09:00:00+08:00");
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR);
        identity.deleteUser(plumbers.first);
        office.timePasses(Duration.ofMinutes(31));

        repair.dueTimersFire();

        assertThat(repair.told(CommitmentKind.REPAIR))
                .extracting(Task::getAssignee)
                .containsOnlyNulls();
        assertThat(repair.candidateGroups(repair.told(CommitmentKind.REPAIR).get(0)))
                .containsExactly("engineeringSupervisor");
        assertThat(subjects("supervisor", repair)).anyMatch(subject -> subject.contains("已超时"));
    }

    @Test
    @Tag("found:C2")
    @Tag("Q3")
    void theListsOfOpenTasksFollowThePeople() {
        RepairCase repair = plumbers.toPickUp();
        assertThat(offered(repair)).contains(plumbers.first, plumbers.second);

        identity.deleteUser(plumbers.second);
        assertThat(offered(repair)).contains(plumbers.first).doesNotContain(plumbers.second);

        identity.saveUser(identity.newUser(plumbers.second));
        office.joins(plumbers.second, "maintenance");
        assertThat(offered(repair)).contains(plumbers.second);

        RepairCase door = office.reports("clerk1", leakingTap()).does("clerk1", REGISTER_REQUEST, registered("DL-12"));
        assertThat(offered(door)).contains("tech2").doesNotContain("tech3");
        office.starts(
                "supervisor",
                TechnicianRecordProcess.KEY,
                fields(
                        "technicianId",
                        "tech3",
                        "qualification",
                        "landscaping",
                        "certificateNumber",
                        "绿-1",
                        "expiresOn",
                        LocalDate.ofInstant(office.now(), ZoneId.systemDefault())
                                .plusDays(1)
                                .toString()));
        assertThat(offered(door)).contains("tech3");
        office.timePasses(Duration.ofDays(2));
        jobs.executeJob(jobs.createJobQuery()
                .timers()
                .processDefinitionKey(RosterCheck.KEY)
                .singleResult()
                .getId());
        assertThat(offered(door)).as("the certificate has run out").doesNotContain("tech3");

        office.leaves(plumbers.second, "maintenance");
        assertThat(offered(repair)).doesNotContain(plumbers.second);
        assertThatThrownBy(() -> repair.does("supervisor", PICK_UP_SLIP, assignedTo(plumbers.second)))
                .rootCause()
                .isInstanceOf(Rejection.class)
                .hasMessageContainingAll(repair.number(), "不在维修班");
    }

    @Test
    @Tag("found:C2")
    void aTaskThatSomebodyHasMadeInTasklistDoesNotKeepAnybody() {
        RepairCase repair = plumbers.at(CARRY_OUT_REPAIR);
        Task note = tasks.newTask();
        note.setName("检查水表" + "，逐户".repeat(80));
        note.setAssignee(plumbers.first);
        tasks.saveTask(note);

        identity.deleteUser(plumbers.first);

        assertThat(repair.task(CARRY_OUT_REPAIR).getAssignee()).isNull();
        assertThat(tasks.createTaskQuery().taskId(note.getId()).singleResult().getAssignee())
                .isNull();
        assertThat(tasks.getIdentityLinksForTask(note.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("director");
        assertThat(messages.of("director"))
                .anyMatch(message -> note.getId().equals(message.task())
                        && message.subject().startsWith("请接手：检查水表，逐户")
                        && message.subject().endsWith("…"));
        tasks.deleteTask(note.getId(), true);
    }

    private String offered(RepairCase repair) {
        return office.localVariable(repair.task(PICK_UP_SLIP), "technicianOptions")
                .toString();
    }
}
