package org.baoxiu.workflow.engine;

import java.time.Clock;

import org.baoxiu.slip.Times;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class EngineConfiguration {

  @Bean
  Clock clock() {
    Clock clock = new EngineClock(OfficeTimeZone.ZONE);
    Times.tellBy(clock);
    return clock;
  }
}
