package org.baoxiu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.baoxiu.BaoxiuApplication;
import org.baoxiu.people.demo.DemoPeople;
import org.baoxiu.people.demo.DemoProperties;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who exists on a new database, with and without the demo people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStartTest {

    private static final String PASSWORD = "Kuaile-2026";

    private ProcessEngine engine;
    private GroupsAtStart groups;
    private Users users;

    @BeforeAll
    void anEngine() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("firstStart")
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
                .buildProcessEngine();
        groups = new GroupsAtStart(engine.getIdentityService());
        users = new Users(engine.getIdentityService());
        groups.create();
    }

    @AfterEach
    void nobody() {
        people().forEach(identity()::deleteUser);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void withAPasswordOnlyTheAdministratorExistsAndTheNextStartNeedsNone() {
        administrator(PASSWORD).create();
        administrator(null).create();

        assertThat(people()).containsExactly("admin");
        assertThat(identity().checkPassword("admin", PASSWORD)).isTrue();
    }

    @Test
    @Tag("found:E4")
    void oneStartGivesTheAdministratorAPasswordThatSomebodyKnows() {
        administrator(PASSWORD).create();

        for (String id : new String[] {"admin", "deputy"}) {
            new Administrator(new AdministratorProperties(id, "Yunduan-2027", true), users).create();

            assertThat(identity().checkPassword(id, "Yunduan-2027")).isTrue();
            assertThat(users.membersOf(GroupsAtStart.ADMINISTRATORS)).contains(id);
        }
        assertThat(identity().checkPassword("admin", PASSWORD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "baoxiu", "Baoxiu-2026", "administrator"})
    void aWeakPasswordIsRefused(String weak) {
        Administrator administrator =
                new Administrator(new AdministratorProperties("administrator", weak, false), users);

        assertThatExceptionOfType(AdministratorException.class)
                .isThrownBy(administrator::create)
                .withMessageContaining("too weak");
        assertThat(people()).isEmpty();
    }

    @Test
    void aDatabaseWithDemoPeopleIsRefusedWithoutTheProfile() {
        new DemoPeople(
                        new DemoProperties(
                                "baoxiu",
                                List.of(new DemoProperties.DemoPerson("clerk1", "客服一", List.of("customerService")))),
                        groups,
                        users)
                .create();

        assertThatExceptionOfType(AdministratorException.class)
                .isThrownBy(() -> administrator(PASSWORD).create())
                .withMessageContaining("clerk1");
    }

    /** The whole application in a Java of its own, because a start that fails leaves traces in the starter's classes. */
    @Test
    void withoutAPasswordTheApplicationStopsAndSaysWhatToDo() throws Exception {
        Process start = start("--baoxiu.admin.password=");
        String output = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(start.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "还没有系统管理员", "BAOXIU_ADMIN_PASSWORD")
                .doesNotContain("\tat org.baoxiu");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                BaoxiuApplication.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:first"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("SPRING_PROFILES_ACTIVE");
        builder.environment().remove("BAOXIU_ADMIN_PASSWORD");
        return builder.start();
    }

    private Administrator administrator(String password) {
        return new Administrator(new AdministratorProperties("admin", password, false), users);
    }

    private IdentityService identity() {
        return engine.getIdentityService();
    }

    private List<String> people() {
        return identity().createUserQuery().list().stream().map(User::getId).toList();
    }
}
