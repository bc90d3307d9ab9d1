package org.baoxiu.process.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.darkCorridor;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baoxiu.monthend.BusinessMonth;
import org.baoxiu.monthend.MonthEnd;
import org.baoxiu.testing.Office;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;

/** The settling of one month and what the people of the office do with it. Months follow one another, whatever test is next. */
public final class MonthCase {

    public static final Map<String, Object> CHECKED = Map.of("figuresChecked", true, "checkNote", "两张超时单已说明");
    public static final Map<String, Object> RECEIVED = Map.of("packReceived", true);

    private final Office office;
    private final ProcessEngine engine;
    private final MonthEnd months;
    private final YearMonth month;

    private MonthCase(Office office, ProcessEngine engine, MonthEnd months, YearMonth month) {
        this.office = office;
        this.engine = engine;
        this.months = months;
        this.month = month;
    }

    /** The month that is to be settled next. It is over, and nothing has been done about it. */
    public static MonthCase next(Office office, ProcessEngine engine, MonthEnd months) {
        MonthCase next = new MonthCase(office, engine, months, months.firstOpen());
        Instant settled = next.end().plus(Duration.ofMinutes(5));
        office.timeIs(settled);
        if (!months.firstOpen().equals(next.month)) {
            // months begin with the first slip, and in this database nobody has written one yet
            office.timeIs(next.end().minus(Duration.ofDays(1)));
            office.reports("tech1", darkCorridor());
            office.timeIs(settled);
        }
        return next;
    }

    public YearMonth month() {
        return month;
    }

    /** The first moment after it. */
    public Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }

    public BusinessMonth record() {
        return months.get(month);
    }

    /** The timer of the 1st fires, whatever the date. */
    public MonthCase timerFires() {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey(MonthEndProcess.KEY)
                        .activityId("StartEvent_FirstOfMonth")
                        .singleResult()
                        .getId());
        return this;
    }

    public MonthCase isSettledBy(String person) {
        office.starts(
                person, MonthEndProcess.KEY, Map.of("monthDay", month.atDay(15).toString()));
        return this;
    }

    /** The count is done in the background. */
    public MonthCase backgroundWorkRuns() {
        jobs().messages().list().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return this;
    }

    public MonthCase dueTimersFire() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            engine.getManagementService().executeJob(due.get(0).getId());
            due = due();
        }
        return this;
    }

    private List<Job> due() {
        return jobs().timers().duedateLowerThan(Date.from(office.now().plusMillis(1))).list().stream()
                .sorted(Comparator.comparing(Job::getDuedate))
                .toList();
    }

    private JobQuery jobs() {
        return engine.getManagementService().createJobQuery().processInstanceId(instance());
    }

    public String instance() {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(MonthEndProcess.KEY)
                .processInstanceBusinessKey(month.toString())
                .singleResult()
                .getId();
    }

    public MonthCase does(String person, String task, Map<String, Object> form) {
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(month.toString())
                .taskDefinitionKey(task)
                .singleResult();
        assertThat(open).as("open %s of %s", task, month).isNotNull();
        office.as(person, () -> {
            engine.getTaskService().claim(open.getId(), person);
            engine.getFormService().submitTaskForm(open.getId(), form);
            return null;
        });
        return this;
    }

    public Set<String> openTasks() {
        Set<String> open = new HashSet<>();
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(month.toString())
                .list()
                .forEach(task -> open.add(task.getTaskDefinitionKey()));
        return open;
    }

    public boolean ended() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(month.toString())
                        .count()
                == 0;
    }
}
