package org.baoxiu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.ClockLocals;
import org.baoxiu.process.repair.owner.OwnerContactProcess;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.test.context.TestComponent;

/** The people of the office at work: everything they do, they do logged in, with their own rights and with forms. */
@TestComponent
public class Office {

    private final ProcessEngine engine;
    private final Slips slips;
    private final Commitments commitments;
    private final Clock clock;

    public Office(ProcessEngine engine, Slips slips, Commitments commitments, Clock clock) {
        this.engine = engine;
        this.slips = slips;
        this.commitments = commitments;
        this.clock = clock;
    }

    public RepairCase reports(String person, Map<String, Object> report) {
        ProcessInstance started = as(person, () -> start(RepairRequestProcess.KEY, report));
        return new RepairCase(started.getId());
    }

    /** A report that reaches the process as a message, as from the owner page or the API. */
    public RepairCase message(String name, Map<String, Object> report) {
        ProcessInstance started = engine.getRuntimeService()
                .createMessageCorrelation(name)
                .setVariables(report)
                .correlateStartMessage();
        return new RepairCase(started.getId());
    }

    /** The running case of a slip that somebody without a login has opened. */
    public RepairCase ofSlip(String slipNumber) {
        return new RepairCase(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(slipNumber, RepairRequestProcess.KEY)
                .singleResult()
                .getId());
    }

    /** What a person starts with a start form. */
    public ProcessInstance starts(String person, String process, Map<String, Object> form) {
        return as(person, () -> start(process, form));
    }

    /** Somebody looks up the slip of a caller by its number, and does what the caller wants. */
    public ProcessInstance takesCall(String person, Map<String, Object> call) {
        return answersCall(
                person, starts(person, OwnerContactProcess.KEY, Map.of("caller", call.get("slipNumber"))), call);
    }

    /** What a person does with a call whose slips have been found. */
    public ProcessInstance answersCall(String person, ProcessInstance found, Map<String, Object> call) {
        String task = contactTask(found).getId();
        return as(person, () -> {
            engine.getFormService().submitTaskForm(task, call);
            return found;
        });
    }

