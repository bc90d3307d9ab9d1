package org.baoxiu.web.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The window that Tasklist, Cockpit and Admin show when a session ends while somebody works there: the same login, in the engine's
 * words. Whoever opens a page gets the form of the application instead.
 */
final class WebApplicationLogin extends AbstractAuthenticationProcessingFilter {

    private static final String BELOW = "/camunda/api/admin/auth/user/{engine}";
    private static final String APPLICATION = "application";
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher LOGIN = PATHS.matcher(HttpMethod.POST, BELOW + "/login/{" + APPLICATION + "}");
    static final RequestMatcher LOGOUT = PATHS.matcher(HttpMethod.POST, BELOW + "/logout");
    /** The pages ask who is logged in; that it is nobody is an answer. */
    static final RequestMatcher WHO = PATHS.matcher(HttpMethod.GET, BELOW);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;

    WebApplicationLogin(ProcessEngine engine, AuthenticationManager passwords) {
        super(new AndRequestMatcher(LOGIN, SameOrigin::sent), passwords);
        this.engine = engine;
        SessionFixationProtectionStrategy anew = new SessionFixationProtectionStrategy();
        anew.setMigrateSessionAttributes(false);
        setSessionAuthenticationStrategy(anew);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setAuthenticationSuccessHandler(this::tell);
        setAuthenticationFailureHandler((request, response, wrong) -> response.sendError(
                wrong instanceof InsufficientAuthenticationException
                        ? HttpServletResponse.SC_FORBIDDEN
                        : HttpServletResponse.SC_UNAUTHORIZED));
    }

    /** Whoever may not use the application gets no session at all. */
    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Authentication login = getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                        request.getParameter("username"), request.getParameter("password")));
        String application = LOGIN.matcher(request).getVariables().get(APPLICATION);
        if (!AuthenticationUtil.createAuthentication(engine, login.getName()).isAuthorizedForApp(application)) {
            throw new InsufficientAuthenticationException(application);
        }
        return login;
    }

    private void tell(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        UserAuthentication person = AuthenticationUtil.createAuthentication(engine, login.getName());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(
                response.getWriter(),
                Map.of("userId", person.getIdentityId(), "authorizedApps", person.getAuthorizedApps()));
    }
}
