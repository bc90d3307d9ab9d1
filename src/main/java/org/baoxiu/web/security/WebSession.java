package org.baoxiu.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.stereotype.Component;

/**
 * The session that Tasklist keeps, for pages of the application: whoever is logged in here is logged in there, so a page may
 * claim and complete tasks through Tasklist's own REST interface, with the rights and the refusals that hold there.
 */
@Component
public class WebSession {

    static final String APPLICATION = "tasklist";

    private final ProcessEngine engine;

    WebSession(ProcessEngine engine) {
        this.engine = engine;
    }

    public enum Login {
        DONE,
        WRONG,
        NOT_ALLOWED
    }

    /** The engine checks the password, and makes whoever guesses wait longer and longer. */
    public Login logIn(HttpServletRequest request, String user, String password) {
        engine.getIdentityService().clearAuthentication();
        if (!engine.getIdentityService().checkPassword(user, password)) {
            return Login.WRONG;
        }
        UserAuthentication person = AuthenticationUtil.createAuthentication(engine, user);
        if (!person.isAuthorizedForApp(APPLICATION)) {
            return Login.NOT_ALLOWED;
        }
        AuthenticationUtil.revalidateSession(request, person);
        return Login.DONE;
    }

    /** Out of Tasklist as well. */
    public void logOut(HttpServletRequest request) {
        request.getSession().invalidate();
    }

    /** Login name of whoever is logged in to one of the engine's web applications in the browser that sent the request. */
    static Optional<String> personOf(HttpServletRequest request, ProcessEngine engine) {
        return Optional.ofNullable(request.getSession(false))
                .map(AuthenticationUtil::getAuthsFromSession)
                .map(logins -> logins.getAuthenticationForProcessEngine(engine.getName()))
                .map(org.camunda.bpm.webapp.impl.security.auth.Authentication::getIdentityId);
    }

    /** Login name of whoever sent the present request. */
    public Optional<String> person() {
        return Optional.ofNullable(engine.getIdentityService().getCurrentAuthentication())
                .map(Authentication::getUserId);
    }

    /** Whether whoever sent the present request may open a page of the application. */
    public boolean mayOpen(String application) {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        return person != null
                && engine.getAuthorizationService()
                        .isUserAuthorized(
                                person.getUserId(),
                                person.getGroupIds(),
                                Permissions.ACCESS,
                                Resources.APPLICATION,
                                application);
    }

    /** What the REST interface wants to see with every change; empty until it has answered once, and then its answer tells. */
    public String token(HttpServletRequest request) {
        Object token = request.getSession().getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token == null ? "" : token.toString();
    }
}
