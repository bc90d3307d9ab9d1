package org.baoxiu.tasklist;

import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.springframework.stereotype.Component;

/** The engine's REST interface below {@code /engine-rest}, with the application's extensions. */
@Component
@ApplicationPath("/engine-rest")
class RestApplication extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        RestExtensions.ALL.forEach(this::register);
    }
}
