package org.baoxiu.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.baoxiu.engine.SampleListener;
import org.baoxiu.models.rehearsal.ProgramOfThisBuild;
import org.baoxiu.notification.SwitchedMail;
import org.baoxiu.notification.SwitchedText;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the procedure in the whole application with its demo people, the job executor off: time moves only when the
 * test moves it. What asks from the machine itself counts as its proxy, so that a test asks from any address.
 *
 * <p>All tests of the application carry exactly this annotation and nothing that would make another application context:
 * the engine's registry and its REST interface are static, so that a second context in the same JVM would mix them up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "baoxiu.proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1",
            "management.server.port=0",
            // makes a key of the authorization server that is on the class path for CompanyLoginTest
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = {TestDatabase.class, ClientsServer.class})
@Tag(TestDatabase.TAG)
@net.jqwik.api.Tag(TestDatabase.TAG)
@TestExecutionListeners(listeners = OfficeCloses.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@Import({
    Office.class,
    SampleListener.class,
    SwitchedMail.class,
    SwitchedText.class,
    ProgramOfThisBuild.class,
    ProcessEngineCoverageConfiguration.class,
    CoverageOfScenarios.class
})
public @interface ProcedureTest {}
