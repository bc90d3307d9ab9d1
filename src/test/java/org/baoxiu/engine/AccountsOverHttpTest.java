package org.baoxiu.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.people.HttpOffice.Answer;
import org.baoxiu.people.HttpOffice.Way;
import org.baoxiu.people.LoginNames;
import org.baoxiu.people.PasswordRules;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.testing.Answers;
import org.baoxiu.testing.Office;
import org.baoxiu.testing.Office.RepairCase;
import org.baoxiu.testing.ProcedureTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accounts as Admin and the page of one's own profile send them. */
@ProcedureTest
@Tag("long")
class AccountsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "hetang-yuese";

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private IdentityService identity;

    private final List<String> created = new ArrayList<>();

    @AfterEach
    void removeAll() {
        created.forEach(identity::deleteUser);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @Tag("found:E5")
    void aPasswordThatIsSoonGuessedIsRefusedHoweverItIsSet(Way way) {
        creates("newcomer", GOOD, null);
        for (String weak : List.of("1", "12345678", "clerk2-clerk2")) {
            assertRefused(
                    as(way, "clerk2")
                            .put(
                                    "/user/clerk2/credentials",
                                    json(Map.of("password", weak, "authenticatedUserPassword", "baoxiu"))),
                    PasswordRules.REFUSED);
        }
        assertRefused(
                as(way, "admin")
                        .put(
                                "/user/newcomer/credentials",
                                json(Map.of("password", "1", "authenticatedUserPassword", "baoxiu"))),
                PasswordRules.REFUSED);
        assertRefused(create(way, "weak", "1", null), PasswordRules.REFUSED);

        assertThat(identity.createUserQuery().userId("weak").count()).isZero();
        assertThat(identity.checkPassword("clerk2", "baoxiu")).isTrue();
        assertThat(identity.checkPassword("newcomer", GOOD)).isTrue();
    }

    @Test
    @Tag("found:E5")
    void aGoodPasswordIsTakenAndTheScreenLearnsTheRules() {
        creates("newcomer", "baoxiu", null);
        HttpOffice newcomer = HttpOffice.rest(port, "newcomer");

        assertThat(newcomer.post("/identity/password-policy", "{\"password\":\"1\"}")
                        .body()
                        .toString())
                .contains("至少 8 位", "\"valid\":false");
        assertThat(newcomer.put(
                                "/user/newcomer/credentials",
                                json(Map.of("password", GOOD, "authenticatedUserPassword", "baoxiu")))
                        .status())
                .isEqualTo(204);
        assertThat(identity.checkPassword("newcomer", GOOD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com\r\nBcc: x@evil.example",
                "a@example.com\n",
                "nonsense",
                "a@@example.com",
                "a b@example.com",
                "张三 <a@example.com>",
                "a@example.com,b@example.com",
                "@example.com",
                "a@"
            })
    @Tag("found:E5")
    void anAddressThatIsNoneIsRefused(String address) {
        creates("newcomer", "baoxiu", "first@example.com");
        for (Way way : Way.values()) {
            assertRefused(
                    as(way, "newcomer").put("/user/newcomer/profile", profile("newcomer", "新人", address)),
                    Accounts.BAD_ADDRESS);
            assertRefused(
                    as(way, "admin").put("/user/newcomer/profile", profile("newcomer", "新人", address)),
                    Accounts.BAD_ADDRESS);
            assertRefused(create(way, "other", GOOD, address), Accounts.BAD_ADDRESS);
        }
        assertThat(identity.createUserQuery().userId("newcomer").singleResult().getEmail())
                .isEqualTo("first@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wang.wu+wx@mail.example.com", "office@localhost"})
    @Tag("found:E5")
    void anAddressIsTaken(String address) {
        creates("newcomer", "baoxiu", null);

        assertThat(HttpOffice.rest(port, "newcomer")
                        .put("/user/newcomer/profile", profile("newcomer", "新人", address))
                        .status())
                .isEqualTo(204);
        assertThat(identity.createUserQuery().userId("newcomer").singleResult().getEmail())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"新人\r\nX: y", "\u0000"})
    @Tag("found:E5")
    void aNameIsOneLine(String name) {
        assertRefused(
                HttpOffice.rest(port, "clerk2").put("/user/clerk2/profile", profile("clerk2", name, null)),
                Accounts.BAD_NAME);
        assertRefused(
                HttpOffice.rest(port, "clerk2").put("/user/clerk2/profile", profile("clerk2", "长".repeat(101), null)),
                Accounts.BAD_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhang.san", "李四", "wang_wu-2", "ma@office.example", "买买提·吐尔逊"})
    @Tag("found:D10")
    void whoeverIsCreatedInAdminWorks(String login) {
        creates(login, "baoxiu", null);
        String path = "/user/" + URLEncoder.encode(login, StandardCharsets.UTF_8);
        assertThat(HttpOffice.tasklist(port, "admin")
                        .get(path + "/profile")
                        .body()
                        .path("id")
                        .asText())
                .isEqualTo(login);
        RepairCase repair = office.reports("clerk1", Answers.leakingTap());
        String task = "/task/" + repair.task(Elements.REGISTER_REQUEST).getId();
        assertThat(HttpOffice.rest(port, "clerk1").post(task + "/unclaim", "{}").status())
                .isEqualTo(204);

        HttpOffice newcomer = HttpOffice.tasklist(port, login);
        assertThat(newcomer.post(task + "/claim", json(Map.of("userId", login))).status())
                .isEqualTo(204);
        assertThat(HttpOffice.rest(port, login).post(task + "/unclaim", "{}").status())
                .isEqualTo(204);
        assertThat(newcomer.put(path + "/profile", profile(login, "新人", "")).status())
                .isEqualTo(204);
        repair.does(login, Elements.REGISTER_REQUEST, Answers.registered("PL-01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zhang san", "张:三", "a/b", "张三，", ".hidden", "a..b", "*", "a\nb", "${x}", "ｚｈａｎｇ", "张\u200b三"})
    @Tag("found:D10")
    void aLoginNameThatCannotBeIsSaidToBeSo(String login) {
        for (Way way : Way.values()) {
            assertRefused(create(way, login, GOOD, null), LoginNames.REFUSED.formatted("登录名"));
            assertRefused(
                    as(way, "admin").post("/group/create", json(Map.of("id", login, "name", "x", "type", "WORKFLOW"))),
                    LoginNames.REFUSED.formatted("小组编号"));
        }
    }

    @Test
    @Tag("found:D10")
    void aLoginNameThatIsTooLongOrTakenIsSaidToBeSo() {
        assertRefused(create(Way.REST, "长".repeat(65), GOOD, null), LoginNames.REFUSED.formatted("登录名"));
        Answer taken = create(Way.REST, "clerk1", GOOD, null);
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.message()).contains("已有");
    }

    private void assertRefused(Answer answer, String message) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    private void creates(String login, String password, String email) {
        assertThat(create(Way.TASKLIST, login, password, email).status()).isEqualTo(204);
        created.add(login);
        assertThat(HttpOffice.tasklist(port, "admin")
                        .put("/group/customerService/members/" + URLEncoder.encode(login, StandardCharsets.UTF_8), "{}")
                        .status())
                .isEqualTo(204);
    }

    private Answer create(Way way, String login, String password, String email) {
        return as(way, "admin")
                .post(
                        "/user/create",
                        "{\"profile\":%s,\"credentials\":%s}"
                                .formatted(profile(login, "新人", email), json(Map.of("password", password))));
    }

    private HttpOffice as(Way way, String person) {
        return way.as(port, person);
    }

    private static String profile(String login, String name, String email) {
        return email == null
                ? json(Map.of("id", login, "firstName", name, "lastName", ""))
                : json(Map.of("id", login, "firstName", name, "lastName", "", "email", email));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
