package org.baoxiu.workflow.engine;

import java.util.stream.Collectors;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;

import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.glassfish.jersey.server.ServerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;

/**
 * Puts the application's extensions into the REST interface that Tasklist itself talks to ({@code /camunda/api/engine}). The
 * starter registers it as a servlet of its own, without a place to add anything; so this adds an init parameter
 * afterwards. An auto-configuration, because only these have a defined order among each other.
 */
@AutoConfiguration(after = CamundaBpmWebappAutoConfiguration.class)
@ConditionalOnBean(CamundaBpmWebappInitializer.class)
public class WebApplicationRest {

  private static final String SERVLET = "Engine Api";

  @Bean
  ServletContextInitializer webApplicationRestExtensions() {
    return WebApplicationRest::addExtensions;
  }

  private static void addExtensions(ServletContext context) {
    ServletRegistration servlet = context.getServletRegistration(SERVLET);
    if (servlet == null) {
      throw new IllegalStateException("The servlet '" + SERVLET + "' of the web applications is not registered yet");
    }
    servlet.setInitParameter(ServerProperties.PROVIDER_CLASSNAMES,
        RestExtensions.ALL.stream().map(Class::getName).collect(Collectors.joining(",")));
  }
}
