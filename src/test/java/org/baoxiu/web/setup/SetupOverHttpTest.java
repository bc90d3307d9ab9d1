package org.baoxiu.web.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baoxiu.web.Phone.FROM_HERE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baoxiu.office.Office;
import org.baoxiu.office.OfficeRegister;
import org.baoxiu.office.OfficesChanged;
import org.baoxiu.office.RegisterByHand;
import org.baoxiu.testing.ProcedureTest;
import org.baoxiu.web.Phone;
import org.baoxiu.web.Phone.Answer;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcedureTest
@DisplayName("开办")
class SetupOverHttpTest {

    private static final Pattern PASSWORD = Pattern.compile("<code>([^<]+)</code>");
    private static final Pattern FILE = Pattern.compile("name=\"file\" value=\"([^\"]+)\"");

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private OfficeRegister offices;

    @Autowired
    private RegisterByHand register;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private FilterService filters;

    private Phone admin;

    @BeforeEach
    void logIn() {
        admin = Phone.of(port, "admin");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200",
        "clerk1, 403",
        "clerklead, 403",
        "tech1, 403",
        "supervisor, 403",
        "director, 403",
        "dutydirector, 403",
        "affairs, 403"
    })
    void isOpenToAdministratorsOnly(String person, int status) {
        Phone browser = Phone.of(port, person);
        for (String page : List.of(
                "/setup",
                "/setup/offices",
                "/setup/people",
                "/setup/people/import/template.csv",
                "/setup/people/import/template.xlsx",
                "/setup/channels")) {
            assertThat(browser.opens(page).status()).as(page).isEqualTo(status);
        }
        browser.opens("/messages");
        assertThat(browser.sends("/setup/people", "login=&name=", FROM_HERE).status())
                .isEqualTo(status == 200 ? 400 : 403);
    }

    @Test
    void saysWhatIsMissingAndLeadsTheAdministratorThereUntilItIsThere() {
        // whatever other tests have left
        offices.names().forEach(office -> register.enter(Map.of("管理处", office, "楼栋", "89栋", "房号", "101")));
        assertThat(admin.opens("/setup").body()).doesNotContain("“综合部”还没有人");
        assertThat(lands("admin", "")).isEqualTo("/tasks");
        identity.deleteMembership("affairs", "generalAffairs");
        try {
            assertThat(admin.opens("/setup").body()).contains("“综合部”还没有人。", "还缺");
            assertThat(lands("admin", "")).isEqualTo("/setup");
            assertThat(lands("admin", "/board")).as("what they wanted to see").isEqualTo("/board");
            assertThat(lands("clerk1", "")).isEqualTo("/tasks");
        } finally {
            identity.createMembership("affairs", "generalAffairs");
        }
    }

    private String lands(String person, String to) {
        Phone browser = new Phone(port);
        browser.opens("/login");
        Answer answer = browser.sends("/login", "username=" + person + "&password=baoxiu&to=" + encoded(to), FROM_HERE);
        return answer.header("Location").replaceFirst("http://[^/]*", "");
    }

    @Test
    void anOfficeIsAddedAndChanged() {
        try {
            admin.opens("/setup/offices");
            Answer refused = admin.sends("/setup/offices", "name=" + encoded("南湖管理处") + "&telephone=12", FROM_HERE);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("“客服电话”不正确", "value=\"南湖管理处\"", "value=\"12\"");

            admin.sends(
                    "/setup/offices",
                    "name=" + encoded("南湖管理处") + "&telephone=" + encoded("0755-88886666转801"),
                    FROM_HERE);
            Office added = offices.find("南湖管理处").orElseThrow();
            assertThat(admin.opens("/setup").body()).contains("“南湖管理处”还没有房屋。");
            assertThat(admin.sends("/setup/offices", "name=" + encoded("南湖管理处"), FROM_HERE)
                            .body())
                    .contains("已经有“南湖管理处”这个管理处");

            String one = "/setup/offices/" + added.id();
            assertThat(admin.opens(one).body()).contains("value=\"0755-88886666转801\"");
            assertThat(admin.sends(one, "emergencyLine=abc&address=" + encoded("南湖路 2 号"), FROM_HERE)
                            .body())
                    .contains("“24 小时电话”不正确", "value=\"abc\"", "value=\"南湖路 2 号\"");
            admin.sends(one, "telephone=0755-88887777&address=" + encoded("南湖路 2 号"), FROM_HERE);
            assertThat(offices.find("南湖管理处"))
                    .contains(new Office(added.id(), "南湖管理处", "0755-88887777", "南湖路 2 号", null));
            assertThat(admin.opens("/setup/offices/987654").status()).isEqualTo(404);
        } finally {
            database.sql("delete from office where name = '南湖管理处'").update();
            filters.createFilterQuery()
                    .filterName("南湖管理处")
                    .list()
                    .forEach(filter -> filters.deleteFilter(filter.getId()));
            events.publishEvent(new OfficesChanged());
        }
    }

    @Test
    void somebodyAddedByHandCanLogInAtOnceWithThePasswordThatIsShownOnce() {
        String login = "xin" + UUID.randomUUID().toString().substring(0, 8);
        try {
            Answer refused = admin.sends(
                    "/setup/people",
                    form() + "&login=" + login + "&name=" + encoded("小<陈>") + "&group=" + encoded("工程部维修班")
                            + "&qualification=" + encoded("水暖") + "&number=SN-7&expires=",
                    FROM_HERE);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("要填“证书编号”和“有效期”", "value=\"小&lt;陈&gt;\"", "value=\"SN-7\"")
                    .containsPattern("value=\"水暖\"\\s+selected")
                    .containsPattern("value=\"工程部维修班\"[^>]*checked");

            String typed = form() + "&login=" + login + "&name=" + encoded("小陈") + "&group=" + encoded("综合部");
            String page = admin.sends("/setup/people", typed, FROM_HERE).body();
            Matcher password = PASSWORD.matcher(page);
            assertThat(password.find()).as(page).isTrue();
            assertThat(admin.sends("/setup/people", typed, FROM_HERE).body())
                    .as("the form sent by a second press")
                    .contains("<code>" + password.group(1) + "</code>");
            assertThat(admin.sends("/setup/people", typed.replaceFirst("form=[^&]*", "form="), FROM_HERE)
                            .body())
                    .contains("表单已失效");
            assertThat(new Phone(port)
                            .logsIn(login, password.group(1), FROM_HERE)
                            .status())
                    .isEqualTo(302);
            assertThat(admin.opens("/setup/people").body())
                    .contains("小陈（" + login + "）")
                    .doesNotContain(password.group(1));
        } finally {
            identity.deleteUser(login);
        }
    }

    @Test
    void peopleOfAListAreLookedAtAndConfirmed() {
        String login = "xin" + UUID.randomUUID().toString().substring(0, 8);
        try {
            admin.opens("/setup/people");
            String preview = admin.sendsFile(
                            "/setup/people/import",
                            "list",
                            "people.csv",
                            ("登录名,姓名,岗位\n" + login + ",小陈,综合部\nx,小刘,站长\n").getBytes(StandardCharsets.UTF_8))
                    .body();
            assertThat(preview).contains("新增 <b>1</b> 行", "没有“站长”这个岗位");
            assertThat(identity.createUserQuery().userId(login).count()).isZero();

            Matcher file = FILE.matcher(preview);
            assertThat(file.find()).isTrue();
            for (String press : List.of("first", "second")) {
                assertThat(admin.sends("/setup/people/import/confirmed", "file=" + file.group(1), FROM_HERE)
                                .body())
                        .as(press)
                        .contains("初始密码", login);
            }
            assertThat(identity.createUserQuery().userId(login).count()).isOne();
        } finally {
            identity.deleteUser(login);
        }
    }

    @Test
    void aChannelThatIsNotConfiguredSaysSo() {
        assertThat(admin.opens("/setup/channels").body()).contains("短信", "企业微信群", "没有配置");
        assertThat(admin.sends("/setup/channels", "kind=SMS&to=13800000000", FROM_HERE)
                        .body())
                .contains("短信网关没有配置");
    }

    private String form() {
        Matcher form = FORM.matcher(admin.opens("/setup/people").body());
        assertThat(form.find()).isTrue();
        return "form=" + form.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
