package org.baoxiu.identity;

import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code /engine-rest} asks for name and password, out of the box it is open to everybody; so do the pages of the application. */
@Configuration(proxyBeanMethods = false)
class BasicAuthentication {

  @Bean
  FilterRegistrationBean<ProcessEngineAuthenticationFilter> restAuthentication() {
    var registration = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
    registration.setName("restAuthentication");
    registration.addUrlPatterns("/engine-rest/*");
    registration.setInitParameters(Map.of(
        ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, HttpBasicAuthenticationProvider.class.getName(),
        ProcessEngineAuthenticationFilter.SERVLET_PATH_PREFIX, "/engine-rest"));
    return registration;
  }

  @Bean
  FilterRegistrationBean<PageLogin> boardAuthentication(ProcessEngine engine) {
    return page("board", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> messagesAuthentication(ProcessEngine engine) {
    return page("messages", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> slipsAuthentication(ProcessEngine engine) {
    return page("slips", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> linksAuthentication(ProcessEngine engine) {
    return page("links", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> deliveriesAuthentication(ProcessEngine engine) {
    return page("deliveries", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> blankSlipsAuthentication(ProcessEngine engine) {
    return page("blank-slips", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> statementsAuthentication(ProcessEngine engine) {
    return page("statements", engine);
  }

  @Bean
  FilterRegistrationBean<PageLogin> monthsAuthentication(ProcessEngine engine) {
    return page("months", engine);
  }

  private static FilterRegistrationBean<PageLogin> page(String application, ProcessEngine engine) {
    var registration = new FilterRegistrationBean<>(new PageLogin(application, engine));
    registration.setName(application + "Authentication");
    registration.addUrlPatterns("/" + application + "/*");
    return registration;
  }
}
