package org.baoxiu.process.repair.clock;

import static org.baoxiu.process.form.Field.code;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baoxiu.commitment.Attention;
import org.baoxiu.commitment.Commitment;
import org.baoxiu.commitment.CommitmentKind;
import org.baoxiu.commitment.Commitments;
import org.baoxiu.commitment.EscalationAction;
import org.baoxiu.commitment.Stage;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.notification.Event;
import org.baoxiu.people.OnDuty;
import org.baoxiu.process.form.EngineVariables;
import org.baoxiu.process.repair.RepairRequestProcess.ClockLocals;
import org.baoxiu.process.repair.Steps;
import org.baoxiu.process.repair.anytime.OpenTasks;
import org.baoxiu.process.repair.telling.StaffNews;
import org.baoxiu.shared.Groups;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.shared.Times;
import org.baoxiu.slip.Overruns;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A clock is due: whether it was missed, who is told and what they do about it (4.6, 5). */
@Configuration(proxyBeanMethods = false)
class ClockSteps {

    static final String TECHNICIAN = "technician";
    private static final Set<EscalationAction> NEED_PEOPLE =
            EnumSet.of(EscalationAction.REASSIGN, EscalationAction.ADD_PEOPLE);

    /** What the models ask about clocks. */
    public record Clocks(Commitments commitments) {
        public boolean settled(String commitmentId) {
            return commitments.get(Long.parseLong(commitmentId)).ended();
        }
    }

    @Bean
    Clocks clocks(Commitments commitments) {
        return new Clocks(commitments);
    }

    @Bean
    JavaDelegate judgeClock(Steps steps, Commitments commitments, Overruns overruns) {
        return process -> {
            String slip = steps.slipOf(process);
            Optional<Attention> attention = commitments.judge(slip);
            pass(
                    process,
                    ClockLocals.STAGE,
                    attention.map(found -> code(found.stage())).orElse(""));
            attention.ifPresent(found -> {
                process.setVariableLocal(
                        ClockLocals.COMMITMENT_ID, found.commitment().id().toString());
                pass(process, ClockLocals.KIND, code(found.commitment().kind()));
                pass(process, ClockLocals.TEXT, text(found));
                if (found.commitment().kind() == CommitmentKind.IMPORTANT_REPAIR && found.stage() == Stage.MISSED) {
                    overruns.requireApproval(slip);
                }
            });
        };
    }

    /** Only the steps of this transaction need it: it is not kept and leaves no line in the engine's history. */
    private static void pass(DelegateExecution process, String name, @Nullable Object value) {
        process.setVariable(name, Variables.untypedValue(value, true));
    }

    static String text(Attention attention) {
        Commitment commitment = attention.commitment();
        String due = commitment.label() + "的时限是 " + Times.minute(commitment.dueAt());
        return switch (attention.stage()) {
            case WARNING -> due + "，即将到时";
            case MISSED -> due + "，已超时";
            case AGAIN -> due + "，已超过 " + ClockNews.late(commitment.deadline());
        };
    }

    @Bean
    ExecutionListener recordEscalation(
            Steps steps, Commitments commitments, Slips slips, OnDuty onDuty, ClockNews clockNews) {
        return process -> {
            DmnDecisionResult result = EngineVariables.answer(process);
            String slip = steps.slipOf(process);
            String stage = (String) process.getVariable(ClockLocals.STAGE);
            if (result.isEmpty() && stage.equals(code(Stage.WARNING))) {
                // a warning is a help: who has none in the table needs none
                pass(process, ClockLocals.TASK, false);
                return;
            }
            if (result.isEmpty()) {
                throw Rejection.invalid(slip, "升级规则没有说明告知谁，请联系流程管理人员检查升级表。");
            }
            DmnDecisionResultEntries answer = result.getSingleResult();
            String told = answer.getEntry("told");
            boolean technicians = told.equals(TECHNICIAN);
            String holder = slips.get(slip).technician();
            String technician = technicians && onDuty.reaches(holder) ? holder : null;
            pass(process, ClockLocals.ASSIGNEE, technician);
            pass(process, ClockLocals.GROUP, technicians ? Groups.ENGINEERING_SUPERVISOR : told);
            pass(process, ClockLocals.TASK, answer.<Boolean>getEntry("task"));
            pass(process, ClockLocals.ACTIONS, answer.getEntry("actions"));
            Commitment commitment =
                    commitments.get(Long.parseLong((String) process.getVariable(ClockLocals.COMMITMENT_ID)));
            slips.note(
                    slip,
                    Person.system(),
                    0,
                    commitment.clause(),
                    process.getVariable(ClockLocals.TEXT) + "：告知" + EscalationAnswer.told(answer)
                            + (technicians && technician == null ? "；维修人员不在岗，改由工程部主管处理" : ""));
            clockNews.tell(commitment, stage, told);
            steps.settle(process, slip);
        };
    }

