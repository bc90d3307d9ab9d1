package org.baoxiu.process.repair.telling;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.Persons;
import org.baoxiu.shared.Excerpt;
import org.baoxiu.shared.Groups;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whom it concerns that work has changed hands, or that nobody can take it (3.3, Q3). */
@Component
public class WorkNews {

    private static final int REASON_LENGTH = 60;
    /** People may name a task of their own in Tasklist at any length; a subject has no room for that. */
    private static final int TASK_LENGTH = 40;
    /** Of the list of what went to the group; all of it is in the histories of the slips. */
    private static final int RELEASED_LENGTH = 150;

    private final StaffNews news;
    private final Persons persons;
    private final Slips slips;
    private final Clock clock;

    WorkNews(StaffNews news, Persons persons, Slips slips, Clock clock) {
        this.news = news;
        this.persons = persons;
        this.slips = slips;
        this.clock = clock;
    }

    /** @param technicians whether it is the work of a technician, which is the supervisor's to share out again; else the lead's */
    public void moved(String slipNumber, boolean technicians, String from, @Nullable String toOrNull, String reason) {
        Event event = toOrNull == null ? Event.WORK_RELEASED : Event.WORK_HANDED_OVER;
        news.tell(
                event,
                "work-" + event + "-" + slipNumber + "-" + clock.millis(),
                slipNumber,
                facts(from, toOrNull, reason),
                roles(from, toOrNull, technicians ? Groups.ENGINEERING_SUPERVISOR : Groups.CUSTOMER_SERVICE_LEAD));
    }

    /**
     * A task that is about no slip: a task of month-end, a call.
     *
     * @param groups who may take it when it is nobody's any more
     */
    public void moved(
            Task task, String about, List<String> groups, String from, @Nullable String toOrNull, String reason) {
        Event event = toOrNull == null ? Event.TASK_RELEASED : Event.TASK_HANDED_OVER;
        Map<String, String> facts = new HashMap<>(facts(from, toOrNull, reason));
        facts.putAll(Map.of(
                "task",
                Excerpt.line(Objects.requireNonNullElse(task.getName(), "任务"), TASK_LENGTH),
                "about",
                about,
                Occasion.TASK_ID,
                task.getId()));
        news.tell(
                new Occasion(event, "work-" + event + "-" + task.getId() + "-" + clock.millis(), null, facts),
                roles(from, toOrNull, String.join(",", groups)));
    }

    private Map<String, String> facts(String from, @Nullable String toOrNull, String reason) {
        return Map.of(
                "from",
                persons.of(from),
                "to",
                toOrNull == null ? "" : persons.of(toOrNull),
                "reason",
                Excerpt.line(reason, REASON_LENGTH));
    }

    private Map<String, String> roles(String from, @Nullable String toOrNull, String groups) {
        Map<String, String> roles = new HashMap<>(persons.exists(from) ? StaffNews.former(from) : Map.of());
        roles.putAll(toOrNull == null ? Map.of("told", groups) : StaffNews.person("told", toOrNull));
        return roles;
    }

    /** Whoever has handed over everything learns what went to the group instead, for the other person may not do it. */
    public void partly(String from, String to, List<String> released) {
        news.tell(
                new Occasion(
                        Event.PARTLY_HANDED_OVER,
                        "partly-" + from + "-" + clock.millis(),
                        null,
                        Map.of(
                                "from",
                                persons.of(from),
                                "to",
                                persons.of(to),
                                "released",
                                Excerpt.line(String.join("、", released), RELEASED_LENGTH))),
                StaffNews.person("told", persons.current().id()));
    }

    /** Once for a slip and its item. */
    public void nobodyQualified(String slipNumber) {
        news.tell(
                Event.NO_QUALIFIED_PERSON,
                "nobody-" + slipNumber + "-" + slips.get(slipNumber).diagnosis().itemCode(),
                slipNumber,
                Map.of(),
                Map.of());
    }
}
