package org.baoxiu.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the pages of the application allow a browser: their own style sheets and scripts, nothing inside the page, nothing
 * from elsewhere, and no copy that outlives the page.
 */
@Configuration(proxyBeanMethods = false)
class PageHeaders {

    private static final String POLICY = "default-src 'none';style-src 'self';script-src 'self';connect-src 'self';"
            + "img-src 'self' data:;base-uri 'none';form-action 'self';frame-ancestors 'none'";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> pageHeadersFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Filter());
        registration.setName("pageHeaders");
        registration.addUrlPatterns(
                "/board/*",
                "/messages/*",
                "/deliveries/*",
                "/tasks/*",
                "/report/*",
                "/r/*",
                "/slips/*",
                "/links/*",
                "/blank-slips/*",
                "/statements/*",
                "/months/*",
                "/clients/*",
                "/api/*");
        // an answer that refuses somebody has them too
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static final class Filter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            // with no-referrer a browser would hide from the page itself that its form comes from there
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
        }
    }
}
