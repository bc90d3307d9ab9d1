package org.baoxiu.tasklist;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Objects;
import org.baoxiu.people.OfficeGroups;
import org.camunda.bpm.engine.rest.dto.task.IdentityLinkDto;
import org.camunda.bpm.engine.rest.dto.task.TaskCountByCandidateGroupResultDto;
import org.camunda.bpm.engine.rest.hal.identitylink.HalIdentityLink;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.jspecify.annotations.Nullable;

/** A task is offered to roles, as people read it: that they are those of an office says the slip, and nobody knows the ids of the two together. */
public final class RolesOfTasks implements ContainerResponseFilter {

    private static final String LINKS = "identityLink";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof List<?> list && list.stream().anyMatch(RolesOfTasks::isAtOffice)) {
            response.setEntity(without(list));
        } else if (response.getEntity() instanceof HalTask task
                && task.get_embedded() != null
                && task.get_embedded().get(LINKS) instanceof List<?> links) {
            task.get_embedded().put(LINKS, without(links));
        }
    }

    private static List<?> without(List<?> all) {
        return all.stream().filter(one -> !isAtOffice(one)).toList();
    }

    private static boolean isAtOffice(@Nullable Object one) {
        return one instanceof IdentityLinkDto link && named(link.getGroupId())
                || one instanceof TaskCountByCandidateGroupResultDto count && named(count.getGroupName())
                || one instanceof HalIdentityLink link && named(link.getGroupId());
    }

    private static boolean named(@Nullable String group) {
        return OfficeGroups.isAtOffice(Objects.requireNonNullElse(group, ""));
    }
}
