package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leaves out a header in which the web applications name whoever is logged in: nobody reads it, and Tomcat logs a whole stack
 * trace with each answer to somebody whose login name is Chinese.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadableHeaders extends OncePerRequestFilter {

    private static final String LOGIN_NAME = "X-Authorized-User";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void addHeader(String name, String value) {
                if (!LOGIN_NAME.equals(name)) {
                    super.addHeader(name, value);
                }
            }
        });
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/camunda/");
    }
}
