package org.baoxiu.people;

import java.util.Optional;
import org.baoxiu.people.demo.DemoProperties;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordPolicy passwordPolicy(ObjectProvider<DemoProperties> demo) {
        return new PasswordRules(Optional.ofNullable(demo.getIfAvailable()).map(DemoProperties::password));
    }
}
