package org.baoxiu.engine;

import java.time.Clock;
import org.baoxiu.shared.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    Clock clock() {
        Clock clock = new EngineClock(OfficeTimeZone.ZONE);
        Times.tellBy(clock);
        return clock;
    }
}
