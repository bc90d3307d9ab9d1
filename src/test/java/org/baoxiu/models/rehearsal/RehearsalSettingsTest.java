package org.baoxiu.models.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** With what settings the application runs when it rehearses. */
@DisplayName("演练时的设置")
class RehearsalSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "server.port, -1, nobody can come in",
        "baoxiu.notification.queue, false, no message leaves and no minute passes by itself",
        "baoxiu.timer-alarm, false, no timer rings by itself",
        "camunda.bpm.job-execution.enabled, false, no job runs by itself",
        "spring.datasource.username, sa, the database is no office's"
    })
    void nothingHappensByItself(String name, String value, String why) {
        assertThat(setting(name)).as(why).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"spring.datasource.url"})
    void itsDatabaseIsInItsMemory(String name) {
        assertThat(setting(name)).startsWith("jdbc:h2:mem:rehearsal;");
    }

    private static String setting(String name) {
        String[] found = new String[1];
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=demo,rehearsal")
                .run(context -> found[0] = context.getEnvironment().getProperty(name));
        return found[0];
    }
}
