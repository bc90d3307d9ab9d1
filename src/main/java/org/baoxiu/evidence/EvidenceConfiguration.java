package org.baoxiu.evidence;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {

    @Bean
    EvidenceKeys evidenceKeys(EvidenceProperties settings) {
        return EvidenceKeys.of(settings, true);
    }

    @Bean
    Chains chains(JdbcTemplate database, EvidenceKeys keys, Clock clock) {
        return new Chains(database, keys, clock);
    }

    @Bean
    Verification verification(JdbcClient database, EvidenceKeys keys, PlatformTransactionManager transactions) {
        return new Verification(database, keys, transactions);
    }
}
