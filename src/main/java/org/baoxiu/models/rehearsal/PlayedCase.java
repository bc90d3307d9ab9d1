package org.baoxiu.models.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.baoxiu.engine.RehearsalClock;
import org.baoxiu.models.rehearsal.CaseRun.Stop;
import org.baoxiu.models.rehearsal.CaseRun.Visit;
import org.baoxiu.slip.SlipState;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One case: as long as somebody can do something it is done, what was begun last first; otherwise time passes until the next timer is due. It
 * comes to its end, or nothing is left that could happen.
 */
final class PlayedCase {

    private static final Logger LOG = LoggerFactory.getLogger(PlayedCase.class);

    /** The longest named case takes 30. */
    private static final int MOST = 150;

    /** What is due later is never due: clocks that stand still. */
    private static final Duration LONGEST = Duration.ofDays(180);

    private static final String SLIP = "{slip}";
    private static final String PRINTED = "{printed}";

    private final RehearsalClock clock;
    private final Colleagues colleagues;
    private final Slips slips;
    private final UnaryOperator<String> printed;
    private final NamedCases all;
    private final NamedCase one;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final Map<String, Integer> done = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> begun = new LinkedHashSet<>();
    private boolean called;
    private @Nullable Stop waits;
    private Instant now = Instant.EPOCH;

    /** @param printed takes a number for paper in somebody's name */
    PlayedCase(
            ProcessEngine engine,
            RehearsalClock clock,
            Colleagues colleagues,
            Slips slips,
            UnaryOperator<String> printed,
            NamedCases all,
            NamedCase one) {
        this.clock = clock;
        this.colleagues = colleagues;
        this.slips = slips;
        this.printed = printed;
        this.all = all;
        this.one = one;
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.history = engine.getHistoryService();
    }

    CaseRun play() {
        Stop stop;
        try {
            begin();
            stop = goOn();
        } catch (Stopped stopped) {
            stop = stopped.stop();
        } catch (RuntimeException broken) {
            LOG.warn("The case {} has failed", one.name(), broken);
            stop = standing(Colleagues.broken(broken));
        }
        return new CaseRun(one.name(), path(), stop == null ? null : plain(stop));
    }

    /** The number is of this rehearsal and says nothing to anybody. */
    private Stop plain(Stop stop) {
        String number = words.get(SLIP);
        return number == null
                ? stop
                : new Stop(
                        stop.process(),
                        stop.element(),
                        stop.form(),
                        stop.reason().replace("维修单 " + number + "：", "").replace(number + "：", ""));
    }

    private void begin() {
        timeIs(OffsetDateTime.parse(all.begins()).toInstant());
        if (one.report().containsValue(PRINTED)) {
            words.put(PRINTED, printed.apply(one.person()));
        }
        if (one.at() != null) {
            timeIs(OffsetDateTime.parse(one.at()).toInstant());
        }
        String instance = colleagues.starts(one.person(), all.process(), spoken(one.report()));
        begun.add(instance);
        String number = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
        if (number == null) {
            throw new Stopped(standing("报修以后没有开出维修单。"));
        }
        words.put(SLIP, number);
    }

    /** @return null at the end */
    private @Nullable Stop goOn() {
        for (int steps = 0; steps < MOST; steps++) {
            timeIs(now.plusSeconds(1));
            // what is handed to the background is done at once
            if (runs(jobs().messages().withRetriesLeft().active().list())) {
                continue;
            }
            if (isOver()) {
                return atTheEnd();
            }
            List<Task> open = openTasks();
            if (!calls(open) && !somebodyDoes(open) && !timePasses()) {
                return nothingHappens();
            }
        }
        return standing("办了 " + MOST + " 步还没有走到结束，可能在原地绕圈。");
    }

    private void timeIs(Instant time) {
        now = time;
        clock.set(time);
    }

