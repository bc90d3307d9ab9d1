package org.baoxiu.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baoxiu.shared.DatabaseAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The database is away: whoever asks meanwhile hears so in Chinese, within the few seconds that the pool waits for a connection
 * ({@code spring.datasource.hikari.connection-timeout}).
 */
@Configuration(proxyBeanMethods = false)
class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> outageFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Filter());
        registration.setName("outage");
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException e) {
                if (!DatabaseAway.is(e) || response.isCommitted()) {
                    throw e;
                }
                LOG.error("No connection to the database: {}", e.getMessage());
                response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, DatabaseAway.MESSAGE);
            }
        }
    }
}
