package org.baoxiu.nodes;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.testing.Answers.leakingTap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.baoxiu.people.HttpOffice;
import org.baoxiu.process.repair.RepairRequestProcess;
import org.baoxiu.process.repair.RepairRequestProcess.Elements;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * The login of a company at a real authorization server. The application is configured otherwise than in every other test, so it runs in
 * processes of its own and not as a second context of this one; they are two, for an answer of the company comes to any node.
 */
@DisplayName("统一登录")
@Tag("nodes")
class CompanyLoginTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BUTTON =
            Pattern.compile("class=\"company\" href=\"([^\"]*(?:company|logout)[^\"]*)\">([^<]+)<");

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private static final List<Node> NODES = new CopyOnWriteArrayList<>();
    private static EmbeddedPostgres database;
    private static RoundRobin proxy;
    private static CompanyServer company;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        proxy = new RoundRobin(NODES);
        String application = "http://localhost:" + proxy.port();
        company = new CompanyServer(application);
        String[] settings = {
            "--baoxiu.public-url=" + application,
            "--spring.security.oauth2.client.provider.office.issuer-uri=" + company.address(),
            setting("company.provider", "office"),
            setting("company.client-id", CompanyServer.CLIENT),
            setting("company.client-secret", CompanyServer.SECRET),
            setting("company.client-name", "物业统一登录"),
            setting("company.scope", "openid,profile"),
            setting("company.redirect-uri", application + "/login/oauth2/code/{registrationId}"),
            setting("plain.provider", "office"),
            setting("plain.client-id", CompanyServer.CLIENT),
            setting("plain.client-secret", CompanyServer.SECRET),
            setting("plain.scope", "profile"),
            setting("plain.redirect-uri", application + "/login/oauth2/code/{registrationId}"),
            "--baoxiu.company-login.groups[0].value=/维修班",
            "--baoxiu.company-login.groups[0].group=maintenance",
            "--baoxiu.company-login.groups[1].value=/客服",
            "--baoxiu.company-login.groups[1].group=customerService",
            "--baoxiu.company-login.groups[2].value=/主任",
            "--baoxiu.company-login.groups[2].group=director"
        };
        for (String name : List.of("company1", "company2")) {
            NODES.add(Node.launch(name, database.getJdbcUrl("postgres", "postgres"), settings));
        }
        NODES.forEach(Node::ready);
    }

    private static String setting(String name, String value) {
        return "--spring.security.oauth2.client.registration." + name + "=" + value;
    }

    @AfterAll
    static void stop() throws IOException {
        NODES.forEach(Node::kill);
        company.close();
        proxy.close();
        database.close();
    }

    @Test
    void whoeverComesForTheFirstTimeIsCreatedAndGoesOnToThePageThatWasAskedFor() {
        company.knows("1001", person("li.ming", "/维修班", "/工会"));
        Phone phone = new Phone(proxy.port());

        String login = phone.opens(TASKLIST).header("Location");
        Matcher button = button(phone.opens(login));
        assertThat(button.group(2)).isEqualTo("物业统一登录");
        String question = phone.opens(HtmlUtils.htmlUnescape(button.group(1))).header("Location");
        Node asked = last();
        Answer in = phone.opens(answer(phone, question, "1001"));

        assertThat(last()).as("answered on another node").isNotEqualTo(asked);
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("Location")).endsWith(TASKLIST);
        for (int node = 0; node < 2; node++) {
            for (String page : List.of("/tasks", "/board", TASKLIST)) {
                assertThat(phone.opens(page).status()).as(page).isEqualTo(200);
            }
            assertThat(phone.asks("/task/count").status()).isEqualTo(200);
            assertThat(phone.opens("/months").status()).as("of others").isEqualTo(403);
        }
        assertThat(user("li.ming").path("firstName").asText()).isEqualTo("李明");
        assertThat(groups("li.ming")).containsExactly("maintenance");
        assertThat(NODES)
                .as("says how many values mean nothing")
                .anyMatch(node -> node.says("names 1 groups that are not mapped"))
                .noneMatch(node -> node.says("工会") || node.says("李明"));
        assertThat(phone.opens("/engine-rest/task/count").status())
                .as("for name and password only")
                .isEqualTo(401);
    }

    @Test
    void aLinkToATaskIsNotLostOnTheWay() {
        company.knows("1002", person("task.reader", "/客服"));
        Phone phone = new Phone(proxy.port());
        String link = TASKLIST + "#/?task=4711";
        String question = phone.opens("/oauth2/authorization/company?to="
                        + link.replace("#", "%23").replace("?", "%3F"))
                .header("Location");
        assertThat(phone.opens(answer(phone, question, "1002")).header("Location"))
                .endsWith(link);
        assertThat(question).doesNotContain("task=4711").contains("code_challenge=");

        Phone lured = new Phone(proxy.port());
        question = lured.opens("/oauth2/authorization/company?to=https%3A%2F%2Fevil.example%2F")
                .header("Location");
        assertThat(lured.opens(answer(lured, question, "1002") + "&to=https%3A%2F%2Fevil.example%2F")
                        .header("Location"))
                .endsWith("/tasks");
    }

    @Test
    void cockpitIsOpenToWhomTheGroupLetsIn() {
        company.knows("1003", person("new.director", "/主任"));
        Phone phone = new Phone(proxy.port());
        logsIn(phone, "1003");
        assertThat(phone.opens(COCKPIT).status()).isEqualTo(200);
        assertThat(phone.asks("/process-definition/count").status()).isEqualTo(200);
    }

    @Test
    void whatTheClaimNoLongerNamesIsTakenAwayWithWorkAndSessions() throws IOException {
        company.knows("1004", person("clerk.once", "/客服"));
        Phone phone = new Phone(proxy.port());
        logsIn(phone, "1004");
        phone.asks("/task/count");
        assertThat(phone.does(
                                "/process-definition/key/" + RepairRequestProcess.KEY + "/submit-form",
                                form(leakingTap()))
                        .status())
                .isEqualTo(200);
        String task = JSON.readTree(phone.asks("/task?taskDefinitionKey=" + Elements.REGISTER_REQUEST)
                        .body())
                .get(0)
                .get("id")
                .asText();
        assertThat(phone.does("/task/" + task + "/claim", "{\"userId\": \"clerk.once\"}")
                        .status())
                .isEqualTo(204);
        assertThat(admin().get("/task/" + task).body().path("assignee").asText())
                .isEqualTo("clerk.once");

        company.knows("1004", person("clerk.once", "/维修班"));
        assertThat(phone.opens("/months").status()).as("until the next login").isEqualTo(200);
        Phone other = new Phone(proxy.port());
        logsIn(other, "1004");

        assertThat(groups("clerk.once")).containsExactly("maintenance");
        assertThat(phone.opens("/tasks").header("Location")).contains("/login");
        assertThat(admin().get("/task/" + task).body().path("assignee").isNull())
                .as("released")
                .isTrue();
        assertThat(other.opens("/months").status()).isEqualTo(403);
        assertThat(other.opens("/board").status()).isEqualTo(200);

        company.knows("1004", person("clerk.once"));
        assertRefused(answered(new Phone(proxy.port()), "1004"), "您在报修里没有岗位");
        assertThat(groups("clerk.once")).isEmpty();
        assertThat(other.opens("/board").header("Location")).contains("/login");
    }

    @Test
    void whoeverHasNoGroupHereIsNotCreated() {
        company.knows("1005", person("from.elsewhere", "/财务", "camunda-admin", "maintenance"));
        assertRefused(answered(new Phone(proxy.port()), "1005"), "您在报修里没有岗位");
        assertThat(admin().get("/user/count?id=from.elsewhere")
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void nobodyBecomesAnAdministratorByAName() {
        company.knows("1006", person("admin", "/客服"));
        Phone phone = new Phone(proxy.port());
        assertRefused(answered(phone, "1006"), "系统管理员不能用统一登录");
        assertThat(phone.opens("/clients").header("Location")).contains("/login");
        assertThat(groups("admin")).contains("camunda-admin").doesNotContain("customerService");
    }

    @Test
    void whoWasDeletedStaysOutUntilAnAdministratorCreatesThemAnew() throws IOException {
        company.knows("1007", person("zhao.qi", "/客服"));
        Phone phone = new Phone(proxy.port());
        logsIn(phone, "1007");
        assertThat(admin().delete("/user/zhao.qi").status()).isEqualTo(204);

        assertThat(phone.opens("/tasks").header("Location")).contains("/login");
        assertRefused(answered(new Phone(proxy.port()), "1007"), "您的账号已经注销");
        assertThat(admin().get("/user/count?id=zhao.qi").body().path("count").asInt())
                .isZero();

        String again = JSON.writeValueAsString(Map.of(
                "profile",
                Map.of("id", "zhao.qi", "firstName", "赵七", "lastName", ""),
                "credentials",
                Map.of("password", "hongse-daxiang-78")));
        assertThat(admin().post("/user/create", again).status()).isEqualTo(204);
        logsIn(new Phone(proxy.port()), "1007");
        assertThat(groups("zhao.qi")).containsExactly("customerService");
    }

    @Test
    void anAnswerThatNobodyHereAskedForIsRefused() {
        company.knows("1008", person("attacker", "/客服"));
        Phone attacker = new Phone(proxy.port());
        String question = attacker.opens("/oauth2/authorization/company").header("Location");
        String answer = answer(attacker, question, "1008");
        Phone victim = new Phone(proxy.port());
        assertRefused(victim.opens(answer), "不是从这里开始的");

        victim.opens("/oauth2/authorization/company");
        assertRefused(victim.opens(answer), "不是从这里开始的");
        assertThat(victim.opens("/tasks").header("Location")).contains("/login");
        assertRefused(victim.opens("/login/oauth2/code/company?code=x"), "不是从这里开始的");
        assertRefused(victim.opens("/oauth2/authorization/nobody"), "不是从这里开始的");

        Phone declined = new Phone(proxy.port());
        Matcher state = Pattern.compile("[?&]state=([^&]+)")
                .matcher(declined.opens("/oauth2/authorization/company?to=%2Fmonths")
                        .header("Location"));
        assertThat(state.find()).isTrue();
        Answer page = declined.opens("/login/oauth2/code/company?error=access_denied&state=" + state.group(1));
        assertRefused(page, "统一登录没有放行");
        assertThat(button(page).group(1)).as("still knows where to").contains("months");
    }

    /** Nobody vouches for whom it is: without the scope there is no signed token. */
    @Test
    void aRegistrationThatIsNotOpenIdLetsNobodyIn() {
        company.knows("1009", person("clerk1", "/客服"));
        Phone phone = new Phone(proxy.port());
        String question = phone.opens("/oauth2/authorization/plain").header("Location");
        assertRefused(phone.opens(answer(phone, question, "1009")), "统一登录现在用不了");
        assertThat(phone.opens("/tasks").header("Location")).contains("/login");
        assertThat(NODES).anyMatch(node -> node.says("registration plain lacks the scope openid"));
    }

    @Test
    void theLogoutIsOneAtTheCompanyToo() {
        company.knows("1010", person("going.home", "/客服"));
        Phone phone = new Phone(proxy.port());
        logsIn(phone, "1010");
        assertThat(phone.opens(phone.opens("/oauth2/authorization/company").header("Location"))
                        .header("Location"))
                .as("the company knows the browser")
                .contains("/login/oauth2/code/company?code=");

        phone.opens("/tasks");
        Answer page = phone.sends("/logout", "", Phone.FROM_HERE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("您已退出报修");
        assertThat(phone.opens("/tasks").header("Location")).contains("/login");
        Answer out = phone.opens(HtmlUtils.htmlUnescape(button(page).group(1)));
        assertThat(out.header("Location")).isEqualTo("http://localhost:" + proxy.port() + "/login");
        assertThat(phone.opens(phone.opens("/oauth2/authorization/company").header("Location"))
                        .header("Location"))
                .as("the company asks anew")
                .endsWith("/login");

        Phone clerk = Phone.of(proxy.port(), "clerk1");
        assertThat(clerk.sends("/logout", "", Phone.FROM_HERE).header("Location"))
                .as("with a password")
                .endsWith("/login");
    }

    private static Map<String, Object> person(String login, String... groups) {
        return Map.of("preferred_username", login, "family_name", "李", "given_name", "明", "groups", List.of(groups));
    }

    private static void logsIn(Phone phone, String account) {
        Answer in = answered(phone, account);
        assertThat(in.status()).as(in.body()).isEqualTo(302);
    }

    private static Answer answered(Phone phone, String account) {
        String question = phone.opens("/oauth2/authorization/company").header("Location");
        return phone.opens(answer(phone, question, account));
    }

    /** Where the company sends the browser after the login there. */
    private static String answer(Phone phone, String question, String account) {
        assertThat(question).startsWith(company.address());
        phone.opens(question);
        String again = phone.sends(
                        company.address() + "/login",
                        "username=" + account + "&password=" + CompanyServer.PASSWORD,
                        Phone.FROM_HERE)
                .header("Location");
        return phone.opens(again).header("Location");
    }

    private static void assertRefused(Answer page, String words) {
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains(words, "name=\"password\"");
    }

    private static Matcher button(Answer page) {
        Matcher button = BUTTON.matcher(page.body());
        assertThat(button.find()).as(page.body()).isTrue();
        return button;
    }

    private static Node last() {
        List<Node> asked = proxy.asked();
        return asked.get(asked.size() - 1);
    }

    private static HttpOffice admin() {
        return HttpOffice.rest(proxy.port(), "admin");
    }

    private static JsonNode user(String login) {
        return admin().get("/user?id=" + login).body().path(0);
    }

    private static List<String> groups(String login) {
        JsonNode groups = admin().get("/group?member=" + login).body();
        return StreamSupport.stream(groups.spliterator(), false)
                .map(group -> group.get("id").asText())
                .toList();
    }

    private static String form(Map<String, Object> answers) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "variables",
                answers.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, field -> Map.of("value", field.getValue())))));
    }
}
