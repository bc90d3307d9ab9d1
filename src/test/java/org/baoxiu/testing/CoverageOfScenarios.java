package org.baoxiu.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What scenarios touch of the models is written down class by class; {@code ProcedureScenariosTest} adds it up. */
@TestConfiguration(proxyBeanMethods = false)
class CoverageOfScenarios {

    /** Primary, because the library's default bean would otherwise stand beside it and measure every test. */
    @Bean
    @Primary
    ProcessEngineCoverageProperties coverageProperties() {
        return ProcessEngineCoverageProperties.builder()
                .addInclusionPatternForTestClasses("*Scenarios")
                .build();
    }

    /** Nobody measures the other tests, but the library's listeners want somebody to talk to. */
    @Bean
    SmartInitializingSingleton coverageOfOtherTests(ProcessEngine engine) {
        return () -> new ProcessEngineAdapter(engine, event -> {}).initializeListeners();
    }
}
