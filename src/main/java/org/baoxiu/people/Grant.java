package org.baoxiu.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.baoxiu.shared.OfficeGroup;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What a group may do with a resource; {@link #resourceId} is an id or {@code *}. */
public record Grant(String group, Resource resource, String resourceId, List<Permission> permissions) {

    public static Grant of(OfficeGroup group, Resource resource, String resourceId, Permission... permissions) {
        return new Grant(group.id(), resource, resourceId, List.of(permissions));
    }

    static Grant ofAny(OfficeGroup group, Resource resource, Permission... permissions) {
        return of(group, resource, ANY, permissions);
    }
}
