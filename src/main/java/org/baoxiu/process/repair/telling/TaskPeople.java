package org.baoxiu.process.repair.telling;

import java.util.List;
import java.util.stream.Collectors;
import org.baoxiu.people.OfficeGroups;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** For whom an open task is there, as roles of {@link Audience}. */
@Component
public class TaskPeople {

    private final TaskService tasks;

    TaskPeople(TaskService tasks) {
        this.tasks = tasks;
    }

    /** @return roles, separated by commas; empty if there is no such task any more */
    public String of(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return "";
        }
        return task.getAssignee() != null
                ? Audience.LOGIN + task.getAssignee()
                : candidates(tasks.getIdentityLinksForTask(taskId));
    }

    private static String candidates(List<IdentityLink> links) {
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .filter(link -> link.getGroupId() == null || !OfficeGroups.isAtOffice(link.getGroupId()))
                .map(link -> link.getGroupId() == null ? Audience.LOGIN + link.getUserId() : link.getGroupId())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
