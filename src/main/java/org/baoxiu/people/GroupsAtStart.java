package org.baoxiu.people;

import org.baoxiu.dispatch.Qualification;
import org.baoxiu.shared.OfficeGroup;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * Creates the groups that models and rights refer to: those of the office and one for each qualification. What exists
 * keeps the name that an administrator gave it.
 */
@Component
public class GroupsAtStart {

    public static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    private static final String SYSTEM = org.camunda.bpm.engine.authorization.Groups.GROUP_TYPE_SYSTEM;
    private static final String WORK = "WORKFLOW";

    private final IdentityService identityService;

    GroupsAtStart(IdentityService identityService) {
        this.identityService = identityService;
    }

    void create() {
        create(ADMINISTRATORS, "系统管理员", SYSTEM);
        for (OfficeGroup group : OfficeGroup.values()) {
            create(group.id(), group.label(), WORK);
        }
        for (Qualification qualification : Qualification.values()) {
            create(qualification.group(), qualification.label(), WORK);
        }
    }

    public void create(String id, String name, String type) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            Group group = identityService.newGroup(id);
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }
}
