package org.baoxiu.cockpit;

import java.util.List;
import java.util.function.Supplier;
import org.baoxiu.people.GroupsAtStart;
import org.baoxiu.people.OfficeRights;
import org.baoxiu.people.Persons;
import org.baoxiu.people.SlipAccess;
import org.baoxiu.shared.Rejection;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read what in Cockpit: whoever may open it, and of the cases of slips those that {@link SlipAccess} opens. Once that is settled,
 * the engine is asked as the application, since the names of colleagues are nobody's right.
 */
@Component
class Readers {

    static final String NOT_HERE = "您没有权限查看运行监控。如确需查看，请联系系统管理员。";
    static final String NOT_YOURS = "这张维修单不由您的管理处办理，您不能查看。如确需查看，请联系主管。";

    private static final String COCKPIT = "cockpit";

    private final SlipAccess access;
    private final Persons persons;
    private final AuthorizationService rights;
    private final IdentityService identity;

    Readers(SlipAccess access, Persons persons, AuthorizationService rights, IdentityService identity) {
        this.access = access;
        this.persons = persons;
        this.rights = rights;
        this.identity = identity;
    }

    /** @throws Rejection for whoever may not open Cockpit */
    Reader reader(@Nullable String person) {
        if (person == null) {
            throw Rejection.forbidden(NOT_HERE);
        }
        List<String> groups = persons.groupsOf(person);
        if (!mayOpen(person, groups, COCKPIT)) {
            throw Rejection.forbidden(NOT_HERE);
        }
        return new Reader(
                person, groups.contains(GroupsAtStart.ADMINISTRATORS), mayOpen(person, groups, OfficeRights.ALL_SLIPS));
    }

    private boolean mayOpen(String person, List<String> groups, String application) {
        return rights.isUserAuthorized(person, groups, Permissions.ACCESS, Resources.APPLICATION, application);
    }

    /** @throws Rejection for a slip that is not this reader's business */
    void check(Reader reader, String slipNumber) {
        if (!access.isOpenTo(reader.person(), slipNumber)) {
            throw Rejection.forbidden(NOT_YOURS);
        }
    }

    /** Asks the engine without the rights of whoever is logged in. */
    <T> T asked(Supplier<T> question) {
        Authentication login = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (login != null) {
                identity.setAuthentication(login.getUserId(), login.getGroupIds(), login.getTenantIds());
            }
        }
    }
}
