package org.baoxiu.people;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.stereotype.Component;

/**
 * Writes {@link Grant}s into the engine. Missing permissions are added at every start, so that a new release brings what
 * its processes need; what an administrator granted beyond them stays.
 */
@Component
public class Rights {

    private final AuthorizationService authorizationService;

    Rights(AuthorizationService authorizationService) {
        this.authorizationService = authorizationService;
    }

    void grant(List<Grant> grants) {
        grants.forEach(this::grant);
    }

    public void grant(Grant grant) {
        Authorization existing = authorizationService
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.resourceId())
                .singleResult();
        Authorization authorization = existing != null ? existing : fresh(grant);
        boolean complete = true;
        for (Permission permission : grant.permissions()) {
            if (!authorization.isPermissionGranted(permission)) {
                authorization.addPermission(permission);
                complete = false;
            }
        }
        if (!complete) {
            authorizationService.saveAuthorization(authorization);
        }
    }

    private Authorization fresh(Grant grant) {
        Authorization authorization = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.resourceId());
        return authorization;
    }
}
