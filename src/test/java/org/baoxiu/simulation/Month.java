package org.baoxiu.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.process.repair.RepairRequestProcess.Elements.HANDLE_ESCALATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.baoxiu.dispatch.Contractors;
import org.baoxiu.dispatch.Dispatch;
import org.baoxiu.fee.Fees;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.property.Answer;
import org.baoxiu.property.Choices;
import org.baoxiu.property.Entitled;
import org.baoxiu.property.LegalAnswers;
import org.baoxiu.slip.Slip;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * The office at work on many requests at once. Time goes from event to event: the next thing that somebody does, or the next
 * job that is due, whichever comes first; a job runs in the moment it is due. Only the cases of this month are touched.
 */
final class Month {

    /** Long after the month everything must have come to its end. */
    private static final Duration LONG = Duration.ofDays(365);
    /** The date of timers that stand still. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private static final List<String> REPORTERS =
            List.of("clerk1", "clerk2", "clerklead", "tech1", "tech2", "supervisor", "dutydirector");

    private record Event(Instant time, long order, Runnable what) {}

    /** A case with what is known of it so far: who knows of a task will do it some time. */
    private static final class Open {
        final RepairCase repair;
        final LegalAnswers answers;
        final Set<String> planned = new HashSet<>();
        Instant timer;

        Open(RepairCase repair, LegalAnswers answers) {
            this.repair = repair;
            this.answers = answers;
        }
    }

