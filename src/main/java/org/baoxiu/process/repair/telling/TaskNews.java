package org.baoxiu.process.repair.telling;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.baoxiu.engine.TaskWatch;
import org.baoxiu.notification.Event;
import org.baoxiu.notification.Occasion;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.slip.Slips;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells people of every task that is there for them, in whatever process, also in one that a process owner has changed: last of all,
 * when it is known for whom it is there.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TaskNews implements TaskWatch {

    private final StaffNews news;
    private final Slips slips;

    TaskNews(StaffNews news, Slips slips) {
        this.news = news;
        this.slips = slips;
    }

    @Override
    public void created(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        Event event = Event.ofTask(task.getTaskDefinitionKey());
        if (key != null && slips.exists(key)) {
            news.tellOfTask(event, "task-" + task.getId(), key, task.getName(), candidates(task));
        } else {
            String about = key == null ? "" : key;
            news.tell(
                    new Occasion(
                            event,
                            "task-" + task.getId(),
                            null,
                            Map.of("task", task.getName(), "about", about, Occasion.TASK_ID, task.getId())),
                    Map.of("candidates", candidates(task)));
        }
    }

    /** Where the task is somebody's, the groups are there to help out only. */
    private static String candidates(DelegateTask task) {
        return task.getAssignee() != null
                ? Audience.LOGIN + task.getAssignee()
                : task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null && !OfficeGroups.isAtOffice(group))
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(","));
    }
}
