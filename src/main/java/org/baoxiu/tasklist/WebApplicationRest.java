package org.baoxiu.tasklist;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.glassfish.jersey.server.ServerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;

/**
 * Puts the application's extensions into the REST interface that Tasklist itself talks to ({@code /camunda/api/engine}), and its
 * doors into those of the web applications beside it. The starter registers them as servlets of their own, without a place to
 * add anything; so this adds an init parameter afterwards. An auto-configuration, because only these have a defined order among each other.
 */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
@ConditionalOnBean(CamundaBpmWebappInitializer.class)
public class WebApplicationRest {

    private static final String ENGINE = "Engine Api";
    private static final String BELOW = "/camunda/api/";

    @Bean
    ServletContextInitializer webApplicationRestExtensions() {
        return WebApplicationRest::addExtensions;
    }

    private static void addExtensions(ServletContext context) {
        if (!context.getServletRegistrations().containsKey(ENGINE)) {
            throw new IllegalStateException(
                    "The servlet '" + ENGINE + "' of the web applications is not registered yet");
        }
        context.getServletRegistrations().forEach((name, servlet) -> {
            if (servlet.getMappings().stream().anyMatch(address -> address.startsWith(BELOW))) {
                add(name.equals(ENGINE) ? RestExtensions.ALL : RestExtensions.DOORS, servlet);
            }
        });
    }

    private static void add(List<Class<?>> extensions, ServletRegistration servlet) {
        servlet.setInitParameter(
                ServerProperties.PROVIDER_CLASSNAMES,
                extensions.stream().map(Class::getName).collect(Collectors.joining(",")));
    }
}
