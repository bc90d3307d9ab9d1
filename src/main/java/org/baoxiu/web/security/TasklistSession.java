package org.baoxiu.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;

/**
 * Lets the filters that keep Tasklist's session work for the pages of the tasks too: they tell the engine who is logged in, and
 * mark the cookie. An auto-configuration, because only these have a defined order among each other.
 */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
@ConditionalOnBean(CamundaBpmWebappInitializer.class)
public class TasklistSession {

    private static final List<String> FILTERS = List.of("Authentication Filter", "SessionCookieFilter");

    @Bean
    ServletContextInitializer tasklistSessionOfPages() {
        return context -> FILTERS.forEach(filter -> filterOf(context, filter)
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/tasks/*"));
    }

    private static FilterRegistration filterOf(ServletContext context, String name) {
        FilterRegistration filter = context.getFilterRegistration(name);
        if (filter == null) {
            throw new IllegalStateException("The filter '" + name + "' of the web applications is not registered yet");
        }
        return filter;
    }
}
