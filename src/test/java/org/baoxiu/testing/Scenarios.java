package org.baoxiu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.baoxiu.process.ProcedureScenariosTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Scenarios of one step or one journey of the procedure, each of which begins on a Monday at nine. What the models do in
 * them counts as covered. The build runs them by {@link ProcedureScenariosTest}, which finds every class whose name ends in
 * {@code Scenarios} and fails when all of them together leave something out; a class run by itself need not cover anything.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ProcedureTest
@ExtendWith(Scenarios.Monday.class)
public @interface Scenarios {

    String START = "2026-11-23T09:00:00+08:00";

    /** Sets the time before each scenario, and back after it. */
    final class Monday implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext scenario) {
            SpringExtension.getApplicationContext(scenario)
                    .getBean(Office.class)
                    .timeIs(START);
        }

        @Override
        public void afterEach(ExtensionContext scenario) {
            ClockUtil.reset();
        }
    }
}
