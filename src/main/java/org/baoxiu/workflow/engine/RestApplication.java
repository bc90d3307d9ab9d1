package org.baoxiu.workflow.engine;

import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

import jakarta.ws.rs.ApplicationPath;

/** The engine's REST interface below {@code /engine-rest}, with the application's extensions. */
@Component
@ApplicationPath("/engine-rest")
class RestApplication extends CamundaJerseyResourceConfig {

  @Override
  protected void registerAdditionalResources() {
    RestExtensions.ALL.forEach(this::register);
  }
}
