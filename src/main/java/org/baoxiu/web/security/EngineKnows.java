package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who has sent the request, so that its rights hold. Only where somebody works with the engine: the other pages read
 * the tables of the application, and the names of colleagues, which no right lets a person query.
 */
final class EngineKnows extends OncePerRequestFilter {

    private final IdentityService identity;
    private final Staff staff;

    EngineKnows(ProcessEngine engine, Staff staff) {
        this.identity = engine.getIdentityService();
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> person = staff.person();
        person.ifPresent(one -> identity.setAuthentication(one, staff.groupsOf(one)));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
