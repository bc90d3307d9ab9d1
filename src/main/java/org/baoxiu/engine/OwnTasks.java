package org.baoxiu.engine;

import java.util.ArrayList;
import java.util.List;
import org.baoxiu.people.OfficeGroups;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own rights, but for two things. Whose task it is, is read from the task: of whoever has it, helps with it or is in a
 * group that it is offered to ({@link OfficeGroups#offered}). The engine has a grant for each of these on each task and joins all
 * tasks with all grants, which takes seconds with some thousand of them. And somebody has the rights of all groups that follow from
 * theirs ({@link OfficeGroups#withRights}).
 */
final class OwnTasks extends AuthorizationManager {

    /** No group has this id: for a question that has no answer. */
    private static final List<String> NOBODY = List.of("-");

    /** The engine asks the database each time which groups have rights at all, which is dearer than it saves. */
    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return OfficeGroups.withRights(groups);
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        AuthorizationCheck check = query.getAuthCheck();
        if (!check.isAuthorizationCheckEnabled()) {
            return;
        }
        if (!mayReadAll()) {
            limit(query, getCurrentAuthentication());
        }
        check.getPermissionChecks().clear();
        check.setAuthorizationCheckEnabled(false);
        check.setAuthUserId(null);
        check.setAuthGroupIds(new ArrayList<>());
    }

    private boolean mayReadAll() {
        return isAuthorized(Permissions.READ, Resources.TASK, Authorization.ANY)
                || isAuthorized(Permissions.READ_TASK, Resources.PROCESS_DEFINITION, Authorization.ANY);
    }

    /** What is asked by one's own groups or name needs no second condition, and is what lists ask for. */
    private static void limit(TaskQueryImpl query, Authentication person) {
        List<String> asked = query.getCandidateGroupsInternal();
        if (asked != null && query.getCandidateGroup() == null) {
            List<String> meant = OfficeGroups.meant(asked, person.getGroupIds());
            query.taskCandidateGroupIn(meant.isEmpty() ? NOBODY : meant);
        } else if (!person.getUserId().equals(query.getAssignee())
                && !person.getUserId().equals(query.getInvolvedUser())) {
            List<String> offered = OfficeGroups.offered(person.getGroupIds());
            TaskQuery own = query.or().taskInvolvedUser(person.getUserId());
            if (!offered.isEmpty()) {
                own.taskCandidateGroupIn(offered).includeAssignedTasks();
            }
        }
    }

    /** Whether whoever asks has the task, helps with it, or may take it. */
    boolean isTheirs(TaskEntity task) {
        if (!isAuthCheckExecuted()) {
            return false;
        }
        Authentication person = getCurrentAuthentication();
        String id = person.getUserId();
        if (id.equals(task.getAssignee()) || id.equals(task.getOwner())) {
            return true;
        }
        List<String> offered = OfficeGroups.offered(person.getGroupIds());
        return task.getIdentityLinks().stream()
                .anyMatch(link -> id.equals(link.getUserId())
                        || IdentityLinkType.CANDIDATE.equals(link.getType()) && isIn(offered, link));
    }

    private static boolean isIn(List<String> groups, IdentityLink link) {
        return link.getGroupId() != null && groups.contains(link.getGroupId());
    }
}
