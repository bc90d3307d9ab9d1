package org.baoxiu.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.baoxiu.people.OfficeGroups;
import org.baoxiu.people.OfficeMembers;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The one place where a task that is offered to a role is also offered to that role in the office of its slip, whoever offers it: any
 * model of any release, one that a process owner has changed, a step that offers an open task to others. The engine asks here what
 * grants come with a task; there are none any more, for {@link OwnTasks} reads the right to a task from the task itself.
 */
final class OfficeCandidates extends DefaultAuthorizationProvider {

    private static final AuthorizationEntity @Nullable [] NO_GRANT = null;

    private final ObjectProvider<OfficeMembers> members;

    OfficeCandidates(ObjectProvider<OfficeMembers> members) {
        this.members = members;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String before, String now) {
        return NO_GRANT;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, String before, String now) {
        return NO_GRANT;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String person, String type) {
        return NO_GRANT;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        if (IdentityLinkType.CANDIDATE.equals(type) && !OfficeGroups.isAtOffice(group)) {
            TaskEntity offered = (TaskEntity) task;
            members.getObject()
                    .groupAt(group, caseOf(offered))
                    .ifPresent(atOffice -> offered.addIdentityLink(null, atOffice, type));
        }
        return NO_GRANT;
    }

    /** What was offered by {@link #newTaskGroupIdentityLink} goes with it. */
    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        if (IdentityLinkType.CANDIDATE.equals(type) && !OfficeGroups.isAtOffice(group)) {
            TaskEntity offered = (TaskEntity) task;
            List.copyOf(offered.getIdentityLinks()).stream()
                    .map(IdentityLink::getGroupId)
                    .filter(Objects::nonNull)
                    .filter(other -> OfficeGroups.isOf(group, other))
                    .forEach(other -> offered.deleteIdentityLink(null, other, type));
        }
        return NO_GRANT;
    }

    private static String caseOf(TaskEntity task) {
        return Optional.ofNullable(task.getExecution())
                .map(one -> one.getProcessBusinessKey())
                .orElse("");
    }
}