    /** What the form needs is local to the task: nobody can submit another clock or an action that is not offered. */
    @Bean
    TaskListener offerEscalation(TaskListener offerTechnicians, Slips slips) {
        return task -> {
            DelegateExecution process = task.getExecution();
            // who is qualified is known when the item is
            boolean people = slips.get(process.getProcessBusinessKey()).item() != null;
            List<EscalationAction> offered = actions((String) process.getVariable(ClockLocals.ACTIONS)).stream()
                    .filter(action -> people || !NEED_PEOPLE.contains(action))
                    .toList();
            task.setVariableLocal(ClockLocals.COMMITMENT_ID, process.getVariable(ClockLocals.COMMITMENT_ID));
            task.setVariableLocal(ClockLocals.TEXT, process.getVariable(ClockLocals.TEXT));
            task.setVariableLocal(
                    ClockLocals.ACTIONS,
                    offered.stream().map(action -> code(action)).collect(Collectors.joining(",")));
            if (!Collections.disjoint(offered, NEED_PEOPLE)) {
                offerTechnicians.notify(task);
            }
        };
    }

    @Bean
    TaskListener recordEscalationAnswer(
            Steps steps,
            Slips slips,
            Overruns overruns,
            Dispatch dispatch,
            Commitments commitments,
            OpenTasks openTasks,
            StaffNews news) {
        return task -> steps.completing(ClockForms.HANDLE_ESCALATION, (slip, by, in) -> {
                    EscalationAction action = in.need(ClockForms.ESCALATION_ACTION);
                    List<EscalationAction> offered = actions((String) task.getVariableLocal(ClockLocals.ACTIONS));
                    if (!offered.contains(action)) {
                        throw Rejection.invalid(slip, "这次超时不能选择这种处理，请从列出的选项中选择。");
                    }
                    String note = in.need(ClockForms.ESCALATION_NOTE);
                    switch (action) {
                        case ACKNOWLEDGE -> slips.note(slip, by, 0, clause(task, commitments), "知悉超时：" + note);
                        case REASSIGN -> {
                            String former = slips.get(slip).technician();
                            reassign(
                                    slip,
                                    in.need(ClockForms.ESCALATION_TECHNICIAN),
                                    note,
                                    by,
                                    slips,
                                    dispatch,
                                    openTasks);
                            news.tell(Event.REASSIGNED, slip, note, StaffNews.former(former));
                        }
                        case ADD_PEOPLE -> {
                            String helper = in.need(ClockForms.ESCALATION_TECHNICIAN);
                            dispatch.addPeople(slip, helper, note, offered.contains(EscalationAction.APPROVE), by);
                            // a second helper is news, though the slip is as it was
                            news.tell(
                                    Event.HELPER_ADDED,
                                    news.key(Event.HELPER_ADDED, slip) + "-" + helper,
                                    slip,
                                    StaffNews.reason(note),
                                    StaffNews.person("helper", helper));
                            openTasks.share(slip, helper);
                        }
                        case TAKE_OVER -> {
                            slips.note(slip, by, 0, clause(task, commitments), "接手办理：" + note);
                            openTasks.handOverDue(
                                    task.getProcessInstanceId(),
                                    commitment(task, commitments).dueAt(),
                                    by.id());
                        }
                        case APPROVE -> {
                            overruns.approveOverrun(slip, in.need(ClockForms.NEW_TIME), note, by);
                            news.tell(
                                    Event.OVERRUN_APPROVED,
                                    slip,
                                    Times.minute(in.need(ClockForms.NEW_TIME)) + "，" + note);
                        }
                        case NEW_TIME -> {
                            overruns.reportOverrun(slip, in.need(ClockForms.NEW_TIME), note, by);
                            news.tell(Event.NEW_TIME, slip, Times.minute(in.need(ClockForms.NEW_TIME)) + "，" + note);
                        }
                    }
                })
                .notify(task);
    }

    private static void reassign(
            String slip,
            String technician,
            String note,
            Person by,
            Slips slips,
            Dispatch dispatch,
            OpenTasks openTasks) {
        String before = slips.get(slip).technician();
        dispatch.reassign(slip, technician, note, by);
        openTasks.handOver(slip, before, technician);
    }

    private static List<EscalationAction> actions(String commaSeparated) {
        List<String> codes = List.of(commaSeparated.split(","));
        return Arrays.stream(EscalationAction.values())
                .filter(action -> codes.contains(code(action)))
                .toList();
    }

    private static String clause(DelegateTask task, Commitments commitments) {
        return commitment(task, commitments).clause();
    }

    private static Commitment commitment(DelegateTask task, Commitments commitments) {
        return commitments.get(Long.parseLong((String) task.getVariableLocal(ClockLocals.COMMITMENT_ID)));
    }

    @Bean
    JavaDelegate noteUnresolved(Steps steps, Commitments commitments) {
        return steps.automatic(commitments::noteUnresolved);
    }
}
