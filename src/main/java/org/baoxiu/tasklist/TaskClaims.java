package org.baoxiu.tasklist;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.rest.dto.task.UserIdDto;
import org.camunda.bpm.engine.rest.sub.task.TaskResource;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Everybody takes tasks in their own name and gives back only what they took themselves. The engine asks a candidate for
 * neither when claiming, and for giving back it asks for the right to assign the task to anybody, which only an
 * administrator has. A task that no group could take up again stays with its assignee: it would be on nobody's list.
 */
public final class TaskClaims implements ContainerRequestFilter, ReaderInterceptor {

    static final String NOT_IN_OTHERS_NAMES = "只能以本人的名义认领任务。";
    static final String NOT_YOURS = "任务不由您办理，不能取消认领。请刷新任务列表。";
    static final String NO_GROUP = "任务指定由您办理，没有可以接手的小组，不能取消认领。如办理不了，请联系主管。";

    private final ResourceInfo resource;
    private final UriInfo uri;

    public TaskClaims(@Context ResourceInfo resource, @Context UriInfo uri) {
        this.resource = resource;
        this.uri = uri;
    }

    /** Giving back, the way Tasklist does it. Other people's tasks are left to the engine, which asks for the right. */
    @Override
    public void filter(ContainerRequestContext request) {
        if (isTask("unclaim") && isOwn()) {
            requireGroup();
            engine().getTaskService().claim(task(), null);
            request.abortWith(Response.noContent().build());
        }
    }

    /** Claiming; for nobody means giving back. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (isTask("claim") && body instanceof UserIdDto claim && !EngineDoors.isAdministrator()) {
            if (claim.getUserId() != null) {
                require(claim.getUserId().equals(person().getUserId()), Rejection.forbidden(NOT_IN_OTHERS_NAMES));
            } else {
                require(isOwn(), Rejection.forbidden(NOT_YOURS));
                requireGroup();
            }
        }
        return body;
    }

    private boolean isTask(String action) {
        return resource.getResourceMethod() != null
                && TaskResource.class.isAssignableFrom(resource.getResourceClass())
                && resource.getResourceMethod().getName().equals(action);
    }

    private boolean isOwn() {
        return engine().getTaskService()
                        .createTaskQuery()
                        .taskId(task())
                        .taskAssignee(person().getUserId())
                        .count()
                > 0;
    }

    private void requireGroup() {
        require(
                engine().getTaskService().getIdentityLinksForTask(task()).stream()
                        .anyMatch(
                                link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null),
                Rejection.invalid(NO_GROUP));
    }

    private static void require(boolean satisfied, Rejection rejection) {
        if (!satisfied) {
            throw rejection;
        }
    }

    private String task() {
        return uri.getPathParameters().getFirst("id");
    }

    private static Authentication person() {
        return engine().getIdentityService().getCurrentAuthentication();
    }

    private static ProcessEngine engine() {
        return ProcessEngines.getDefaultProcessEngine();
    }
}
