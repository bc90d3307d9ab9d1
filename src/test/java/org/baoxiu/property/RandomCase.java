package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.HANDLE_ESCALATION;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.workflow.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.fee.Fees;
import org.baoxiu.portal.OwnerSteps;
import org.baoxiu.slip.Person;
import org.baoxiu.slip.Rejection;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.workflow.repair.RepairRequestProcess;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.NestedExceptionUtils;

/**
 * One case from the report to its end, in which everybody does at random what the procedure allows, and before it tries
 * something that it does not allow.
 */
final class RandomCase {

  private static final int MAX_STEPS = 250;
  private static final List<String> REPORTERS =
      List.of("clerk1", "clerk2", "clerklead", "tech1", "tech2", "supervisor", "dutydirector");
  /** Those who have an account and little to do with repairs. */
  private static final List<String> STRANGERS = List.of("affairs", "director");
  private final Office office;
  private final ProcessEngine engine;
  private final Choices choices;
  private final LegalAnswers answers;
  private final Entitled entitled;
  private final CaseRules rules;
  private final OwnerAnswers owner;
  private final List<String> story = new ArrayList<>();
  private RepairCase repair;

  RandomCase(Office office, ProcessEngine engine, Choices choices, Dispatch dispatch, Fees fees, OwnerSteps owner,
             CaseRules rules) {
    this.office = office;
    this.engine = engine;
    this.choices = choices;
    this.answers = new LegalAnswers(choices, dispatch, fees);
    this.entitled = new Entitled(engine, dispatch);
    this.rules = rules;
    this.owner = new OwnerAnswers(owner, fees);
  }