    /** What belongs to this case, and not to the office, which has processes of its own. */
    private List<String> instances() {
        Set<String> found = new LinkedHashSet<>();
        begun.stream()
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processInstanceId(id)
                                .count()
                        > 0)
                .forEach(found::add);
        runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(Objects.requireNonNull(words.get(SLIP)))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .forEach(found::add);
        begun.addAll(found);
        return List.copyOf(found);
    }

    private JobQuery jobs() {
        return management.createJobQuery();
    }

    private boolean isOver() {
        return instances().isEmpty();
    }

    private List<Task> openTasks() {
        return instances().stream()
                .flatMap(id -> tasks.createTaskQuery().processInstanceId(id).active().list().stream())
                .sorted(Comparator.comparing(Task::getCreateTime).reversed().thenComparing(Task::getTaskDefinitionKey))
                .toList();
    }

    /** Once, as soon as the task is there. */
    private boolean calls(List<Task> open) {
        NamedCase.Call call = one.call();
        if (call == null
                || called
                || open.stream().noneMatch(task -> task.getTaskDefinitionKey().equals(call.before()))) {
            return false;
        }
        called = true;
        begun.add(colleagues.starts(call.person(), call.process(), spoken(call.form())));
        return true;
    }

    private boolean somebodyDoes(List<Task> open) {
        waits = null;
        for (Task task : open) {
            String key = task.getTaskDefinitionKey();
            Optional<Stop> notYet = colleagues.does(task, spoken(all.answer(one, key, done.getOrDefault(key, 0))));
            if (notYet.isEmpty()) {
                done.merge(key, 1, Integer::sum);
                return true;
            }
            waits = notYet.get();
        }
        return false;
    }

    private Map<String, Object> spoken(Map<String, Object> typed) {
        Map<String, Object> spoken = new HashMap<>(typed);
        spoken.replaceAll((field, word) -> word instanceof String text && words.containsKey(text)
                ? Objects.requireNonNull(words.get(text))
                : word);
        return spoken;
    }

    private boolean timePasses() {
        List<Job> next = instances().stream()
                .flatMap(id -> jobs()
                        .processInstanceId(id)
                        .timers()
                        .active()
                        .withRetriesLeft()
                        .duedateLowerThan(Date.from(now.plus(LONGEST)))
                        .list()
                        .stream())
                .sorted(Comparator.comparing(Job::getDuedate))
                .limit(1)
                .toList();
        next.stream()
                .map(timer -> timer.getDuedate().toInstant())
                .filter(due -> due.isAfter(now))
                .forEach(this::timeIs);
        return runs(next);
    }

    /** @return whether there was any */
    private boolean runs(List<Job> due) {
        for (Job job : due) {
            JobDefinition where = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException broken) {
                throw new Stopped(new Stop(
                        job.getProcessDefinitionKey(),
                        where == null ? "" : where.getActivityId(),
                        "",
                        Colleagues.broken(broken)));
            }
        }
        return !due.isEmpty();
    }

    private @Nullable Stop atTheEnd() {
        SlipState state = slips.get(Objects.requireNonNull(words.get(SLIP))).state();
        if (state.ended()) {
            return null;
        }
        Visit last = path().stream().reduce((earlier, later) -> later).orElse(new Visit(all.process(), ""));
        return new Stop(last.process(), last.element(), "", "流程在这里就结束了，维修单还停在“" + state.label() + "”，以后没有人会办。");
    }

    private Stop nothingHappens() {
        return waits == null ? standing("案件停在这里：没有人要办的任务，也没有到时间会继续的步骤。") : waits;
    }

    /** Where it waits at this moment. */
    private Stop standing(String reason) {
        return activities().stream()
                .filter(activity -> activity.getEndTime() == null
                        && !activity.getActivityType().equals("subProcess"))
                .reduce((earlier, later) -> later)
                .map(activity -> new Stop(activity.getProcessDefinitionKey(), activity.getActivityId(), "", reason))
                .orElse(new Stop(all.process(), "", "", reason));
    }

    private List<Visit> path() {
        return activities().stream()
                .map(activity -> new Visit(activity.getProcessDefinitionKey(), activity.getActivityId()))
                .toList();
    }

    /** In the order of time; within one moment as the engine tells it of each process. */
    private List<HistoricActivityInstance> activities() {
        Set<String> processes = new LinkedHashSet<>(begun);
        if (words.containsKey(SLIP)) {
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(words.get(SLIP)).list().stream()
                    .map(HistoricProcessInstance::getId)
                    .forEach(processes::add);
        }
        List<HistoricActivityInstance> found = new ArrayList<>();
        processes.forEach(id -> found.addAll(history.createHistoricActivityInstanceQuery()
                .processInstanceId(id)
                .orderPartiallyByOccurrence()
                .asc()
                .list()));
        found.removeIf(activity -> activity.getActivityType().equals("multiInstanceBody"));
        found.sort(Comparator.comparing(HistoricActivityInstance::getStartTime));
        return found;
    }
}
