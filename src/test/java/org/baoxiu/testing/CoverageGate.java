package org.baoxiu.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The build fails when the scenarios of the procedure leave a flow node or a sequence flow of a model untouched. One test
 * class holds all scenarios, because the library measures class by class.
 */
@TestConfiguration(proxyBeanMethods = false)
class CoverageGate {

    /** Primary, because the library's default bean would otherwise stand beside it and silently switch the gate off. */
    @Bean
    @Primary
    ProcessEngineCoverageProperties coverageProperties() {
        return ProcessEngineCoverageProperties.builder()
                .addInclusionPatternForTestClasses("*.ProcedureScenariosTest")
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    /** Nobody measures the other tests, but the library's listeners want somebody to talk to. */
    @Bean
    SmartInitializingSingleton coverageOfOtherTests(ProcessEngine engine) {
        return () -> new ProcessEngineAdapter(engine, event -> {}).initializeListeners();
    }
}
