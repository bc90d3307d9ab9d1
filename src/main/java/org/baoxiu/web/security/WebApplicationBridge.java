package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is logged in is so in the engine's web applications. Their own {@code ContainerBasedAuthenticationFilter} would do it by a
 * new session, without the login that it comes from.
 */
final class WebApplicationBridge extends OncePerRequestFilter {

    private final ProcessEngine engine;

    WebApplicationBridge(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> person = Staff.name(SecurityContextHolder.getContext().getAuthentication());
        if (person.isPresent()) {
            Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
            var before = known.getAuthenticationForProcessEngine(engine.getName());
            if (before == null || !before.getIdentityId().equals(person.get())) {
                UserAuthentication login = AuthenticationUtil.createAuthentication(engine, person.get());
                if (login != null) {
                    known.addOrReplace(login);
                    AuthenticationUtil.updateSession(request.getSession(), known);
                }
            }
        }
        chain.doFilter(request, response);
    }
}
