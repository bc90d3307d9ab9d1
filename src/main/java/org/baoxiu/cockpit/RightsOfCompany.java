package org.baoxiu.cockpit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.baoxiu.people.OfficeGroups;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * The engine adds the groups that follow from somebody's own ({@link OfficeGroups#withRights}) whenever it asks for rights. Cockpit's lists
 * of running cases and incidents ask the tables themselves, by the groups of the login alone, and would be empty for managers.
 */
@Provider
public final class RightsOfCompany implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        IdentityService identity =
                Cockpit.getProcessEngine(HistoryResource.ENGINE).getIdentityService();
        Authentication login = identity.getCurrentAuthentication();
        if (login != null) {
            identity.setAuthentication(
                    login.getUserId(), OfficeGroups.withRights(login.getGroupIds()), login.getTenantIds());
        }
    }
}
