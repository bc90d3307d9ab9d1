package org.baoxiu.models;

import org.baoxiu.engine.ModelDoor;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelProperties.class)
class ModelsConfiguration {

    /** The engine's repository is one: see {@code GuardedRepository}. */
    @Bean
    @Primary
    ModelDoor modelDoor(RepositoryService repository) {
        return ((ModelDoor) repository)::deploy;
    }
}