    public Task contactTask(ProcessInstance call) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(call.getId())
                .singleResult();
    }

    public <T> T as(String person, Supplier<T> action) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public void joins(String person, String group) {
        engine.getIdentityService().createMembership(person, group);
    }

    public void leaves(String person, String group) {
        engine.getIdentityService().deleteMembership(person, group);
    }

    private ProcessInstance start(String process, Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return engine.getFormService().submitStartForm(definition, form);
    }

    /** A process owner deploys one changed file and means what it says; the caller takes it back with {@link #withdraws}. */
    public String deploys(String file, String content) {
        return engine.getRepositoryService()
                .createDeployment()
                .name(file + " 已确认")
                .addString(file, content)
                .deploy()
                .getId();
    }

    /** What a former release has left, which no gate has seen; the caller takes it back with {@link #withdraws}. */
    public String finds(Map<String, String> files) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DeploymentBuilderImpl builder =
                (DeploymentBuilderImpl) engine.getRepositoryService().createDeployment();
        files.forEach(builder::addString);
        return configuration
                .getCommandExecutorTxRequired()
                .execute(new DeployCmd(builder))
                .getId();
    }

    public void withdraws(String deployment) {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    /** A variable that only this task has, such as the options of its form. */
    public Object localVariable(Task task, String name) {
        return engine.getTaskService().getVariableLocal(task.getId(), name);
    }

    public void timeIs(String time) {
        timeIs(OffsetDateTime.parse(time).toInstant());
    }

    /** The texts of the office go by its clock again: tests without an engine have one of their own. */
    public void timeIs(Instant time) {
        Times.tellBy(clock);
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void timePasses(Duration duration) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(duration)));
    }

    public Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** One case and what the people of the office do with it. */
    public final class RepairCase {

        private static final int MOST_TIMERS_AT_ONCE = 200;

        private final String instance;
        private final String number;

        private RepairCase(String instance) {
            this.instance = instance;
            this.number = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getBusinessKey();
            assertThat(number).as("slip number as business key").isNotBlank();
        }

        public Office office() {
            return Office.this;
        }

        public String number() {
            return number;
        }

        public String instance() {
            return instance;
        }

        public Slip slip() {
            return slips.get(number);
        }

        /** Somebody does a task of this case, after claiming it when it is nobody's yet. */
        public RepairCase does(String person, String task, Map<String, Object> form) {
            return submits(person, task, form).backgroundWorkRuns();
        }

        /** As {@link #does}, while nothing runs in the background. */
        public RepairCase submits(String person, String task, Map<String, Object> form) {
            return submits(person, task(task), form);
        }

        /** Somebody does one of several tasks of the same kind. */
        public RepairCase does(String person, Task task, Map<String, Object> form) {
            return submits(person, task, form).backgroundWorkRuns();
        }

        private RepairCase submits(String person, Task open, Map<String, Object> form) {
            as(person, () -> {
                if (open.getAssignee() == null) {
                    engine.getTaskService().claim(open.getId(), person);
                }
                engine.getFormService().submitTaskForm(open.getId(), form);
                return null;
            });
            return this;
        }

        public RepairCase ownerCalls(String kind) {
            return ownerCalls(Answers.call(number, kind));
        }

        public RepairCase ownerCalls(Map<String, Object> call) {
            takesCall("clerk1", call);
            return this;
        }

        public Task task(String key) {
            List<Task> tasks = ofCase().taskDefinitionKey(key).list();
            assertThat(tasks)
                    .as("open %s of %s, where open are %s", key, number, openTasks())
                    .hasSize(1);
            return tasks.get(0);
        }

        public Set<String> openTasks() {
            Set<String> open = new HashSet<>();
            ofCase().list().forEach(task -> open.add(task.getTaskDefinitionKey()));
            return open;
        }

        public Object variable(String name) {
            return engine.getRuntimeService().getVariable(instance, name);
        }

        /** The tasks of the case, of its accident too. */
        private TaskQuery ofCase() {
            return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number);
        }

        /** The timers of this case that are due by now fire, earliest first, as often as they are due. */
        public RepairCase dueTimersFire() {
            List<Job> due = due();
            for (int fired = 0; !due.isEmpty(); fired++) {
                assertThat(fired)
                        .as("timers of %s that never stop, %s of them at %s", number, due.size(), now())
                        .isLessThan(MOST_TIMERS_AT_ONCE);
                engine.getManagementService().executeJob(due.get(0).getId());
                due = due();
            }
            return this;
        }

        /** What the case waits for, earliest first; clocks that stand still are not among it. */
        public List<Job> timers() {
            return timersUntil(Instant.parse("9999-01-01T00:00:00Z"));
        }

        private List<Job> due() {
            return timersUntil(now().plusMillis(1));
        }

        private List<Job> timersUntil(Instant time) {
            return instances().stream()
                    .flatMap(id -> engine
                            .getManagementService()
                            .createJobQuery()
                            .processInstanceId(id)
                            .timers()
                            .duedateLowerThan(Date.from(time))
                            .list()
                            .stream())
                    .sorted(Comparator.comparing(Job::getDuedate))
                    .toList();
        }

        /** What the process hands to the background, such as the notification of the team, is done at once. */
        public RepairCase backgroundWorkRuns() {
            for (String id : instances()) {
                engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(id)
                        .messages()
                        .list()
                        .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            }
            return this;
        }

        private List<String> instances() {
            return engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .list()
                    .stream()
                    .map(ProcessInstance::getId)
                    .toList();
        }

        public boolean ended() {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count()
                    == 0;
        }

        /** Nobody has anything left to do, and the slip is closed. */
        public void isClosed() {
            assertThat(ended()).isTrue();
            assertThat(slip().state()).isEqualTo(SlipState.CLOSED);
        }

        /** The clock of this kind that started last. */
        public Commitment commitment(CommitmentKind kind) {
            return commitments.of(number).stream()
                    .filter(one -> one.kind() == kind)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
        }

        /** The open tasks of people who were told of a missed promise of this kind. */
        public List<Task> told(CommitmentKind kind) {
            return ofCase().taskDefinitionKey(RepairRequestProcess.Elements.HANDLE_ESCALATION).list().stream()
                    .filter(task -> commitments
                                    .get(Long.parseLong((String) localVariable(task, ClockLocals.COMMITMENT_ID)))
                                    .kind()
                            == kind)
                    .toList();
        }

        public List<String> candidateGroups(Task task) {
            return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .filter(group -> !OfficeGroups.isAtOffice(group))
                    .toList();
        }

        public List<String> trail() {
            return slips.history(number).stream()
                    .map(entry -> entry.clause() + " " + entry.text())
                    .toList();
        }
    }
}