  void run() {
    try {
      begin();
      while (!repair.ended()) {
        assertThat(story).as("steps").hasSizeLessThan(MAX_STEPS);
        goOn();
      }
      rules.checkEnd(repair);
    } catch (AssertionError | RuntimeException e) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
      throw new AssertionError(cause.getMessage() + "\nafter\n  " + String.join("\n  ", story), e);
    }
  }

  private void begin() {
    choices.nextStep();
    String person = choices.oneOf(REPORTERS);
    Answer report = answers.report(office.now());
    Map<String, Object> spoilt = report.spoilt(choices);
    tell(person + " may not report " + spoilt);
    assertRefused(catchThrowable(() -> office.reports(person, spoilt)));
    if (choices.happens(15)) {
      tell("the owner reports over the web " + report);
      repair = office.message(RepairRequestProcess.Messages.REPAIR_REPORTED, Answers.with(report.fields(), "channel", "web"));
      rules.checkStep(repair, Person.SYSTEM);
    } else {
      tell(person + " reports " + report);
      repair = office.reports(person, report.fields());
      rules.checkStep(repair, person);
    }
  }

  private void goOn() {
    choices.nextStep();
    Slip slip = repair.slip();
    if (choices.happens(12)) {
      Duration time = choices.oneOf(Duration.ofMinutes(20), Duration.ofHours(5), Duration.ofDays(4));
      tell("time passes: " + time);
      office.timePasses(time);
      timersFire();
    } else if (choices.happens(10)) {
      ownerCalls(slip, choices.oneOf("urge", "complain", "cancel"));
    } else if (choices.happens(5)) {
      somebodyStartsInTheMiddle();
    } else {
      Task task = openTask();
      if (task == null) {
        Job timer = nextTimer();
        tell("the promised time comes");
        ClockUtil.setCurrentTime(timer.getDuedate());
        timersFire();
      } else {
        personDoes(task, slip);
      }
    }
  }

  private Task openTask() {
    Slip slip = repair.slip();
    List<Task> open = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(repair.number()).list().stream()
        .filter(task -> !LegalAnswers.waitsForApproval(task.getTaskDefinitionKey(), slip)).toList();
    return open.isEmpty() ? null : choices.oneOf(open.stream().sorted(Comparator.comparing(Task::getTaskDefinitionKey)).toList());
  }

  private Job nextTimer() {
    List<Job> timers = repair.timers();
    assertThat(timers).as("neither a task nor a timer: the case is stuck").isNotEmpty();
    return timers.get(0);
  }

  private void timersFire() {
    repair.dueTimersFire();
    rules.checkState(repair);
  }

  private void ownerCalls(Slip slip, String kind) {
    String clerk = choices.oneOf("clerk1", "clerk2", "clerklead");
    Map<String, Object> call = Answers.call(slip.number(), kind);
    if (LegalAnswers.ownerMay(kind, slip)) {
      tell(clerk + " notes: the owner wants to " + kind);
      office.takesCall(clerk, call);
      rules.checkStep(repair, clerk);
    } else {
      tell("too late to " + kind);
      refuses(() -> office.takesCall(clerk, call));
    }
  }

  /** By somebody who may start cases: a second one under the number of this slip (4.7.6). */
  private void somebodyStartsInTheMiddle() {
    String person = choices.oneOf("clerk1", "tech1", "supervisor");
    String element = choices.oneOf(CARRY_OUT_REPAIR, "Task_NotifyMaintenanceTeam", "Task_CancelSlip", "Task_CloseSlip");
    tell(person + " may not start another case at " + element);
    refuses(() -> office.as(person, () -> engine.getRuntimeService().createProcessInstanceByKey(RepairRequestProcess.KEY)
        .businessKey(repair.number()).setVariables(Map.of("technician", "tech1", "ownerWords", "等了很久"))
        .startBeforeActivity(element).execute()));
  }

  private void personDoes(Task task, Slip slip) {
    String person = choices.oneOf(entitled.to(task, slip, rules::hasWorked));
    Answer answer = task.getTaskDefinitionKey().equals(HANDLE_ESCALATION)
        ? answers.escalation(List.of(office.localVariable(task, "escalationActions").toString().split(",")), slip, office.now())
        : answers.at(task.getTaskDefinitionKey(), slip, person, office.now());
    attemptSomethingIllegal(task, slip, person, answer);
    if (OwnerAnswers.MAY_ANSWER.contains(task.getTaskDefinitionKey()) && choices.happens(30)) {
      tell("the owner answers " + answer);
      owner.answers(slip, answer.fields());
      rules.checkTask(repair, Person.OWNER, task.getTaskDefinitionKey(), answer.fields());
      return;
    }
    tell(person + " does " + task.getTaskDefinitionKey() + " " + answer);
    office.as(person, () -> {
      if (task.getAssignee() == null && choices.happens(50)) {
        engine.getTaskService().claim(task.getId(), person);
      }
      engine.getFormService().submitTaskForm(task.getId(), answer.fields());
      return null;
    });
    repair.backgroundWorkRuns();
    rules.checkTask(repair, person, task.getTaskDefinitionKey(), answer.fields());
  }

  /** Something wrong in the answer itself, or somebody who must not give it, as far as the task has such people. */
  private void attemptSomethingIllegal(Task task, Slip slip, String person, Answer answer) {
    String step = task.getTaskDefinitionKey();
    List<String> workers = entitled.members(task).stream().filter(rules::hasWorked).toList();
    boolean special = choices.happens(40);
    if (special && step.equals(CALL_BACK_OWNER) && !workers.isEmpty()) {
      workers.forEach(worker -> attempt(task, worker, answer.fields()));
    } else if (special && step.equals(PICK_UP_SLIP)) {
      attempt(task, "supervisor", Map.of("technicianId", "clerk1"));
    } else if (special && step.equals(QUOTE_REPAIR) && choices.happens(50)) {
      attempt(task, person, answers.quoteOfMillions(slip).fields());
    } else if (special && step.equals(CARRY_OUT_REPAIR) && choices.happens(30)) {
      attempt(task, person, answers.finishedWork(answers.linesOfMillions()).fields());
    } else if (special && step.equals(CARRY_OUT_REPAIR) && slip.publicArea()) {
      attempt(task, person, answers.interruptedWork("change").fields());
    } else if (special && step.equals(CARRY_OUT_REPAIR) && answers.dearerWork(slip).isPresent()) {
      attempt(task, person, answers.dearerWork(slip).orElseThrow().fields());
    } else if (special) {
      attempt(task, choices.oneOf(STRANGERS.stream().filter(stranger -> !entitled.members(task).contains(stranger)).toList()), answer.fields());
    } else {
      attempt(task, person, answer.spoilt(choices));
    }
  }

  private void attempt(Task task, String person, Map<String, Object> fields) {
    tell(person + " may not do " + task.getTaskDefinitionKey() + " " + fields);
    refuses(() -> office.as(person, () -> {
      engine.getFormService().submitTaskForm(task.getId(), fields);
      return null;
    }));
  }

  private void refuses(Runnable attempt) {
    Map<String, Object> before = rules.everythingAbout(repair);
    assertRefused(catchThrowable(attempt::run));
    assertThat(rules.everythingAbout(repair)).as("nothing has changed").isEqualTo(before);
  }

  private static void assertRefused(Throwable error) {
    assertThat(error).as("should have been refused").isNotNull();
    boolean told = Stream.iterate(error, cause -> cause != null, Throwable::getCause).anyMatch(cause ->
        cause instanceof AuthorizationException
            || cause instanceof Rejection && cause.getMessage().codePoints().anyMatch(Character::isIdeographic));
    if (!told) {
      throw new AssertionError("refused without telling why: " + error, error);
    }
  }

  private void tell(String event) {
    story.add((story.size() + 1) + " " + event.replaceAll("[\\p{Cntrl}\\p{Cs}]+", "�").replaceAll("(.)\\1{20,}", "$1…"));
  }
}
