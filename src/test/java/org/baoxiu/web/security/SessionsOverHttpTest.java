package org.baoxiu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One login everywhere, for how long, and how a browser keeps it. */
@ProcedureTest
class SessionsOverHttpTest {

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient database;

    @Test
    @Tag("found:E10")
    void oneLoginIsGoodForPagesAndWebApplicationsAndEndsForAll() {
        Phone phone = Phone.of(port, "clerk1");
        for (String page : List.of("/tasks", "/board", "/months", "/camunda/app/tasklist/default/")) {
            assertThat(phone.opens(page).status()).as(page).isEqualTo(200);
        }
        phone.opens("/tasks");
        assertThat(phone.sends("/camunda/api/admin/auth/user/default/logout", "", Phone.FROM_HERE)
                        .status())
                .isEqualTo(200);
        for (String page : List.of("/tasks", "/board", "/camunda/app/tasklist/default/")) {
            assertThat(phone.opens(page).header("Location")).as(page).contains("/login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "membership", "group"})
    void aSessionEndsWhenAGroupOrThePersonIsWithdrawn(String withdrawn) {
        String person = "leaver";
        hire(person);
        identity.saveGroup(identity.newGroup("leavers"));
        identity.createMembership(person, "leavers");
        try {
            Phone phone = Phone.of(port, person);
            assertThat(phone.opens("/board").status()).isEqualTo(200);
            switch (withdrawn) {
                case "person" -> identity.deleteUser(person);
                case "membership" -> identity.deleteMembership(person, "maintenance");
                default -> identity.deleteGroup("leavers");
            }
            assertThat(phone.opens("/board").header("Location")).contains("/login");
            assertThat(sessionsOf(person)).isZero();
        } finally {
            identity.deleteUser(person);
            identity.deleteGroup("leavers");
        }
    }

    private int sessionsOf(String person) {
        return database.sql("select count(*) from spring_session where principal_name = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void programsHaveNoSession() {
        Phone phone = Phone.of(port, "clerk1");
        assertThat(phone.opens("/engine-rest/task/count").status())
                .as("with the session of a page")
                .isEqualTo(401);
        int before = sessionsOf("affairs");
        assertThat(HttpOffice.rest(port, "affairs").get("/task/count").status()).isEqualTo(200);
        assertThat(sessionsOf("affairs")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/report"})
    void whoeverOnlyLooksLeavesNothingInTheDatabase(String path) {
        assertThat(new Phone(port).opens(path).cookies()).doesNotContain("BAOXIU-SESSION");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsOfThePerson() {
        String person = "renewer";
        hire(person);
        try {
            HttpOffice own = HttpOffice.tasklist(port, person);
            Phone other = Phone.of(port, person);
            Phone colleague = Phone.of(port, "clerk1");

            assertThat(own.put(
                                    "/user/" + person + "/credentials",
                                    "{\"password\": \"lanse-daxiang-77\", \"authenticatedUserPassword\": \"baoxiu\"}")
                            .status())
                    .isEqualTo(204);

            assertThat(other.opens("/board").header("Location")).contains("/login");
            assertThat(own.get("/task/count").status())
                    .as("where it was changed")
                    .isEqualTo(200);
            assertThat(colleague.opens("/board").status()).isEqualTo(200);

            var again = identity.createUserQuery().userId(person).singleResult();
            again.setFirstName("三");
            identity.saveUser(again);
            assertThat(own.get("/task/count").status())
                    .as("only the name was changed")
                    .isEqualTo(200);

            assertThat(HttpOffice.rest(port, "admin")
                            .put(
                                    "/user/" + person + "/credentials",
                                    "{\"password\": \"hongse-daxiang-78\", \"authenticatedUserPassword\": \"baoxiu\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(own.get("/task/count").status())
                    .as("an administrator has changed it")
                    .isEqualTo(401);
        } finally {
            identity.deleteUser(person);
        }
    }

    /** As after an upgrade: with classes that this version does not have, or has otherwise. */
    @Test
    void whoeverHasASessionOfAFormerVersionLogsInAnew() {
        Phone phone = Phone.of(port, "clerk2");
        assertThat(phone.opens("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(database.sql("update spring_session_attributes set attribute_bytes = ? where session_primary_id in"
                                + " (select primary_id from spring_session where principal_name = 'clerk2')")
                        .param("a class of yesterday".getBytes(StandardCharsets.US_ASCII))
                        .update())
                .as("parts of the session")
                .isPositive();

        for (String page : List.of("/tasks", "/board", "/camunda/app/tasklist/default/")) {
            assertThat(phone.opens(page).header("Location")).as(page).contains("/login");
        }
        assertThat(phone.asks("/task").status()).isEqualTo(401);
        assertThat(phone.logsIn("clerk2", "baoxiu", Phone.FROM_HERE).status()).isEqualTo(302);
        assertThat(phone.opens("/board").status()).isEqualTo(200);
        assertThat(phone.asks("/task").status()).isEqualTo(200);
    }

    /** Tests ask from the address of the proxy. */
    @Test
    @Tag("found:E7")
    void cookiesKeepToHttpsWhereTheProxySaysThatItIs() {
        String[] https = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7"};
        for (boolean secure : List.of(true, false)) {
            Phone phone = new Phone(port);
            Answer login = phone.logsIn(
                    "clerk1",
                    "baoxiu",
                    Stream.of(Phone.FROM_HERE, secure ? https : new String[0])
                            .flatMap(Stream::of)
                            .toArray(String[]::new));
            List<String> cookies = login.cookies().lines().toList();
            assertThat(cookies).anyMatch(cookie -> cookie.startsWith("BAOXIU-SESSION="));
            assertThat(cookies).allSatisfy(cookie -> {
                assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
                assertThat(cookie.contains("Secure")).isEqualTo(secure);
            });
        }
    }

    private void hire(String person) {
        var user = identity.newUser(person);
        user.setPassword("baoxiu");
        identity.saveUser(user);
        identity.createMembership(person, "maintenance");
    }
}
