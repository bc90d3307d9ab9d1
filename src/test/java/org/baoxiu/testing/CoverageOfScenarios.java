package org.baoxiu.testing;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.ReflectionUtils;

/** What scenarios touch of the models is written down class by class; {@code ProcedureScenariosTest} adds it up. */
@TestConfiguration(proxyBeanMethods = false)
class CoverageOfScenarios {

    private static final Collector NOBODY = event -> {};

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
        return () -> new ProcessEngineAdapter(engine, NOBODY).initializeListeners();
    }

    /** At each step and each arrow the library asks the engine for the process, with its rights: not where nobody listens. */
    @Bean
    ProcessEnginePlugin coverageOnlyOfScenarios() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                engine.getCustomPostBPMNParseListeners().stream()
                        .filter(ElementCoverageParseListener.class::isInstance)
                        .forEach(CoverageOfScenarios::onlyWhereSomebodyListens);
            }
        };
    }

    private static void onlyWhereSomebodyListens(Object library) {
        Field collector = field("coverageState");
        Field writesDown = field("executionListener");
        ExecutionListener all = (ExecutionListener) ReflectionUtils.getField(writesDown, library);
        ExecutionListener some = execution -> {
            if (ReflectionUtils.getField(collector, library) != NOBODY) {
                all.notify(execution);
            }
        };
        ReflectionUtils.setField(writesDown, library, some);
    }

    /** It has no way to switch its listener off. */
    private static Field field(String name) {
        Field field = ReflectionUtils.findField(ElementCoverageParseListener.class, name);
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
