package org.baoxiu.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CALL_BACK_OWNER;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.CARRY_OUT_REPAIR;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.HANDLE_ESCALATION;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.OBTAIN_CONSENT;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.PICK_UP_SLIP;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.QUOTE_REPAIR;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.process.contractor.ContractorOrderProcess;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.shared.Person;
import org.baoxiu.shared.Rejection;
import org.baoxiu.slip.Slip;
import org.baoxiu.slip.Splits;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.web.owner.OwnersPhone;
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

    private static final BigDecimal BY_LINK_UP_TO = new BigDecimal("200");
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
    private final Staff staff;
    private final OwnersDoors doors;
    private final ChangesOfHands changesOfHands;
    private final SlipsPutRight slipsPutRight;
    private final List<String> story = new ArrayList<>();
    private RepairCase repair;

    RandomCase(
            Office office,
            ProcessEngine engine,
            Choices choices,
            LegalAnswers answers,
            Entitled entitled,
            Staff staff,
            OwnersDoors doors,
            Splits splits,
            CaseRules rules) {
        this.office = office;
        this.engine = engine;
        this.choices = choices;
        this.answers = answers;
        this.entitled = entitled;
        this.staff = staff;
        this.doors = doors;
        this.rules = rules;
        this.changesOfHands =
                new ChangesOfHands(office, engine, choices, staff, entitled, rules, this::tell, this::refuses);
        this.slipsPutRight = new SlipsPutRight(office, choices, rules, staff, splits, this::tell, this::refuses);
    }

    /** @param over whether nobody waits for what comes out any more */
    void run(BooleanSupplier over) {
        try {
            begin();
            while (!repair.ended()) {
                if (over.getAsBoolean()) {
                    return;
                }
                assertThat(story).as("steps").hasSizeLessThan(MAX_STEPS);
                goOn();
            }
            rules.checkEnd(repair);
        } catch (AssertionError | RuntimeException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            throw new AssertionError(cause.getMessage() + "\nafter\n  " + String.join("\n  ", story), e);
        } finally {
            // a shorter story is looked for with everybody's hands empty
            staff.abandon(repair);
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
            repair = office.message(
                    RepairRequestProcess.Messages.REPAIR_REPORTED, Answers.with(report.fields(), "channel", "web"));
            rules.checkStep(repair, Person.SYSTEM);
        } else {
            tell(person + " reports " + report);
            repair = office.reports(person, report.fields());
            rules.checkStep(repair, person);
        }
    }

    private void goOn() {
        choices.nextStep();
        // nothing takes no time at all
        office.timePasses(Duration.ofSeconds(1));
        Slip slip = repair.slip();
        if (choices.happens(12)) {
            Duration time = choices.oneOf(Duration.ofMinutes(20), Duration.ofHours(5), Duration.ofDays(4));
            tell("time passes: " + time);
            office.timePasses(time);
            timersFire();
        } else if (choices.happens(8)) {
            ownerCalls(slip);
        } else if (choices.happens(8)) {
            ownerOpensThePage(slip);
        } else if (choices.happens(15)) {
            changesOfHands.happen(repair);
        } else if (choices.happens(8)) {
            slipsPutRight.happen(repair);
        } else if (choices.happens(4)) {
            giveToContractor(slip);
        } else if (choices.happens(5)) {
            somebodyStartsInTheMiddle();
        } else {
            Task task = openTask(slip);
            if (task == null) {
                Job timer = nextTimer();
                tell("the time comes that was waited for: " + timer.getDuedate().toInstant());
                ClockUtil.setCurrentTime(timer.getDuedate());
                timersFire();
            } else {
                personDoes(task);
            }
        }
    }

    /** One that somebody who is there can do now; null if all wait. */
    private Task openTask(Slip slip) {
        List<Task> open =
                engine.getTaskService().createTaskQuery().processInstanceBusinessKey(repair.number()).list().stream()
                        .filter(task -> !answers.mustWait(task.getTaskDefinitionKey(), slip))
                        .filter(task ->
                                !entitled.to(task, slip, rules::hasWorked).isEmpty())
                        .toList();
        return open.isEmpty()
                ? null
                : choices.oneOf(open.stream()
                        .sorted(Comparator.comparing(Task::getTaskDefinitionKey))
                        .toList());
    }

    private Job nextTimer() {
        List<Job> timers = Stream.concat(repair.timers().stream(), staff.timers().stream())
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
        assertThat(timers).as("neither a task nor a timer: the case is stuck").isNotEmpty();
        return timers.get(0);
    }

    private void timersFire() {
        staff.dueTimersFire();
        repair.dueTimersFire();
        rules.checkTimers(repair);
    }

    private void ownerCalls(Slip slip) {
        String clerk = choices.oneOf("clerk1", "clerk2", "clerklead");
        OwnersDoors.Call call = doors.isCalled(clerk, slip);
        String kind = choices.oneOf("urge", "complain", "cancel", "enquire", "reschedule", "add", "correctPhone");
        Map<String, Object> words = doors.said(slip, kind, choices.happens(5));
        // what is too long for the form is no matter of what is offered
        boolean fits = !kind.equals("add") || slip.report().fault().length() < 900;
        if (call.offered().contains(kind) && fits) {
            tell(clerk + " notes: the owner wants to " + kind + " " + words);
            hear(kind, words);
            office.answersCall(clerk, call.found(), words);
            rules.checkStep(repair, clerk);
        } else {
            tell("too late to " + kind);
            refuses(() -> office.answersCall(clerk, call.found(), words));
            office.answersCall(clerk, call.found(), Map.of("contactKind", "nothing"));
        }
    }

    private void ownerOpensThePage(Slip slip) {
        String action = choices.oneOf(OwnersDoors.ANY_TIME);
        OwnersPhone.Page page = doors.opens(slip.number());
        Map<String, String> form = page.filled(doors.words(action));
        if (OwnersDoors.offers(page).contains(action)) {
            tell("the owner wants on the page to " + action);
            hear(action, Map.of());
            send(action, form);
            rules.checkStep(repair, Person.OWNER);
        } else {
            tell("the page does not offer to " + action);
            refusesOnPage(action, form);
        }
    }

    private void hear(String kind, Map<String, Object> words) {
        if (kind.equals("urge") || kind.equals("complain")) {
            rules.hearRepeat(repair, words);
        }
    }

    /** What is sent twice is taken once. */
    private void send(String action, Map<String, String> form) {
        assertThat(doors.sends(repair.number(), action, form))
                .as("what the page offers is accepted")
                .extracting(OwnersPhone.Page::status, page -> page.body().contains("已办理"))
                .containsExactly(200, true);
        repair.backgroundWorkRuns();
        if (choices.happens(40)) {
            tell("once more");
            Map<String, Object> before = rules.everythingAbout(repair);
            assertThat(doors.sends(repair.number(), action, form).body()).contains("刚才已经提交过");
            assertThat(rules.everythingAbout(repair))
                    .as("nothing is done twice")
                    .isEqualTo(before);
        }
    }

    private void refusesOnPage(String action, Map<String, String> form) {
        Map<String, Object> before = rules.everythingAbout(repair);
        assertThat(doors.sends(repair.number(), action, form).status())
                .as("status of what is not offered")
                .isEqualTo(400);
        assertThat(rules.everythingAbout(repair)).as("nothing has changed").isEqualTo(before);
    }

    /** By hand, which any slip allows that has something left to repair (Q3). */
    private void giveToContractor(Slip slip) {
        String person = choices.oneOf("supervisor", "clerk1", "clerklead");
        boolean running = engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(slip.number(), ContractorOrderProcess.KEY)
                        .count()
                > 0;
        boolean wanted = slip.item() != null && Contractors.isWanted(slip.state());
        Map<String, Object> form = Map.of("slipNumber", slip.number());
        tell(person + (running || !wanted ? " may not call" : " calls") + " a contractor");
        if (running || !wanted) {
            refuses(() -> office.starts(person, ContractorOrderProcess.KEY, form));
        } else {
            office.starts(person, ContractorOrderProcess.KEY, form);
            rules.checkState(repair);
        }
    }

    /** By somebody who may start cases: a second one under the number of this slip (4.7.6). */
    private void somebodyStartsInTheMiddle() {
        String person = choices.oneOf("clerk1", "tech1", "supervisor");
        String element =
                choices.oneOf(CARRY_OUT_REPAIR, "Task_NotifyMaintenanceTeam", "Task_CancelSlip", "Task_CloseSlip");
        tell(person + " may not start another case at " + element);
        refuses(() -> office.as(person, () -> engine.getRuntimeService()
                .createProcessInstanceByKey(RepairRequestProcess.KEY)
                .businessKey(repair.number())
                .setVariables(Map.of("technician", "tech1", "ownerWords", "等了很久"))
                .startBeforeActivity(element)
                .execute()));
    }

    private void personDoes(Task task) {
        String person = choices.oneOf(entitled.to(task, repair.slip(), rules::hasWorked));
        if (task.getAssignee() == null && (Entitled.mustBeTakenOver(task) || choices.happens(50))) {
            tell(person + " claims " + task.getTaskDefinitionKey());
            office.as(person, () -> {
                engine.getTaskService().claim(task.getId(), person);
                return null;
            });
        }
        Slip slip = repair.slip();
        answers.lookAt(Offered.by(task, engine));
        Answer answer = task.getTaskDefinitionKey().equals(HANDLE_ESCALATION)
                ? answers.escalation(
                        List.of(office.localVariable(task, "escalationActions")
                                .toString()
                                .split(",")),
                        slip,
                        office.now())
                : answers.at(task.getTaskDefinitionKey(), slip, person, office.now());
        attemptSomethingIllegal(task, slip, person, answer);
        if (OwnerAnswers.MAY_ANSWER.contains(task.getTaskDefinitionKey())
                && OwnerAnswers.canSay(answer.fields())
                && choices.happens(30)
                && ownerAnswers(task.getTaskDefinitionKey(), answer.fields())) {
            return;
        }
        tell(person + " does " + task.getTaskDefinitionKey() + " " + answer);
        submit(task, person, answer.fields());
        repair.backgroundWorkRuns();
        rules.checkTask(repair, person, task.getTaskDefinitionKey(), answer.fields());
        if (choices.happens(15)) {
            tell("once more");
            Map<String, Object> before = rules.everythingAbout(repair);
            assertThat(catchThrowable(() -> submit(task, person, answer.fields())))
                    .as("what is done is not done again")
                    .isNotNull();
            assertThat(rules.everythingAbout(repair))
                    .as("nothing is done twice")
                    .isEqualTo(before);
        }
    }

    private void submit(Task task, String person, Map<String, Object> fields) {
        office.as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), fields);
            return null;
        });
    }

    /**
     * @return whether the page has a form for it: for a rating only after a call that has not reached the owner, for a consent above the limit
     *     only with a code
     */
    private boolean ownerAnswers(String task, Map<String, Object> answer) {
        OwnerAnswers form = OwnerAnswers.of(answer);
        OwnersPhone.Page page = doors.opens(repair.number());
        if (!OwnersDoors.offers(page).contains(form.action())) {
            if (task.equals(OBTAIN_CONSENT)) {
                assertThat(repair.slip().agreement().quotedAmount())
                        .as("what a link alone does not consent to")
                        .isGreaterThan(BY_LINK_UP_TO);
            } else {
                assertThat(task).as("what the page does not offer").isEqualTo(CALL_BACK_OWNER);
            }
            return false;
        }
        tell("the owner answers on the page " + answer);
        send(form.action(), page.filled(form.fields()));
        rules.checkTask(repair, Person.OWNER, task, answer);
        return true;
    }

    /** Something wrong in the answer itself, or somebody who must not give it, as far as the task has such people. */
    private void attemptSomethingIllegal(Task task, Slip slip, String person, Answer answer) {
        String step = task.getTaskDefinitionKey();
        List<String> workers =
                entitled.members(task).stream().filter(rules::hasWorked).toList();
        boolean special = choices.happens(40);
        if (special && step.equals(CALL_BACK_OWNER) && !workers.isEmpty()) {
            workers.forEach(worker -> attempt(task, worker, answer.fields()));
        } else if (special && step.equals(PICK_UP_SLIP)) {
            attempt(task, "supervisor", Map.of("technicianId", "clerk1"));
        } else if (special && step.equals(QUOTE_REPAIR) && choices.happens(50)) {
            attempt(task, person, answers.quoteOfMillions(slip).fields());
        } else if (special && step.equals(CARRY_OUT_REPAIR) && choices.happens(30)) {
            attempt(
                    task,
                    person,
                    answers.finishedWork(answers.linesOfMillions()).fields());
        } else if (special && step.equals(CARRY_OUT_REPAIR) && slip.publicArea()) {
            attempt(task, person, answers.interruptedWork("change").fields());
        } else if (special
                && step.equals(CARRY_OUT_REPAIR)
                && answers.dearerWork(slip).isPresent()) {
            attempt(task, person, answers.dearerWork(slip).orElseThrow().fields());
        } else if (special) {
            attempt(
                    task,
                    choices.oneOf(STRANGERS.stream()
                            .filter(stranger -> !entitled.members(task).contains(stranger))
                            .toList()),
                    answer.fields());
        } else {
            attempt(task, person, answer.spoilt(choices));
        }
    }

    private void attempt(Task task, String person, Map<String, Object> fields) {
        tell(person + " may not do " + task.getTaskDefinitionKey() + " " + fields);
        refuses(() -> submit(task, person, fields));
    }

    private void refuses(Runnable attempt) {
        Map<String, Object> before = rules.everythingAbout(repair);
        assertRefused(catchThrowable(attempt::run));
        assertThat(rules.everythingAbout(repair)).as("nothing has changed").isEqualTo(before);
    }

    private static void assertRefused(Throwable error) {
        assertThat(error).as("should have been refused").isNotNull();
        boolean told = Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof AuthorizationException
                        || cause instanceof Rejection
                                && cause.getMessage().codePoints().anyMatch(Character::isIdeographic));
        if (!told) {
            throw new AssertionError("refused without telling why: " + error, error);
        }
    }

    private void tell(String event) {
        story.add((story.size() + 1) + " "
                + event.replaceAll("[\\p{Cntrl}\\p{Cs}]+", "�").replaceAll("(.)\\1{20,}", "$1…"));
    }
}
