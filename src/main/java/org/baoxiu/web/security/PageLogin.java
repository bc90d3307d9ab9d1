package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.baoxiu.people.LoginWait;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A page of the application is open to whoever has the right to the web application of its name, as Tasklist and Cockpit
 * are: a user for a wall screen needs that one right and can do nothing else. Whoever is logged in to Tasklist or Cockpit
 * comes in as the same person; everybody else is asked for name and password as {@code /engine-rest} does.
 *
 * <p>The engine is not told who looks: such a page reads the tables of the application, and the names of colleagues, which
 * no right lets a person query.
 */
class PageLogin extends OncePerRequestFilter {

    private static final String NOBODY = "请用自己的账号登录后查看。";
    static final String NOT_ALLOWED = "您的账号不能查看这个页面，请联系系统管理员。";

    private final ProcessEngine engine;
    private final HttpBasicAuthenticationProvider basic = new HttpBasicAuthenticationProvider();

    PageLogin(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> user = WebSession.personOf(request, engine).or(() -> withPassword(request));
        if (user.isEmpty()) {
            basic.augmentResponseByAuthenticationChallenge(response, engine);
            refuse(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    LoginWait.message(request).orElse(NOBODY));
        } else if (!allowed(user.get(), applicationOf(request))) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, NOT_ALLOWED);
        } else {
            chain.doFilter(as(user.get(), request), response);
        }
    }

    private Optional<String> withPassword(HttpServletRequest request) {
        AuthenticationResult login = basic.extractAuthenticatedUser(request, engine);
        return Optional.of(login)
                .filter(AuthenticationResult::isAuthenticated)
                .map(AuthenticationResult::getAuthenticatedUser);
    }

    /** The first part of the address, as the server has matched it with the addresses of this filter. */
    private static String applicationOf(HttpServletRequest request) {
        return request.getServletPath().split("/")[1];
    }

    /** The page learns who looks as any servlet does; the roles are the applications that the person may open. */
    private HttpServletRequest as(String user, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return () -> user;
            }

            @Override
            public String getRemoteUser() {
                return user;
            }

            @Override
            public boolean isUserInRole(String role) {
                return allowed(user, role);
            }
        };
    }

    private boolean allowed(String user, String application) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        return engine.getAuthorizationService()
                .isUserAuthorized(user, groups, Permissions.ACCESS, Resources.APPLICATION, application);
    }

    static void refuse(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(text);
    }
}
