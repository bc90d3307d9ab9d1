package org.baoxiu.web.security;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.baoxiu.people.LoginWait;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** {@code /engine-rest} asks for name and password, out of the box it is open to everybody; so do the pages of the application. */
@Configuration(proxyBeanMethods = false)
class BasicAuthentication {

    /** Each open to whoever has the right to the web application of its name. */
    private static final List<String> PAGES = List.of(
            "board", "messages", "slips", "links", "deliveries", "blank-slips", "statements", "months", "clients");

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> restAuthentication() {
        var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.setName("restAuthentication");
        registration.addUrlPatterns("/engine-rest/*");
        registration.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                HttpBasicAuthenticationProvider.class.getName(),
                ProcessEngineAuthenticationFilter.SERVLET_PATH_PREFIX,
                "/engine-rest"));
        return registration;
    }

    /** Around whatever else answers there. */
    @Bean
    FilterRegistrationBean<LoginWait> loginWait(Clock clock) {
        var registration = new FilterRegistrationBean<>(new LoginWait(clock));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PageLogin> pageAuthentication(ProcessEngine engine) {
        var registration = new FilterRegistrationBean<>(new PageLogin(engine));
        registration.setName("pageAuthentication");
        PAGES.forEach(page -> registration.addUrlPatterns("/" + page + "/*"));
        return registration;
    }
}
