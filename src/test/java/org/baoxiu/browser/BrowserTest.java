package org.baoxiu.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.baoxiu.models.rehearsal.ProgramOfThisBuild;
import org.baoxiu.notification.SwitchedText;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a real browser, of the whole application as it runs in earnest, job executor included. Each class has an office of
 * its own, so that its lists hold its own cases only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Office.class, ProgramOfThisBuild.class, SwitchedText.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
@interface BrowserTest {}