    private final Office office;
    private final ProcessEngine engine;
    private final Dispatch dispatch;
    private final Fees fees;
    private final Contractors contractors;
    private final SplittableRandom random;
    private final Pace pace;
    private final Entitled entitled;
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparing(Event::time).thenComparing(Event::order));
    private final List<RepairCase> cases = new ArrayList<>();
    private final Choices choices;
    private int usualPercent;
    private long events;
    private int open;

    Month(Office office, ProcessEngine engine, Dispatch dispatch, Fees fees, Contractors contractors, long seed) {
        this.office = office;
        this.engine = engine;
        this.dispatch = dispatch;
        this.fees = fees;
        this.contractors = contractors;
        this.random = new SplittableRandom(seed);
        this.pace = new Pace(random);
        this.entitled = new Entitled(engine, dispatch);
        this.choices =
                new Choices(Stream.generate(() -> random.nextInt(100) < usualPercent ? 0 : random.nextInt(1, 1_000_000))
                        .iterator());
    }

    /** Lets so many requests come in over the days after {@code start}, and time go on until all of them have ended. */
    List<RepairCase> run(int requests, Instant start, int days) {
        for (int i = 0; i < requests; i++) {
            at(pace.ofRequest(start, days), this::somebodyReports);
        }
        while (!agenda.isEmpty()) {
            Event next = agenda.poll();
            assertThat(next.time()).as("%s cases are stuck", open).isBefore(start.plus(LONG));
            office.timeIs(next.time());
            next.what().run();
        }
        assertThat(cases).hasSize(requests);
        return cases;
    }

    private void at(Instant time, Runnable what) {
        agenda.add(new Event(time.isBefore(office.now()) ? office.now() : time, events++, what));
    }

    private void choose(int usualPercent) {
        this.usualPercent = usualPercent;
        choices.nextStep();
    }

    private void somebodyReports() {
        choose(30);
        LegalAnswers answers = new LegalAnswers(choices, dispatch, fees, contractors);
        Map<String, Object> report = Answers.with(answers.report(office.now()).fields(), "place", place());
        boolean online = choices.happens(20);
        RepairCase repair = online
                ? office.message(RepairRequestProcess.Messages.REPAIR_REPORTED, Answers.with(report, "channel", "web"))
                : office.reports(choices.oneOf(REPORTERS), report);
        cases.add(repair);
        open++;
        Open one = new Open(repair, answers);
        goOn(one);
        ownerMayCall(one);
    }

    private String place() {
        return random.nextInt(1, 31) + " 栋 " + random.nextInt(1, 13) + "0" + random.nextInt(1, 5);
    }

    private void ownerMayCall(Open one) {
        Duration patience =
                choices.oneOf(Duration.ofHours(3), Duration.ofMinutes(20), Duration.ofDays(2), Duration.ofDays(10));
        int luck = random.nextInt(100);
        int calls = luck < 80 ? 0 : luck < 97 ? 1 : 4;
        for (int i = 0; i < calls; i++) {
            at(office.now().plus(pace.upTo(patience)), () -> ownerCalls(one));
        }
    }

    private void ownerCalls(Open one) {
        choose(40);
        String kind = choices.oneOf("urge", "complain", "cancel");
        if (LegalAnswers.ownerMay(kind, one.repair.slip())) {
            Map<String, Object> call =
                    Answers.with(Answers.call(one.repair.number(), kind), "lossOrInjury", choices.happens(5));
            run(one, "call: " + call, () -> office.takesCall(choices.oneOf("clerk1", "clerk2", "clerklead"), call));
        }
    }

    /** After every event of a case: everybody sees what is open now, and so does the engine. */
    private void goOn(Open one) {
        List<String> instances = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(one.repair.number())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        if (!instances.contains(one.repair.instance())) {
            open--;
            return;
        }
        Slip slip = one.repair.slip();
        instances.stream()
                .flatMap(instance ->
                        engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream())
                .filter(task -> one.planned.add(task.getId()))
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey).thenComparing(Task::getCreateTime))
                .forEach(task -> at(pace.of(task, slip, office.now()), () -> somebodyDoes(one, task.getId())));
        instances.stream()
                .flatMap(instance -> jobs(instance).messages().list().stream())
                .filter(job -> one.planned.add(job.getId()))
                .forEach(job -> at(office.now().plus(background()), () -> jobRuns(one, job.getId())));
        Instant earliest = instances.stream()
                .flatMap(instance -> jobs(instance).timers().list().stream())
                .map(timer -> timer.getDuedate().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
        if (earliest.isBefore(NEVER) && !earliest.equals(one.timer)) {
            one.timer = earliest;
            at(earliest, () -> timersFire(one, earliest));
        }
    }

    private JobQuery jobs(String instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance);
    }

    /** A job waits seldom longer than a second, but it may. */
    private Duration background() {
        return pace.upTo(random.nextInt(100) < 97 ? Duration.ofSeconds(1) : Duration.ofMinutes(8));
    }

    private void jobRuns(Open one, String job) {
        if (engine.getManagementService().createJobQuery().jobId(job).count() > 0) {
            run(one, "job", () -> engine.getManagementService().executeJob(job));
        }
    }

    private void timersFire(Open one, Instant planned) {
        if (planned.equals(one.timer)) {
            one.timer = null;
            run(one, "timers", one.repair::dueTimersFire);
        }
    }

    private void somebodyDoes(Open one, String id) {
        Task task = engine.getTaskService().createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            return;
        }
        Slip slip = one.repair.slip();
        String step = task.getTaskDefinitionKey();
        List<String> people = one.answers.mustWait(step, slip)
                ? List.of()
                : entitled.to(task, slip, person -> dispatch.hasWorkedOn(slip.number(), person));
        if (people.isEmpty()) {
            at(office.now().plus(pace.upTo(Duration.ofHours(2))), () -> somebodyDoes(one, id));
            return;
        }
        choose(75);
        String person = people.get(random.nextInt(people.size()));
        Answer answer = step.equals(HANDLE_ESCALATION)
                ? one.answers.escalation(
                        List.of(office.localVariable(task, "escalationActions")
                                .toString()
                                .split(",")),
                        slip,
                        office.now())
                : one.answers.at(step, slip, person, office.now());
        run(
                one,
                person + " does " + step + " " + answer,
                () -> office.as(person, () -> {
                    engine.getFormService().submitTaskForm(id, answer.fields());
                    return null;
                }));
    }

    private void run(Open one, String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    one.repair.number() + " at " + office.now() + ", " + what + ": " + e.getMessage(), e);
        }
        goOn(one);
    }
}
